// SPDX-License-Identifier: GPL-3.0-or-later
// The two readers behind parseJson(). simdjson is many times faster and refuses more than the library does; so whatever it
// refuses is read again by the library, whose word is final. What both accept is the same tree.
// Thread: pure functions. Errors: Protocol (not JSON), TooLarge (nested too deep).
#pragma once

#include "connect/common/json.hpp"

namespace vigie::connect {

/// By nlohmann::json's own lexer; decides what is JSON, what is an error and how broken UTF-8 is mended.
[[nodiscard]] Result<Json> readByLibrary(std::string_view body, int maxDepth);
/// By simdjson; none when it refuses, for whatever reason.
[[nodiscard]] std::optional<Result<Json>> readFast(std::string_view body, int maxDepth);

} // namespace vigie::connect
