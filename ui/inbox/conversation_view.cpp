// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversation_view.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/widget/card_painter.hpp"

#include <vigie/text/length.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kAtOnce = 60; // entries made into widgets when a conversation opens
}

ConversationView::ConversationView(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), header_(new QFrame(this)), subject_(new ElidedLabel(header_)), facts_(new ElidedLabel(header_)),
      tone_(roleLabel(QStringLiteral("chip"), {}, header_)), tags_(roleLabel(QStringLiteral("chip"), {}, header_)),
      lang_(roleLabel(QStringLiteral("chip"), {}, header_)), stack_(new QStackedLayout), scroll_(new QScrollArea(this)),
      empty_(new EmptyState(this)), skeleton_(new Skeleton(84, this)), shown_(kAtOnce)
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
    for (auto *chip : {tone_, tags_, lang_})
        head->addWidget(chip);
    auto *page = new QWidget(scroll_);
    page->setProperty("role", "pane");
    column_ = new QVBoxLayout(page);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    earlier_ = roleButton(QStringLiteral("link"), page);
    column_->addWidget(earlier_);
    column_->addStretch(1);
    scroll_->setWidget(page);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::StrongFocus);
    stack_->addWidget(empty_);
    stack_->addWidget(skeleton_);
    stack_->addWidget(scroll_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addLayout(stack_, 1);
    connect(earlier_, &QPushButton::clicked, this, [this] {
        shown_ += kAtOnce;
        rebuild();
    });
    connect(empty_, &EmptyState::actionPressed, this, &ConversationView::reloadRequested);
    ticker_.setInterval(250);
    connect(&ticker_, &QTimer::timeout, this, [this] {
        for (auto *entry : std::as_const(entries_))
            entry->tick();
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
    const bool wasAtEnd = bar->value() >= bar->maximum() - 4;
    conversation_ = conversation;
    error_.reset();
    nothing_ = false;
    if (opened)
        shown_ = kAtOnce;
    rebuild();
    retranslate();
    showPlace(opened, wasAtEnd);
}

void ConversationView::rebuild()
{
    const auto &all = conversation_->entries;
    std::size_t first = all.size() > static_cast<std::size_t>(shown_) ? all.size() - static_cast<std::size_t>(shown_) : 0;
    if (conversation_->firstUnread >= 0)
        first = std::min(first, static_cast<std::size_t>(conversation_->firstUnread));
    QHash<QString, EntryWidget *> kept;
    for (auto *entry : std::as_const(entries_)) {
        column_->removeWidget(entry);
        kept.insert(qs(entry->entry().key()), entry);
    }
    entries_.clear();
    int place = 1; // behind "earlier"
    bool counting = false;
    for (std::size_t i = first; i < all.size(); ++i) {
        auto *widget = kept.take(qs(all[i].key()));
        if (widget == nullptr) {
            widget = new EntryWidget(all[i], bridge_, scroll_->widget());
            connect(widget, &EntryWidget::undoRequested, this, &ConversationView::undoRequested);
            connect(widget, &EntryWidget::retryRequested, this, &ConversationView::retryRequested);
            connect(widget, &EntryWidget::checkRequested, this, &ConversationView::checkRequested);
            connect(widget, &EntryWidget::discardRequested, this, &ConversationView::discardRequested);
            connect(widget, &EntryWidget::fetchRequested, this, &ConversationView::fetchRequested);
        }
        widget->setUnread(static_cast<int>(i) == conversation_->firstUnread);
        counting = counting || (all[i].kind == Entry::Kind::Pending && all[i].outbound.state == OutboundState::Planned);
        column_->insertWidget(place++, widget);
        widget->show();
        entries_.append(widget);
    }
    for (auto *gone : std::as_const(kept)) {
        gone->hide();
        gone->deleteLater();
    }
    earlier_->setVisible(first > 0);
    earlier_->setText(tr("Show %n earlier message(s)", nullptr, static_cast<int>(first)));
    if (counting)
        ticker_.start();
    else
        ticker_.stop();
}

void ConversationView::showPlace(bool opened, bool wasAtEnd)
{
    if (!opened && !wasAtEnd)
        return;
    // After the layout has given the entries their heights.
    QTimer::singleShot(0, this, [this, opened] {
        auto *bar = scroll_->verticalScrollBar();
        if (opened)
            for (auto *entry : std::as_const(entries_))
                if (conversation_ && conversation_->firstUnread >= 0
                    && entry->entry().key() == conversation_->entries[static_cast<std::size_t>(conversation_->firstUnread)].key()) {
                    const int top = entry->y() - entry->height() / 3; // a little of what came before
                    bar->setValue(std::min(top, bar->maximum()));
                    return;
                }
        bar->setValue(bar->maximum());
    });
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
