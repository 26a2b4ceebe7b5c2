// SPDX-License-Identifier: GPL-3.0-or-later
// The language of indicators: metrics of the catalogue with filters, joined by arithmetic that knows units. docs/formulas.md
// is the reference for people, and says why it has a parser of its own.
//
//   formula    := and { "or" and } ;  and := not { "and" not } ;  not := "not" not | comparison
//   comparison := sum [ ("<"|"<="|">"|">="|"="|"!=") sum ] ;  sum := product { ("+"|"-") product }
//   product    := unary { ("*"|"/") unary } ;  unary := "-" unary | primary
//   primary    := number [unit] | metric [ "[" filter { "," filter } "]" ] | function "(" formula { "," formula } ")" | "(" formula ")"
//   filter     := field ("="|"!="|"<"|"<="|">"|">=") ( text | word | ["-"] digit ) ;  unit := "%" | pt | s | min | h | d | w
// Thread: values, pure functions. Errors: FormulaError with its place; toError() makes InvalidInput of it. Nothing is written
// in words here: sentences in both languages are in formula_words.hpp and, for the window, in ui/dashboard.
#pragma once

#include <vigie/insight/figure.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace vigie::insight {

/// Caps against hostile input: bytes, nesting, nodes of the tree.
inline constexpr std::size_t kMaxFormulaBytes = 4096, kMaxFormulaNodes = 256;
inline constexpr int kMaxFormulaDepth = 32;
/// Days that offset() goes back at most: ten years.
inline constexpr int kMaxOffsetDays = 3660;

/// A product of powers of base units: count/day, people, s. Percent is no dimension but a scale of its own (times 100), points
/// of net sentiment are a unit of their own.
struct FormulaUnit {
    enum class Base : std::uint8_t { Count, People, Views, Seconds, Points, Stars, Score, Currency, Post, Day, Hour };
    static constexpr std::size_t kBases = 11;
    std::array<std::int8_t, kBases> powers{};
    bool percent = false;

    [[nodiscard]] static FormulaUnit of(Unit unit);
    [[nodiscard]] bool isPlain() const { return !percent && powers == decltype(powers){}; }
    /// The catalogue's unit, Ratio where there is none of that shape.
    [[nodiscard]] Unit nearest() const;
    /// "count/day", "people", "s", "%", "pt"; "1" for a plain number. The same in every language.
    [[nodiscard]] std::string toString() const;
    friend bool operator==(const FormulaUnit &, const FormulaUnit &) = default;
};

struct FormulaType {
    FormulaUnit unit;
    bool boolean = false;  ///< a condition
    bool bare = false;     ///< made of numbers without unit: takes that of what stands beside it, where that is a count of something
    bool additive = false; ///< the value of two days is the sum of both
    friend bool operator==(const FormulaType &, const FormulaType &) = default;
};

enum class FormulaField : std::uint8_t { Lang, Network, Tag, Query, Sentiment, Words, Relays };
enum class FormulaCompare : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
struct FormulaFilter {
    FormulaField field = FormulaField::Lang;
    FormulaCompare compare = FormulaCompare::Equal;
    std::string value;                  ///< sentiment: "-1", "0", "1"; relays: "yes", "no"
    std::uint32_t begin = 0, end = 0;   ///< of the value, in the source
};

enum class FormulaSuffix : std::uint8_t { None, Percent, Points, Seconds, Minutes, Hours, Days, Weeks };
struct FormulaNode {
    enum class Kind : std::uint8_t { Number, Metric, Negate, Not, Add, Subtract, Multiply, Divide, Compare, And, Or, Call };
    Kind kind = Kind::Number;
    std::uint32_t begin = 0, end = 0;   ///< UTF-8 bytes of the source
    double number = 0;
    FormulaSuffix suffix = FormulaSuffix::None;
    FormulaCompare compare = FormulaCompare::Equal;
    std::string name;                   ///< of the metric or function
    std::vector<FormulaFilter> filters; ///< of a metric
    std::vector<FormulaNode> children;
    // What the check found:
    FormulaType type;
    FigureScope scope;                  ///< of a metric: its filters
};
/// The same tree, places and types apart.
[[nodiscard]] bool sameFormula(const FormulaNode &a, const FormulaNode &b);

enum class FormulaFault : std::uint8_t {
    None,
    Empty, TooLong, TooDeep, TooLarge,
    BadCharacter,        ///< what was found
    UnclosedQuote, UnclosedParenthesis, UnclosedBracket,
    Unexpected,          ///< what was found
    MissingOperand,      ///< the place where something is missing
    BadNumber,           ///< what was found
    UnknownSuffix,       ///< the suffix
    UnknownMetric,       ///< its name, the nearest one or nothing
    UnknownFunction,     ///< its name, the nearest one or nothing
    ArgumentCount,       ///< the function, how it is written
    UnitMismatch,        ///< unit on the left, unit on the right
    BareNumber,          ///< the number, how it may be written
    NotANumber, NotACondition,
    UnknownFilter,       ///< its name
    BadFilterValue,      ///< the field, the value
    UnknownFilterValue,  ///< the field, the value, the nearest one or nothing
    DoubleFilter,        ///< the field
    BadWords,            ///< the words of the query language, their mistake's name
    NotAdditive,         ///< the function
    BadOffset, BadBound,
    NestedDays,          ///< the function
    FilterIgnored        ///< the figure, the filter: posts of ours and conversations are narrowed by networks alone
};
[[nodiscard]] const char *faultName(FormulaFault fault) noexcept; ///< "unit-mismatch" ...
struct FormulaError {
    FormulaFault fault = FormulaFault::None;
    std::uint32_t begin = 0, end = 0;   ///< UTF-8 bytes; begin == end: something is missing there
    std::uint32_t column = 1;           ///< in characters, from 1
    std::vector<std::string> arguments; ///< as said at the fault
};
[[nodiscard]] Error toError(const FormulaError &error);

[[nodiscard]] tl::expected<FormulaNode, FormulaError> parseFormula(std::string_view source);
/// Canonical source: parses back to the same tree.
[[nodiscard]] std::string toSource(const FormulaNode &node);

/// What filters may name.
struct FormulaNames {
    std::vector<std::pair<std::string, QueryId>> queries;
    std::vector<std::pair<std::string, TagId>> tags;
    std::vector<std::string> networks;  ///< connector ids; none: any is taken
};

struct TypedFormula {
    std::string source;                 ///< canonical
    FormulaNode root;                   ///< with types and scopes
    [[nodiscard]] const FormulaUnit &unit() const { return root.type.unit; }
};
/// Parses, checks units and names. `metrics`: catalogue() but in tests.
[[nodiscard]] tl::expected<TypedFormula, FormulaError> checkFormula(std::string_view source, const FormulaNames &names, std::span<const Metric> metrics);
[[nodiscard]] tl::expected<TypedFormula, FormulaError> checkFormula(std::string_view source, const FormulaNames &names = {});

} // namespace vigie::insight
