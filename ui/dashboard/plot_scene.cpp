// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/plot_scene.hpp"

namespace vigie::ui {

namespace {

const char *const kOver = "overlay"; ///< QCustomPlot's own layer above all others, with a buffer of its own

} // namespace

PlotScene::PlotScene(QWidget *parent) : QCustomPlot(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    setBackground(QBrush(Qt::NoBrush));
    setAutoAddPlottableToLegend(false);
    setPlottingHint(QCP::phFastPolylines);
}

void PlotScene::keep(QCPAbstractItem &item)
{
    item.setLayer(QLatin1String(kOver));
    item.setSelectable(false);
    item.setVisible(false);
    ++kept_;
}

void PlotScene::redrawOver()
{
    layer(QLatin1String(kOver))->replot();
}

QRectF PlotScene::area()
{
    settle();
    return axisRect()->rect();
}

void PlotScene::touch()
{
    stale_ = true;
    update();
}

void PlotScene::settle()
{
    if (viewport() != rect()) {
        setViewport(rect());
        stale_ = true;
    }
    if (!stale_)
        return;
    stale_ = false;
    undrawn_ = true;
    while (itemCount() > kept_)
        removeItem(itemCount() - 1);
    legend->clearItems();
    clearPlottables();
    build();
}

void PlotScene::paintOn(QCPPainter &painter, const QSize &size)
{
    resize(size);
    settle();
    toPainter(&painter, size.width(), size.height());
}

void PlotScene::paintEvent(QPaintEvent *event)
{
    settle();
    if (undrawn_ || devicePixelRatioF() != bufferDevicePixelRatio()) {
        undrawn_ = false;
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
}

void PlotScene::resizeEvent(QResizeEvent *)
{
    update(); // drawn when it is seen, not for every size on the way
}

} // namespace vigie::ui
