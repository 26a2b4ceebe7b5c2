// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that a test puts in by hand, and formulas by chance.
// Thread: that of the test. Errors: none.
#pragma once

#include <vigie/insight/formula_value.hpp>

#include <cmath>
#include <functional>
#include <random>

namespace vigie::test {

using namespace vigie::insight;

inline const std::vector<Metric> &fakeMetrics()
{
    static const std::vector<Metric> all{{"mentions", 1, Unit::Count, "mentions", true, Metric::Better::Up, ""},
                                         {"engagements", 1, Unit::Count, "engagement", true, Metric::Better::Up, ""},
                                         {"authors", 1, Unit::People, "reach", false, Metric::Better::Up, ""},
                                         {"net_sentiment", 1, Unit::Points, "tone", false, Metric::Better::Up, ""},
                                         {"engagement_rate", 1, Unit::Percent, "engagement", false, Metric::Better::Up, ""},
                                         {"response_median", 1, Unit::Seconds, "care", false, Metric::Better::Down, ""},
                                         {"stars", 1, Unit::Stars, "reviews", false, Metric::Better::Up, ""}};
    return all;
}

/// Answers by a function of what is asked; counts what is asked.
class FakeFigures final : public FigureSource {
public:
    using Answer = std::function<Figure(const std::string &, const FigureScope &, const Period &)>;
    explicit FakeFigures(Answer answer) : answer_(std::move(answer)) {}
    Result<Figure> figure(const std::string &key, const FigureScope &scope, const Period &period) override
    {
        ++asked;
        auto figure = answer_(key, scope, period);
        for (const auto &one : fakeMetrics())
            if (one.key == key)
                figure.unit = one.unit;
        return figure;
    }
    int asked = 0;

private:
    Answer answer_;
};

inline Figure figureOf(std::optional<double> value, std::int64_t n = 0)
{
    Figure out;
    out.value = value;
    out.n = n;
    return out;
}

/// Trees that parse, of any types: most are wrong by their units, some are right.
class FormulaMaker {
public:
    explicit FormulaMaker(std::uint32_t seed) : random_(seed) {}
    FormulaNode make(int depth)
    {
        using Kind = FormulaNode::Kind;
        FormulaNode node;
        const int what = depth <= 0 ? below(2) : below(9);
        if (what == 0) {
            node.number = below(4) == 0 ? below(100) / 8.0 : below(50);
            node.suffix = static_cast<FormulaSuffix>(below(3) == 0 ? below(8) : 0);
        } else if (what == 1) {
            node.kind = Kind::Metric;
            node.name = fakeMetrics()[static_cast<std::size_t>(below(static_cast<int>(fakeMetrics().size())))].key;
            const bool ours = node.name.rfind("eng", 0) == 0 || node.name.rfind("resp", 0) == 0; // narrowed by networks alone
            if (!ours && below(3) == 0)
                node.filters.push_back({FormulaField::Lang, FormulaCompare::Equal, below(2) == 0 ? "fr" : "en", 0, 0});
            if (!ours && below(4) == 0)
                node.filters.push_back({FormulaField::Sentiment, static_cast<FormulaCompare>(below(6)), "0", 0, 0});
            if (!ours && below(8) == 0)
                node.filters.push_back({FormulaField::Words, FormulaCompare::Equal, "\"d'Orange\" \\", 0, 0});
        } else if (what == 2) {
            node.kind = Kind::Call;
            const auto names = std::array{"if", "ratio", "share", "coalesce", "abs", "prev", "per_day", "sum", "avg", "min", "max", "median", "p90"};
            const auto which = static_cast<std::size_t>(below(static_cast<int>(names.size())));
            node.name = names[which];
            for (int i = 0; i < (which == 0 ? 3 : which <= 3 ? 2 : 1); ++i)
                node.children.push_back(make(depth - 1));
        } else {
            node.kind = std::array{Kind::Negate, Kind::Add, Kind::Subtract, Kind::Multiply, Kind::Divide, Kind::Compare, Kind::And, Kind::Or, Kind::Not}[static_cast<std::size_t>(below(9))];
            node.compare = node.kind == Kind::Compare ? static_cast<FormulaCompare>(below(6)) : FormulaCompare::Equal;
            for (int i = 0; i < (node.kind == Kind::Negate || node.kind == Kind::Not ? 1 : 2); ++i)
                node.children.push_back(make(depth - 1));
        }
        return node;
    }
    int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }

private:
    std::mt19937 random_;
};

} // namespace vigie::test
