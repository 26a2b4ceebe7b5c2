// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text for a place inside HTML.
// Thread: pure. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// Good between tags and inside an attribute in either quote.
[[nodiscard]] std::string escapeHtml(std::string_view text);

} // namespace vigie
