// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/formula_functions.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <numeric>

namespace vigie::insight {

namespace {

constexpr std::size_t kShort = 4, kMostTyped = 64; ///< short names bear one slip, others two; longer words are near nothing

/// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        last.swap(row);
    }
    return last[b.size()];
}

} // namespace

const FunctionRow *formulaFunction(std::string_view name)
{
    const auto *found = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const FunctionRow &row) { return row.name == name; });
    return found == kFunctions.end() ? nullptr : found;
}

std::string nearestName(std::string_view typed, const std::vector<std::string> &names)
{
    if (typed.empty() || typed.size() > kMostTyped)
        return {};
    const auto wanted = lowerAscii(typed);
    std::size_t best = wanted.size() < kShort ? 2 : 3;
    std::string out;
    for (const auto &name : names) {
        auto far = distance(wanted, lowerAscii(name));
        if (far > 0 && wanted.size() >= kShort && lowerAscii(name).rfind(wanted, 0) == 0)
            far = 1; // its beginning
        if (far < best) {
            best = far;
            out = name;
        }
    }
    return out;
}

} // namespace vigie::insight
