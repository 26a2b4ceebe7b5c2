// SPDX-License-Identifier: GPL-3.0-or-later
// What is said on YouTube and in the reviews of Google Business Profile and Google Play. The App Store's reviews are its
// neighbours: the same shape of work with another vendor's key.
// Thread: the connectors are immutable. Errors: as Connector.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeYouTube();
[[nodiscard]] std::unique_ptr<Connector> makeGoogleReviews();
[[nodiscard]] std::unique_ptr<Connector> makeGooglePlay();
[[nodiscard]] std::unique_ptr<Connector> makeAppStore();

} // namespace vigie::connect
