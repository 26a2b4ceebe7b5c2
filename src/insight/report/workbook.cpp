// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/render.hpp"
#include "insight/report/sheets.hpp"
#include "insight/zip.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/html.hpp>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

namespace vigie::insight {

namespace {

constexpr std::uint8_t kPaperA4 = 9; ///< of ECMA-376
constexpr std::int32_t kExcelEpoch = 25'569; ///< 1970-01-01 in days of a spreadsheet

/// The library writes to a name; this one is no file of the disk.
struct Memory {
    int fd = ::memfd_create("report.xlsx", MFD_CLOEXEC);
    Memory() = default;
    ~Memory()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(fd); }
    [[nodiscard]] std::string bytes() const
    {
        std::string out;
        std::array<char, 1U << 16> block{};
        for (off_t at = 0;;) {
            const auto got = ::pread(fd, block.data(), block.size(), at);
            if (got <= 0)
                return out;
            out.append(block.data(), static_cast<std::size_t>(got));
            at += got;
        }
    }
};

struct Formats {
    explicit Formats(lxw_workbook *book, const ReportWords &words)
    {
        head = workbook_add_format(book);
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
        format_set_text_wrap(head);
        headOfNumbers = workbook_add_format(book);
        format_set_bold(headOfNumbers);
        format_set_bottom(headOfNumbers, LXW_BORDER_THIN);
        format_set_text_wrap(headOfNumbers);
        format_set_align(headOfNumbers, LXW_ALIGN_RIGHT);
        text = workbook_add_format(book);
        format_set_text_wrap(text);
        format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
        afterNumbers = workbook_add_format(book);
        format_set_text_wrap(afterNumbers);
        format_set_align(afterNumbers, LXW_ALIGN_VERTICAL_TOP);
        format_set_indent(afterNumbers, 1); // a unit does not touch its number
        whole = workbook_add_format(book);
        format_set_num_format(whole, "#,##0");
        format_set_align(whole, LXW_ALIGN_VERTICAL_TOP);
        decimal = workbook_add_format(book);
        format_set_num_format(decimal, "#,##0.00");
        format_set_align(decimal, LXW_ALIGN_VERTICAL_TOP);
        day = workbook_add_format(book);
        format_set_num_format(day, words.language() == "fr" ? "dd/mm/yyyy" : "yyyy-mm-dd");
    }
    lxw_format *head, *headOfNumbers, *text, *afterNumbers, *whole, *decimal, *day;
};

bool isNumber(const SheetCell &cell) { return std::holds_alternative<SheetNumber>(cell) || std::holds_alternative<SheetDay>(cell); }

/// Columns that hold numbers or days: their heads stand where those stand, and words after them keep off.
std::vector<bool> numberColumns(const Sheet &sheet)
{
    std::vector<bool> out(sheet.columns.size());
    for (const auto &row : sheet.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            out[i] = out[i] || isNumber(row[i]);
    return out;
}

/// How many lines the words of a row take: not every office program finds the height of a row by itself.
double linesOf(const Sheet &sheet, const std::vector<SheetCell> &row)
{
    constexpr double kOfAWidth = 0.9; // words break before the edge
    double most = 1;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (const auto *words = std::get_if<std::string>(&row[i])) {
            const auto letters = std::count_if(words->begin(), words->end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
            most = std::max(most, std::ceil(static_cast<double>(letters) / (sheet.widths[i] * kOfAWidth)) + static_cast<double>(std::count(words->begin(), words->end(), '\n')));
        }
    return most;
}

void writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const SheetCell &cell, const Formats &formats, bool afterNumbers)
{
    if (const auto *words = std::get_if<std::string>(&cell))
        worksheet_write_string(sheet, row, column, words->c_str(), afterNumbers ? formats.afterNumbers : formats.text); // as words, never as a formula
    else if (const auto *number = std::get_if<SheetNumber>(&cell))
        worksheet_write_number(sheet, row, column, number->value, number->decimals == 0 ? formats.whole : formats.decimal);
    else if (const auto *day = std::get_if<SheetDay>(&cell))
        worksheet_write_number(sheet, row, column, day->day + kExcelEpoch, formats.day);
}

void writeSheet(lxw_workbook *book, const Sheet &sheet, const Formats &formats)
{
    auto *out = workbook_add_worksheet(book, sheet.name.c_str());
    if (out == nullptr)
        return;
    const auto numbers = numberColumns(sheet);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(out, column, column, sheet.widths[i], nullptr);
        worksheet_write_string(out, 0, column, sheet.columns[i].c_str(), numbers[i] ? formats.headOfNumbers : formats.head);
    }
    worksheet_freeze_panes(out, 1, 0);
    worksheet_repeat_rows(out, 0, 0);
    worksheet_set_landscape(out);
    worksheet_set_paper(out, kPaperA4);
    worksheet_fit_to_pages(out, 1, 0);
    worksheet_set_footer(out, "&L&A&R&P / &N");
    lxw_row_t row = 1;
    for (const auto &cells : sheet.rows) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            writeCell(out, row, static_cast<lxw_col_t>(i), cells[i], formats, i > 0 && numbers[i - 1]);
        if (const double lines = linesOf(sheet, cells); lines > 1)
            worksheet_set_row(out, row, lines * LXW_DEF_ROW_HEIGHT, nullptr);
        ++row;
    }
}

