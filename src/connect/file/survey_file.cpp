// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/survey_file.hpp>

#include "connect/file/rating_cell.hpp"
#include "connect/file/rows.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie/connect/table_file.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace vigie::connect {

namespace {

constexpr std::size_t kMostLines = 200'000, kLongestExcerpt = 80;

enum class SurveyField : std::uint8_t { At, Score, Kind, Network, Ticket, Reference };

/// Headings by their folded words, in English and French.
std::optional<SurveyField> surveyField(const std::string &heading)
{
    static const std::unordered_map<std::string, SurveyField> kHeadings = {
        {"at", SurveyField::At}, {"date", SurveyField::At}, {"time", SurveyField::At}, {"answered at", SurveyField::At}, {"created at", SurveyField::At}, {"repondu le", SurveyField::At},
        {"horodateur", SurveyField::At}, {"timestamp", SurveyField::At}, {"score", SurveyField::Score}, {"rating", SurveyField::Score}, {"note", SurveyField::Score},
        {"answer", SurveyField::Score}, {"reponse", SurveyField::Score}, {"kind", SurveyField::Kind}, {"type", SurveyField::Kind}, {"survey", SurveyField::Kind},
        {"enquete", SurveyField::Kind}, {"network", SurveyField::Network}, {"channel", SurveyField::Network}, {"reseau", SurveyField::Network}, {"canal", SurveyField::Network},
        {"ticket", SurveyField::Ticket}, {"conversation", SurveyField::Ticket}, {"dossier", SurveyField::Ticket}, {"id", SurveyField::Reference}, {"number", SurveyField::Reference},
        {"numero", SurveyField::Reference}, {"response id", SurveyField::Reference}};
    auto words = text::fold(heading);
    std::replace(words.begin(), words.end(), '_', ' ');
    const auto found = kHeadings.find(words);
    return found == kHeadings.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SurveyKind> kindOf(const std::string &cell)
{
    const auto words = text::fold(cell);
    if (words == "csat" || words == "satisfaction")
        return SurveyKind::Csat;
    if (words == "nps" || words == "recommendation" || words == "recommandation")
        return SurveyKind::Nps;
    return std::nullopt;
}

/// "4", "4/5", "9 out of 10": a whole number on the scale of its kind.
std::optional<int> scoreOf(const std::string &cell, SurveyKind kind)
{
    const auto read = file::readRatingCell(cell);
    const double best = kind == SurveyKind::Csat ? 5 : 10;
    if (!read || (read->outOf > 0 && read->outOf != best) || read->value != std::floor(read->value) || std::abs(read->value) > best)
        return std::nullopt;
    const auto score = static_cast<int>(read->value);
    return isSurveyScore(kind, score) ? std::optional(score) : std::nullopt;
}

class SurveyReader {
public:
    SurveyReader(const std::string &zone, std::optional<SurveyKind> kind) : kind_(kind) { dates_.zone = zone; }

    Result<void> columns(const std::vector<std::string> &headings, std::vector<std::string> &unknown)
    {
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto field = surveyField(headings[i]);
            if (!field || !places_.try_emplace(*field, i).second)
                unknown.push_back(headings[i]);
        }
        if (places_.count(SurveyField::At) == 0 || places_.count(SurveyField::Score) == 0)
            return fail(Errc::InvalidInput, "the first line names no column of dates (at) or of scores (score)");
        if (places_.count(SurveyField::Kind) == 0 && !kind_)
            return fail(Errc::InvalidInput, "no column says which survey it is (kind: csat or nps)");
        return {};
    }

    SurveyLine line(const TableRow &row)
    {
        SurveyLine out;
        out.line = row.line;
        out.fault = row.fault.empty() ? fill(row, out.answer) : "unreadable";
        for (const auto &cell : row.cells)
            if (!out.fault.empty())
                out.excerpt += (out.excerpt.empty() ? "" : " | ") + cell;
        shortenUtf8(out.excerpt, kLongestExcerpt);
        return out;
    }

private:
    [[nodiscard]] std::string cell(const TableRow &row, SurveyField field) const
    {
        const auto place = places_.find(field);
        return place != places_.end() && place->second < row.cells.size() ? row.cells[place->second] : std::string();
    }

    /// Why it cannot be taken.
    std::string fill(const TableRow &row, SurveyAnswer &answer)
    {
        const auto said = cell(row, SurveyField::Kind);
        const auto kind = said.empty() ? kind_ : kindOf(said);
        if (!kind)
            return "kind";
        answer.kind = *kind;
        TimePrecision precision{};
        const auto at = file::readImportDate(cell(row, SurveyField::At), dates_, &precision);
        if (!at)
            return "date";
        answer.at = *at;
        const auto score = scoreOf(cell(row, SurveyField::Score), answer.kind);
        if (!score)
            return "score";
        answer.score = *score;
        answer.network = lowerAscii(cell(row, SurveyField::Network));
        if (const auto ticket = cell(row, SurveyField::Ticket); !ticket.empty()) {
            const auto *end = ticket.data() + ticket.size();
            const auto read = std::from_chars(ticket.data() + (ticket.front() == '#' ? 1 : 0), end, answer.ticket.value);
            if (read.ec != std::errc() || read.ptr != end || answer.ticket.value <= 0)
                return "ticket";
        }
        return mark(cell(row, SurveyField::Reference), answer) ? "" : "twice";
    }

    bool mark(const std::string &reference, SurveyAnswer &answer)
    {
        const std::string kind = toString(answer.kind);
        if (!reference.empty()) {
            answer.mark = sha256("number\x1f" + kind + '\x1f' + reference);
            return marks_.insert(answer.mark).second;
        }
        const auto alike = kind + '\x1f' + toRfc3339(answer.at) + '\x1f' + std::to_string(answer.score) + '\x1f' + answer.network + '\x1f' + std::to_string(answer.ticket.value);
        answer.mark = sha256("alike\x1f" + alike + '\x1f' + std::to_string(++alike_[alike]));
        return true;
    }

    std::optional<SurveyKind> kind_;
    ImportMapping dates_;
    std::map<SurveyField, std::size_t> places_;
    std::map<std::string, int> alike_;
    std::set<std::string> marks_;
};

} // namespace

Result<SurveyFile> readSurveyFile(const std::string &path, const std::string &zone, std::optional<SurveyKind> kind)
{
    VIGIE_TRY(const auto table, readTableFile(path, kMostLines));
    SurveyFile out;
    out.encoding = table.encoding;
    SurveyReader reader(zone, kind);
    VIGIE_CHECK(reader.columns(table.headings, out.unknown));
    for (const auto &row : table.rows)
        out.lines.push_back(reader.line(row));
    return out;
}

} // namespace vigie::connect
