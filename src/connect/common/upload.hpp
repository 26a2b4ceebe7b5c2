// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that carry a picture or a film.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>

#include <chrono>

namespace vigie::connect {

/// A film over a slow line.
inline constexpr std::chrono::milliseconds kUploadTimeout{300'000};

[[nodiscard]] net::FormPart textField(std::string name, std::string value);
/// Read from disk while it is sent; the network is told the file's name without its folders.
[[nodiscard]] net::FormPart fileField(std::string name, const OutboundMedia &media);
[[nodiscard]] bool isVideo(const OutboundMedia &media);

} // namespace vigie::connect
