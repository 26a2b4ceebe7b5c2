// SPDX-License-Identifier: GPL-3.0-or-later
// Units and names. Recursion is bounded by the parser's caps.
#include "insight/formula_functions.hpp"
#include "insight/formula_lexer.hpp"
#include "insight/formula_scope.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

using Kind = FormulaNode::Kind;
using Base = FormulaUnit::Base;
using Checked = tl::expected<void, FormulaError>;

FormulaUnit unitOf(FormulaSuffix suffix)
{
    switch (suffix) {
    case FormulaSuffix::None: return {};
    case FormulaSuffix::Percent: return FormulaUnit::of(Unit::Percent);
    case FormulaSuffix::Points: return FormulaUnit::of(Unit::Points);
    case FormulaSuffix::Seconds:
    case FormulaSuffix::Minutes:
    case FormulaSuffix::Hours:
    case FormulaSuffix::Days:
    case FormulaSuffix::Weeks: return FormulaUnit::of(Unit::Seconds);
    }
    return {};
}

/// A number without unit may stand beside what is counted; beside times, percentages and points it must say what it is.
bool takesBare(const FormulaUnit &unit)
{
    return !unit.percent && unit.powers[static_cast<std::size_t>(Base::Seconds)] == 0 && unit.powers[static_cast<std::size_t>(Base::Points)] == 0;
}

FormulaUnit combined(const FormulaUnit &a, const FormulaUnit &b, int sign)
{
    FormulaUnit out;
    for (std::size_t i = 0; i < FormulaUnit::kBases; ++i)
        out.powers[i] = static_cast<std::int8_t>(std::clamp(a.powers[i] + sign * b.powers[i], -100, 100));
    // A percentage of a plain number stays one; of anything else it is a part of it.
    out.percent = (a.percent && (b.isPlain() || (b.percent && sign > 0))) || (b.percent && a.isPlain() && sign > 0);
    return out;
}

class Checker {
public:
    Checker(std::string_view source, const FormulaNames &names, std::span<const Metric> metrics) : source_(source), names_(names), metrics_(metrics) {}

    Checked check(FormulaNode &node)
    {
        switch (node.kind) {
        case Kind::Number:
            node.type.unit = unitOf(node.suffix);
            node.type.bare = node.suffix == FormulaSuffix::None;
            return {};
        case Kind::Metric: return checkMetric(node);
        case Kind::Call: return checkCall(node);
        default: break;
        }
        for (auto &child : node.children)
            if (auto checked = check(child); !checked)
                return checked;
        return checkOperator(node);
    }

private:
    [[nodiscard]] tl::unexpected<FormulaError> wrong(FormulaFault fault, const FormulaNode &at, std::vector<std::string> arguments = {}) const
    {
        return tl::unexpected(formulaError(source_, fault, at.begin, at.end, std::move(arguments)));
    }
    Checked wantNumber(const FormulaNode &node) const { return node.type.boolean ? Checked(wrong(FormulaFault::NotANumber, node)) : Checked(); }
    Checked wantCondition(const FormulaNode &node) const { return node.type.boolean ? Checked() : Checked(wrong(FormulaFault::NotACondition, node)); }

