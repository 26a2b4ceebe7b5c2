// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/desk_view.hpp>

namespace vigie {

const char *toString(QueueOrder order) noexcept
{
    switch (order) {
    case QueueOrder::Priority: return "priority";
    case QueueOrder::Oldest: return "oldest";
    case QueueOrder::Newest: return "newest";
    case QueueOrder::Changed: return "changed";
    }
    return "priority";
}

std::optional<QueueOrder> queueOrderFrom(std::string_view name) noexcept
{
    for (const auto order : {QueueOrder::Priority, QueueOrder::Oldest, QueueOrder::Newest, QueueOrder::Changed})
        if (name == toString(order))
            return order;
    return std::nullopt;
}

} // namespace vigie
