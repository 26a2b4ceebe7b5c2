// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/file.hpp"

#include <vigie/base/csv.hpp>
#include <vigie/base/digest.hpp>

#include <cmath>

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

std::string proofTable(ProofRows kind, const std::vector<ProofRow> &rows)
{
    auto out = lineOf(proofColumns(kind)) + "\"sha256\"\n";
    for (const auto &row : rows) {
        const auto line = lineOf(row.cells);
        out += line + '"' + sha256(line) + "\"\n";
    }
    return out;
}

ProofTable readProofTable(ProofRows kind, std::string_view table)
{
    ProofTable out;
    const auto head = lineOf(proofColumns(kind)) + "\"sha256\"";
    std::int64_t number = 0;
    while (!table.empty()) {
        const auto end = std::min(table.find('\n'), table.size());
        auto line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        ++number;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1); // a program that put the archive together again
        if (number == 1) {
            if (line != head)
                out.badLines.push_back(number);
            continue;
        }
        const bool long_ = line.size() > kHashDigits + 2;
        const auto said = long_ ? line.substr(0, line.size() - kHashDigits - 2) : std::string_view();
        const auto hash = long_ ? line.substr(line.size() - kHashDigits - 1, kHashDigits) : std::string_view();
        auto cells = cellsOf(said);
        if (!cells || cells->size() != proofColumns(kind).size() || sha256(said) != hash) {
            out.badLines.push_back(number);
            continue;
        }
        out.rows.push_back({std::move(*cells)});
    }
    return out;
}

nlohmann::json proofResult(const ProofResult &result)
{
    const auto number = [](const std::optional<double> &value) { return value && std::isfinite(*value) ? nlohmann::json(*value) : nlohmann::json(); };
    nlohmann::json interval;
    if (result.interval)
        interval = {number(result.interval->low), number(result.interval->high)};
    return {{"value", number(result.value)}, {"n", result.n}, {"interval", interval}};
}

std::string proofText(const nlohmann::json &head) { return head.dump(2) + "\n"; }

} // namespace vigie::insight
