// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/draft_saver.hpp"

#include "ui/bridge/text.hpp"

#include <QPlainTextEdit>
#include <QPointer>

namespace vigie::ui {

namespace {
constexpr int kSaveAfterMs = 500;
}

DraftSaver::DraftSaver(Bridge &bridge, QPlainTextEdit &editor, MakeWrite write, QObject *parent)
    : QObject(parent), bridge_(bridge), editor_(editor), write_(std::move(write))
{
    timer_.setSingleShot(true);
    timer_.setInterval(kSaveAfterMs);
    connect(&timer_, &QTimer::timeout, this, &DraftSaver::flush);
    connect(&editor_, &QPlainTextEdit::textChanged, this, &DraftSaver::typed);
}

void DraftSaver::typed()
{
    if (loading_ || !ticket_)
        return;
    dirty_ = true;
    setState(State::Pending);
    if (!timer_.isActive()) // not restarted: steady typing is saved as it goes
        timer_.start();
}

void DraftSaver::touch()
{
    if (!editor_.toPlainText().isEmpty())
        typed();
}

void DraftSaver::show(const QString &text)
{
    loading_ = true;
    editor_.setPlainText(text);
    editor_.moveCursor(QTextCursor::End);
    loading_ = false;
}

void DraftSaver::open(TicketId ticket, const std::string &begun)
{
    flush();
    ticket_ = ticket;
    dirty_ = false;
    const auto waiting = unsaved_.constFind(ticket.value);
    show(waiting != unsaved_.constEnd() ? *waiting : qs(begun));
    savedAt_ = bridge_.now();
    setState(begun.empty() ? State::Nothing : State::Saved);
}

void DraftSaver::close()
{
    flush();
    ticket_ = {};
    show({});
}

void DraftSaver::discard()
{
    timer_.stop();
    dirty_ = false;
    unsaved_.remove(ticket_.value);
    show({});
    setState(State::Nothing);
}

void DraftSaver::flush()
{
    timer_.stop();
    if (!dirty_ || !ticket_)
        return;
    dirty_ = false;
    const auto text = editor_.toPlainText();
    unsaved_.insert(ticket_.value, text);
    // Asked in the name of the bridge: it is carried out even when this panel goes meanwhile.
    bridge_.write<bool>(
        &bridge_,
        [id = ticket_, text = utf8(text), write = write_()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(write(tx, id, text));
            return true;
        },
        [guard = QPointer<DraftSaver>(this), id = ticket_, text](Result<bool> result) {
            if (guard)
                guard->written(id, text, result.has_value());
        });
}

void DraftSaver::written(TicketId ticket, const QString &text, bool ok)
{
    if (ok && unsaved_.value(ticket.value) == text)
        unsaved_.remove(ticket.value);
    if (ticket != ticket_ || dirty_)
        return;
    dirty_ = !ok; // the next key or the next ticket tries again
    savedAt_ = bridge_.now();
    setState(!ok ? State::Failed : text.isEmpty() ? State::Nothing : State::Saved);
}

void DraftSaver::setState(State state)
{
    state_ = state;
    Q_EMIT stateChanged();
}

} // namespace vigie::ui
