// SPDX-License-Identifier: GPL-3.0-or-later
// The opening hours of a week as seven lines of half-hours. Arrows move, Space opens or closes a half-hour, with Shift a stretch, C
// copies the day to the one below; the mouse paints. What is typed to the minute is shown to the minute.
// Thread: the window's.
#pragma once

#include "ui/theme/theme.hpp"

#include <vigie/model/business_calendar.hpp>

#include <QWidget>

namespace vigie::ui {

class WeekGrid final : public QWidget {
    Q_OBJECT
public:
    explicit WeekGrid(QWidget *parent = nullptr);
    void setWeek(const std::array<DayHours, 7> &week);
    [[nodiscard]] const std::array<DayHours, 7> &week() const { return week_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    [[nodiscard]] QRect dayRect(int day) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] bool isOpen(int day, int cell) const;
    void setOpen(int day, int cell, bool open);
    void moveTo(int day, int cell, bool paint);
    void tell();

    std::array<DayHours, 7> week_;
    int day_ = 0, cell_ = 18;
    bool painting_ = true; ///< what Shift and the mouse write
};

} // namespace vigie::ui
