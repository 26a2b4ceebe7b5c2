// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text with ranges, made from what networks send (HTML, plain). Untrusted markup ends here: nothing above this
// room ever sees HTML.
// Thread: values, pure functions. Errors: none; unreadable markup is read as far as possible.
#pragma once

#include <vigie/model/item.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct RichText {
    std::string text;              ///< UTF-8, \n between lines, never two blank lines in a row, trimmed
    std::vector<TextSpan> spans;   ///< byte ranges into `text`, ordered, not overlapping
};

struct CustomEmoji {
    std::string shortcode, url;
};
struct HtmlContext {
    std::string baseUrl;                 ///< for relative links
    std::vector<CustomEmoji> emojis;     ///< known :shortcodes: become emoji spans; unknown ones stay literal text
    bool quotes = false;                 ///< the post quotes another that is known by itself: its "RE: address" is left out
};

/// HTML of a post to text: blocks and <br> are line breaks, list items start with "- ", quotes with "> ", links keep the
/// href as target and rebuild shortened link text, mentions and hashtags become spans, <img alt> (emoji) gives its alt,
/// script, style and comments vanish, entities are decoded once.
[[nodiscard]] RichText fromHtml(std::string_view html, const HtmlContext &context = {});
/// Plain text: finds links, @mentions and #tags.
[[nodiscard]] RichText fromPlain(std::string_view text);
/// Valid UTF-8 whatever comes in: broken bytes become U+FFFD, C0 controls but \n and \t vanish.
[[nodiscard]] std::string cleanUtf8(std::string_view bytes);

} // namespace vigie::text
