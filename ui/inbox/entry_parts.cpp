// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry holds beside its text: media, the message it quotes, what its author changed, the parts of an answer, and what is folded.
#include "ui/inbox/entry_widget.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/widget/pieces.hpp"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kIndent = 28, kEdge = 18, kStep = 20, kMostSteps = 6;

QString mediaWord(MediaRef::Kind kind)
{
    switch (kind) {
    case MediaRef::Kind::Image: return EntryWidget::tr("Image");
    case MediaRef::Kind::Video: return EntryWidget::tr("Video");
    case MediaRef::Kind::Audio: return EntryWidget::tr("Sound");
    case MediaRef::Kind::Animation: return EntryWidget::tr("Animation");
    case MediaRef::Kind::Other: break;
    }
    return EntryWidget::tr("Attachment");
}

QString partText(OutboundPart::State state)
{
    switch (state) {
    case OutboundPart::State::Waiting: return EntryWidget::tr("waits");
    case OutboundPart::State::Sending: return EntryWidget::tr("is being sent");
    case OutboundPart::State::Sent: return EntryWidget::tr("sent");
    case OutboundPart::State::Unknown: return EntryWidget::tr("outcome unknown");
    case OutboundPart::State::Failed: return EntryWidget::tr("not sent");
    }
    return {};
}

} // namespace

int EntryWidget::indent() const
{
    return kEdge + std::min(entry_.level, kMostSteps) * kStep;
}

void EntryWidget::addMedia(QVBoxLayout *layout)
{
    for (const auto &media : entry_.item.item.media) {
        const auto text = media.alt.empty() ? tr("%1 without a description").arg(mediaWord(media.kind))
                                            : tr("%1: %2", "kind of media, its description").arg(mediaWord(media.kind), qs(media.alt));
        auto *label = roleLabel(QStringLiteral("muted"), text, this);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(kIndent, 0, 0, 0);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
}

void EntryWidget::addQuote(QVBoxLayout *layout)
{
    if (!entry_.quoted)
        return;
    const auto &quoted = entry_.quoted->item;
    auto *frame = new QFrame(this);
    frame->setProperty("role", "card");
    frame->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(kMargin, 6, kMargin, 6);
    const auto name = qs(quoted.author.name.empty() ? quoted.author.handle : quoted.author.name);
    auto *who = roleLabel(QStringLiteral("small"), tr("Quotes %1").arg(name), frame);
    who->setTextFormat(Qt::PlainText);
    column->addWidget(who);
    const auto gone = stateText(quoted.state);
    auto *text = wrappedLabel(QStringLiteral("muted"), gone.isEmpty() ? qs(quoted.text) : gone, frame);
    text->setTextFormat(Qt::PlainText);
    text->setAccessibleName(tr("Quotes %1: %2").arg(name, text->text()));
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kIndent, 0, 0, 0);
    row->addWidget(frame, 1);
    layout->addLayout(row);
}

void EntryWidget::addEdits(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kIndent, 0, 0, 0);
    auto *open = roleButton(QStringLiteral("link"), this);
    open->setText(edits_ ? tr("Hide what was changed") : tr("Edited %n time(s): what was changed?", nullptr, entry_.item.revisions));
    open->setAccessibleName(open->text());
    connect(open, &QPushButton::clicked, this, &EntryWidget::toggleEdits, Qt::QueuedConnection); // building anew takes the button away
    row->addWidget(open);
    row->addStretch(1);
    layout->addLayout(row);
    if (!edits_)
        return;
    auto after = entry_.item.item.text;
    for (const auto &revision : earlier_) { // the newest first
        auto *change = new QLabel(this);
        change->setTextFormat(Qt::RichText);
        change->setWordWrap(true);
        const auto pieces = text::wordDifference(revision.text, after);
        change->setText(differenceMarkup(pieces, Theme::of(this)));
        change->setAccessibleName(tr("Before: %1").arg(qs(revision.text)));
        change->setContentsMargins(kIndent, 0, 0, 0);
        layout->addWidget(change);
        after = revision.text;
    }
}