    /// How a bare number is written beside that unit.
    static std::string written(const FormulaNode &number, const FormulaUnit &unit)
    {
        if (number.kind != Kind::Number)
            return unit.percent ? "10%" : unit == FormulaUnit::of(Unit::Points) ? "10pt" : "2h";
        return toSource(number) + (unit.percent ? "%" : unit == FormulaUnit::of(Unit::Points) ? "pt" : "s");
    }
    /// Both are numbers of one unit, which is that of `out`.
    Checked join(const FormulaNode &a, const FormulaNode &b, FormulaType &out) const
    {
        for (const auto *side : {&a, &b})
            if (auto number = wantNumber(*side); !number)
                return number;
        out.unit = a.type.bare ? b.type.unit : a.type.unit;
        out.bare = a.type.bare && b.type.bare;
        out.additive = a.type.additive && b.type.additive;
        if (a.type.bare != b.type.bare && !takesBare(out.unit)) {
            const auto &number = a.type.bare ? a : b;
            return wrong(FormulaFault::BareNumber, number, {toSource(number), written(number, out.unit)});
        }
        if (!a.type.bare && !b.type.bare && a.type.unit != b.type.unit)
            return wrong(FormulaFault::UnitMismatch, b, {a.type.unit.toString(), b.type.unit.toString()});
        return {};
    }
    Checked checkOperator(FormulaNode &node)
    {
        auto &first = node.children[0];
        switch (node.kind) {
        case Kind::Not:
            node.type.boolean = true;
            return wantCondition(first);
        case Kind::And:
        case Kind::Or:
            node.type.boolean = true;
            if (auto left = wantCondition(first); !left)
                return left;
            return wantCondition(node.children[1]);
        case Kind::Negate:
            node.type = first.type;
            return wantNumber(first);
        case Kind::Compare: {
            FormulaType type;
            node.type.boolean = true;
            return join(first, node.children[1], type);
        }
        case Kind::Add:
        case Kind::Subtract: return join(first, node.children[1], node.type);
        default: return scale(node, node.kind == Kind::Multiply ? 1 : -1);
        }
    }
    Checked scale(FormulaNode &node, int sign) const
    {
        const auto &a = node.children[0], &b = node.children[1];
        for (const auto *side : {&a, &b})
            if (auto number = wantNumber(*side); !number)
                return number;
        node.type.unit = combined(a.type.unit, b.type.unit, sign);
        node.type.bare = a.type.bare && b.type.bare;
        node.type.additive = (a.type.additive && b.type.bare) || (sign > 0 && a.type.bare && b.type.additive);
        return {};
    }
    Checked checkMetric(FormulaNode &node)
    {
        const auto found = std::find_if(metrics_.begin(), metrics_.end(), [&](const Metric &one) { return one.key == node.name; });
        if (found == metrics_.end()) {
            std::vector<std::string> keys;
            for (const auto &one : metrics_)
                keys.push_back(one.key);
            auto name = node;
            name.end = name.begin + static_cast<std::uint32_t>(node.name.size());
            return wrong(FormulaFault::UnknownMetric, name, {node.name, nearestName(node.name, keys)});
        }
        node.type.unit = FormulaUnit::of(found->unit);
        node.type.additive = found->additive;
        // A filter that counts nothing out must not look as if it did.
        const bool ours = found->family == "care" || found->family == "engagement";
        for (const auto &filter : node.filters)
            if (ours && filter.field != FormulaField::Network)
                return tl::unexpected(formulaError(source_, FormulaFault::FilterIgnored, filter.begin, filter.end, {node.name, std::string(kFormulaFields[static_cast<std::size_t>(filter.field)])}));
        auto scope = formulaScope(source_, node.filters, names_);
        if (!scope)
            return tl::unexpected(std::move(scope.error()));
        node.scope = std::move(*scope);
        return {};
    }
    Checked checkCall(FormulaNode &node)
    {
        const auto *row = formulaFunction(node.name);
        if (row == nullptr) {
            std::vector<std::string> all;
            for (const auto &one : kFunctions)
                all.emplace_back(one.name);
            auto name = node;
            name.end = name.begin + static_cast<std::uint32_t>(node.name.size());
            return wrong(FormulaFault::UnknownFunction, name, {node.name, nearestName(node.name, all)});
        }
        if (node.children.size() != row->arguments)
            return wrong(FormulaFault::ArgumentCount, node, {node.name, std::string(row->signature)});
        if (row->overDays && overDays_)
            return wrong(FormulaFault::NestedDays, node, {node.name});
        overDays_ = overDays_ || row->overDays;
        const std::size_t checked = row->function == FormulaFunction::Ci || row->function == FormulaFunction::Offset ? 1 : node.children.size();
        for (std::size_t i = 0; i < checked; ++i)
            if (auto child = check(node.children[i]); !child)
                return child;
        if (row->overDays)
            overDays_ = false;
        return typeOf(node, row->function);
    }
    Checked typeOf(FormulaNode &node, FormulaFunction function)
    {
        const auto &first = node.children[0];
        if (function == FormulaFunction::If) {
            if (auto condition = wantCondition(first); !condition)
                return condition;
            return join(node.children[1], node.children[2], node.type);
        }
        if (auto number = wantNumber(first); !number)
            return number;
        switch (function) {
        case FormulaFunction::Coalesce: return join(first, node.children[1], node.type);
        case FormulaFunction::Ratio: return scale(node, -1);
        case FormulaFunction::Share: {
            FormulaType joined;
            node.type.unit.percent = true;
            return join(first, node.children[1], joined);
        }
        case FormulaFunction::Offset: return checkOffset(node);
        case FormulaFunction::Ci: return checkBound(node);
        case FormulaFunction::PerDay:
        case FormulaFunction::Sum:
            if (!first.type.additive)
                return wrong(FormulaFault::NotAdditive, first, {node.name});
            node.type = first.type;
            node.type.additive = false;
            if (function == FormulaFunction::PerDay)
                node.type.unit = combined(first.type.unit, dayUnit(), -1);
            return {};
        default:
            node.type = first.type;
            node.type.additive = function == FormulaFunction::Prev && first.type.additive;
            return {};
        }
    }
    static FormulaUnit dayUnit()
    {
        FormulaUnit unit;
        unit.powers[static_cast<std::size_t>(Base::Day)] = 1;
        return unit;
    }
    Checked checkOffset(FormulaNode &node)
    {
        const auto &by = node.children[1];
        const double days = by.number * (by.suffix == FormulaSuffix::Weeks ? 7 : 1);
        const bool isDays = by.kind == Kind::Number && (by.suffix == FormulaSuffix::Days || by.suffix == FormulaSuffix::Weeks);
        if (!isDays || days != std::floor(days) || days < 1 || days > kMaxOffsetDays)
            return wrong(FormulaFault::BadOffset, by);
        node.type = node.children[0].type;
        return {};
    }
    Checked checkBound(FormulaNode &node)
    {
        const auto &bound = node.children[1];
        if (bound.kind != Kind::Metric || !bound.filters.empty() || (bound.name != "low" && bound.name != "high"))
            return wrong(FormulaFault::BadBound, bound);
        node.type = node.children[0].type;
        node.type.additive = false;
        return {};
    }

    std::string_view source_;
    const FormulaNames &names_;
    std::span<const Metric> metrics_;
    bool overDays_ = false;
};

} // namespace

tl::expected<TypedFormula, FormulaError> checkFormula(std::string_view source, const FormulaNames &names, std::span<const Metric> metrics)
{
    auto root = parseFormula(source);
    if (!root)
        return tl::unexpected(std::move(root.error()));
    if (auto checked = Checker(source, names, metrics).check(*root); !checked)
        return tl::unexpected(std::move(checked.error()));
    if (root->type.boolean)
        return tl::unexpected(formulaError(source, FormulaFault::NotANumber, root->begin, root->end));
    auto canonical = toSource(*root);
    return TypedFormula{std::move(canonical), std::move(*root)};
}

tl::expected<TypedFormula, FormulaError> checkFormula(std::string_view source, const FormulaNames &names)
{
    return checkFormula(source, names, catalogue());
}

} // namespace vigie::insight
