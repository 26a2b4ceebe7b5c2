// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the typed tree. What is read once is not read again in the same evaluation.
#include <vigie/insight/formula_value.hpp>

#include "insight/formula_functions.hpp"
#include "insight/formula_interval.hpp"
#include "insight/formula_scope.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vigie::insight {

namespace {

using Kind = FormulaNode::Kind;

constexpr double kHundred = 100;

double secondsIn(FormulaSuffix suffix)
{
    switch (suffix) {
    case FormulaSuffix::Minutes: return 60;
    case FormulaSuffix::Hours: return 3600;
    case FormulaSuffix::Days: return 86'400;
    case FormulaSuffix::Weeks: return 7 * 86'400;
    default: return 1;
    }
}

/// By its filters, `part` counts some of what `whole` counts: the same figure, narrowed further.
bool narrows(const FormulaNode &part, const FormulaNode &whole)
{
    if (part.kind != Kind::Metric || whole.kind != Kind::Metric || part.name != whole.name)
        return false;
    const auto in = [&](const FormulaFilter &wanted) {
        return std::any_of(part.filters.begin(), part.filters.end(), [&](const FormulaFilter &one) { return one.field == wanted.field && one.compare == wanted.compare && one.value == wanted.value; });
    };
    // Several values of one field are an "or": only what both have alike, or the part has beside, narrows.
    const auto more = [&](const FormulaFilter &one) {
        const bool same = std::any_of(whole.filters.begin(), whole.filters.end(), [&](const FormulaFilter &other) { return other.field == one.field; });
        const bool alike = std::any_of(whole.filters.begin(), whole.filters.end(), [&](const FormulaFilter &other) { return other.field == one.field && other.compare == one.compare && other.value == one.value; });
        return (!same || alike) && (one.field != FormulaField::Query || alike); // another query is no part of it
    };
    return std::all_of(whole.filters.begin(), whole.filters.end(), in) && std::all_of(part.filters.begin(), part.filters.end(), more);
}

std::optional<bool> compared(FormulaCompare compare, const std::optional<double> &a, const std::optional<double> &b)
{
    if (!a || !b)
        return std::nullopt;
    switch (compare) {
    case FormulaCompare::Equal: return *a == *b;
    case FormulaCompare::NotEqual: return *a != *b;
    case FormulaCompare::Less: return *a < *b;
    case FormulaCompare::LessEqual: return *a <= *b;
    case FormulaCompare::Greater: return *a > *b;
    case FormulaCompare::GreaterEqual: return *a >= *b;
    }
    return std::nullopt;
}

class Evaluation {
public:
    Evaluation(const FigureScope &scope, const Period &period, FigureSource &source) : scope_(scope), whole_(period), source_(source) {}

