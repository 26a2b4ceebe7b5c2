// SPDX-License-Identifier: GPL-3.0-or-later
// A feed as read, whatever its dialect: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/item.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect::feeds {

struct Entry {
    std::string id;              ///< the feed's own; empty when it gives none
    std::string link, title, html;
    std::string author, authorUrl;
    std::string lang, inReplyTo;
    std::string published, updated; ///< as written
    std::vector<MediaRef> media;
    std::optional<double> comments;
};
struct Feed {
    std::string title, link, lang, author;
    std::string next;            ///< an older page, where the feed is paged (RFC 5005)
    std::vector<Entry> entries;
};

/// Bytes of a document to UTF-8: byte order mark, then the server's charset, the document's own declaration, the shape of
/// its first bytes; a label that the bytes contradict is not believed (windows-1252 is what mislabelled text is).
[[nodiscard]] std::string toUtf8(std::string_view bytes, std::string_view contentType);

/// Reads a feed of any dialect. `url` resolves relative addresses. Errors: Protocol (no feed in there).
Result<Feed> readFeed(std::string_view body, std::string_view contentType, const std::string &url);
Result<Feed> readJsonFeed(std::string_view utf8, const std::string &url);
Result<Feed> readXmlFeed(std::string_view utf8, const std::string &url);

/// Addresses of feeds that a page names, in its order.
[[nodiscard]] std::vector<std::string> discover(std::string_view html, const std::string &url);

/// RFC 822 (two-digit years, named zones), W3CDTF (also year alone), RFC 3339, asctime. None when it cannot be read: a
/// date is never guessed.
struct FeedDate {
    Instant at;
    TimePrecision precision = TimePrecision::Exact;
};
[[nodiscard]] std::optional<FeedDate> readDate(std::string_view text);

} // namespace vigie::connect::feeds
