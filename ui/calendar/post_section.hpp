// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the post editor that stands on its own: what a post belongs to, who approves it, what it may bring. The editor
// shows the sections under its words, keeps what they write, and knows none of them.
// Thread: the window's.
#pragma once

#include <vigie/model/plan.hpp>

#include <QWidget>

#include <vector>

namespace vigie::ui {

class CalendarActions;
class CalendarData;

class PostSection : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Another post, or other fields of it. Whoever asks the workspace for more does so here; nothing is `edited` by it.
    virtual void setPlan(const PlanItem &plan, bool readOnly) = 0;
    /// The same post as the person has it in the fields at the moment: for what follows the words or the hour.
    virtual void typed(const PlanItem &plan) { Q_UNUSED(plan); }
    /// Puts its own fields into the post, and nothing else.
    virtual void write(PlanItem &plan) const { Q_UNUSED(plan); }

Q_SIGNALS:
    void edited();
};

/// One line for each section, in the order shown.
[[nodiscard]] std::vector<PostSection *> makePostSections(CalendarData &data, CalendarActions &actions, QWidget *parent);

} // namespace vigie::ui
