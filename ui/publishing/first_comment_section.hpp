// SPDX-License-Identifier: GPL-3.0-or-later
// What the same account says under its post once it is there, and what became of it on each network.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/post_section.hpp"

#include <vector>

class QLabel;
class QPlainTextEdit;

namespace vigie::ui {

class FirstCommentSection final : public PostSection {
    Q_OBJECT
public:
    FirstCommentSection(CalendarData &data, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    void write(PlanItem &plan) const override;
    [[nodiscard]] QPlainTextEdit &text() const { return *text_; }

private:
    void changeEvent(QEvent *event) override;
    void follow(const PlanItem &plan);
    void ask(PlanId plan);
    void retranslate();
    CalendarData &data_;
    Generation asks_;
    QLabel *label_, *outcome_;
    QPlainTextEdit *text_;
};

} // namespace vigie::ui
