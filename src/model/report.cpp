// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/report.hpp>

namespace vigie {

const char *toString(ReportDepth depth) noexcept
{
    switch (depth) {
    case ReportDepth::Line: return "line";
    case ReportDepth::Page: return "page";
    case ReportDepth::Annex: return "annex";
    }
    return "page";
}

std::optional<ReportDepth> reportDepthFrom(std::string_view name) noexcept
{
    for (const auto depth : {ReportDepth::Line, ReportDepth::Page, ReportDepth::Annex})
        if (name == toString(depth))
            return depth;
    return std::nullopt;
}

const char *toString(ReportFormat format) noexcept
{
    switch (format) {
    case ReportFormat::Text: return "txt";
    case ReportFormat::Html: return "html";
    case ReportFormat::Pdf: return "pdf";
    case ReportFormat::Csv: return "csv";
    case ReportFormat::Xlsx: return "xlsx";
    case ReportFormat::Ods: return "ods";
    }
    return "txt";
}

std::optional<ReportFormat> reportFormatFrom(std::string_view name) noexcept
{
    for (const auto format : {ReportFormat::Text, ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Ods})
        if (name == toString(format))
            return format;
    return std::nullopt;
}

} // namespace vigie
