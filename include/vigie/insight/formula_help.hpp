// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor of formulas needs: stretches to colour, what may be typed at a place, what stands there. All of it works on
// sources that are wrong or half typed. And the sentences of mistakes for programs without a window.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/insight/formula.hpp>

#include <optional>

namespace vigie::insight {

struct FormulaSpan {
    enum class Kind : std::uint8_t { Metric, Function, Number, Text, Filter, Word, Sign, Wrong };
    Kind kind = Kind::Word;
    std::uint32_t begin = 0, end = 0;   ///< UTF-8 bytes
};
/// In order, without overlap; blanks lie between.
[[nodiscard]] std::vector<FormulaSpan> formulaSpans(std::string_view source, std::span<const Metric> metrics);

struct FormulaCompletion {
    enum class Kind : std::uint8_t { Metric, Function, Filter, Value };
    Kind kind = Kind::Metric;
    std::string text;                   ///< what stands there afterwards
    std::string name;                   ///< of the metric or function: its definition can be looked up
    std::uint32_t begin = 0, end = 0;   ///< what it replaces
};
/// What the letters before `cursor` may become; empty inside a number.
[[nodiscard]] std::vector<FormulaCompletion> formulaCompletions(std::string_view source, std::size_t cursor, const FormulaNames &names, std::span<const Metric> metrics);

/// The metric or function that stands at a place.
struct FormulaWord {
    bool isFunction = false;
    std::string name;
    std::uint32_t begin = 0, end = 0;
};
[[nodiscard]] std::optional<FormulaWord> formulaWordAt(std::string_view source, std::size_t position, std::span<const Metric> metrics);
/// "if(condition, then, else)"; empty for what is no function.
[[nodiscard]] std::string functionSignature(std::string_view name);
/// Names of all functions, in the order of docs/formulas.md.
[[nodiscard]] std::vector<std::string> functionNames();

/// The sentence of a mistake; `language`: "fr", else English. Words: resources/insight/formula.json.
[[nodiscard]] std::string formulaSentence(const FormulaError &error, std::string_view language);
/// What a function does; empty for what is no function.
[[nodiscard]] std::string functionDefinition(std::string_view name, std::string_view language);

} // namespace vigie::insight
