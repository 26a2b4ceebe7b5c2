// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/tables.hpp"

#include <vigie/base/csv.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/base/time.hpp>

#include <fmt/format.h>

namespace vigie::insight {

namespace {

constexpr std::size_t kHashDigits = 64;

std::string lineOf(const std::vector<std::string> &cells)
{
    std::string line;
    for (const auto &cell : cells)
        line += csvCell(cell) + ",";
    return line;
}

/// Cells of a line as csvCell() writes them; none when it is written otherwise.
std::optional<std::vector<std::string>> cellsOf(std::string_view line)
{
    std::vector<std::string> cells;
    while (!line.empty()) {
        if (line.front() != '"')
            return std::nullopt;
        std::string cell;
        std::size_t at = 1;
        for (; at < line.size(); ++at) {
            if (line[at] != '"')
                cell += line[at];
            else if (at + 1 < line.size() && line[at + 1] == '"')
                cell += line[at++];
            else
                break;
        }
        if (at >= line.size())
            return std::nullopt;
        cells.emplace_back(fromCsvCell(cell));
        line.remove_prefix(at + 1);
        if (line.empty() || line.front() != ',')
            return std::nullopt;
        line.remove_prefix(1);
    }
    return cells;
}

} // namespace

const char *fileOf(ProofRows kind) noexcept
{
    switch (kind) {
    case ProofRows::Posts: return "posts.csv";
    case ProofRows::OwnPosts: return "own_posts.csv";
    case ProofRows::People: return "people.csv";
    case ProofRows::Answers: return "answers.csv";
    case ProofRows::Relays: return "relays.csv";
    case ProofRows::Readings: return "readings.csv";
    case ProofRows::Conversations: return "conversations.csv";
    case ProofRows::Moments: return "moments.csv";
    case ProofRows::Clocks: return "clocks.csv";
    case ProofRows::Followers: return "followers.csv";
    case ProofRows::Apart: return "apart.csv";
    case ProofRows::Goals: return "goals.csv";
    case ProofRows::Surveys: return "surveys.csv";
    }
    return "posts.csv";
}

const std::vector<std::string> &columnsOf(ProofRows kind)
{
    static const std::vector<std::string> posts{"number", "post", "network", "source", "published_at", "content_sha256", "author", "kind", "tone", "tone_thousandths", "relay", "counts",
                                                "stars", "dated", "site", "of"};
    static const std::vector<std::string> own{"number", "post", "network", "source", "published_at", "content_sha256", "account", "counts"};
    static const std::vector<std::string> people{"author", "followers"};
    static const std::vector<std::string> answers{"number", "answered_at", "ours"};
    static const std::vector<std::string> relays{"original", "number", "relays"};
    static const std::vector<std::string> readings{"number", "counted_at", "reactions"};
    static const std::vector<std::string> moments{"conversation", "at", "state", "snoozed_until"};
    static const std::vector<std::string> conversations{"conversation", "status", "asked_at", "answered_at", "answers"};
    static const std::vector<std::string> clocks{"conversation", "target", "sequence", "started_at", "ended_at", "due_at", "state", "open_seconds", "seconds", "skewed"};
    static const std::vector<std::string> followers{"account", "network", "counted_at", "followers"};
    static const std::vector<std::string> apart{"author", "reason"};
    static const std::vector<std::string> goals{"entry", "network", "from", "to", "visits", "goal", "completions", "value", "currency"};
    static const std::vector<std::string> surveys{"number", "kind", "score", "answered_at", "network", "conversation"};
    switch (kind) {
    case ProofRows::Posts: return posts;
    case ProofRows::OwnPosts: return own;
    case ProofRows::People: return people;
    case ProofRows::Answers: return answers;
    case ProofRows::Relays: return relays;
    case ProofRows::Readings: return readings;
    case ProofRows::Conversations: return conversations;
    case ProofRows::Moments: return moments;
    case ProofRows::Clocks: return clocks;
    case ProofRows::Followers: return followers;
    case ProofRows::Apart: return apart;
    case ProofRows::Goals: return goals;
    case ProofRows::Surveys: return surveys;
    }
    return posts;
}

std::string tableText(const ProofTable &table)
{
    auto out = lineOf(columnsOf(table.kind)) + "\"sha256\"\n";
    for (const auto &cells : table.rows) {
        const auto line = lineOf(cells);
        out += line + '"' + sha256(line) + "\"\n";
    }
    return out;
}

ReadProofTable readTable(ProofRows kind, std::string_view text)
{
    ReadProofTable out;
    out.table.kind = kind;
    const auto head = lineOf(columnsOf(kind)) + "\"sha256\"";
    std::int64_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1); // a program that put the archive together again
        if (number == 1) {
            if (line != head)
                out.badLines.push_back(number);
            continue;
        }
        const bool whole = line.size() > kHashDigits + 2;
        const auto said = whole ? line.substr(0, line.size() - kHashDigits - 2) : std::string_view();
        const auto hash = whole ? line.substr(line.size() - kHashDigits - 1, kHashDigits) : std::string_view();
        auto cells = cellsOf(said);
        if (!cells || cells->size() != columnsOf(kind).size() || sha256(said) != hash) {
            out.badLines.push_back(number);
            continue;
        }
        out.table.rows.push_back(std::move(*cells));
    }
    return out;
}

std::string numberCell(const std::optional<double> &value) { return value ? fmt::format("{}", *value) : std::string(); }

std::string timeCell(const std::optional<Instant> &at)
{
    return at ? toRfc3339(*at) : std::string();
}

std::string countsCell(const std::vector<MetricValue> &counts)
{
    std::string out;
    for (const auto &count : counts) {
        const bool given = count.status == ValueStatus::Ok || count.status == ValueStatus::Estimated;
        out += (out.empty() ? "" : ";") + count.key + '='
               + (given ? (count.status == ValueStatus::Estimated ? "~" : "") + numberCell(count.value) : "?" + std::to_string(static_cast<int>(count.status)));
    }
    return out;
}

} // namespace vigie::insight
