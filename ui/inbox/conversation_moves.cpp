// SPDX-License-Identifier: GPL-3.0-or-later
// Moving about in a conversation: which entries stand there, the one at hand, and folding.
#include "ui/inbox/conversation_view.hpp"

#include "ui/bridge/text.hpp"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr std::size_t kBefore = 4, kBehind = 4; ///< entries shown before the first unread one, and behind one's own answer
}

QString foldName(const Entry &entry)
{
    if (entry.below == 0)
        return {};
    return entry.kind == Entry::Kind::Placeholder ? QLatin1Char('p') + qs(entry.native) : QString::number(entry.item.item.id.value);
}

/// A folded entry hides what hangs below it.
void ConversationView::chooseShown()
{
    shown_.clear();
    const auto &all = conversation_->entries;
    for (std::size_t i = 0; i < all.size(); ++i) {
        shown_.push_back(i);
        if (folded_.contains(foldName(all[i])))
            i += static_cast<std::size_t>(all[i].below);
    }
}

void ConversationView::chooseOpened()
{
    const auto count = shown_.size();
    constexpr std::size_t room = kAtOnce;
    const auto unread = static_cast<std::size_t>(std::max(conversation_->firstUnread, 0)); // nothing is folded yet
    first_ = conversation_->firstUnread >= 0 ? unread - std::min(unread, kBefore) : count;
    first_ = std::min(first_, count - std::min(count, room));
    last_ = std::min(count, first_ + room);
    target_ = unread;
}

bool ConversationView::chooseAgain(const Conversation &before, const std::vector<std::size_t> &shownBefore)
{
    const auto placeOf = [&](const std::string &key) {
        std::size_t place = 0;
        while (place < shown_.size() && shownAt(place).key() != key)
            ++place;
        return place;
    };
    const bool toTheEnd = last_ >= shownBefore.size();
    const auto shown = last_ - first_;
    if (first_ > 0 && first_ < shownBefore.size())
        first_ = placeOf(before.entries[shownBefore[first_]].key());
    first_ = std::min(first_, shown_.size() - std::min(shown_.size(), std::max<std::size_t>(shown, kAtOnce)));
    // A few newcomers are shown at once where one reads the end; hundreds wait below.
    const auto grown = shownBefore.size() < shown_.size() ? std::min(shown_.size() - shownBefore.size(), static_cast<std::size_t>(kAtOnce)) : 0;
    last_ = std::min(shown_.size(), first_ + std::max<std::size_t>(shown, 1) + (toTheEnd ? grown : 0));
    target_ = shown_.empty() ? 0 : shown_.size() - 1;
    // One wants to see one's own answer leave.
    const auto pending = [](const Entry &entry) { return entry.kind == Entry::Kind::Pending; };
    const auto had = std::count_if(before.entries.begin(), before.entries.end(), pending);
    const auto has = std::count_if(conversation_->entries.begin(), conversation_->entries.end(), pending);
    if (has <= had)
        return false;
    auto own = shown_.size();
    for (std::size_t place = 0; place < shown_.size(); ++place)
        if (pending(shownAt(place)) && (own == shown_.size() || shownAt(place).at >= shownAt(own).at))
            own = place;
    if (own == shown_.size())
        return false;
    if (own < first_ || own >= last_)
        showWindow(own);
    target_ = own;
    return true;
}

std::size_t ConversationView::newestPlace() const
{
    std::size_t newest = 0;
    for (std::size_t place = 1; place < shown_.size(); ++place)
        if (shownAt(place).at >= shownAt(newest).at)
            newest = place;
    return newest;
}

/// As many entries as stand there at a time, with this one among the last.
void ConversationView::showWindow(std::size_t place)
{
    last_ = std::min(shown_.size(), place + 1 + kBehind);
    first_ = last_ - std::min(last_, static_cast<std::size_t>(kAtOnce));
    target_ = place;
}

void ConversationView::goToNewest()
{
    if (!conversation_ || shown_.empty())
        return;
    showWindow(newestPlace());
    rebuild();
    showPlace(false, true);
}

void ConversationView::showPlace(bool opened, bool toTarget)
{
    if (!opened && !toTarget)
        return;
    // After the layout has given the entries their heights.
    QTimer::singleShot(0, this, [this, opened] {
        auto *bar = scroll_->verticalScrollBar();
        const bool unread = opened && conversation_ && conversation_->firstUnread >= 0;
        const bool inside = conversation_ && target_ >= first_ && target_ < last_;
        auto *entry = inside && (unread || (!opened && target_ + 1 < shown_.size())) ? entries_.value(static_cast<qsizetype>(target_ - first_)) : nullptr;
        // A little of what came before stays in sight.
        bar->setValue(entry != nullptr ? std::min(entry->y() - entry->height() / 3, bar->maximum()) : bar->maximum());
    });
}

