// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of a week in colour and shape: better or worse than usual as far as it can be told apart. The table beside it has the same values.
// Thread: the window's.
#pragma once

#include <vigie/insight/post_times.hpp>

#include <QWidget>

namespace vigie::ui {

class HourMap final : public QWidget {
    Q_OBJECT
public:
    explicit HourMap(QWidget *parent);
    void setTimes(const insight::PostTimes &times);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hourPressed(int weekday, int hour);

private:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QRectF cell(int weekday, int hour) const;
    [[nodiscard]] const insight::HourOfWeek *under(const QPointF &at) const;
    insight::PostTimes times_;
};

} // namespace vigie::ui