std::string odsCell(const SheetCell &cell, const ReportWords &words, bool afterNumbers)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return std::string("<table:table-cell office:value-type=\"string\" table:style-name=\"") + (afterNumbers ? "wi" : "w") + "\"><text:p>" + escapeHtml(*text) + "</text:p></table:table-cell>";
    if (const auto *number = std::get_if<SheetNumber>(&cell))
        return fmt::format("<table:table-cell office:value-type=\"float\" office:value=\"{:.15g}\" table:style-name=\"{}\"><text:p>{}</text:p></table:table-cell>", number->value,
                           number->decimals == 0 ? "n0" : "n2", words.number(number->value, number->decimals));
    if (const auto *day = std::get_if<SheetDay>(&cell))
        return fmt::format("<table:table-cell office:value-type=\"date\" office:date-value=\"{}\" table:style-name=\"d\"><text:p>{}</text:p></table:table-cell>", toIsoDay(day->day),
                           words.day(day->day));
    return "<table:table-cell/>";
}

constexpr const char *kOdsBegin = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3">
<office:automatic-styles>
<number:number-style style:name="N0"><number:number number:decimal-places="0" number:min-decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:date-style style:name="D0"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="h" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="hr" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="w" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
<style:style style:name="wi" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="start" fo:margin-left="0.3cm"/></style:style>
<style:style style:name="t" style:family="table" style:master-page-name="Report"/>
<style:style style:name="n0" style:family="table-cell" style:data-style-name="N0"><style:table-cell-properties style:vertical-align="top"/></style:style>
<style:style style:name="n2" style:family="table-cell" style:data-style-name="N2"><style:table-cell-properties style:vertical-align="top"/></style:style>
<style:style style:name="d" style:family="table-cell" style:data-style-name="D0"/>
)";

/// Paper: A4 across, as many pages down as it takes.
constexpr const char *kOdsStyles = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles>
<style:page-layout style:name="across"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Report" style:page-layout-name="across"><style:footer><text:p><text:sheet-name/> &#8212; <text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
</office:master-styles>
</office:document-styles>
)";

constexpr const char *kOdsManifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

std::string odsContent(const std::vector<Sheet> &sheets, const ReportWords &words)
{
    std::string styles, tables;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto numbers = numberColumns(sheets[i]);
        tables += "<table:table table:name=\"" + escapeHtml(sheets[i].name) + "\" table:style-name=\"t\">\n";
        for (std::size_t column = 0; column < sheets[i].columns.size(); ++column) {
            const auto name = fmt::format("c{}_{}", i, column);
            styles += fmt::format("<style:style style:name=\"{}\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"{:.2f}cm\"/></style:style>\n", name,
                                  sheets[i].widths[column] * 0.22);
            tables += "<table:table-column table:style-name=\"" + name + "\"/>";
        }
        tables += "\n<table:table-header-rows><table:table-row>";
        for (std::size_t column = 0; column < sheets[i].columns.size(); ++column)
            tables += std::string("<table:table-cell office:value-type=\"string\" table:style-name=\"") + (numbers[column] ? "hr" : "h") + "\"><text:p>" +
                      escapeHtml(sheets[i].columns[column]) + "</text:p></table:table-cell>";
        tables += "</table:table-row></table:table-header-rows>\n";
        for (const auto &row : sheets[i].rows) {
            tables += "<table:table-row>";
            for (std::size_t column = 0; column < row.size(); ++column)
                tables += odsCell(row[column], words, column > 0 && numbers[column - 1]);
            tables += "</table:table-row>\n";
        }
        tables += "</table:table>\n";
    }
    return kOdsBegin + styles + "</office:automatic-styles>\n<office:body><office:spreadsheet>\n" + tables + "</office:spreadsheet></office:body></office:document-content>\n";
}

} // namespace

Result<std::string> reportXlsx(const Report &report, const ReportWords &words)
{
    const Memory file;
    auto *book = file.fd < 0 ? nullptr : workbook_new(file.path().c_str());
    if (book == nullptr)
        return fail(Errc::Internal, "the workbook could not be begun");
    auto title = words.depthTitle(report), author = report.workspace;
    lxw_doc_properties about{};
    about.title = title.data();
    about.author = author.data();
    about.created = static_cast<std::time_t>(toMicros(report.madeAt) / 1'000'000); // the date line; the library would take the clock's
    workbook_set_properties(book, &about);
    const Formats formats(book, words);
    for (const auto &sheet : sheetsOf(report, words))
        writeSheet(book, sheet, formats);
    const auto outcome = workbook_close(book);
    const auto out = file.bytes();
    if (outcome != LXW_NO_ERROR || out.empty())
        return fail(Errc::Internal, std::string("the workbook could not be written: ") + lxw_strerror(outcome));
    return out;
}

Result<std::string> reportOds(const Report &report, const ReportWords &words)
{
    return zipBytes({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", true},
                     {"content.xml", odsContent(sheetsOf(report, words), words)},
                     {"styles.xml", kOdsStyles},
                     {"META-INF/manifest.xml", kOdsManifest}});
}

} // namespace vigie::insight
