// SPDX-License-Identifier: GPL-3.0-or-later
// WordPress sites: comments and their moderation, posts, pictures, through the REST interface that every WordPress since
// 4.7 has; signed in with an application password (5.6 and later), or reading what is public.
// Thread: the connector is immutable. Errors: see connector.hpp.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeWordPress();

} // namespace vigie::connect
