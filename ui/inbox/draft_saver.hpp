// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is typed for a ticket in the workspace while it is typed: half a second after a key, at once when it is left. What is
// on its way there counts before what the workspace would answer.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/base/id.hpp>

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <string>

class QPlainTextEdit;

namespace vigie::ui {

class DraftSaver final : public QObject {
    Q_OBJECT
public:
    enum class State { Nothing, Pending, Saved, Failed };
    /// A job of the store; an empty text takes the draft away.
    using Write = std::function<Result<void>(store::Tx &, TicketId, const std::string &)>;
    /// Asked at each writing, in the window's thread: the job may hold what the text is written as.
    using MakeWrite = std::function<Write()>;

    DraftSaver(Bridge &bridge, QPlainTextEdit &editor, MakeWrite write, QObject *parent);
    /// Another ticket: what was typed for the last one is written, and what was `begun` for this one comes into the editor.
    void open(TicketId ticket, const std::string &begun);
    /// No ticket any more: the editor is empty.
    void close();
    /// What the text is written as has changed: it is written again with the next flush.
    void touch();
    /// What was written became something else: the draft went with it.
    void discard();
    /// Writes what has not been written yet.
    void flush();

    [[nodiscard]] TicketId ticket() const { return ticket_; }
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] Instant savedAt() const { return savedAt_; }

Q_SIGNALS:
    void stateChanged();

private:
    void typed();
    void show(const QString &text);
    void setState(State state);
    void written(TicketId ticket, const QString &text, bool ok);

    Bridge &bridge_;
    QPlainTextEdit &editor_;
    MakeWrite write_;
    TicketId ticket_;
    QHash<qint64, QString> unsaved_; ///< asked to be written, not answered yet
    QTimer timer_;
    State state_ = State::Nothing;
    Instant savedAt_;
    bool loading_ = false, dirty_ = false;
};

} // namespace vigie::ui
