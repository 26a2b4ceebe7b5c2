// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/entry_widget.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/widget/card_painter.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/held_back.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kSide = 22, kIndent = kSide + 6, kEdge = 18, kStep = 20, kMostSteps = 6;

} // namespace

EntryWidget::EntryWidget(Entry entry, Bridge &bridge, QWidget *parent) : QFrame(parent), entry_(std::move(entry)), bridge_(bridge)
{
    setProperty("role", entry_.kind == Entry::Kind::Note ? "note" : "pane");
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(indent(), 11, kEdge, 12);
    setFocusPolicy(Qt::ClickFocus); // the tab key passes by; the arrows of the conversation come here
    layout->setSpacing(4);
    build();
    connect(&Theme::of(this), &Theme::changed, this, &EntryWidget::build); // marks and links carry colours of the theme
}

void EntryWidget::build()
{
    auto *box = static_cast<QVBoxLayout *>(layout());
    while (auto *item = box->takeAt(0)) {
        delete item->widget();
        if (auto *inner = item->layout())
            while (auto *part = inner->takeAt(0)) {
                delete part->widget();
                delete part;
            }
        delete item;
    }
    state_ = nullptr;
    switch (entry_.kind) {
    case Entry::Kind::Message:
    case Entry::Kind::Ours: addItem(box); break;
    case Entry::Kind::Note:
        addHead(box, entry_.note.author.empty() ? tr("Note") : tr("Note by %1").arg(qs(entry_.note.author)), tr("internal note, never sent"), {});
        addBody(box, entry_.note.text.inside(), {}, {});
        setAccessibleName(tr("Internal note, never sent: %1").arg(qs(entry_.note.text.inside())));
        break;
    case Entry::Kind::Pending: addPending(box); break;
    case Entry::Kind::Placeholder: addPlaceholder(box); break;
    }
    addFold(box);
}

void EntryWidget::addHead(QVBoxLayout *layout, const QString &name, const QString &detail, const QString &badge)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    if (entry_.kind != Entry::Kind::Note) {
        auto *avatar = new AvatarWidget(kSide, this);
        const bool ours = entry_.kind != Entry::Kind::Message;
        avatar->setPerson(name, badge, ours ? Theme::of(this).colors().accent : QColor());
        avatar->setFixedWidth(kSide);
        row->addWidget(avatar);
    }
    auto *who = new ElidedLabel(name, this);
    who->setProperty("role", "strong");
    who->setTextFormat(Qt::PlainText);
    who->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *what = new ElidedLabel(detail, this);
    what->setProperty("role", "small");
    what->setTextFormat(Qt::PlainText);
    what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *when = roleLabel(QStringLiteral("small"), {}, this);
    const auto zone = bridge_.zone();
    const bool today = format::local(entry_.at, zone).date() == format::local(bridge_.now(), zone).date();
    when->setText(today ? format::time(entry_.at, zone) : format::dateTime(entry_.at, zone));
    when->setToolTip(format::longDate(entry_.at, zone) + QLatin1Char(' ') + format::time(entry_.at, zone));
    row->addWidget(who);
    row->addWidget(what, 1);
    row->addWidget(when);
    layout->addLayout(row);
}