    Result<Amount> amount(const FormulaNode &node, const Period &period)
    {
        switch (node.kind) {
        case Kind::Number: return fixedAmount(node.number * secondsIn(node.suffix));
        case Kind::Metric: return figure(node, period);
        case Kind::Call: return call(node, period);
        default: break;
        }
        VIGIE_TRY(auto first, amount(node.children[0], period));
        if (node.kind == Kind::Negate)
            return moved(std::move(first), -1, 0);
        if (node.kind == Kind::Not) {
            if (first.truth)
                first.truth = !*first.truth;
            return first;
        }
        VIGIE_TRY(const auto second, amount(node.children[1], period));
        return joined(node, first, second);
    }
    FormulaValue finish(const Amount &amount, const TypedFormula &formula)
    {
        out_.value = amount.value;
        out_.unit = formula.unit();
        if (amount.value && amount.interval) {
            out_.interval = amount.interval;
            out_.method = amount.method;
        }
        return std::move(out_);
    }

private:
    static Amount joined(const FormulaNode &node, const Amount &a, const Amount &b)
    {
        Amount out;
        switch (node.kind) {
        case Kind::And:
        case Kind::Or: {
            // What decides alone decides, even beside what is not known.
            const bool decides = node.kind == Kind::Or;
            if (a.truth == decides || b.truth == decides)
                out.truth = decides;
            else if (a.truth && b.truth)
                out.truth = !decides;
            return out;
        }
        case Kind::Compare: out.truth = compared(node.compare, a.value, b.value); return out;
        case Kind::Add: return sumOf(a, b, 1);
        case Kind::Subtract: return sumOf(a, b, -1);
        default: return scaled(node, a, b);
        }
    }
    /// Percentages are numbers from 0 to 100: what they are multiplied with, or divided by, is a share.
    static Amount scaled(const FormulaNode &node, const Amount &a, const Amount &b)
    {
        const auto &left = node.children[0].type.unit, &right = node.children[1].type.unit;
        const bool times = node.kind == Kind::Multiply;
        double scale = 1;
        if (left.percent)
            scale /= kHundred;
        if (right.percent)
            scale *= times ? 1 / kHundred : kHundred;
        if (node.type.unit.percent)
            scale *= kHundred;
        return times ? productOf(a, b, scale) : quotientOf(a, b, scale, narrows(node.children[0], node.children[1]));
    }
    Result<void> room(std::size_t more)
    {
        reads_ += more;
        if (reads_ > kMaxFormulaReads)
            return fail(Errc::InvalidInput, "the formula reads too many figures over this period: shorten the period or leave out a function over days");
        return {};
    }
    Result<Amount> figure(const FormulaNode &node, const Period &period)
    {
        Amount out;
        out.periods = {period};
        const auto scope = narrowed(scope_, node.scope);
        if (!scope)
            return out; // nothing is let through by both: no data
        const auto known = std::find_if(out_.reads.begin(), out_.reads.end(), [&](const FormulaRead &read) { return read.figure.key == node.name && read.period == period && read.scope == *scope; });
        if (known != out_.reads.end())
            return amountOf(known->figure, node, std::move(out));
        VIGIE_CHECK(room(1));
        VIGIE_TRY(auto figure, source_.figure(node.name, *scope, period));
        figure.key = node.name;
        note(figure, period);
        out_.reads.push_back({*scope, period, figure});
        return amountOf(figure, node, std::move(out));
    }
    static Amount amountOf(const Figure &figure, const FormulaNode &node, Amount out)
    {
        if (figure.value && std::isfinite(*figure.value)) {
            out.value = figure.value;
            out.interval = figure.interval;
            out.method = figure.interval ? IntervalMethod::Metric : IntervalMethod::None;
            out.count = node.type.additive && figure.unit == Unit::Count;
        }
        return out;
    }
    void note(const Figure &figure, const Period &period)
    {
        if (period.fromDay >= whole_.fromDay && period.toDay <= whole_.toDay)
            out_.n += figure.n;
        for (const auto &one : figure.notes)
            addNote(one);
    }
    void addNote(const Note &one)
    {
        const auto same = std::find_if(out_.notes.begin(), out_.notes.end(), [&](const Note &other) { return other.kind == one.kind; });
        if (same == out_.notes.end())
            out_.notes.push_back(one);
        else if (one.kind == Note::Kind::Partial)
            same->count = std::min(same->count, one.count); // the worse seen
        else if (one.kind == Note::Kind::Overdispersed)
            same->count = std::max(same->count, one.count);
        else
            same->count += one.count;
    }
    Result<Amount> call(const FormulaNode &node, const Period &period)
    {
        const auto *row = formulaFunction(node.name);
        if (row->overDays)
            return overDays(node, row->function, period);
        switch (row->function) {
        case FormulaFunction::Prev: return amount(node.children[0], previous(period));
        case FormulaFunction::Offset: {
            const auto &by = node.children[1];
            const auto days = static_cast<std::int32_t>(by.number * (by.suffix == FormulaSuffix::Weeks ? 7 : 1));
            return amount(node.children[0], {period.fromDay - days, period.toDay - days});
        }
        default: break;
        }
        VIGIE_TRY(auto first, amount(node.children[0], period));
        switch (row->function) {
        case FormulaFunction::If:
            if (!first.truth)
                return Amount{};
            return amount(node.children[*first.truth ? 1 : 2], period);
        case FormulaFunction::Coalesce:
            if (first.value)
                return first;
            return amount(node.children[1], period);
        case FormulaFunction::Abs: return absolute(std::move(first));
        case FormulaFunction::PerDay: return moved(std::move(first), 1.0 / period.length(), 0);
        case FormulaFunction::Ci: return bound(first, node.children[1].name == "low");
        default: break;
        }
        VIGIE_TRY(const auto second, amount(node.children[1], period));
        if (row->function == FormulaFunction::Share)
            return quotientOf(first, second, kHundred, narrows(node.children[0], node.children[1]));
        return scaled(node, first, second); // ratio
    }
    static Amount absolute(Amount amount)
    {
        if (amount.value && *amount.value < 0)
            amount = moved(std::move(amount), -1, 0);
        if (amount.interval && amount.interval->low < 0)
            amount.interval->low = 0;
        amount.count = false;
        return amount;
    }
    static Amount bound(const Amount &amount, bool low)
    {
        Amount out;
        out.periods = amount.periods;
        out.fixed = amount.fixed;
        if (amount.fixed)
            out.value = amount.value;
        else if (amount.value && amount.interval)
            out.value = low ? amount.interval->low : amount.interval->high;
        return out;
    }
    Result<Amount> overDays(const FormulaNode &node, FormulaFunction function, const Period &period)
    {
        VIGIE_TRY(const auto values, node.children[0].kind == Kind::Metric ? daysOfFigure(node.children[0], period) : daysOf(node.children[0], period));
        Amount out;
        out.periods = {period};
        if (!values.empty())
            out.value = gathered(function, values);
        return out;
    }
    /// Of days that have a value; one without data is left out, not taken for 0.
    Result<std::vector<double>> daysOf(const FormulaNode &node, const Period &period)
    {
        std::vector<double> values;
        Evaluation day(scope_, whole_, source_);
        day.reads_ = reads_;
        for (auto at = period.fromDay; at < period.toDay; ++at) {
            VIGIE_TRY(const auto one, day.amount(node, {at, at + 1}));
            if (one.value)
                values.push_back(*one.value);
            day.out_.reads.clear();
        }
        reads_ = day.reads_;
        out_.n += day.out_.n;
        for (const auto &one : day.out_.notes)
            addNote(one);
        return values;
    }
    /// The same of one figure, read at once.
    Result<std::vector<double>> daysOfFigure(const FormulaNode &node, const Period &period)
    {
        std::vector<double> values;
        const auto scope = narrowed(scope_, node.scope);
        if (!scope)
            return values;
        VIGIE_CHECK(room(static_cast<std::size_t>(period.length())));
        VIGIE_TRY(const auto days, source_.days(node.name, *scope, period));
        for (const auto &day : days) {
            note(day, period);
            if (day.value && std::isfinite(*day.value))
                values.push_back(*day.value);
        }
        return values;
    }
    static std::optional<double> gathered(FormulaFunction function, const std::vector<double> &values)
    {
        switch (function) {
        case FormulaFunction::Sum: return std::accumulate(values.begin(), values.end(), 0.0);
        case FormulaFunction::Avg: return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        case FormulaFunction::Min: return *std::min_element(values.begin(), values.end());
        case FormulaFunction::Max: return *std::max_element(values.begin(), values.end());
        case FormulaFunction::Median: return quantile(values, 0.5);
        default: return quantile(values, 0.9);
        }
    }

