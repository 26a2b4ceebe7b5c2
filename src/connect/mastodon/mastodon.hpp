// SPDX-License-Identifier: GPL-3.0-or-later
// Mastodon and the servers that speak its client API (GoToSocial, snac, Pleroma, Akkoma, ...).
// Thread: the connector is immutable. Errors: as Connector.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeMastodon();

} // namespace vigie::connect
