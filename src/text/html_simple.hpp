// SPDX-License-Identifier: GPL-3.0-or-later
// The two readers behind fromHtml(). Nearly every post is a few well nested tags, and a general parser spends ten times longer
// on them than on all the rest of the answer they came in. So those are read here; whatever needs a rule of HTML that is not
// plain to see (tags left open, comments, rare entities, ...) is left to libxml2. What both read is the same text.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/text/rich_text.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::text {

/// None when this is no simple markup. Asks for the output of cleanUtf8().
[[nodiscard]] std::optional<RichText> readSimpleHtml(std::string_view html, const HtmlContext &context);
/// By libxml2, whatever it is. Asks for the output of cleanUtf8().
[[nodiscard]] RichText readAnyHtml(const std::string &html, const HtmlContext &context);

} // namespace vigie::text
