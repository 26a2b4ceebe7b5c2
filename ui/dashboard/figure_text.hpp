// SPDX-License-Identifier: GPL-3.0-or-later
// A figure in words: its value, its change, what it stands on, what is to be said beside it. Names and definitions come from the
// catalogue, in the person's language.
// Thread: the window's.
#pragma once

#include <vigie/insight/explain.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/insight/tone_accuracy.hpp>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace vigie::ui {

class FigureText {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::FigureText)
public:
    [[nodiscard]] static QString name(std::string_view key);
    [[nodiscard]] static QString definition(std::string_view key);
    [[nodiscard]] static QString formula(std::string_view key);
    [[nodiscard]] static QString value(const std::optional<double> &value, insight::Unit unit);
    /// With its unit, or "no data".
    [[nodiscard]] static QString value(const insight::Figure &figure);
    /// As axes write it: short, steps told apart.
    [[nodiscard]] static QString axis(double value, insight::Unit unit, double step);
    /// "+18 % [+7, +30]", "-3.1 pt, not distinguishable", "new", "nothing to compare with".
    [[nodiscard]] static QString change(const insight::Change &change);
    /// +1 better, -1 worse, 0 neither or not distinguishable.
    [[nodiscard]] static int direction(const insight::Change &change);
    /// "1,284 mentions", "41 conversations": what the value stands on.
    [[nodiscard]] static QString basis(const insight::Figure &figure);
    /// "95 %: 1,210 to 1,360", empty without one.
    [[nodiscard]] static QString interval(const insight::Figure &figure);
    [[nodiscard]] static QString note(const insight::Note &note, const std::string &zone);
    /// The first of them that matters most beside a value; empty when there is nothing to say.
    [[nodiscard]] static QString shortNote(const insight::Figure &figure);
    /// How far tones can be trusted, by the labels of people; "not measured" under fifty of them.
    [[nodiscard]] static QString accuracy(const insight::ToneAccuracy &accuracy);
    /// The same, and how far mentions are judged anew while they are.
    [[nodiscard]] static QString tones(const insight::ToneAccuracy &accuracy, const store::ToneState &state);
    /// Of a part of an explanation: "95 %: +12 to +40"; why there is none; empty where there is nothing to say.
    [[nodiscard]] static QString interval(const insight::Explanation &of, const insight::ExplainedPart &part);
    /// Of Period, first and last day.
    [[nodiscard]] static QString days(const insight::Period &period);

    /// "+3.1 pt", "\u221212 min": a difference in the unit of a figure.
    [[nodiscard]] static QString change(double value, insight::Unit unit) { return difference(value, unit); }

private:
    [[nodiscard]] static QString difference(double value, insight::Unit unit);
};

} // namespace vigie::ui
