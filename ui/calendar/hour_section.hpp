// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the hour of a post: what posts near it brought, which hours did better, how many comments to expect, and whether anybody is on
// duty to read them. Learnt from one's own posts alone, with its numbers; silent under twenty of them.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/post_section.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <optional>

class QLabel;
class QPushButton;

namespace vigie::ui {

class HourSection final : public PostSection {
    Q_OBJECT
public:
    HourSection(CalendarData &data, CalendarActions &actions, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    [[nodiscard]] QString hourText() const;
    [[nodiscard]] QString loadText() const;

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void ask();
    void show();
    [[nodiscard]] QString aboutHour() const;
    [[nodiscard]] QString betterHours(const insight::PostTimes &times) const;
    [[nodiscard]] QString aboutLoad();

    CalendarData &data_;
    CalendarActions &actions_;
    Generation asked_;
    std::optional<PostingReading> reading_;
    PlanItem plan_;
    bool readOnly_ = true;
    QLabel *title_, *hour_, *load_;
    QPushButton *more_;
};

} // namespace vigie::ui
