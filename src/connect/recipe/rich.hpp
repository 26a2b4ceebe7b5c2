// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an entry: HTML, Markdown or plain text to text with spans, and spans that the network gives by itself.
// Thread: pure functions. Errors: none.
#pragma once

#include "connect/recipe/model.hpp"

#include <vigie/text/rich_text.hpp>

namespace vigie::connect::recipe {

[[nodiscard]] text::RichText richText(TextChoice::Kind kind, const std::string &written, const std::string &baseUrl);
/// Entities of the network (offsets into the text as it wrote it) over what was found in the text.
void addSpans(const std::vector<SpanMap> &maps, const Scope &scope, text::RichText &rich);

} // namespace vigie::connect::recipe
