// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversation_view.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/service/deadline.hpp"
#include "ui/widget/card_painter.hpp"

#include <vigie/text/length.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

ConversationView::ConversationView(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), header_(new QFrame(this)), subject_(new ElidedLabel(header_)), facts_(new ElidedLabel(header_)),
      tone_(roleLabel(QStringLiteral("chip"), {}, header_)), tags_(roleLabel(QStringLiteral("chip"), {}, header_)),
      lang_(roleLabel(QStringLiteral("chip"), {}, header_)), stack_(new QStackedLayout), scroll_(new QScrollArea(this)),
      empty_(new EmptyState(this)), skeleton_(new Skeleton(84, this))
{
    setProperty("role", "pane");
    header_->setProperty("role", "header");
    subject_->setProperty("role", "strong");
    facts_->setProperty("role", "muted");
    for (auto *label : {static_cast<QLabel *>(subject_), static_cast<QLabel *>(facts_), tags_})
        label->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout(header_);
    head->setContentsMargins(kMargin, 9, kMargin, 9);
    head->setSpacing(kGap);
    subject_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(subject_, 0);
    head->addWidget(facts_, 1);
    deadline_ = new DeadlineMark(header_);
    head->addWidget(deadline_);
    for (auto *chip : {tone_, tags_, lang_})
        head->addWidget(chip);
    auto *page = new QWidget(scroll_);
    page->setProperty("role", "pane");
    column_ = new QVBoxLayout(page);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    earlier_ = roleButton(QStringLiteral("link"), page);
    column_->addWidget(earlier_);
    laterRow_ = new QWidget(page);
    auto *row = new QHBoxLayout(laterRow_);
    later_ = roleButton(QStringLiteral("link"), laterRow_);
    newest_ = roleButton(QStringLiteral("link"), laterRow_);
    row->addStretch(1);
    row->addWidget(later_);
    row->addWidget(newest_);
    row->addStretch(1);
    column_->addWidget(laterRow_);
    column_->addStretch(1);
    scroll_->setWidget(page);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::StrongFocus);
    scroll_->installEventFilter(this);
    stack_->addWidget(empty_);
    stack_->addWidget(skeleton_);
    stack_->addWidget(scroll_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addLayout(stack_, 1);
    connect(earlier_, &QPushButton::clicked, this, [this] {
        const auto *top = entries_.isEmpty() ? nullptr : entries_.first();
        first_ -= std::min(first_, static_cast<std::size_t>(kAtOnce));
        rebuild();
        QTimer::singleShot(0, this, [this, guard = QPointer<const EntryWidget>(top)] { // what one was reading stays in sight
            if (guard)
                scroll_->verticalScrollBar()->setValue(guard->y());
        });
    });
    connect(later_, &QPushButton::clicked, this, [this] { growDown(kAtOnce); });
    connect(newest_, &QPushButton::clicked, this, &ConversationView::goToNewest);
    connect(scroll_->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        auto *bar = scroll_->verticalScrollBar();
        if (conversation_ && last_ < shown_.size() && value > 0 && value + bar->pageStep() / 2 > bar->maximum())
            growDown(kAtOnce); // reading on needs no button
    });
    connect(empty_, &EmptyState::actionPressed, this, &ConversationView::reloadRequested);
    ticker_.setInterval(250);
    connect(&ticker_, &QTimer::timeout, this, [this] {
        for (auto *entry : std::as_const(entries_))
            entry->tick();
        deadline_->goOn(bridge_.now());
    });
    setNothing();
}

bool ConversationView::isShowing(TicketId ticket) const
{
    return conversation_ && conversation_->ticket.ticket.id == ticket;
}

void ConversationView::setLoading()
{
    header_->hide();
    stack_->setCurrentWidget(skeleton_);
}

void ConversationView::setNothing()
{
    conversation_.reset();
    error_.reset();
    nothing_ = true;
    many_ = 0;
    retranslate();
}

void ConversationView::setMany(int tickets)
{
    many_ = tickets;
    retranslate();
}

void ConversationView::setError(const Error &error)
{
    conversation_.reset();
    error_ = error;
    many_ = 0;
    retranslate();
}

void ConversationView::setConversation(const std::shared_ptr<const Conversation> &conversation)
{
    const bool opened = !isShowing(conversation->ticket.ticket.id);
    auto *bar = scroll_->verticalScrollBar();
    const bool wasAtEnd = bar->value() >= bar->maximum() - 4 && conversation_ && last_ == shown_.size();
    const auto before = std::exchange(conversation_, conversation);
    const auto shownBefore = shown_;
    error_.reset();
    nothing_ = false;
    if (opened) {
        folded_.clear();
        current_.clear();
        fetch_ = EntryWidget::Fetch::Idle;
    }
    chooseShown();
    if (opened)
        chooseOpened();
    const bool jumped = !opened && chooseAgain(*before, shownBefore);
    rebuild();
    retranslate();
    showPlace(opened, wasAtEnd || jumped);
}

void ConversationView::growDown(int entries)
{
    last_ = std::min(shown_.size(), last_ + static_cast<std::size_t>(entries));
    rebuild();
}

