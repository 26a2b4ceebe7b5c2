// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_engine.hpp"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace vigie::ui {

void renderIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color)
{
    const qreal ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1.0;
    const auto key = QStringLiteral("vigie:%1:%2:%3x%4:%5").arg(name, color.name(QColor::HexArgb)).arg(rect.width()).arg(rect.height()).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const auto svg = file.readAll().replace("currentColor", color.name().toLatin1());
        pixmap = QPixmap(static_cast<int>(std::ceil(rect.width() * ratio)), static_cast<int>(std::ceil(rect.height() * ratio)));
        pixmap.fill(Qt::transparent);
        QPainter inside(&pixmap);
        inside.setOpacity(color.alphaF());
        QSvgRenderer(svg).render(&inside);
        inside.end();
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(rect.topLeft(), pixmap);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/)
{
    const auto &colors = theme_.colors();
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    renderIcon(*painter, square, name_, mode == QIcon::Disabled ? colors.line : colors.*color_);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return result;
}

} // namespace vigie::ui