void EntryWidget::toggleEdits()
{
    edits_ = !edits_;
    if (edits_ && earlier_.empty())
        Q_EMIT editsRequested(entry_.item.item.id);
    build();
}

void EntryWidget::showEdits(const std::vector<store::ItemRevision> &earlier)
{
    earlier_ = earlier;
    std::sort(earlier_.begin(), earlier_.end(), [](const auto &a, const auto &b) { return a.number > b.number; });
    build();
}

void EntryWidget::addParts(QVBoxLayout *layout)
{
    const auto &parts = entry_.outbound.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts.size() > 1) {
            const auto state = parts[i].state;
            const auto role = state == OutboundPart::State::Failed    ? QStringLiteral("neg")
                              : state == OutboundPart::State::Unknown ? QStringLiteral("warn")
                              : state == OutboundPart::State::Sent    ? QStringLiteral("pos")
                                                                      : QStringLiteral("small");
            auto *label = roleLabel(role, tr("Part %1 of %2: %3").arg(i + 1).arg(parts.size()).arg(partText(state)), this);
            label->setContentsMargins(kIndent, 0, 0, 0);
            layout->addWidget(label);
        }
        addBody(layout, parts[i].text, {}, {});
    }
}

void EntryWidget::addPlaceholder(QVBoxLayout *layout)
{
    QString words;
    switch (fetch_) {
    case Fetch::Idle: words = tr("A message of this conversation has not been seen here."); break;
    case Fetch::Running: words = tr("A message of this conversation is being fetched\u2026"); break;
    case Fetch::NotThere: words = tr("A message of this conversation is not to be had: it was deleted, or is not shown to this account."); break;
    case Fetch::Failed: words = tr("A message of this conversation could not be fetched. %1").arg(fetchWhy_); break;
    }
    auto *label = wrappedLabel(QStringLiteral("muted"), words, this);
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    if (fetch_ != Fetch::Running) {
        auto *fetch = roleButton(QStringLiteral("link"), this);
        fetch->setText(fetch_ == Fetch::Idle ? tr("Fetch it") : tr("Try again"));
        fetch->setAccessibleName(tr("Fetch the missing message"));
        connect(fetch, &QPushButton::clicked, this, &EntryWidget::fetchRequested, Qt::QueuedConnection);
        row->addWidget(fetch);
    }
    layout->addLayout(row);
    setAccessibleName(words);
}

void EntryWidget::setFetch(Fetch state, const QString &why)
{
    if (entry_.kind != Entry::Kind::Placeholder || (fetch_ == state && fetchWhy_ == why))
        return;
    fetch_ = state;
    fetchWhy_ = why;
    build();
}

void EntryWidget::addFold(QVBoxLayout *layout)
{
    if (entry_.below == 0)
        return;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(entry_.kind == Entry::Kind::Placeholder ? 0 : kIndent, 0, 0, 0);
    auto *fold = roleButton(QStringLiteral("link"), this);
    fold->setText(folded_ ? tr("Show %n message(s) below", nullptr, entry_.below) : tr("Fold %n message(s) below", nullptr, entry_.below));
    fold->setAccessibleName(fold->text());
    connect(fold, &QPushButton::clicked, this, [this] { Q_EMIT foldRequested(!folded_); }, Qt::QueuedConnection);
    row->addWidget(fold);
    row->addStretch(1);
    layout->addLayout(row);
}

void EntryWidget::setFolded(bool folded, int below)
{
    if (folded_ == folded && entry_.below == below)
        return;
    folded_ = folded;
    entry_.below = below;
    build();
}

void EntryWidget::setCurrent(bool current)
{
    if (current_ == current)
        return;
    current_ = current;
    update();
}

} // namespace vigie::ui
