// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/render.hpp"

#include "insight/report/sheets.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/csv.hpp>
#include <vigie/text/fold.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr std::size_t kLineFigures = 4;

std::string lineOf(const Report &report, const ReportWords &words)
{
    std::string told;
    for (const auto &figure : report.figures) {
        if (&figure - report.figures.data() >= static_cast<std::ptrdiff_t>(kLineFigures))
            break;
        const auto change = words.change(figure);
        const auto value = words.value(figure.now());
        told += told.empty() ? "" : "; ";
        told += change.empty() ? words.word("line_figure_plain", {words.name(figure.now().key), value})
                               : words.word("line_figure", {words.name(figure.now().key), value, change});
    }
    const auto &period = report.request.period;
    const auto when = period.length() == 1 ? words.word("day_short", {words.day(period.fromDay)})
                                           : words.word("from_to_short", {words.day(period.fromDay), words.day(period.toDay - 1)});
    return words.word("line", {report.brandName.empty() ? words.word("everything") : report.brandName, when, told, words.coverage(report.coverage)});
}

std::string csvOf(const SheetCell &cell, const ReportWords &words)
{
    const bool french = words.language() == "fr";
    if (const auto *text = std::get_if<std::string>(&cell))
        return csvCell(*text);
    if (const auto *day = std::get_if<SheetDay>(&cell))
        return toIsoDay(day->day);
    if (const auto *number = std::get_if<SheetNumber>(&cell)) {
        auto text = fmt::format("{:.{}f}", number->value, number->decimals);
        if (french)
            std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }
    return {};
}

} // namespace

std::string reportCsv(const Report &report, const ReportWords &words)
{
    const char separator = words.language() == "fr" ? ';' : ',';
    std::string out;
    // One table after another, each with its name in the first column: a file of one sort of lines that a program can filter.
    for (const auto &sheet : sheetsOf(report, words)) {
        const auto first = csvCell(sheet.name);
        out += csvCell(words.word("section"));
        for (const auto &column : sheet.columns)
            out += separator + csvCell(column);
        out += "\r\n";
        for (const auto &row : sheet.rows) {
            out += first;
            for (const auto &cell : row)
                out += separator + csvOf(cell, words);
            out += "\r\n";
        }
    }
    return out;
}

std::string reportText(const Report &report, const ReportWords &words)
{
    if (report.request.depth == ReportDepth::Line)
        return lineOf(report, words) + "\n";
    std::string out = words.depthTitle(report) + "\n" + words.period(report.request.period) + "\n";
    for (const auto &note : words.notes(report))
        out += note + "\n";
    if (!report.comment.empty())
        out += "\n" + words.word("comment") + "\n" + report.comment + "\n";
    out += "\n";
    for (const auto &figure : report.figures) {
        const auto change = words.change(figure);
        out += words.name(figure.now().key) + ": " + words.value(figure.now()) + (change.empty() ? "" : " (" + change + ")") + ", "
               + words.basis(figure.now()) + "\n";
        if (report.request.depth == ReportDepth::Annex)
            out += "    " + words.definition(figure.now().key) + "\n";
    }
    return out + "\n" + words.word("made", {words.moment(report.madeAt, report.zone), report.zone}) + "\n";
}

std::string reportLine(const Report &report)
{
    const auto words = ReportWords::create(report.request.language);
    return words ? lineOf(report, *words) : std::string();
}

std::string reportFileName(const Report &report, ReportFormat format)
{
    std::string subject;
    for (const char c : text::fold(report.brandName.empty() ? report.request.page : report.brandName)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            subject += c;
        else if (!subject.empty() && subject.back() != '-')
            subject += '-';
    }
    subject.resize(std::min<std::size_t>(subject.size(), 40));
    while (!subject.empty() && subject.back() == '-')
        subject.pop_back();
    return fmt::format("{}{}{}-{}-{}.{}", report.request.language == "fr" ? "rapport" : "report", subject.empty() ? "" : "-", subject, toIsoDay(report.request.period.fromDay),
                       toIsoDay(report.request.period.toDay - 1), toString(format));
}

Result<std::string> renderReport(const Report &report, ReportFormat format, std::stop_token stop)
{
    VIGIE_TRY(const auto words, ReportWords::create(report.request.language));
    switch (format) {
    case ReportFormat::Text: return reportText(report, words);
    case ReportFormat::Html: return reportHtml(report, words);
    case ReportFormat::Pdf: return reportPdf(report, words, stop);
    case ReportFormat::Csv: return reportCsv(report, words);
    case ReportFormat::Xlsx: return reportXlsx(report, words);
    case ReportFormat::Ods: return reportOds(report, words);
    }
    return fail(Errc::InvalidInput, "no such form of a report");
}

} // namespace vigie::insight
