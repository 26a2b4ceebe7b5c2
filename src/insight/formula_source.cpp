// SPDX-License-Identifier: GPL-3.0-or-later
// A tree back to its canonical source: parentheses only where they are needed, filters in the order of their fields.
#include "insight/formula_lexer.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace vigie::insight {

namespace {

using Kind = FormulaNode::Kind;

/// How tightly a node holds together; what stands inside must hold at least as tightly.
constexpr int kOr = 1, kAnd = 2, kNot = 3, kCompare = 4, kSum = 5, kProduct = 6, kUnary = 7, kPrimary = 8;
constexpr std::size_t kDigits = 512;

int tightness(const FormulaNode &node)
{
    switch (node.kind) {
    case Kind::Or: return kOr;
    case Kind::And: return kAnd;
    case Kind::Not: return kNot;
    case Kind::Compare: return kCompare;
    case Kind::Add:
    case Kind::Subtract: return kSum;
    case Kind::Multiply:
    case Kind::Divide: return kProduct;
    case Kind::Negate: return kUnary;
    case Kind::Number:
    case Kind::Metric:
    case Kind::Call: return kPrimary;
    }
    return kPrimary;
}

const char *signOf(const FormulaNode &node)
{
    switch (node.kind) {
    case Kind::Or: return " or ";
    case Kind::And: return " and ";
    case Kind::Add: return " + ";
    case Kind::Subtract: return " - ";
    case Kind::Multiply: return " * ";
    case Kind::Divide: return " / ";
    default: return "";
    }
}

std::string quoted(const std::string &text)
{
    const char quote = text.find('"') != std::string::npos && text.find('\'') == std::string::npos ? '\'' : '"';
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\')
            out += '\\';
        out += c;
    }
    return out + quote;
}

std::string filterText(const FormulaFilter &filter)
{
    const bool plain = filter.field == FormulaField::Sentiment || filter.field == FormulaField::Relays;
    return std::string(kFormulaFields[static_cast<std::size_t>(filter.field)]).append(kFormulaCompares[static_cast<std::size_t>(filter.compare)]) + (plain ? filter.value : quoted(filter.value));
}

auto filterKey(const FormulaFilter &filter)
{
    return std::tie(filter.field, filter.compare, filter.value);
}

std::vector<FormulaFilter> inOrder(std::vector<FormulaFilter> filters)
{
    std::stable_sort(filters.begin(), filters.end(), [](const FormulaFilter &a, const FormulaFilter &b) { return filterKey(a) < filterKey(b); });
    return filters;
}

std::string numberText(const FormulaNode &node)
{
    std::array<char, kDigits> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), node.number, std::chars_format::fixed);
    return std::string(digits.data(), written.ptr) + suffixName(node.suffix);
}

std::string inside(const FormulaNode &child, int atLeast)
{
    return tightness(child) >= atLeast ? toSource(child) : "(" + toSource(child) + ")";
}

std::string listed(const FormulaNode &node)
{
    auto out = node.name;
    if (node.kind == Kind::Call) {
        out += '(';
        for (std::size_t i = 0; i < node.children.size(); ++i)
            out += (i == 0 ? "" : ", ") + toSource(node.children[i]);
        return out + ')';
    }
    if (node.filters.empty())
        return out;
    out += '[';
    const auto filters = inOrder(node.filters);
    for (std::size_t i = 0; i < filters.size(); ++i)
        out += (i == 0 ? "" : ", ") + filterText(filters[i]);
    return out + ']';
}

} // namespace

std::string toSource(const FormulaNode &node)
{
    switch (node.kind) {
    case Kind::Number: return numberText(node);
    case Kind::Metric:
    case Kind::Call: return listed(node);
    case Kind::Negate: return "-" + inside(node.children[0], kUnary);
    case Kind::Not: return "not " + inside(node.children[0], kNot);
    case Kind::Compare:
        return inside(node.children[0], kSum).append(" ").append(kFormulaCompares[static_cast<std::size_t>(node.compare)]).append(" ") + inside(node.children[1], kSum);
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Multiply:
    case Kind::Divide:
    case Kind::And:
    case Kind::Or: {
        const int own = tightness(node);
        return inside(node.children[0], own) + signOf(node) + inside(node.children[1], own + 1); // a - (b - c)
    }
    }
    return {};
}

bool sameFormula(const FormulaNode &a, const FormulaNode &b)
{
    const auto filters = inOrder(a.filters), others = inOrder(b.filters);
    return a.kind == b.kind && a.number == b.number && a.suffix == b.suffix && a.compare == b.compare && a.name == b.name
           && std::equal(filters.begin(), filters.end(), others.begin(), others.end(), [](const auto &x, const auto &y) { return filterKey(x) == filterKey(y); })
           && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), sameFormula);
}

} // namespace vigie::insight
