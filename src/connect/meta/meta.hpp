// SPDX-License-Identifier: GPL-3.0-or-later
// The three networks of Meta's Graph API. The person brings an application of their own (its id and secret, or a token made with it);
// every write is a form, every token travels in a header.
// Thread: the connectors are immutable. Errors: as Connector.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeFacebook();
[[nodiscard]] std::unique_ptr<Connector> makeInstagram();
[[nodiscard]] std::unique_ptr<Connector> makeThreads();

} // namespace vigie::connect
