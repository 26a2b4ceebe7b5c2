// SPDX-License-Identifier: GPL-3.0-or-later
// Under a post that is out: its reactions at each age it has reached, beside what is usual at that age. Hidden for what is not out.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/after_reading.hpp"
#include "ui/calendar/post_section.hpp"

class QLabel;
class QPushButton;

namespace vigie::ui {

class AfterSection final : public PostSection {
    Q_OBJECT
public:
    AfterSection(CalendarData &data, CalendarActions &actions, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    [[nodiscard]] QString text() const;

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void ask();
    void show();

    CalendarData &data_;
    CalendarActions &actions_;
    Generation asked_;
    PlanItem plan_;
    std::vector<AfterOne> read_;
    QLabel *title_, *words_;
    QPushButton *all_;
};

} // namespace vigie::ui
