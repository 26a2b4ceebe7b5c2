// SPDX-License-Identifier: GPL-3.0-or-later
// Bluesky and whatever else speaks the AT Protocol with its app.bsky.* methods.
// Thread: the connector is immutable. Errors: as Connector.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeBluesky();

} // namespace vigie::connect
