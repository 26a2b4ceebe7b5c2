// SPDX-License-Identifier: GPL-3.0-or-later
// A QCustomPlot that is made when it is looked at: what changes it only says so, and it is built and drawn once, for the size it then has.
// What moves over it lies on the layer above, which has a buffer of its own. Pointers and keys are those of the widget around it.
// Thread: the window's. Errors: none.
#pragma once

#include "ui/dashboard/plot_library.hpp"

#include <QRectF>

namespace vigie::ui {

class PlotScene : public QCustomPlot {
public:
    explicit PlotScene(QWidget *parent = nullptr);
    /// The plot inside its axes, pixels.
    [[nodiscard]] QRectF area();
    /// Draws the scene, as large as `size`, which it then has.
    void paintOn(QCPPainter &painter, const QSize &size);

protected:
    /// Makes plottables, items and axes anew, for viewport(); called with none of them left but those that are kept over it.
    virtual void build() = 0;
    /// It is to be built anew.
    void touch();
    /// Builds it if it must be.
    void settle();
    /// Puts an item above all, where it stays, hidden at first.
    template <typename Item>
    Item *keepOver(Item *item)
    {
        keep(*item);
        item->setClipToAxisRect(false);
        return item;
    }
    [[nodiscard]] bool isDrawn() const { return !stale_ && !undrawn_; }
    /// Draws only what is above.
    void redrawOver();

private:
    void keep(QCPAbstractItem &item);
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    int kept_ = 0;
    bool stale_ = true, undrawn_ = true;
};

} // namespace vigie::ui
