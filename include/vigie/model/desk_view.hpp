// SPDX-License-Identifier: GPL-3.0-or-later
// A saved way to look at the queue: what is let through, and in which order.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/ticket.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using DeskViewId = Id<struct DeskViewTag>;

enum class QueueOrder : std::uint8_t {
    Priority, ///< by score
    Oldest,   ///< who waits longest first
    Newest,   ///< the newest message first
    Changed   ///< touched last first
};
[[nodiscard]] const char *toString(QueueOrder order) noexcept; ///< "priority", "oldest", "newest", "changed"
[[nodiscard]] std::optional<QueueOrder> queueOrderFrom(std::string_view name) noexcept;

/// Owner of a view that means whoever sits at the desk.
inline constexpr const char *kOwnerMe = "@me";

struct DeskView {
    DeskViewId id;
    std::string name;
    std::string source;                 ///< a query the newest message satisfies; empty: any
    std::vector<TicketStatus> statuses; ///< empty: all that are not done or ignored
    std::optional<std::string> owner;   ///< "" nobody, kOwnerMe
    TagId tag;
    AccountId account;
    std::string lang;
    bool snoozed = false;               ///< those that sleep as well
    QueueOrder order = QueueOrder::Priority;
    int position = 0;
};

} // namespace vigie
