// SPDX-License-Identifier: GPL-3.0-or-later
// The curve of an indicator: its value with the interval, its path to the target, what was done to move it, and what earlier
// formulas gave. Left and Right walk along the points, whose words are the description of the widget.
// Thread: the window's.
#pragma once

#include <vigie/insight/objectives.hpp>

#include <QWidget>

#include <optional>

namespace vigie::ui {

class ObjectivesScene;

class ObjectivesCurve final : public QWidget {
    Q_OBJECT
public:
    explicit ObjectivesCurve(QWidget *parent = nullptr);
    void setCurve(const insight::IndicatorCurve &curve);
    void clear();
    [[nodiscard]] const std::optional<insight::IndicatorCurve> &curve() const { return curve_; }
    /// The point the keys stand on; -1: none.
    [[nodiscard]] int cursor() const { return cursor_; }
    [[nodiscard]] QString pointWords(int point) const;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void moveTo(int point);
    void showPoint();
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

    std::optional<insight::IndicatorCurve> curve_;
    ObjectivesScene *scene_;
    int cursor_ = -1;
};

} // namespace vigie::ui
