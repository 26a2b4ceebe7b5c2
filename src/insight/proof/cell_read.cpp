// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/cell_read.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight::cell {

namespace {
constexpr double kLargest = 1e15; ///< a double still counts one by one up to there
}

Result<bool> yes(const std::string &cell)
{
    VIGIE_TRY(const auto value, whole<int>(cell, 0, 1));
    return value == 1;
}

Result<std::optional<double>> number(const std::string &cell)
{
    if (cell.empty())
        return std::optional<double>();
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || !std::isfinite(value) || std::abs(value) > kLargest)
        return fail(Errc::InvalidInput, "not a number: " + cell);
    return std::optional(value);
}

Result<std::optional<Instant>> instant(const std::string &cell)
{
    if (cell.empty())
        return std::optional<Instant>();
    VIGIE_TRY(const auto at, parseRfc3339(cell));
    return std::optional(at);
}

Result<std::vector<MetricValue>> counts(std::string_view cell)
{
    std::vector<MetricValue> out;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(';'), cell.size());
        const auto entry = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        const auto sign = entry.find('=');
        if (sign == std::string_view::npos || sign == 0)
            return fail(Errc::InvalidInput, "not a count: " + std::string(entry));
        MetricValue count;
        count.key = std::string(entry.substr(0, sign));
        auto value = std::string(entry.substr(sign + 1));
        if (!value.empty() && value.front() == '?') {
            VIGIE_TRY(const auto status, whole<int>(value.substr(1), 0, static_cast<int>(ValueStatus::Estimated)));
            count.status = static_cast<ValueStatus>(status);
        } else {
            if (!value.empty() && value.front() == '~') {
                count.status = ValueStatus::Estimated;
                value.erase(0, 1);
            }
            VIGIE_TRY(const auto given, number(value));
            count.value = given.value_or(0);
        }
        out.push_back(std::move(count));
    }
    return out;
}

} // namespace vigie::insight::cell
