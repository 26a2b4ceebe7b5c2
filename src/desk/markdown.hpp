// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others inside Markdown.
// Thread: pure functions. Errors: none.
#pragma once

#include <string>

namespace vigie::desk {

/// Nothing in it is markup.
[[nodiscard]] std::string escapedMarkdown(const std::string &text);

} // namespace vigie::desk
