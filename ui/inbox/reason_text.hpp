// SPDX-License-Identifier: GPL-3.0-or-later
// Why a ticket stands where it stands, and the words of tickets, in the person's language.
// Thread: the window's.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/model/account.hpp>
#include <vigie/model/ticket.hpp>

#include <QList>
#include <QString>

namespace vigie::ui {

struct Reason {
    QString text;
    bool urgent = false; ///< somebody has been waiting for a day
};

/// The terms of a score, largest first, each as a phrase of its own.
[[nodiscard]] QList<Reason> reasons(const QueueEntry &entry, bool withoutDeadline = false);
/// The same as one line: "question · waits 2 h · fourteenth exchange · relayed 9 times".
[[nodiscard]] QString reasonLine(const QueueEntry &entry);

[[nodiscard]] QString statusText(TicketStatus status);
[[nodiscard]] QString visibilityText(Visibility visibility);
/// "French"; the language's own name for those the window does not speak; empty for "und".
[[nodiscard]] QString languageText(const std::string &lang);
/// What is left of a deleted, held or hidden message; empty for a visible one.
[[nodiscard]] QString stateText(ItemState state);
/// Why this message cannot be answered from here, and what can be done instead.
[[nodiscard]] QString replyRefusalText(CapabilityReason reason, const QString &network);

} // namespace vigie::ui