    const FigureScope &scope_;
    Period whole_;
    FigureSource &source_;
    FormulaValue out_;
    std::size_t reads_ = 0;
};

} // namespace

Result<std::vector<Figure>> FigureSource::days(const std::string &key, const FigureScope &scope, const Period &period)
{
    std::vector<Figure> out;
    for (auto day = period.fromDay; day < period.toDay; ++day) {
        VIGIE_TRY(auto one, figure(key, scope, {day, day + 1}));
        out.push_back(std::move(one));
    }
    return out;
}

Result<FormulaValue> evaluate(const TypedFormula &formula, const FigureScope &scope, const Period &period, FigureSource &source)
{
    if (period.length() <= 0)
        return fail(Errc::InvalidInput, "the period has no day");
    Evaluation evaluation(scope, period, source);
    VIGIE_TRY(const auto amount, evaluation.amount(formula.root, period));
    return evaluation.finish(amount, formula);
}

Result<double> constantIn(std::string_view source, const FormulaUnit &unit)
{
    /// There is none in a number.
    class NoFigures final : public FigureSource {
        Result<Figure> figure(const std::string &, const FigureScope &, const Period &) override { return fail(Errc::InvalidInput, "a number has no figures"); }
    };
    const auto formula = checkFormula(source, {}, {});
    if (!formula)
        return fail(toError(formula.error()));
    if (!formula->root.type.bare && formula->unit() != unit)
        return fail(Errc::InvalidInput, "the number is in " + formula->unit().toString() + ", the formula in " + unit.toString());
    NoFigures none;
    VIGIE_TRY(const auto value, evaluate(*formula, {}, {0, 1}, none));
    if (!value.value)
        return fail(Errc::InvalidInput, "this is no number");
    return *value.value;
}

const char *toString(IntervalMethod method) noexcept
{
    constexpr std::array kNames{"none", "metric", "wilson", "count_ratio", "recovered"};
    return kNames[static_cast<std::size_t>(method)];
}

} // namespace vigie::insight
