// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the post is left to the clock of the networks that have one which was tried; shown where one of its accounts has.
// Thread: the window's.
#pragma once

#include "ui/calendar/post_section.hpp"

class QCheckBox;
class QLabel;

namespace vigie::ui {

class HandOverSection final : public PostSection {
    Q_OBJECT
public:
    HandOverSection(CalendarData &data, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    void write(PlanItem &plan) const override;
    [[nodiscard]] QCheckBox &box() const { return *box_; }

private:
    void changeEvent(QEvent *event) override;
    void follow(const PlanItem &plan);
    void retranslate();
    CalendarData &data_;
    QCheckBox *box_;
    QLabel *words_;
    QString names_;
};

} // namespace vigie::ui
