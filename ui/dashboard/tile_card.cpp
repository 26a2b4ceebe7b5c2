// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/tile_card.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/numbers/own_numbers.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kGrip = 18;
constexpr double kDimmed = 0.45;
} // namespace

TileCard::TileCard(Shell &shell, BoardTile tile, QWidget *parent) : QWidget(parent), shell_(shell), tile_(std::move(tile)), column_(new QVBoxLayout(this))
{
    column_->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column_->setSpacing(kGrid);
    buildHead();
    message_ = wrappedLabel(QStringLiteral("muted"), {}, this);
    message_->setAlignment(Qt::AlignCenter);
    message_->hide();
    column_->addWidget(message_, 1);
}

void TileCard::buildHead()
{
    head_ = new QWidget(this);
    auto *row = new QHBoxLayout(head_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    auto *title = new ElidedLabel(head_);
    setRole(title, QStringLiteral("title"));
    title_ = title;
    row->addWidget(title_, 1);
    coverage_ = roleButton(QStringLiteral("link"), head_);
    coverage_->setCursor(Qt::PointingHandCursor);
    row->addWidget(coverage_);
    twice_ = roleButton(QStringLiteral("quiet"), head_);
    away_ = roleButton(QStringLiteral("quiet"), head_);
    for (auto *button : {twice_, away_}) {
        button->hide();
        row->addWidget(button);
    }
    column_->addWidget(head_);
    connect(coverage_, &QPushButton::clicked, this, &TileCard::coverageWanted);
    connect(twice_, &QPushButton::clicked, this, &TileCard::duplicateWanted);
    connect(away_, &QPushButton::clicked, this, &TileCard::removeWanted);
}

void TileCard::retranslate()
{
    title_->setText(TileWords::title(tile_));
    twice_->setIcon(shell_.theme.icon(QStringLiteral("copy"), &Colors::muted));
    away_->setIcon(shell_.theme.icon(QStringLiteral("close"), &Colors::muted));
    twice_->setToolTip(tr("Duplicate"));
    away_->setToolTip(tr("Remove"));
    twice_->setAccessibleName(tr("Duplicate %1").arg(title_->text()));
    away_->setAccessibleName(tr("Remove %1").arg(title_->text()));
    if (!loaded_)
        return;
    const auto share = format::percent(page_.coverage.seenShare, page_.coverage.seenShare > 0.999 ? 0 : 1);
    coverage_->setText(page_.coverage.openGaps > 0 ? tr("coverage %1, %n gap(s)", "", page_.coverage.openGaps).arg(share) : tr("coverage %1").arg(share));
    coverage_->setToolTip(CoverageWords::sentence(page_.coverage));
    coverage_->setAccessibleName(tr("%1: %2", "tile, its coverage").arg(title_->text(), CoverageWords::sentence(page_.coverage)));
    setAccessibleName(title_->text());
}

void TileCard::setReading(const TileReading &reading, const BoardReading &page)
{
    reading_ = reading;
    page_ = page;
    loaded_ = true;
    setStale(false);
    retranslate();
    showReading();
    showState();
    update();
}

QString TileCard::emptyWords() const
{
    return tr("Nothing in this period.");
}

void TileCard::showState()
{
    const bool failed = reading_.error.has_value();
    message_->setVisible(reader() != this && (failed || !hasContent())); // a figure says so itself
    message_->setText(failed ? errorSentence(*reading_.error) : emptyWords());
    if (auto *content = reader(); content != this)
        content->setVisible(!message_->isVisibleTo(this));
    showEnter();
}

bool TileCard::asksForNumbers() const
{
    const auto *numbers = OwnNumbers::of(tile_.metric);
    return loaded_ && numbers != nullptr && !numbers->assumed && !reading_.error && !hasContent();
}

void TileCard::showEnter()
{
    const bool asks = asksForNumbers();
    if (asks && enter_ == nullptr) { // few tiles ever need it
        enter_ = roleButton(QStringLiteral("link"), this);
        enter_->setText(OwnNumbers::of(tile_.metric)->offer());
        enter_->setCursor(Qt::PointingHandCursor);
        column_->addWidget(enter_, 0, reader() == this ? Qt::AlignLeft : Qt::AlignHCenter);
        connect(enter_, &QPushButton::clicked, this, [this] { Q_EMIT numbersWanted(tile_.metric); });
    }
    if (enter_ == nullptr)
        return;
    enter_->setVisible(asks && !editing_);
    if (!asks)
        return;
    enter_->setText(OwnNumbers::of(tile_.metric)->offer());
    enter_->setAccessibleName(tr("%1: %2", "tile, what it offers").arg(title_->text().isEmpty() ? TileWords::title(tile_) : title_->text(), enter_->text()));
}

void TileCard::setStale(bool stale)
{
    if (stale == stale_)
        return;
    stale_ = stale;
    if (stale) {
        auto *effect = new QGraphicsOpacityEffect(this);
        effect->setOpacity(kDimmed);
        setGraphicsEffect(effect);
    } else {
        setGraphicsEffect(nullptr);
    }
}

void TileCard::setEditing(bool editing)
{
    editing_ = editing;
    twice_->setVisible(editing);
    away_->setVisible(editing);
    coverage_->setVisible(!editing);
    showEnter();
    setFocusPolicy(editing ? Qt::StrongFocus : reader() == this ? Qt::StrongFocus : Qt::NoFocus);
    for (auto *child : findChildren<QWidget *>())
        if (child != head_ && !head_->isAncestorOf(child))
            child->setAttribute(Qt::WA_TransparentForMouseEvents, editing);
    title_->setAttribute(Qt::WA_TransparentForMouseEvents, editing);
    head_->setAttribute(Qt::WA_TransparentForMouseEvents, false);
    setCursor(editing ? Qt::SizeAllCursor : Qt::ArrowCursor);
    setMouseTracking(editing);
    setAccessibleDescription(editing ? tr("Arrows move it, Shift and arrows resize it, D duplicates it, Delete removes it") : QString());
    update();
}

QRect TileCard::grip() const
{
    return {rect().right() - kGrip, rect().bottom() - kGrip, kGrip, kGrip};
}

void TileCard::paintFrame(QPainter &painter) const
{
    const auto &colors = Theme::of(this).colors();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() && (editing_ || focusPolicy() != Qt::NoFocus);
    painter.setPen(QPen(marked ? colors.accent : colors.line, marked ? 2 : 1, editing_ && !marked ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(colors.pane);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (!editing_)
        return;
    painter.setPen(QPen(colors.muted, 1.4));
    for (const int step : {5, 9, 13})
        painter.drawLine(rect().bottomRight() - QPoint(4, step), rect().bottomRight() - QPoint(step, 4));
}

void TileCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFrame(painter);
    if (!loaded_) { // grey while the first answer comes
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(this).colors().chip);
        painter.drawRoundedRect(rect().adjusted(kMargin, kHeaderHeight, -kMargin, -kMargin), 4, 4);
    }
}

void TileCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (loaded_) {
            showReading();
            showState();
        }
    }
    QWidget::changeEvent(event);
}

