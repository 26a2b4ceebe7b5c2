// SPDX-License-Identifier: GPL-3.0-or-later
// One figure: value, change with its bounds, what it stands on, a small curve, coverage. Pressing it opens its rows.
// Thread: the window's.
#pragma once

#include <vigie/insight/dashboard.hpp>

#include <QAbstractButton>

namespace vigie::ui {

class Tile final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Tile(QWidget *parent = nullptr);
    void setIndicator(const insight::Indicator &indicator, const Coverage &coverage);
    void setLoading();
    [[nodiscard]] const insight::Indicator &indicator() const { return indicator_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// So that no word is cut.
    [[nodiscard]] int wantedWidth() const;

Q_SIGNALS:
    /// The bar of coverage was pressed, or its words.
    void coveragePressed();

private:
    [[nodiscard]] QRect coverageRect() const;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintCurve(QPainter &painter, const QRectF &rect) const;
    void retranslate();

    insight::Indicator indicator_;
    Coverage coverage_;
    bool loaded_ = false;
};

} // namespace vigie::ui
