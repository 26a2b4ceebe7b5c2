// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an indicator: its name, its value, its change and its definition, in the person's language.
// Thread: the window's.
#pragma once

#include <vigie/insight/dashboard.hpp>

#include <QCoreApplication>
#include <QString>

namespace vigie::ui {

class IndicatorText {
    Q_DECLARE_TR_FUNCTIONS(IndicatorText)
public:
    [[nodiscard]] static QString name(const std::string &key);
    [[nodiscard]] static QString value(const std::optional<double> &value, insight::Unit unit);
    /// "+18 % [+7, +30]", "-3.1, not distinguishable", "new", empty when there is nothing to compare with.
    [[nodiscard]] static QString change(const insight::Indicator &indicator);
    /// What the value stands on: "1,284 mentions", "41 answers, 3 open".
    [[nodiscard]] static QString basis(const insight::Indicator &indicator);
    [[nodiscard]] static QString definition(const std::string &key);
    /// +1 better, -1 worse, 0 neither (or not distinguishable).
    [[nodiscard]] static int direction(const insight::Indicator &indicator);
    /// How much of a page's period was seen, and what its figures leave out.
    [[nodiscard]] static QString coverage(const insight::DashboardPage &page);
};

} // namespace vigie::ui