void EntryWidget::addBody(QVBoxLayout *layout, const std::string &text, const std::vector<TextSpan> &spans, const std::vector<text::ToneWord> &words)
{
    auto *body = new QLabel(this);
    body->setTextFormat(Qt::RichText);
    body->setText(bodyMarkup(text, spans, words, Theme::of(this)));
    body->setWordWrap(true);
    body->setOpenExternalLinks(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    body->setAccessibleName(qs(text));
    body->setContentsMargins(entry_.kind == Entry::Kind::Note ? 0 : kIndent, 0, 0, 0);
    layout->addWidget(body);
}

void EntryWidget::addItem(QVBoxLayout *layout)
{
    const auto &item = entry_.item.item;
    const auto name = qs(item.author.name.empty() ? item.author.handle : item.author.name);
    QStringList facts;
    if (!item.author.handle.empty())
        facts.append(QLatin1Char('@') + qs(item.author.handle));
    if (item.editedAt && entry_.item.revisions == 0)
        facts.append(tr("edited"));
    if (entry_.item.relays > 0)
        facts.append(tr("relayed %n time(s)", nullptr, entry_.item.relays));
    if (item.visibility != Visibility::Public && item.visibility != Visibility::Unknown)
        facts.append(visibilityText(item.visibility));
    addHead(layout, name, facts.join(QStringLiteral(" \u00B7 ")), {});
    const auto gone = stateText(item.state);
    if (!gone.isEmpty()) {
        auto *label = roleLabel(QStringLiteral("warn"), gone, this);
        label->setContentsMargins(kIndent, 0, 0, 0);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    if (!item.warning.empty()) {
        auto *warning = roleLabel(QStringLiteral("strong"), qs(item.warning), this);
        warning->setTextFormat(Qt::PlainText);
        warning->setContentsMargins(kIndent, 0, 0, 0);
        warning->setWordWrap(true);
        layout->addWidget(warning);
    }
    if (!item.text.empty())
        addBody(layout, item.text, item.spans, entry_.words);
    addQuote(layout);
    addMedia(layout);
    if (entry_.item.revisions > 0)
        addEdits(layout);
    setAccessibleName(tr("%1, %2: %3").arg(name, format::ago(entry_.at, bridge_.now()), gone.isEmpty() ? qs(item.text) : gone));
}

QString EntryWidget::pendingSentence() const
{
    const auto &outbound = entry_.outbound;
    switch (outbound.state) {
    case OutboundState::Planned: {
        const auto left = std::chrono::ceil<std::chrono::seconds>(outbound.dueAt.value_or(bridge_.now()) - bridge_.now());
        return left.count() > 0 ? tr("Leaves in %1").arg(format::duration(left)) : tr("About to leave");
    }
    case OutboundState::Held: return tr("Kept back by a pause of publishing: it leaves only after a decision.");
    case OutboundState::Sending: return tr("Being sent");
    case OutboundState::Accepted:
        return outbound.error ? tr("Taken by the network; it should be shown by now and is not. It is looked up again by itself.")
                              : tr("Taken by the network, held for moderation: not shown yet");
    case OutboundState::Sent: return tr("Sent, visible on the network");
    case OutboundState::Unknown: return tr("Outcome unknown: it may have been sent. It is being checked by reading back, never by sending again.");
    case OutboundState::Failed:
        if (outbound.error && outbound.error->detail == plan::kAnsweredMeanwhile)
            return tr("Held back: a colleague answered on the network while it waited. Read their answer; \"Send again\" sends yours as well.");
        return outbound.error ? tr("Not sent. %1").arg(errorSentence(*outbound.error)) : tr("Not sent.");
    case OutboundState::Missed: return tr("Not sent: its time passed while nothing could be sent.");
    default: return {};
    }
}

void EntryWidget::addPending(QVBoxLayout *layout)
{
    const auto &outbound = entry_.outbound;
    addHead(layout, tr("Our answer"), visibilityText(outbound.visibility), {});
    addParts(layout);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kIndent, 0, 0, 0);
    row->setSpacing(kGap);
    const auto role = outbound.state == OutboundState::Failed || outbound.state == OutboundState::Missed ? QStringLiteral("neg")
                      : outbound.state == OutboundState::Unknown                                         ? QStringLiteral("warn")
                                                                                                         : QStringLiteral("muted");
    state_ = roleLabel(role, pendingSentence(), this);
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    row->addWidget(state_, 1);
    const auto button = [&](const QString &text, auto signal) {
        auto *push = new QPushButton(text, this);
        push->setAccessibleName(text);
        connect(push, &QPushButton::clicked, this, [this, signal] { Q_EMIT (this->*signal)(entry_.outbound.id); });
        row->addWidget(push, 0, Qt::AlignTop);
    };
    if (outbound.state == OutboundState::Planned || outbound.state == OutboundState::Held)
        button(tr("Undo"), &EntryWidget::undoRequested);
    if (outbound.state == OutboundState::Unknown)
        button(tr("Check now"), &EntryWidget::checkRequested);
    if (outbound.state == OutboundState::Failed || outbound.state == OutboundState::Missed) {
        button(tr("Send again"), &EntryWidget::retryRequested);
        button(tr("Take back"), &EntryWidget::discardRequested);
    }
    layout->addLayout(row);
    setAccessibleName(tr("Our answer. %1").arg(pendingSentence()));
}

void EntryWidget::tick()
{
    if (state_ != nullptr && entry_.outbound.state == OutboundState::Planned)
        state_->setText(pendingSentence());
}

void EntryWidget::setUnread(bool unread)
{
    unread_ = unread;
    update();
}

void EntryWidget::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const auto &colors = Theme::of(this).colors();
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
    for (int step = 1; step <= std::min(entry_.level, kMostSteps); ++step) // the branch it hangs on
        painter.fillRect(kEdge + (step - 1) * kStep + kStep / 2, 0, 1, height() - 1, colors.line);
    if (current_) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(1, 0, -2, -2));
    }
    if (unread_)
        painter.fillRect(0, 0, 3, height() - 1, colors.accent);
    else if (entry_.kind == Entry::Kind::Pending)
        painter.fillRect(0, 0, 3, height() - 1, entry_.outbound.state == OutboundState::Unknown ? colors.warn
                                                : entry_.outbound.state == OutboundState::Failed || entry_.outbound.state == OutboundState::Missed ? colors.neg
                                                                                                                                                   : colors.line);
}

void EntryWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
