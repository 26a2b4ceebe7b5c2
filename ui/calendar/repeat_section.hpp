// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a post repeats, by which rule, and what an edit of one occurrence does to the others.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/post_section.hpp"

#include <vigie/model/post_series.hpp>
#include <vigie/plan/recurrence.hpp>
#include <vigie/plan/series.hpp>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

/// "every 2 weeks on Tuesday and Friday, until 3 March 2027".
[[nodiscard]] QString repeatWords(const std::string &rule);

class RepeatSection final : public PostSection {
    Q_OBJECT
public:
    RepeatSection(CalendarData &data, CalendarActions &actions, QWidget *parent);
    void setPlan(const PlanItem &plan, bool readOnly) override;
    void typed(const PlanItem &plan) override;
    [[nodiscard]] QComboBox &every() const { return *every_; }
    [[nodiscard]] QSpinBox &interval() const { return *interval_; }
    [[nodiscard]] QString words() const;
    /// By the rule in the fields, from this post on.
    void begin();
    /// The words and the hour of this post for it and those after it, or for all that have not left.
    void spread(plan::SeriesScope scope);
    void remove(plan::SeriesScope scope);

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void askSeries();
    void refresh();
    [[nodiscard]] plan::Repeat chosenRepeat() const;
    void run(std::function<Result<bool>(store::Tx &)> job, const QString &refused);
    CalendarData &data_;
    CalendarActions &actions_;
    PlanItem plan_;
    std::optional<PostSeries> series_;
    bool readOnly_ = false;
    QLabel *label_, *words_, *unit_;
    QComboBox *every_;
    QSpinBox *interval_;
    QCheckBox *planned_;
    QPushButton *begin_, *following_, *all_, *stop_, *days_;
};

} // namespace vigie::ui
