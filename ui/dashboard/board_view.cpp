// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/board_view.hpp"

#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {
constexpr int kRow = 52;          ///< pixels of a row of the grid at 100 % text
constexpr int kNarrowCell = 66;   ///< below this, half the columns
} // namespace

BoardView::BoardView(Shell &shell, QWidget *parent) : QScrollArea(parent), shell_(shell), body_(new QWidget)
{
    setWidget(body_);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would move the grid
    connect(&shell.theme, &Theme::changed, this, &BoardView::lay);
}

int BoardView::rowHeight() const
{
    return Theme::of(this).scaled(kRow);
}

int BoardView::cellWidth() const
{
    return (viewport()->width() - 2 * kWideMargin + kMargin) / std::max(1, columns_);
}

QRect BoardView::rectOf(const TilePlace &place) const
{
    const double cell = static_cast<double>(viewport()->width() - 2 * kWideMargin + kMargin) / std::max(1, columns_);
    const int left = static_cast<int>(std::lround(cell * place.x)), right = static_cast<int>(std::lround(cell * place.right()));
    return {kWideMargin + left, place.y * (rowHeight() + kMargin), std::max(1, right - left - kMargin), place.h * (rowHeight() + kMargin) - kMargin};
}

void BoardView::lay()
{
    const auto &theme = Theme::of(this);
    const int room = viewport()->width() - 2 * kWideMargin;
    columns_ = insight::kBoardColumns;
    while (columns_ > 1 && room / columns_ < theme.scaled(kNarrowCell)) // fewer and wider where the text is large or the window narrow
        columns_ = columns_ == 3 ? 2 : columns_ / 2;
    const auto placed = insight::fitted(tiles_, columns_);
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (auto *one = card(placed[i].id))
            one->setGeometry(rectOf(placed[i].place));
    body_->resize(viewport()->width(), insight::heightOf(placed) * (rowHeight() + kMargin) + kWideMargin);
    orderTabs(placed);
}

void BoardView::orderTabs(const insight::Tiles &placed)
{
    QWidget *last = nullptr;
    for (const auto index : insight::readingOrder(placed)) {
        auto *one = card(placed[index].id);
        if (one == nullptr)
            continue;
        for (auto *stop : {static_cast<QWidget *>(one), one->reader()}) {
            if (last != nullptr && last != stop)
                setTabOrder(last, stop);
            last = stop;
        }
    }
}

TileCard *BoardView::card(int id) const
{
    const auto found = std::find_if(cards_.begin(), cards_.end(), [&](const TileCard *one) { return one->tile().id == id; });
    return found == cards_.end() ? nullptr : *found;
}

TileCard *BoardView::focusedCard() const
{
    auto *focused = QApplication::focusWidget();
    for (auto *one : cards_)
        if (one == focused || (focused != nullptr && one->isAncestorOf(focused)))
            return one;
    return nullptr;
}

void BoardView::focusFirst()
{
    const auto order = insight::readingOrder(tiles_);
    if (!order.empty())
        if (auto *one = card(tiles_[order.front()].id))
            (editing_ ? one : one->reader())->setFocus(Qt::OtherFocusReason);
}

void BoardView::add(const BoardTile &tile)
{
    auto *one = makeCard(shell_, tile, body_);
    connect(one, &TileCard::behindWanted, this, &BoardView::behindWanted);
    connect(one, &TileCard::coverageWanted, this, &BoardView::coverageWanted);
    connect(one, &TileCard::numbersWanted, this, &BoardView::numbersWanted);
    connectEditing(one);
    one->retranslate();
    one->setEditing(editing_);
    one->installEventFilter(this);
    one->reader()->installEventFilter(this);
    one->show();
    cards_.push_back(one);
}

