// SPDX-License-Identifier: GPL-3.0-or-later
// A moderation from the window: asks for the article by a key, keeps the evidence first, says when it cannot be kept and lets the
// person decide, and offers to take it back.
// Thread: the window's. Errors: said in a toast.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/inbox/choice_popup.hpp"

#include <vigie/model/moderation.hpp>

namespace vigie::ui {

struct ModerationAsk {
    Shell *shell = nullptr;
    QPointer<QWidget> context;       ///< the panel that asks
    QPointer<ChoicePopup> popup;
    QPointer<QWidget> backTo;        ///< gets the focus back
    TicketId ticket;                 ///< its newest message, or the author of that
    OutboundKind act = OutboundKind::HideReply;
};
void askModeration(const ModerationAsk &ask);
/// Before it left or at the network, where there is a way.
void takeModerationBack(Shell &shell, QWidget *context, std::int64_t line);

} // namespace vigie::ui
