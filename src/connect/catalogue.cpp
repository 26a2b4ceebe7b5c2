// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/connector.hpp>

#include <algorithm>

namespace vigie::connect {

const Connector *Catalogue::find(std::string_view id) const
{
    const auto found = std::find_if(connectors_.begin(), connectors_.end(), [&](const auto &one) { return one->describe().id == id; });
    return found == connectors_.end() ? nullptr : found->get();
}

} // namespace vigie::connect
