// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the line icons of resources/icons sharp at every size and in the theme's colours of the moment.
// Thread: the window's.
#pragma once

#include "ui/theme/theme.hpp"

#include <QIconEngine>

namespace vigie::ui {

void renderIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color);

class IconEngine final : public QIconEngine {
public:
    IconEngine(const Theme &theme, QString name, QColor Colors::*color) : theme_(theme), name_(std::move(name)), color_(color) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override { return new IconEngine(*this); }
    QString iconName() override { return name_; }
    bool isNull() override { return name_.isEmpty(); }

private:
    const Theme &theme_;
    QString name_;
    QColor Colors::*color_;
};

} // namespace vigie::ui
