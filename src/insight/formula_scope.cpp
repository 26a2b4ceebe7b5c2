// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/formula_scope.hpp"

#include "insight/formula_functions.hpp"
#include "insight/formula_lexer.hpp"

#include <vigie/text/query.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr std::array<std::int8_t, 3> kTones{-1, 0, 1};
constexpr std::size_t kLongestLang = 8;

bool holds(FormulaCompare compare, int left, int right)
{
    switch (compare) {
    case FormulaCompare::Equal: return left == right;
    case FormulaCompare::NotEqual: return left != right;
    case FormulaCompare::Less: return left < right;
    case FormulaCompare::LessEqual: return left <= right;
    case FormulaCompare::Greater: return left > right;
    case FormulaCompare::GreaterEqual: return left >= right;
    }
    return false;
}

class ScopeMaker {
public:
    ScopeMaker(std::string_view source, const FormulaNames &names) : source_(source), names_(names) {}

    tl::expected<FigureScope, FormulaError> make(const std::vector<FormulaFilter> &filters)
    {
        for (const auto &filter : filters) {
            const bool once = filter.field == FormulaField::Query || filter.field == FormulaField::Words || filter.field == FormulaField::Relays;
            const auto same = std::count_if(filters.begin(), filters.end(), [&](const FormulaFilter &other) { return other.field == filter.field; });
            if (once && same > 1)
                return wrong(FormulaFault::DoubleFilter, filter, {name(filter)});
            if (auto error = add(filter))
                return tl::unexpected(std::move(*error));
        }
        for (const auto tone : kTones)
            if (toned_ && allowed_[static_cast<std::size_t>(tone + 1)])
                out_.tones.push_back(tone);
        return std::move(out_);
    }

private:
    static std::string name(const FormulaFilter &filter) { return std::string(kFormulaFields[static_cast<std::size_t>(filter.field)]); }
    [[nodiscard]] tl::unexpected<FormulaError> wrong(FormulaFault fault, const FormulaFilter &filter, std::vector<std::string> arguments) const
    {
        return tl::unexpected(formulaError(source_, fault, filter.begin, filter.end, std::move(arguments)));
    }
    std::optional<FormulaError> add(const FormulaFilter &filter)
    {
        switch (filter.field) {
        case FormulaField::Lang:
            if (filter.value.size() < 2 || filter.value.size() > kLongestLang)
                return wrong(FormulaFault::BadFilterValue, filter, {name(filter), filter.value}).value();
            out_.langs.push_back(filter.value);
            return std::nullopt;
        case FormulaField::Network:
            if (!names_.networks.empty() && std::find(names_.networks.begin(), names_.networks.end(), filter.value) == names_.networks.end())
                return unknown(filter, names_.networks);
            out_.networks.push_back(filter.value);
            return std::nullopt;
        case FormulaField::Tag: {
            const auto id = idOf(names_.tags, filter.value);
            if (!id)
                return unknown(filter, keys(names_.tags));
            out_.tags.push_back(*id);
            return std::nullopt;
        }
        case FormulaField::Query: {
            const auto id = idOf(names_.queries, filter.value);
            if (!id)
                return unknown(filter, keys(names_.queries));
            out_.query = *id;
            return std::nullopt;
        }
        case FormulaField::Sentiment: return addTone(filter);
        case FormulaField::Words: {
            const auto query = text::parseQuery(filter.value);
            if (!query)
                return wrong(FormulaFault::BadWords, filter, {filter.value, text::faultName(query.error().fault)}).value();
            out_.words = filter.value;
            return std::nullopt;
        }
        case FormulaField::Relays: out_.withoutRelays = filter.value == "no"; return std::nullopt;
        }
        return std::nullopt;
    }
    std::optional<FormulaError> addTone(const FormulaFilter &filter)
    {
        const int wanted = filter.value == "-1" ? -1 : filter.value == "1" ? 1 : 0;
        toned_ = true;
        for (const auto tone : kTones)
            allowed_[static_cast<std::size_t>(tone + 1)] = allowed_[static_cast<std::size_t>(tone + 1)] && holds(filter.compare, tone, wanted);
        if (std::none_of(allowed_.begin(), allowed_.end(), [](bool one) { return one; }))
            return wrong(FormulaFault::BadFilterValue, filter, {name(filter), filter.value}).value();
        return std::nullopt;
    }
    template <class T>
    static std::optional<T> idOf(const std::vector<std::pair<std::string, T>> &names, const std::string &wanted)
    {
        const auto found = std::find_if(names.begin(), names.end(), [&](const auto &one) { return one.first == wanted; });
        return found == names.end() ? std::nullopt : std::optional(found->second);
    }
    template <class T>
    static std::vector<std::string> keys(const std::vector<std::pair<std::string, T>> &names)
    {
        std::vector<std::string> out;
        for (const auto &one : names)
            out.push_back(one.first);
        return out;
    }
    std::optional<FormulaError> unknown(const FormulaFilter &filter, const std::vector<std::string> &known) const
    {
        return wrong(FormulaFault::UnknownFilterValue, filter, {name(filter), filter.value, nearestName(filter.value, known)}).value();
    }

    std::string_view source_;
    const FormulaNames &names_;
    FigureScope out_;
    bool toned_ = false;
    std::array<bool, 3> allowed_{true, true, true};
};

/// Empty means all; false: nothing is in both.
template <class T>
bool narrow(std::vector<T> &outer, const std::vector<T> &inner)
{
    if (inner.empty())
        return true;
    if (outer.empty()) {
        outer = inner;
        return true;
    }
    outer.erase(std::remove_if(outer.begin(), outer.end(), [&](const T &one) { return std::find(inner.begin(), inner.end(), one) == inner.end(); }), outer.end());
    return !outer.empty();
}

} // namespace

tl::expected<FigureScope, FormulaError> formulaScope(std::string_view source, const std::vector<FormulaFilter> &filters, const FormulaNames &names)
{
    return ScopeMaker(source, names).make(filters);
}

std::optional<FigureScope> narrowed(const FigureScope &outer, const FigureScope &inner)
{
    auto out = outer;
    if (inner.query)
        out.query = inner.query;
    if (!inner.words.empty())
        out.words = out.words.empty() ? inner.words : "(" + out.words + "\n) (" + inner.words + "\n)"; // a comment ends with its line
    out.withoutRelays = outer.withoutRelays || inner.withoutRelays;
    if (!narrow(out.networks, inner.networks) || !narrow(out.langs, inner.langs) || !narrow(out.tags, inner.tags) || !narrow(out.tones, inner.tones))
        return std::nullopt;
    return out;
}

} // namespace vigie::insight
