// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/formula_fake.hpp"

#include <vigie/insight/statistics.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;

namespace {

constexpr Period kWeek{20000, 20007};

TypedFormula typed(std::string_view source)
{
    const FormulaNames names{{{"Rivals", QueryId{7}}}, {}, {}};
    const auto formula = checkFormula(source, names, fakeMetrics());
    INFO(source);
    REQUIRE(formula);
    return *formula;
}

FormulaValue worth(std::string_view source, FakeFigures &figures, const FigureScope &scope = {}, const Period &period = kWeek)
{
    const auto value = evaluate(typed(source), scope, period, figures);
    REQUIRE(value);
    return *value;
}

/// 70 mentions a week, 21 of them negative, ten a day; 60 the week before; no authors known; nobody answered.
FakeFigures usual()
{
    return FakeFigures([](const std::string &key, const FigureScope &scope, const Period &period) {
        if (key == "mentions") {
            double value = 10.0 * period.length();
            if (period.fromDay < kWeek.fromDay)
                value -= 10;
            if (scope.tones == std::vector<std::int8_t>{-1})
                value *= 0.3;
            auto figure = figureOf(value, static_cast<std::int64_t>(value));
            const auto bounds = poissonExact(static_cast<std::int64_t>(value));
            figure.interval = Interval{bounds.first, bounds.second};
            return figure;
        }
        if (key == "engagement_rate")
            return figureOf(4.0, 12);
        if (key == "response_median")
            return figureOf(5400.0, 3);
        if (key == "engagements")
            return figureOf(0.0);
        return figureOf(std::nullopt);
    });
}

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// The simplest reading of the same tree: no data is not a number, conditions are 1, 0 or not a number.
double naive(const FormulaNode &node, const Period &period, FakeFigures &figures)
{
    using Kind = FormulaNode::Kind;
    const auto at = [&](std::size_t i) { return naive(node.children[i], period, figures); };
    const auto percentOf = [](const FormulaNode &child, double value) { return child.type.unit.percent ? value / 100 : value; };
    switch (node.kind) {
    case Kind::Number: {
        constexpr std::array kSeconds{1.0, 1.0, 1.0, 1.0, 60.0, 3600.0, 86400.0, 604800.0};
        return node.number * kSeconds[static_cast<std::size_t>(node.suffix)];
    }
    case Kind::Metric: return figures.figure(node.name, node.scope, period)->value.value_or(kNothing);
    case Kind::Negate: return -at(0);
    case Kind::Not: return 1 - at(0);
    case Kind::Add: return at(0) + at(1);
    case Kind::Subtract: return at(0) - at(1);
    case Kind::Multiply:
    case Kind::Divide: {
        const double a = percentOf(node.children[0], at(0)), b = percentOf(node.children[1], at(1));
        const double plain = node.kind == Kind::Multiply ? a * b : b == 0 ? kNothing : a / b;
        return node.type.unit.percent ? plain * 100 : plain;
    }
    case Kind::Compare: {
        const double a = at(0), b = at(1);
        if (std::isnan(a) || std::isnan(b))
            return kNothing;
        const std::array<bool, 6> holds{a == b, a != b, a < b, a <= b, a > b, a >= b};
        return holds[static_cast<std::size_t>(node.compare)] ? 1 : 0;
    }
    case Kind::And: return at(0) == 0 || at(1) == 0 ? 0 : at(0) * at(1);
    case Kind::Or: return at(0) == 1 || at(1) == 1 ? 1 : at(0) + at(1);
    case Kind::Call: break;
    }
    if (node.name == "if")
        return std::isnan(at(0)) ? kNothing : at(0) != 0 ? at(1) : at(2);
    if (node.name == "coalesce")
        return std::isnan(at(0)) ? at(1) : at(0);
    if (node.name == "abs")
        return std::abs(at(0));
    if (node.name == "prev")
        return naive(node.children[0], {period.fromDay - (period.length() + 6) / 7 * 7, period.toDay - (period.length() + 6) / 7 * 7}, figures);
    if (node.name == "per_day")
        return at(0) / period.length();
    if (node.name == "share")
        return at(1) == 0 ? kNothing : 100 * at(0) / at(1);
    if (node.name == "ratio") {
        const double a = percentOf(node.children[0], at(0)), b = percentOf(node.children[1], at(1));
        return b == 0 ? kNothing : node.type.unit.percent ? 100 * a / b : a / b;
    }
    std::vector<double> days;
    for (auto day = period.fromDay; day < period.toDay; ++day)
        if (const double one = naive(node.children[0], {day, day + 1}, figures); !std::isnan(one))
            days.push_back(one);
    if (days.empty())
        return kNothing;
    std::sort(days.begin(), days.end());
    double sum = 0;
    for (const double one : days)
        sum += one;
    const auto rank = [&](double q) {
        const double place = q * static_cast<double>(days.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        return days[below] + (place - static_cast<double>(below)) * (days[std::min(below + 1, days.size() - 1)] - days[below]);
    };
    return node.name == "sum" ? sum : node.name == "avg" ? sum / static_cast<double>(days.size()) : node.name == "min" ? days.front() : node.name == "max" ? days.back() : rank(node.name == "median" ? 0.5 : 0.9);
}

} // namespace

TEST_CASE("Formulas are worth what they say", "[formula]")
{
    auto figures = usual();
    CHECK(*worth("mentions", figures).value == 70);
    CHECK(*worth("mentions - prev(mentions)", figures).value == 10);
    CHECK(*worth("offset(mentions, 4w)", figures).value == 60);
    CHECK(*worth("per_day(mentions)", figures).value == 10);
    CHECK(*worth("share(mentions[sentiment<0], mentions)", figures).value == Approx(30));
    CHECK(*worth("mentions * engagement_rate", figures).value == Approx(2.8));
    CHECK(*worth("mentions / 50%", figures).value == Approx(140));
    CHECK(*worth("engagement_rate * 50%", figures).value == Approx(2));
    CHECK(*worth("engagement_rate / 8%", figures).value == Approx(0.5));
    CHECK(*worth("if(response_median <= 1.5h, 1, 0)", figures).value == 1);
    CHECK(*worth("median(mentions)", figures).value == 10);
    CHECK(*worth("sum(mentions)", figures).value == 70);
}

TEST_CASE("No data stays no data", "[formula]")
{
    auto figures = usual();
    CHECK(!worth("authors", figures).value);
    CHECK(!worth("authors + 5", figures).value);
    CHECK(!worth("mentions / engagements", figures).value); // by zero
    CHECK(!worth("ratio(mentions, engagements)", figures).value);
    CHECK(!worth("share(mentions, engagements)", figures).value);
    CHECK(!worth("1 / (mentions - mentions)", figures).value);
    CHECK(!worth("if(authors > 5, mentions, 0)", figures).value);
    CHECK(!worth("avg(authors)", figures).value);
    CHECK(*worth("coalesce(authors, 0)", figures).value == 0);
    CHECK(*worth("if(authors > 5 and mentions > 100, 1, 2)", figures).value == 2); // false whatever the authors
    CHECK(!worth("if(authors > 5 or mentions > 100, 1, 2)", figures).value);
    FigureScope scope;
    scope.langs = {"de"};
    CHECK(!worth("mentions[lang=\"fr\"]", figures, scope).value); // nothing is both
    CHECK(!evaluate(typed("mentions"), {}, {5, 5}, figures));
}

TEST_CASE("Intervals are those of a sound method, or none", "[formula]")
{
    auto figures = usual();
    const auto share = worth("share(mentions[sentiment<0], mentions)", figures);
    CHECK(share.method == IntervalMethod::Wilson);
    const auto bounds = *wilson(21, 70);
    CHECK(share.interval->low == Approx(100 * bounds.first));
    CHECK(share.interval->high == Approx(100 * bounds.second));
    const auto change = worth("mentions / prev(mentions)", figures);
    CHECK(change.method == IntervalMethod::CountRatio);
    const auto ratio = *compareCounts(60, 70);
    CHECK(*change.value == Approx(ratio.ratio));
    CHECK(change.interval->low == Approx(ratio.low));
    const auto difference = worth("mentions - prev(mentions)", figures);
    CHECK(difference.method == IntervalMethod::Recovered);
    const auto now = poissonExact(70), before = poissonExact(60);
    CHECK(difference.interval->low == Approx(10 - std::hypot(70 - now.first, before.second - 60)));
    CHECK(difference.interval->high == Approx(10 + std::hypot(now.second - 70, 60 - before.first)));
    const auto scaled = worth("-2 * mentions + 3", figures);
    CHECK(scaled.method == IntervalMethod::Metric);
    CHECK(scaled.interval->low == Approx(3 - 2 * now.second));
    // What is counted in both is not told apart by chance: no method is sound.
    CHECK(!worth("mentions + mentions[sentiment<0]", figures).interval);
    CHECK(!worth("mentions * mentions", figures).interval);
    CHECK(!worth("mentions[sentiment<0] / mentions[lang=\"fr\"]", figures).interval);
    CHECK(!worth("mentions[query=\"Rivals\"] / mentions", figures).interval);
    CHECK(!worth("mentions[lang=\"fr\", lang=\"en\"] / mentions[lang=\"fr\"]", figures).interval);
    CHECK(!worth("median(mentions)", figures).interval);
    CHECK(*worth("ci(mentions, low)", figures).value == Approx(now.first));
    CHECK(!worth("ci(engagement_rate, high)", figures).value);
}

TEST_CASE("An evaluation tells what it read, each figure once", "[formula]")
{
    auto figures = usual();
    const auto value = worth("(mentions - prev(mentions)) / prev(mentions) * mentions", figures);
    CHECK(figures.asked == 2);
    REQUIRE(value.reads.size() == 2);
    CHECK(value.reads[0].period == kWeek);
    CHECK(value.reads[1].period == Period{kWeek.fromDay - 7, kWeek.toDay - 7});
    CHECK(value.n == 70); // of the period itself
    FigureScope scope;
    scope.query = QueryId{3};
    scope.words = "retard # late";
    const auto other = worth("mentions[query=\"Rivals\", words=\"livraison\"]", figures, scope);
    CHECK(other.reads.front().scope.query == QueryId{7});
    CHECK(other.reads.front().scope.words == "(retard # late\n) (livraison\n)");
    const auto many = evaluate(typed("median(mentions - prev(mentions))"), {}, {0, 20000}, figures);
    REQUIRE(!many);
    CHECK(many.error().code == Errc::InvalidInput);
}

TEST_CASE("A target is written as people write it", "[formula]")
{
    CHECK(*constantIn("1500", FormulaUnit::of(Unit::Count)) == 1500);
    CHECK(*constantIn("2h", FormulaUnit::of(Unit::Seconds)) == 7200);
    CHECK(*constantIn("7200", FormulaUnit::of(Unit::Seconds)) == 7200);
    CHECK(*constantIn("-10pt", FormulaUnit::of(Unit::Points)) == -10);
    CHECK(*constantIn("12.5%", FormulaUnit::of(Unit::Percent)) == 12.5);
    CHECK(!constantIn("2h", FormulaUnit::of(Unit::Count)));
    CHECK(!constantIn("mentions", FormulaUnit::of(Unit::Count)));
    CHECK(!constantIn("1/0", FormulaUnit::of(Unit::Count)));
}

TEST_CASE("Any formula is worth what the simplest reading says, whatever is missing", "[formula]")
{
    FormulaMaker maker(7);
    int known = 0, unknown = 0;
    for (int i = 0; i < 12000; ++i) {
        const auto source = toSource(maker.make(3));
        const auto formula = checkFormula(source, {}, fakeMetrics());
        if (!formula)
            continue;
        FakeFigures figures([](const std::string &key, const FigureScope &scope, const Period &period) {
            const auto number = (key.size() * 31 + scope.langs.size() * 7 + scope.tones.size() * 3 + static_cast<std::size_t>(period.fromDay) * 13 + static_cast<std::size_t>(period.length())) % 11;
            return number == 0 ? figureOf(std::nullopt) : figureOf(static_cast<double>(number) - 3);
        });
        const auto value = evaluate(*formula, {}, kWeek, figures);
        INFO(source);
        REQUIRE(value);
        const double expected = naive(formula->root, kWeek, figures);
        REQUIRE(value->value.has_value() == std::isfinite(expected));
        if (value->value) {
            REQUIRE(*value->value == Approx(expected).margin(1e-9));
            ++known;
        } else {
            ++unknown;
        }
        if (value->interval)
            REQUIRE(value->interval->low <= value->interval->high);
    }
    CHECK(known > 400);
    CHECK(unknown > 100);
}
