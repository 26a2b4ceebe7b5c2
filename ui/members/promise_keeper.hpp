// SPDX-License-Identifier: GPL-3.0-or-later
// Promises in what is written: shown with their time while one types, confirmed by one key, noted when the answer leaves and taken
// away again when it is taken back. What was not confirmed is offered once more after sending; nothing is ever noted by itself.
// Thread: the window's. Errors: told in a toast.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/promise.hpp>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <vector>

namespace vigie::ui {

class PromiseBar;
class ReplyBox;

class PromiseKeeper final : public QObject {
    Q_OBJECT
public:
    PromiseKeeper(Shell &shell, ReplyBox &reply, QObject *parent);
    [[nodiscard]] PromiseBar &bar() const { return *bar_; }
    /// Confirms what the draft promises, or notes what the newest answer promises when nothing is being written.
    void note(TicketId ticket);
    void sent(TicketId ticket);
    void takenBack(TicketId ticket);

private:
    using Promises = std::vector<Promise>;
    void look();
    void show();
    void confirm(bool wanted);
    void keepChoices(TicketId ticket);
    void read(TicketId ticket, const QString &draft, std::function<void(Promises)> done);
    /// `action`: a decision of its own, which the one undo takes back; else it goes with the answer that it came with.
    void add(TicketId ticket, Promises promises, bool action);
    void remove(const std::vector<PromiseId> &ids);
    [[nodiscard]] QString sentence(const Promise &promise) const;
    [[nodiscard]] bool isConfirmed() const;

    Shell &shell_;
    ReplyBox &reply_;
    PromiseBar *bar_;
    QTimer timer_;
    Generation looks_;
    TicketId ticket_;                                  ///< of what was found
    Promises found_;                                   ///< in the draft
    QHash<qint64, QSet<QString>> confirmed_, refused_; ///< words, by ticket
    QSet<qint64> read_;                                ///< tickets whose choices of an earlier run are here
    QHash<qint64, std::vector<PromiseId>> noted_;      ///< with the answer that is still held
};

} // namespace vigie::ui
