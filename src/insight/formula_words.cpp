// SPDX-License-Identifier: GPL-3.0-or-later
// Names of mistakes, and their sentences out of resources/insight/formula.json.
#include <vigie/insight/formula_help.hpp>

#include <vigie_embedded/formula_files.hpp>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using Words = nlohmann::json;

constexpr std::array kFaults{"none", "empty", "too-long", "too-deep", "too-large", "bad-character", "unclosed-quote", "unclosed-parenthesis", "unclosed-bracket", "unexpected",
                             "missing-operand", "bad-number", "unknown-suffix", "unknown-metric", "unknown-function", "argument-count", "unit-mismatch", "bare-number",
                             "not-a-number", "not-a-condition", "unknown-filter", "bad-filter-value", "unknown-filter-value", "double-filter", "bad-words", "not-additive",
                             "bad-offset", "bad-bound", "nested-days", "filter-ignored"};
static_assert(kFaults.size() == static_cast<std::size_t>(FormulaFault::FilterIgnored) + 1);

const Words &wordsOf(std::string_view language)
{
    static const Words all = Words::parse(embedded::formula_files.front().data);
    return all.at(language == "fr" ? "fr" : "en");
}

/// %1, %2 ... by what belongs there.
std::string filled(const std::string &sentence, const std::vector<std::string> &arguments)
{
    std::string out;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const auto number = i + 1 < sentence.size() && sentence[i] == '%' ? static_cast<std::size_t>(sentence[i + 1] - '1') : arguments.size();
        if (number < arguments.size()) {
            out += arguments[number];
            ++i;
        } else {
            out += sentence[i];
        }
    }
    return out;
}

} // namespace

const char *faultName(FormulaFault fault) noexcept
{
    return kFaults[static_cast<std::size_t>(fault)];
}

std::string formulaSentence(const FormulaError &error, std::string_view language)
{
    const auto &words = wordsOf(language);
    const auto &sentences = words.at("faults");
    // The name nearest to what was typed is the last argument, where there is one.
    const bool suggests = (error.fault == FormulaFault::UnknownMetric || error.fault == FormulaFault::UnknownFunction || error.fault == FormulaFault::UnknownFilterValue)
                          && !error.arguments.empty() && !error.arguments.back().empty();
    auto arguments = error.arguments;
    if (error.fault == FormulaFault::UnitMismatch)
        for (auto &unit : arguments)
            unit = words.at("units").value(unit, unit); // a product of several is said as it is written
    auto out = filled(sentences.at(faultName(error.fault)).get<std::string>(), arguments);
    if (suggests)
        out += filled(words.at("suggestion").get<std::string>(), {error.arguments.back()});
    return out;
}

std::string functionDefinition(std::string_view name, std::string_view language)
{
    const auto &functions = wordsOf(language).at("functions");
    const auto found = functions.find(std::string(name));
    return found == functions.end() ? std::string() : found->get<std::string>();
}

Error toError(const FormulaError &error)
{
    return {Errc::InvalidInput, fmt::format("formula: {} (column {})", formulaSentence(error, "en"), error.column), 0, std::nullopt, error.begin};
}

} // namespace vigie::insight
