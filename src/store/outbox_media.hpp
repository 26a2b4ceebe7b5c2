// SPDX-License-Identifier: GPL-3.0-or-later
// Media of an outbound part as one JSON column.
// Thread: pure. Errors: none; what cannot be read is left out.
#pragma once

#include <vigie/model/outbound.hpp>

#include <string>
#include <vector>

namespace vigie::store {

[[nodiscard]] std::string mediaToJson(const std::vector<OutboundMedia> &media);
[[nodiscard]] std::vector<OutboundMedia> mediaFromJson(const std::string &json);

} // namespace vigie::store
