// SPDX-License-Identifier: GPL-3.0-or-later
// Record keys that are chosen before anything is sent: a second attempt writes the same record again, never another one.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>

#include <cstdint>
#include <string>

namespace vigie::connect::bluesky {

/// 53 bits of microseconds and 10 bits of "clock", in 13 characters that sort as the numbers do (TID of the AT Protocol).
[[nodiscard]] std::string encodeTid(std::int64_t micros, unsigned clock);
/// The key of what this part makes: from the moment the row was written, to the second, and its idempotency key. The same
/// for every attempt, and another one once the text is edited.
[[nodiscard]] std::string recordKey(const PublishJob &job);

} // namespace vigie::connect::bluesky