EntryWidget *ConversationView::makeEntry(const Entry &entry)
{
    auto *widget = new EntryWidget(entry, bridge_, scroll_->widget());
    connect(widget, &EntryWidget::undoRequested, this, &ConversationView::undoRequested);
    connect(widget, &EntryWidget::retryRequested, this, &ConversationView::retryRequested);
    connect(widget, &EntryWidget::checkRequested, this, &ConversationView::checkRequested);
    connect(widget, &EntryWidget::discardRequested, this, &ConversationView::discardRequested);
    connect(widget, &EntryWidget::fetchRequested, this, &ConversationView::fetchRequested);
    connect(widget, &EntryWidget::editsRequested, this, [this, widget](ItemId item) { askEdits(widget, item); });
    connect(widget, &EntryWidget::foldRequested, this, [this, widget](bool folded) {
        setCurrent(widget->entry().key());
        fold(folded);
    });
    widget->installEventFilter(this);
    return widget;
}

void ConversationView::rebuild()
{
    QHash<QString, EntryWidget *> kept;
    for (auto *entry : std::as_const(entries_)) {
        column_->removeWidget(entry);
        kept.insert(qs(entry->entry().key()), entry);
    }
    entries_.clear();
    int place = 1; // behind "earlier"
    bool counting = false;
    for (std::size_t i = first_; i < last_; ++i) {
        const auto &entry = shownAt(i);
        auto *widget = kept.take(qs(entry.key()));
        if (widget == nullptr)
            widget = makeEntry(entry);
        widget->setUnread(static_cast<int>(shown_[i]) == conversation_->firstUnread);
        widget->setFetch(fetch_, fetchWhy_);
        widget->setFolded(folded_.contains(foldName(entry)), entry.below);
        widget->setCurrent(!current_.empty() && entry.key() == current_);
        counting = counting || (entry.kind == Entry::Kind::Pending && entry.outbound.state == OutboundState::Planned);
        column_->insertWidget(place++, widget);
        widget->show();
        entries_.append(widget);
    }
    for (auto *gone : std::as_const(kept)) {
        gone->hide();
        gone->deleteLater();
    }
    showMore();
    if (counting)
        ticker_.start();
    else
        ticker_.stop();
}

void ConversationView::showMore()
{
    const auto later = conversation_ ? shown_.size() - last_ : 0;
    earlier_->setVisible(first_ > 0);
    earlier_->setText(tr("Show %n earlier message(s)", nullptr, static_cast<int>(first_)));
    laterRow_->setVisible(later > 0);
    later_->setText(tr("Show %n later message(s)", nullptr, static_cast<int>(later)));
    newest_->setText(tr("Go to the newest"));
    for (auto *button : {earlier_, later_, newest_})
        button->setAccessibleName(button->text());
}

void ConversationView::showWords(const QString &icon, const QString &title, const QString &sentence, const QString &action)
{
    header_->hide();
    empty_->setContent(icon, title, sentence, action);
    stack_->setCurrentWidget(empty_);
}

void ConversationView::retranslate()
{
    scroll_->setAccessibleName(tr("Conversation"));
    showMore();
    if (many_ > 1) {
        showWords(QStringLiteral("inbox"), tr("%n ticket(s) selected", nullptr, many_),
                  tr("What you decide now - tag, assign, snooze, done, ignore - is done for all of them, and undone for all of them."));
        return;
    }
    if (error_) {
        showWords(QStringLiteral("error"), tr("The conversation could not be read"), errorSentence(*error_), tr("Try again"));
        return;
    }
    if (!conversation_) {
        showWords(QStringLiteral("inbox"), tr("No conversation is open"), tr("Choose a ticket of the queue to read it here."));
        return;
    }
    const auto &ticket = conversation_->ticket;
    const auto &root = conversation_->root;
    const auto &about = root.item.title.empty() ? root.item.text : root.item.title;
    auto snippet = about.substr(0, about.find('\n'));
    subject_->setText(qs(text::elide(snippet, 42)));
    QStringList facts{bridge_.networkName(root.item.connector), visibilityText(conversation_->latest.item.visibility)};
    if (root.relays > 0)
        facts.append(tr("%n relay(s)", nullptr, root.relays));
    if (ticket.ticket.status != TicketStatus::New)
        facts.append(statusText(ticket.ticket.status));
    deadline_->setTicket(bridge_, ticket.ticket.id);
    facts_->setText(facts.join(QStringLiteral(", ")));
    const auto &latest = conversation_->latest.item;
    tone_->setText(card::toneText(latest.toneLabel, latest.tone));
    tone_->setAccessibleName(tr("Tone: %1").arg(card::toneWords(latest.toneLabel, latest.tone)));
    QStringList tags;
    for (const auto &tag : ticket.tags)
        tags.append(qs(tag));
    tags_->setText(tags.join(QStringLiteral(", ")));
    tags_->setVisible(!tags.isEmpty());
    const auto language = languageText(latest.lang);
    lang_->setText(qs(latest.lang));
    lang_->setToolTip(language);
    lang_->setAccessibleName(language);
    lang_->setVisible(!language.isEmpty());
    header_->show();
    stack_->setCurrentWidget(scroll_);
}

void ConversationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
