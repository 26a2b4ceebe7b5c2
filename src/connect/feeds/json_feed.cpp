// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed 1.0 and 1.1, and the choice between the dialects.
#include "connect/common/json.hpp"
#include "connect/feeds/feed.hpp"

#include <vigie/base/html.hpp>
#include <vigie/net/url.hpp>

namespace vigie::connect::feeds {

namespace {

std::string absolute(const std::string &reference, const std::string &url)
{
    if (reference.empty())
        return {};
    const auto resolved = net::resolveUrl(url, reference);
    return resolved && net::parseUrl(*resolved) ? *resolved : std::string();
}

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : escapeHtml(text))
        out += c == '\n' ? std::string("<br>") : std::string(1, c);
    return out;
}

std::string authorOf(const Json &object)
{
    const auto &list = arrayAt(object, "authors");
    if (!list.empty())
        return textAt(list.front(), "name");
    return textAt(at(object, "author"), "name");
}

} // namespace

Result<Feed> readJsonFeed(std::string_view utf8, const std::string &url)
{
    VIGIE_TRY(const auto document, parseJson(utf8));
    if (!document.is_object() || !at(document, "items").is_array())
        return fail(Errc::Protocol, "the JSON is no feed: it has no items");
    Feed feed;
    feed.title = textAt(document, "title");
    feed.link = absolute(textAt(document, "home_page_url"), url);
    feed.lang = textAt(document, "language");
    feed.author = authorOf(document);
    feed.next = absolute(textAt(document, "next_url"), url);
    for (const auto &item : arrayAt(document, "items")) {
        if (!item.is_object())
            continue;
        Entry entry;
        entry.id = idAt(item, "id");
        entry.link = absolute(textAt(item, "url"), url);
        if (entry.link.empty())
            entry.link = absolute(textAt(item, "external_url"), url);
        entry.title = escaped(textAt(item, "title"));
        entry.html = textAt(item, "content_html");
        if (entry.html.empty())
            entry.html = escaped(textAt(item, "content_text"));
        if (entry.html.empty())
            entry.html = escaped(textAt(item, "summary"));
        entry.published = textAt(item, "date_published");
        entry.updated = textAt(item, "date_modified");
        entry.author = authorOf(item);
        entry.lang = textAt(item, "language");
        if (const auto image = absolute(textAt(item, "image"), url); !image.empty()) {
            MediaRef media;
            media.url = image;
            entry.media.push_back(std::move(media));
        }
        for (const auto &attachment : arrayAt(item, "attachments")) {
            MediaRef media;
            media.url = absolute(textAt(attachment, "url"), url);
            media.mime = textAt(attachment, "mime_type");
            media.alt = textAt(attachment, "title");
            media.kind = media.mime.rfind("audio/", 0) == 0   ? MediaRef::Kind::Audio
                         : media.mime.rfind("video/", 0) == 0 ? MediaRef::Kind::Video
                         : media.mime.rfind("image/", 0) == 0 ? MediaRef::Kind::Image
                                                              : MediaRef::Kind::Other;
            if (!media.url.empty() && entry.media.size() < 20)
                entry.media.push_back(std::move(media));
        }
        if (!entry.id.empty() || !entry.link.empty() || !entry.html.empty() || !entry.title.empty())
            feed.entries.push_back(std::move(entry));
    }
    return feed;
}

Result<Feed> readFeed(std::string_view body, std::string_view contentType, const std::string &url)
{
    const auto text = toUtf8(body, contentType);
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string::npos)
        return fail(Errc::Protocol, "the answer is empty");
    if (text[first] == '{' || text[first] == '[')
        return readJsonFeed(std::string_view(text).substr(first), url);
    return readXmlFeed(text, url);
}

} // namespace vigie::connect::feeds
