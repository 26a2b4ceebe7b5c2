// SPDX-License-Identifier: GPL-3.0-or-later
// What a post belongs to: its campaign and phase, the event it is said around, who looks after it, its queue, its embargo.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/post_section.hpp"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;

namespace vigie::ui {

class BelongingSection final : public PostSection {
    Q_OBJECT
public:
    BelongingSection(CalendarData &data, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    void write(PlanItem &plan) const override;
    [[nodiscard]] QComboBox &campaign() const { return *campaign_; }
    [[nodiscard]] QComboBox &phase() const { return *phase_; }
    [[nodiscard]] QComboBox &event() const { return *event_; }
    [[nodiscard]] QComboBox &queue() const { return *queue_; }
    [[nodiscard]] QComboBox &owner() const { return *owner_; }
    [[nodiscard]] QCheckBox &locked() const { return *locked_; }
    [[nodiscard]] QCheckBox &embargo() const { return *hasEmbargo_; }
    [[nodiscard]] QDateTimeEdit &embargoAt() const { return *embargo_; }

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void fillCampaigns();
    void fillPhases();
    void fillEvents();
    void changed();
    /// What follows from the day D and from the embargo, in words.
    void say();
    /// Posts of the same accounts that stand in its way.
    void askConflicts(const PlanItem &typed);
    CalendarData &data_;
    PlanItem plan_;
    std::vector<CalendarEvent> events_;
    bool loading_ = false, readOnly_ = false;
    QFormLayout *form_;
    QComboBox *campaign_, *phase_, *event_, *owner_, *queue_;
    QCheckBox *locked_, *hasEmbargo_;
    QDateTimeEdit *embargo_;
    Generation conflicts_;
    QLabel *campaignLabel_, *phaseLabel_, *eventLabel_, *ownerLabel_, *queueLabel_, *says_, *inTheWay_;
};

} // namespace vigie::ui
