// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of the desk as the window makes them: carried out behind, the row leaves at once, a toast offers Undo.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/inbox/queue_pane.hpp"

#include <vigie/desk/desk.hpp>

#include <functional>
#include <string>

namespace vigie::ui {

class DeskActions final : public QObject {
    Q_OBJECT
public:
    DeskActions(Shell &shell, QueuePane &queue, QObject *parent);

    void setStatus(TicketStatus status);
    void assign(const std::string &owner);
    void snooze(const WallTime &wall);
    void tag(const std::string &tag, bool on);
    /// Says that the ticket belongs to the front of the queue, or no longer: what the order is measured by.
    void togglePin();
    void keepNote(TicketId ticket, const std::string &text, std::function<void(bool kept)> done);
    /// Favourite or boost of the newest message of the ticket.
    /// Moderation is not done here but under an article (ui/charter/moderate.hpp).
    void act(OutboundKind kind, std::optional<OutboundKind> opposite, const QString &done);
    /// Takes back the newest decision, or the answer that is still held when that is newer.
    void undo();
    /// "Taken back: done"
    [[nodiscard]] static QString undoneText(const store::ChangeSet &set);

Q_SIGNALS:
    void replyTakenBack(vigie::TicketId ticket, const QString &text);

private:
    using Job = std::function<Result<ChangeSetId>(store::Tx &, const std::vector<TicketId> &)>;
    enum class After { Stay, Next, Leave };
    void decide(Job job, After after, std::function<QString(int)> sentence);
    void undoOnly(ChangeSetId set);

    Shell &shell_;
    QueuePane &queue_;
};

} // namespace vigie::ui
