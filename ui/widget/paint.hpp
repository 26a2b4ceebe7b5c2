// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that delegates and widgets draw the same way everywhere.
// Thread: the window's.
#pragma once

#include "ui/theme/theme.hpp"

#include <QRect>
#include <QString>

#include <vector>

class QPainter;

namespace vigie::ui::paint {

/// "Claire Lemoine" gives "CL", "alb_42" gives "AL".
[[nodiscard]] QString initials(const QString &name);
/// A round avatar with initials; `badge` (two letters of the network) at its foot unless empty.
void avatar(QPainter &painter, const Theme &theme, const QRect &rect, const QString &name, const QString &badge = {}, const QColor &color = {});
/// A pill; returns its rectangle. `rightAligned`: `at` is its right end, else its left end; vertically centred on at.y().
QRect chip(QPainter &painter, const Theme &theme, const QPoint &at, const QString &text, bool accent = false, bool rightAligned = false);
[[nodiscard]] int chipWidth(const Theme &theme, const QString &text);
/// One line, cut with an ellipsis; returns the width used.
int elided(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
/// Of a row in a list: its ground, the line below it, and the edge of the chosen one.
void rowGround(QPainter &painter, const Theme &theme, const QRect &rect, bool chosen);
/// Tone as shape and colour: triangle up, circle, triangle down.
void tone(QPainter &painter, const Theme &theme, const QRect &rect, int label);
/// Seen, gap and not-asked stretches (0..1 of the width).
struct Stretch {
    double from = 0, to = 0;
    enum class Kind { Seen, Gap } kind = Kind::Seen;
};
void coverage(QPainter &painter, const Theme &theme, const QRect &rect, const std::vector<Stretch> &stretches);

} // namespace vigie::ui::paint
