// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/answer_file.hpp>

#include "connect/file/rows.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/csv.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unordered_map>

namespace vigie::connect {

namespace {

constexpr const char *kByteOrderMark = "\xEF\xBB\xBF";

/// Headings by their folded words, in English and French.
std::optional<AnswerField> fieldOf(const std::string &heading)
{
    static const std::unordered_map<std::string, AnswerField> kHeadings = {
        {"keyword", AnswerField::Keyword}, {"mot cle", AnswerField::Keyword}, {"mot clef", AnswerField::Keyword}, {"shortcut", AnswerField::Keyword},
        {"raccourci", AnswerField::Keyword}, {"title", AnswerField::Title}, {"titre", AnswerField::Title}, {"question", AnswerField::Title}, {"name", AnswerField::Title},
        {"nom", AnswerField::Title}, {"french", AnswerField::French}, {"fr", AnswerField::French}, {"francais", AnswerField::French}, {"texte", AnswerField::French},
        {"texte francais", AnswerField::French}, {"reponse", AnswerField::French}, {"english", AnswerField::English}, {"en", AnswerField::English},
        {"anglais", AnswerField::English}, {"text", AnswerField::English}, {"texte anglais", AnswerField::English}, {"answer", AnswerField::English},
        {"variables", AnswerField::Variables}, {"valid from", AnswerField::ValidFrom}, {"valid_from", AnswerField::ValidFrom}, {"valable du", AnswerField::ValidFrom},
        {"valid until", AnswerField::ValidUntil}, {"valid_until", AnswerField::ValidUntil}, {"valable jusqu au", AnswerField::ValidUntil},
        {"owner", AnswerField::Owner}, {"responsable", AnswerField::Owner}, {"proprietaire", AnswerField::Owner}, {"service", AnswerField::Service},
        {"tags", AnswerField::Tags}, {"tag", AnswerField::Tags}, {"etiquettes", AnswerField::Tags}};
    auto words = text::fold(heading);
    auto found = kHeadings.find(words);
    if (found == kHeadings.end()) {
        std::replace(words.begin(), words.end(), '_', ' ');
        found = kHeadings.find(words);
    }
    return found == kHeadings.end() ? std::nullopt : std::optional(found->second);
}

using Columns = std::vector<std::optional<AnswerField>>;

Columns columnsOf(const std::vector<std::string> &headings, std::vector<std::string> &unknown)
{
    Columns out;
    for (const auto &heading : headings) {
        const auto field = fieldOf(heading);
        const bool again = field && std::find(out.begin(), out.end(), field) != out.end();
        out.push_back(again ? std::nullopt : field);
        if ((!field || again) && !trimmed(heading).empty())
            unknown.push_back(text::cleanUtf8(heading));
    }
    return out;
}

AnswerRow answerRow(const file::Row &row, const Columns &columns)
{
    AnswerRow out;
    out.line = row.line;
    out.fault = row.fault;
    if (out.fault.empty() && row.cells.size() > columns.size())
        out.fault = "columns";
    for (std::size_t at = 0; out.fault.empty() && at < columns.size() && at < row.cells.size(); ++at)
        if (columns[at])
            out.cells.emplace_back(*columns[at], std::string(fromCsvCell(trimmed(text::cleanUtf8(row.cells[at])))));
    return out;
}

bool isBlank(const file::Row &row)
{
    return row.fault.empty() && std::all_of(row.cells.begin(), row.cells.end(), [](const auto &cell) { return trimmed(cell).empty(); });
}

std::string variablesCell(const std::vector<AnswerVariable> &variables)
{
    std::string out;
    for (const auto &one : variables) {
        out += (out.empty() ? "" : "; ") + one.name + "=" + kVariableSources[static_cast<std::size_t>(one.source)].second;
        if (!one.meaning.empty())
            out += ": " + one.meaning;
    }
    return out;
}

std::string tagsCell(const std::vector<std::string> &tags)
{
    std::string out;
    for (const auto &tag : tags)
        out += (out.empty() ? "" : ", ") + tag;
    return out;
}

Result<std::string> encoded(const std::string &text, const std::string &encoding)
{
    if (encoding == kUtf8Encoding)
        return kByteOrderMark + text;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding.c_str(), &status);
    if (U_FAILURE(status))
        return fail(Errc::InvalidInput, "no such encoding: " + encoding);
    // What it cannot write is refused: a file with question marks would come back as a changed answer.
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const auto wide = icu::UnicodeString::fromUTF8(text);
    std::string out(static_cast<std::size_t>(wide.length()) * 4 + 1, '\0');
    const auto length = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()), wide.getBuffer(), wide.length(), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return fail(Errc::InvalidInput, "a character of the answers does not exist in " + encoding);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

} // namespace

Result<AnswerFile> readAnswerFile(const std::string &path)
{
    VIGIE_TRY(const auto shape, file::shapeOf(path));
    if (shape.format == FileFormat::Ndjson)
        return fail(Errc::InvalidInput, "answers are read from CSV");
    VIGIE_TRY(const auto rows, file::RowReader::open(path, FileFormat::Csv, shape.separator, shape.encoding));
    AnswerFile out;
    out.encoding = shape.encoding;
    out.separator = shape.separator;
    const auto headings = rows->next();
    if (!headings || !headings->fault.empty())
        return fail(Errc::InvalidInput, "the first line does not name the columns");
    const auto columns = columnsOf(headings->cells, out.unknown);
    if (std::find(columns.begin(), columns.end(), AnswerField::Keyword) == columns.end())
        return fail(Errc::InvalidInput, "no column is called keyword (mot-cl\xC3\xA9)");
    while (const auto row = rows->next())
        if (!isBlank(*row))
            out.rows.push_back(answerRow(*row, columns));
    return out;
}

Result<std::string> answersToCsv(std::span<const Answer> answers, char separator, const std::string &encoding)
{
    std::string out;
    const auto line = [&out, separator](const std::vector<std::string> &cells) {
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (at > 0)
                out += separator;
            out += csvCell(cells[at]);
        }
        out += "\r\n";
    };
    std::vector<std::string> headings;
    for (const auto &[field, name] : kAnswerFields)
        headings.emplace_back(name);
    line(headings);
    for (const auto &answer : answers) {
        const auto &text = answer.text;
        line({text.keyword, text.title, text.french, text.english, variablesCell(text.variables), text.validFrom, text.validUntil, text.owner, text.service, tagsCell(text.tags)});
    }
    return encoded(out, encoding);
}

} // namespace vigie::connect
