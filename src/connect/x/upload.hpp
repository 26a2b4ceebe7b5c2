// SPDX-License-Identifier: GPL-3.0-or-later
// Media: begun, sent in pieces, ended, waited for, described.
// Thread: pure functions; begin asks how big the file is. Errors: ContentRefused (too big, not there), as wire.hpp.
#pragma once

#include "connect/x/wire.hpp"

namespace vigie::connect::x {

constexpr std::int64_t kPiece = 4'000'000;

/// One medium on its way, kept between steps.
struct Upload {
    enum class Stage : std::uint8_t { Begin, Append, End, Wait, Describe, Done } stage = Stage::Begin;
    std::string id;
    std::int64_t bytes = 0;
    int pieces = 0, looks = 0, after = 1; ///< sent; at the processing; seconds until the next look
    [[nodiscard]] Json json() const;
    static Upload from(const Json &stored);
};

[[nodiscard]] Result<PublishStep> uploadStep(const Context &context, const OutboundMedia &media, const Upload &upload);
[[nodiscard]] Result<Upload> uploadAbsorb(const Context &context, const OutboundMedia &media, Upload upload, const net::Response &response);

} // namespace vigie::connect::x