void TileCard::mousePressEvent(QMouseEvent *event)
{
    if (!editing_ || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    pressed_ = event->globalPosition().toPoint();
    stretching_ = grip().contains(event->position().toPoint());
    setFocus(Qt::MouseFocusReason);
    raise();
}

void TileCard::mouseMoveEvent(QMouseEvent *event)
{
    if (!editing_)
        return QWidget::mouseMoveEvent(event);
    if (!pressed_) {
        setCursor(grip().contains(event->position().toPoint()) ? Qt::SizeFDiagCursor : Qt::SizeAllCursor);
        return;
    }
    const auto by = event->globalPosition().toPoint() - *pressed_;
    stretching_ ? Q_EMIT stretched(by, false) : Q_EMIT dragged(by, false);
}

void TileCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!pressed_)
        return QWidget::mouseReleaseEvent(event);
    const auto by = event->globalPosition().toPoint() - *pressed_;
    pressed_.reset();
    stretching_ ? Q_EMIT stretched(by, true) : Q_EMIT dragged(by, true);
}

void TileCard::keyPressEvent(QKeyEvent *event)
{
    if (!editing_)
        return QWidget::keyPressEvent(event);
    const bool size = event->modifiers() & Qt::ShiftModifier;
    const auto arrow = [&](int dx, int dy) { size ? Q_EMIT sizeWanted(dx, dy) : Q_EMIT moveWanted(dx, dy); };
    switch (event->key()) {
    case Qt::Key_Left: arrow(-1, 0); return;
    case Qt::Key_Right: arrow(1, 0); return;
    case Qt::Key_Up: arrow(0, -1); return;
    case Qt::Key_Down: arrow(0, 1); return;
    case Qt::Key_D: Q_EMIT duplicateWanted(); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT removeWanted(); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace vigie::ui
