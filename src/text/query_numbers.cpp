// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and addresses of the query language.
#include "text/query_fields.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace vigie::text {

namespace {

constexpr double kMostNumber = 1e15; // above, a double no longer tells one from the next

/// "12", "1.5k", "2,5M"; a comma is what French keyboards have for a point.
std::optional<double> readNumber(std::string_view raw)
{
    double factor = 1;
    if (!raw.empty()) {
        const char last = raw.back();
        if (last == 'k' || last == 'K')
            factor = 1000;
        else if (last == 'm' || last == 'M')
            factor = 1'000'000;
        if (factor > 1)
            raw.remove_suffix(1);
    }
    if (raw.empty() || raw.size() > 15 || raw.front() < '0' || raw.front() > '9')
        return std::nullopt;
    std::string digits(raw);
    std::replace(digits.begin(), digits.end(), ',', '.');
    if (digits.find_first_not_of("0123456789.") != std::string::npos)
        return std::nullopt;
    double value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    value *= factor;
    if (problem != std::errc{} || end != digits.data() + digits.size() || value > kMostNumber)
        return std::nullopt;
    return value;
}

bool boundary(char c)
{
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    return !part;
}

} // namespace

NumberValue readRange(std::string_view raw)
{
    NumberValue out;
    if (raw.empty())
        return {QueryFault::EmptyValue, {}};
    if (raw.front() == '=' && raw.find("..") != std::string_view::npos)
        raw.remove_prefix(1);
    if (const auto dots = raw.find(".."); dots != std::string_view::npos) {
        const auto low = raw.substr(0, dots), high = raw.substr(dots + 2);
        const auto least = readNumber(low), most = readNumber(high);
        if ((low.empty() && high.empty()) || (!low.empty() && !least) || (!high.empty() && !most))
            return {QueryFault::BadNumber, {}};
        if (least)
            out.range.least = *least;
        if (most)
            out.range.most = *most;
        if (least && most && *least > *most)
            out.fault = QueryFault::EmptyRange;
        return out;
    }
    const char sign = raw.front();
    if (sign == '>' || sign == '<' || sign == '=')
        raw.remove_prefix(1);
    const bool equal = sign != '=' && !raw.empty() && raw.front() == '=';
    if (equal && (sign == '>' || sign == '<'))
        raw.remove_prefix(1);
    const auto number = readNumber(raw);
    if (!number)
        return {QueryFault::BadNumber, {}};
    if (sign != '<')
        out.range.least = *number;
    if (sign != '>')
        out.range.most = *number;
    out.range.aboveLeast = sign == '>' && !equal;
    out.range.belowMost = sign == '<' && !equal;
    return out;
}

std::string rangeSource(const QueryRange &range, bool equals)
{
    const bool low = std::isfinite(range.least), high = std::isfinite(range.most);
    if (low && high)
        return range.least == range.most ? fmt::format("{}{:.15g}", equals ? "=" : "", range.least)
                                         : fmt::format("{}{:.15g}..{:.15g}", equals ? "=" : "", range.least, range.most);
    if (high)
        return fmt::format("{}{:.15g}", range.belowMost ? "<" : "<=", range.most);
    return fmt::format("{}{:.15g}", range.aboveLeast ? ">" : ">=", low ? range.least : 0.0);
}

std::string urlKey(std::string_view url)
{
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    std::string key(url);
    for (auto &c : key)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    if (key.rfind("www.", 0) == 0)
        key.erase(0, 4);
    while (!key.empty() && key.back() == '/')
        key.pop_back();
    return key;
}

bool siteMatches(std::string_view key, std::string_view value)
{
    const auto host = key.substr(0, key.find_first_of("/:?#"));
    const auto wanted = value.substr(0, value.find('/'));
    const bool same = host == wanted
                      || (host.size() > wanted.size() && host.substr(host.size() - wanted.size()) == wanted && host[host.size() - wanted.size() - 1] == '.');
    if (!same || wanted.size() == value.size())
        return same;
    const auto slash = key.find('/');
    return slash != std::string_view::npos && key.substr(slash).rfind(value.substr(wanted.size()), 0) == 0;
}

bool urlMatches(std::string_view key, std::string_view value)
{
    if (value.empty())
        return false;
    // Whole names only (x.com is not netflix.com); behind a slash the beginning of one is enough.
    const bool path = value.find('/') != std::string_view::npos;
    for (auto at = key.find(value); at != std::string_view::npos; at = key.find(value, at + 1)) {
        const auto end = at + value.size();
        const bool begins = at == 0 || boundary(key[at - 1]) || boundary(value.front());
        const bool ends = path || end == key.size() || boundary(key[end]) || boundary(value.back());
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace vigie::text