const Entry *ConversationView::current() const
{
    if (!conversation_ || current_.empty())
        return nullptr;
    const auto &all = conversation_->entries;
    const auto found = std::find_if(all.begin(), all.end(), [this](const Entry &entry) { return entry.key() == current_; });
    return found == all.end() ? nullptr : &*found;
}

void ConversationView::setCurrent(const std::string &key)
{
    current_ = key;
    for (auto *entry : std::as_const(entries_))
        entry->setCurrent(entry->entry().key() == key);
}

std::size_t ConversationView::currentPlace() const
{
    std::size_t place = 0;
    while (place < shown_.size() && (current_.empty() || shownAt(place).key() != current_))
        ++place;
    return place;
}

void ConversationView::moveCurrent(int by)
{
    if (!conversation_ || shown_.empty())
        return;
    auto place = currentPlace();
    if (place == shown_.size()) // the first press: where one reads
        place = std::min(conversation_->firstUnread >= 0 ? static_cast<std::size_t>(conversation_->firstUnread) : newestPlace(), shown_.size() - 1);
    else if (by < 0)
        place -= std::min(place, static_cast<std::size_t>(-by));
    else
        place = std::min(shown_.size() - 1, place + static_cast<std::size_t>(by));
    if (place < first_ || place >= last_) {
        if (place < first_)
            first_ = place - std::min(place, static_cast<std::size_t>(kAtOnce));
        else
            last_ = std::min(shown_.size(), place + kAtOnce);
        rebuild();
    }
    focusPlace(place);
}

/// A screen reader reads what has the focus.
void ConversationView::focusPlace(std::size_t place)
{
    setCurrent(shownAt(place).key());
    auto *widget = entries_.value(static_cast<qsizetype>(place - first_));
    if (widget == nullptr)
        return;
    widget->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, widget, [this, widget] { scroll_->ensureWidgetVisible(widget, 0, 24); });
}

void ConversationView::fold(bool folded)
{
    const auto place = conversation_ ? currentPlace() : shown_.size();
    if (place >= shown_.size())
        return;
    auto at = place;
    // Folding a leaf, or what is folded already, folds the branch it hangs on.
    const auto isOpenBranch = [this](std::size_t one) { return shownAt(one).below > 0 && !folded_.contains(foldName(shownAt(one))); };
    if (folded && !isOpenBranch(at))
        for (auto above = place; above-- > 0;)
            if (isOpenBranch(above) && shown_[above] + static_cast<std::size_t>(shownAt(above).below) >= shown_[place]) {
                at = above;
                break;
            }
    const auto name = foldName(shownAt(at));
    if (name.isEmpty() || folded_.contains(name) == folded)
        return;
    if (folded)
        folded_.insert(name);
    else
        folded_.remove(name);
    const auto stood = std::max<std::size_t>(last_ - first_, kAtOnce);
    chooseShown();
    first_ = std::min(first_, at);
    last_ = std::min(shown_.size(), std::max(first_ + stood, at + 1));
    rebuild();
    focusPlace(at);
}

bool ConversationView::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Down: moveCurrent(1); return true;
    case Qt::Key_Up: moveCurrent(-1); return true;
    case Qt::Key_Left: fold(true); return true;
    case Qt::Key_Right: fold(false); return true;
    default: return false;
    }
}

bool ConversationView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && keyPressed(key->key()))
            return true;
    }
    if (event->type() == QEvent::FocusIn)
        if (const auto *entry = qobject_cast<EntryWidget *>(watched))
            setCurrent(entry->entry().key());
    return QFrame::eventFilter(watched, event);
}

void ConversationView::setFetching(EntryWidget::Fetch state, const QString &why)
{
    fetch_ = state;
    fetchWhy_ = why;
    for (auto *entry : std::as_const(entries_))
        entry->setFetch(state, why);
}

void ConversationView::askEdits(EntryWidget *widget, ItemId item)
{
    using Earlier = std::vector<store::ItemRevision>;
    bridge_.read<Earlier>(
        widget, [item](store::Tx &tx) { return store::Items(tx).revisions(item); },
        [widget](const Result<Earlier> &earlier) {
            if (earlier)
                widget->showEdits(*earlier);
        });
}

} // namespace vigie::ui
