// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/relay_row.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/paint.hpp"

#include <vigie/store/relays.hpp>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kIndent = 12, kDeepest = 6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RelayRow)
};

} // namespace

QString relayHowWords(const store::RelayNode &node)
{
    switch (node.how) {
    case store::RelayHow::ByHand: return Words::tr("joined by hand");
    case store::RelayHow::Repost: return Words::tr("repost");
    case store::RelayHow::Quote: return Words::tr("quote without words of its own");
    case store::RelayHow::Link: return Words::tr("link without words of its own");
    case store::RelayHow::Copy: return node.likeness >= 0.995 ? Words::tr("the same words") : Words::tr("nearly the same words, %1 %").arg(static_cast<int>(node.likeness * 100));
    case store::RelayHow::Reaction: return Words::tr("links to it with words of its own");
    }
    return {};
}

RelayRow::RelayRow(Bridge &bridge, const store::RelayNode &node, const QString &note, bool current, QWidget *parent)
    : QAbstractButton(parent), who_(!node.name.empty() ? qs(node.name).simplified() : qs(node.handle)), when_(format::dateTime(node.publishedAt, bridge.zone())),
      depth_(node.depth), current_(current)
{
    if (who_.isEmpty())
        who_ = Words::tr("unknown author");
    QStringList said;
    if (!note.isEmpty())
        said << note;
    if (node.depth > 0)
        said << relayHowWords(node);
    said << bridge.networkName(node.connector);
    if (node.audience >= store::kLargeAudience)
        said << Words::tr("%1 followers").arg(format::compact(node.audience));
    how_ = said.join(QStringLiteral(" \u00B7 "));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEnabled(!current_);
    setFocusPolicy(isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
    if (isEnabled())
        setCursor(Qt::PointingHandCursor);
    setAccessibleName(Words::tr("%1, %2. %3", "screen reader: author, date, how it relays").arg(who_, when_, said.join(QStringLiteral(", "))));
    setToolTip(how_.toHtmlEscaped());
}

QSize RelayRow::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextSize::Body));
    return {240, 2 * (metrics.height() + 2) + 2 * kGrid};
}

void RelayRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const int left = std::min(depth_, kDeepest) * kIndent;
    if (current_)
        painter.fillRect(rect(), colors.accentBg);
    else if (underMouse())
        painter.fillRect(rect(), colors.chip);
    painter.fillRect(QRect(left, 0, 2, height()), current_ ? colors.accent : colors.line);
    const QRect box = rect().adjusted(left + 10, kGrid, -kGrid, -kGrid);
    const int step = QFontMetrics(theme.font(TextSize::Body)).height() + 2;
    QRect head(box.left(), box.top(), box.width(), step);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(colors.muted);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, when_);
    head.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(when_) - kGap, 0);
    paint::elided(painter, QRect(box.left(), box.top() + step, box.width(), step), how_);
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.setPen(colors.fg);
    paint::elided(painter, head, who_);
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void RelayRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace vigie::ui
