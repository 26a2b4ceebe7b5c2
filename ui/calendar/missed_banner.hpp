// SPDX-License-Identifier: GPL-3.0-or-later
// Posts whose hour passed while nobody could send them: nothing leaves late without a decision.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QFrame>

#include <set>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace vigie::ui {

class MissedBanner final : public QFrame {
    Q_OBJECT
public:
    MissedBanner(CalendarData &data, QWidget *parent);
    [[nodiscard]] QString sentence() const;
    /// Those the person decided to leave; kept with the window's state.
    [[nodiscard]] std::vector<qlonglong> left() const { return {left_.begin(), left_.end()}; }
    void setLeft(const std::vector<qlonglong> &ids);

Q_SIGNALS:
    void publishWanted(const std::vector<vigie::PlanId> &plans);
    void moveWanted(vigie::PlanId first);

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    [[nodiscard]] std::vector<PlanId> open() const;
    CalendarData &data_;
    std::set<qlonglong> left_;
    QBoxLayout *layout_;
    QLabel *label_;
    QPushButton *publish_, *move_, *leave_;
};

} // namespace vigie::ui
