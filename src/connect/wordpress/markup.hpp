// SPDX-License-Identifier: GPL-3.0-or-later
// Plain words as the HTML that WordPress keeps, and what of an article of ours can be told apart again.
// Thread: pure functions. Errors: none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect::wordpress {

struct Picture {
    std::string id, url, alt;
};

/// An article made of one text: its first line is the title. A text of one line is its own title, shortened where it is long.
struct Article {
    std::string title, body;
};
[[nodiscard]] Article articleOf(const std::string &text);
/// The text again, from what the site shows.
[[nodiscard]] std::string textOfArticle(const std::string &title, const std::string &body);

/// Paragraphs, line breaks and links; everything else is escaped.
[[nodiscard]] std::string toHtml(const std::string &plain);
/// For a comment, where WordPress makes its own paragraphs and links, and for a title.
[[nodiscard]] std::string escapedHtml(std::string_view plain);
[[nodiscard]] std::string figure(const Picture &picture);
/// The figures at the end of a body that this program wrote; none when it holds markup of another hand, which rewriting
/// the text would lose.
[[nodiscard]] std::optional<std::string> figuresOfOurs(std::string_view raw);
/// How many pictures of the site's library a body shows.
[[nodiscard]] int countPictures(std::string_view html);

} // namespace vigie::connect::wordpress