void BoardView::connectEditing(TileCard *one)
{
    const auto cells = [this](const QPoint &by) {
        return QPoint(static_cast<int>(std::lround(static_cast<double>(by.x()) / std::max(1, cellWidth()))),
                      static_cast<int>(std::lround(static_cast<double>(by.y()) / (rowHeight() + kMargin))));
    };
    connect(one, &TileCard::dragged, this, [this, one, cells](const QPoint &by, bool done) {
        const auto &place = one->tile().place;
        const auto step = cells(by);
        preview(one, insight::moved(tiles_, one->tile().id, place.x + step.x(), place.y + step.y()), done);
        if (!done)
            one->move(rectOf(place).topLeft() + by);
    });
    connect(one, &TileCard::stretched, this, [this, one, cells](const QPoint &by, bool done) {
        const auto &place = one->tile().place;
        const auto step = cells(by);
        preview(one, insight::resized(tiles_, one->tile().id, place.w + step.x(), place.h + step.y()), done);
    });
    connect(one, &TileCard::moveWanted, this, [this, one](int dx, int dy) {
        // A row down is past the next tile: below itself it would fall back to where it was.
        const auto &place = one->tile().place;
        auto after = insight::moved(tiles_, one->tile().id, place.x + dx, place.y + dy);
        for (int far = 2; dy > 0 && after == tiles_ && far <= insight::kTallestTile; ++far)
            after = insight::moved(tiles_, one->tile().id, place.x + dx, place.y + far);
        preview(one, after, true);
    });
    connect(one, &TileCard::sizeWanted, this, [this, one](int dw, int dh) {
        preview(one, insight::resized(tiles_, one->tile().id, one->tile().place.w + dw, one->tile().place.h + dh), true);
    });
    connect(one, &TileCard::removeWanted, this, [this, one] { Q_EMIT arranged(insight::without(tiles_, one->tile().id)); });
    connect(one, &TileCard::duplicateWanted, this, [this, one] { Q_EMIT arranged(insight::duplicated(tiles_, one->tile().id)); });
}

void BoardView::preview(TileCard *moving, const insight::Tiles &tiles, bool done)
{
    if (done) {
        if (tiles != tiles_)
            Q_EMIT arranged(tiles);
        lay(); // also when nothing came of it: the card goes back
        return;
    }
    for (const auto &tile : insight::fitted(tiles, columns_))
        if (auto *one = card(tile.id); one != nullptr)
            if (one != moving || tile.place.w != moving->tile().place.w || tile.place.h != moving->tile().place.h)
                one->setGeometry(rectOf(tile.place));
}

void BoardView::setTiles(const insight::Tiles &tiles)
{
    tiles_ = tiles;
    for (auto at = cards_.begin(); at != cards_.end();) {
        const auto found = std::find_if(tiles.begin(), tiles.end(), [&](const BoardTile &tile) { return tile.id == (*at)->tile().id; });
        const auto &own = (*at)->tile();
        if (found != tiles.end() && found->kind == own.kind && found->metric == own.metric && found->split == own.split) {
            (*at)->setTile(*found);
            ++at;
        } else {
            (*at)->hide();
            (*at)->deleteLater();
            at = cards_.erase(at);
        }
    }
    for (const auto &tile : tiles)
        if (card(tile.id) == nullptr)
            add(tile);
    lay();
}

void BoardView::setReading(const BoardReading &reading)
{
    for (auto *one : cards_)
        if (const auto *read = reading.tile(one->tile().id))
            one->setReading(*read, reading);
}

void BoardView::setStale()
{
    for (auto *one : cards_)
        if (one->isLoaded())
            one->setStale(true);
}

void BoardView::setEditing(bool editing)
{
    editing_ = editing;
    for (auto *one : cards_)
        one->setEditing(editing);
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    lay();
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    // What has the keys is in view.
    if (event->type() == QEvent::FocusIn && static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason)
        if (auto *widget = qobject_cast<QWidget *>(watched))
            for (auto *one : cards_)
                if (one == widget || one->isAncestorOf(widget))
                    ensureWidgetVisible(one, 0, kMargin);
    return QScrollArea::eventFilter(watched, event);
}

} // namespace vigie::ui
