// SPDX-License-Identifier: GPL-3.0-or-later
// Values, units, mistakes and states of indicators in the person's language.
// Thread: the window's, and workers (mistakes).
#pragma once

#include <vigie/insight/formula_help.hpp>
#include <vigie/insight/objectives.hpp>

#include <QCoreApplication>
#include <QString>

namespace vigie::ui {

class FormulaWords {
    Q_DECLARE_TR_FUNCTIONS(FormulaWords)
public:
    /// "fr" or "en": of the data files of the core.
    [[nodiscard]] static std::string language();
    /// What may be typed: "figure: Mentions", "function", "filter", "value of a filter".
    [[nodiscard]] static QString completion(const insight::FormulaCompletion &one);
    [[nodiscard]] static QString mistake(const insight::FormulaError &error);
    /// "1,284", "38 min", "12.5 %", "+3.1 pt", "4.2 count/people".
    [[nodiscard]] static QString value(double value, const insight::FormulaUnit &unit);
    /// The same, "no data" where there is none.
    [[nodiscard]] static QString value(const std::optional<double> &value, const insight::FormulaUnit &unit);
    /// "between 21 and 40 (95 %)"; empty where there is none.
    [[nodiscard]] static QString interval(const insight::FormulaValue &value);
    /// Why there is an interval, or none.
    [[nodiscard]] static QString method(insight::IntervalMethod method);
    /// As a field of a form takes it: "30%", "2h", "1500".
    [[nodiscard]] static QString entered(const std::optional<double> &value, const insight::FormulaUnit &unit);
    [[nodiscard]] static QString unit(const insight::FormulaUnit &unit);

    [[nodiscard]] static QString state(insight::ObjectiveState state);
    /// Shape beside the colour: a tick, an arrow, an exclamation mark, a cross, a question mark, an eye.
    [[nodiscard]] static QString sign(insight::ObjectiveState state);
    /// The rule that made the state, with its numbers.
    [[nodiscard]] static QString rule(const insight::IndicatorStanding &one);
    /// "at least 30 % by 31 Dec 2026"
    [[nodiscard]] static QString target(const insight::IndicatorStanding &one);
    /// "12 short", "3 beyond".
    [[nodiscard]] static QString distance(const insight::IndicatorStanding &one);
    [[nodiscard]] static QString span(IndicatorSpan span);
    [[nodiscard]] static QString action(IndicatorAction::Kind kind);
    [[nodiscard]] static QString day(std::int32_t day);
};

} // namespace vigie::ui
