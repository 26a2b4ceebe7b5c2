// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect {

/// RSS, Atom and JSON Feed: read only, one account per feed.
[[nodiscard]] std::unique_ptr<Connector> makeFeeds();

} // namespace vigie::connect
