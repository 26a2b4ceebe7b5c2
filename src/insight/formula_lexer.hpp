// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the source of a formula into tokens. A mistake ends it: the last token then is Wrong and says which.
// Thread: pure. Errors: the fault of the Wrong token.
#pragma once

#include <vigie/insight/formula.hpp>

namespace vigie::insight {

struct FormulaToken {
    enum class Kind : std::uint8_t { Number, Name, Text, Sign, End, Wrong };
    Kind kind = Kind::End;
    std::uint32_t begin = 0, end = 0;
    std::string text;                    ///< name in small letters, text without its quotes, the sign
    double number = 0;
    FormulaSuffix suffix = FormulaSuffix::None;
    FormulaFault fault = FormulaFault::None;
};
/// In the order of FormulaField and FormulaCompare.
inline constexpr std::array<std::string_view, 7> kFormulaFields{"lang", "network", "tag", "query", "sentiment", "words", "relays"};
inline constexpr std::array<std::string_view, 6> kFormulaCompares{"=", "!=", "<", "<=", ">", ">="};

/// Ends with End or Wrong.
[[nodiscard]] std::vector<FormulaToken> formulaTokens(std::string_view source);

/// An error at [begin, end) with its column counted.
[[nodiscard]] FormulaError formulaError(std::string_view source, FormulaFault fault, std::uint32_t begin, std::uint32_t end, std::vector<std::string> arguments = {});
[[nodiscard]] const char *suffixName(FormulaSuffix suffix) noexcept; ///< "%", "pt", "h"; "" for None

} // namespace vigie::insight
