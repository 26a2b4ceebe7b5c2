// SPDX-License-Identifier: GPL-3.0-or-later
// One figure: value, change with its interval in words, what it stands on, a small curve, coverage. Pressing it, Enter or Space
// show what is behind it; its definition is one hover away.
// Thread: the window's.
#pragma once

#include "ui/dashboard/tile_card.hpp"

namespace vigie::ui {

class FigureCard final : public TileCard {
    Q_OBJECT
public:
    FigureCard(Shell &shell, BoardTile tile, QWidget *parent);
    void retranslate() override;
    /// The words of its lines, as painted.
    [[nodiscard]] QString changeWords() const;
    [[nodiscard]] QString basisWords() const;

private:
    void showReading() override;
    [[nodiscard]] bool hasContent() const override { return reading().figure.value.has_value(); }
    [[nodiscard]] QRect coverageRect() const;
    void open();
    void paintCurve(QPainter &painter, const QRectF &rect) const;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace vigie::ui
