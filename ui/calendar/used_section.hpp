// SPDX-License-Identifier: GPL-3.0-or-later
// Says, while one writes, where nearly the same text was used already or is planned. Hidden while it was not.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/post_section.hpp"

#include <vigie/insight/post_after.hpp>

class QLabel;

namespace vigie::ui {

class UsedSection final : public PostSection {
    Q_OBJECT
public:
    UsedSection(CalendarData &data, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    /// Empty while it is hidden.
    [[nodiscard]] QString text() const;

private:
    void changeEvent(QEvent *event) override;
    void show();
    CalendarData &data_;
    Generation asked_;
    std::string text_;
    std::vector<insight::UsedText> found_;
    QLabel *words_;
};

} // namespace vigie::ui
