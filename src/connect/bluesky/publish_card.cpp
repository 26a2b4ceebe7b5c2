// SPDX-License-Identifier: GPL-3.0-or-later
// The card of a link: what its page says of itself, and its picture.
#include "connect/bluesky/publish_stages.hpp"

#include "connect/common/base64.hpp"
#include "connect/common/image_header.hpp"
#include "connect/common/xml.hpp"

#include <vigie/net/url.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

#include <libxml/HTMLparser.h>

namespace vigie::connect::bluesky::publishing {

namespace {

constexpr std::chrono::milliseconds kPageTimeout{10'000};
constexpr std::size_t kLargestPage = 1U << 20, kLargestThumb = 1'000'000, kLongestAddress = 2000; // app.bsky.embed.external: thumb
constexpr int kTitle = 300, kDescription = 1000; // characters of a card

std::string oneLine(const std::string &text, int most)
{
    std::string line;
    for (const char c : text::cleanUtf8(text)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space || (!line.empty() && line.back() != ' '))
            line += space ? ' ' : c;
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return text::elide(line, most);
}

struct PageFacts {
    std::string title, ogTitle, description, ogDescription, ogImage;
};

void readNode(const xmlNode *node, PageFacts &facts)
{
    const std::string name = reinterpret_cast<const char *>(node->name);
    if (name == "meta") {
        auto key = xmlAttribute(node, "property");
        if (key.empty())
            key = xmlAttribute(node, "name");
        const auto content = xmlAttribute(node, "content");
        if (key == "og:title" && facts.ogTitle.empty())
            facts.ogTitle = content;
        else if (key == "og:description" && facts.ogDescription.empty())
            facts.ogDescription = content;
        else if (key == "og:image" && facts.ogImage.empty())
            facts.ogImage = content;
        else if (key == "description" && facts.description.empty())
            facts.description = content;
    } else if (name == "title" && facts.title.empty()) {
        xmlChar *content = xmlNodeGetContent(node);
        if (content != nullptr)
            facts.title = reinterpret_cast<const char *>(content);
        xmlFree(content);
    }
}

/// In document order, without recursion: depth is the page's choice.
PageFacts factsOf(const std::string &html, const char *encoding)
{
    PageFacts facts;
    const XmlDoc doc(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, encoding, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
    const xmlNode *node = doc ? xmlDocGetRootElement(doc.get()) : nullptr;
    while (node != nullptr) {
        if (node->type == XML_ELEMENT_NODE)
            readNode(node, facts);
        if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != nullptr && node->next == nullptr)
            node = node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
        if (node != nullptr)
            node = node->next;
    }
    return facts;
}

net::Request strangersRequest(const std::string &address, const char *accept, std::size_t most)
{
    net::Request made; // a stranger's page: no token, nothing of the account
    made.url = address;
    made.headers.push_back({"Accept", accept});
    made.timeout = kPageTimeout;
    made.connectTimeout = kPageTimeout / 2;
    made.maxBody = most;
    return made;
}

/// The picture's address as seen from the page. A page of the web leads to nothing on this machine or in the person's own network.
std::string pictureAddress(const std::string &written, const std::string &page)
{
    if (written.empty() || written.size() > kLongestAddress)
        return {};
    const auto address = net::resolveUrl(page, written);
    const auto from = net::parseUrl(page), to = address ? net::parseUrl(*address) : Result<net::Url>(fail(Errc::InvalidInput));
    if (!from || !to || (to->scheme != "https" && to->scheme != from->scheme) || to->credentials)
        return {};
    const bool inside = net::isLoopbackHost(to->host) || net::isPrivateLiteral(to->host);
    return inside && !net::sameOrigin(*from, *to) ? std::string() : *address;
}

} // namespace

net::Request pageRequest(const std::string &address)
{
    return strangersRequest(address, "text/html", kLargestPage);
}

net::Request pictureRequest(const std::string &address)
{
    auto made = strangersRequest(address, "image/png, image/jpeg, image/webp, image/gif", kLargestThumb);
    made.followRedirects = false; // the stranger chose the address: it is the one that was looked at
    return made;
}

Json pictureOf(const net::Response &response)
{
    const auto header = response.ok() && response.body.size() <= kLargestThumb ? imageHeader(response.body) : std::nullopt;
    if (!header)
        return false;
    return {{"mime", header->mime}, {"base64", toBase64(response.body)}};
}

net::Request uploadOf(const Context &context, const std::string &mime)
{
    auto made = query(context, "com.atproto.repo.uploadBlob");
    made.method = net::Method::Post;
    made.headers.push_back({"Content-Type", mime});
    made.followRedirects = false;
    return made;
}

net::Request thumbRequest(const Context &context, const Json &picture)
{
    auto made = uploadOf(context, textAt(picture, "mime"));
    made.body = fromBase64(textAt(picture, "base64"));
    return made;
}

Result<Json> blobOf(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!at(body, "blob").is_object())
        return fail(Errc::Protocol, "the upload got no name");
    return at(body, "blob");
}

Json cardOf(const net::Response &page)
{
    const auto type = std::string(page.header("Content-Type"));
    if (!page.ok() || (type.find("html") == std::string::npos && !type.empty()) || page.body.empty())
        return false;
    const auto charset = type.find("charset=");
    const auto encoding = charset == std::string::npos ? std::string{} : type.substr(charset + 8, type.find_first_of("; ", charset + 8) - charset - 8);
    const auto facts = factsOf(page.body, encoding.empty() ? nullptr : encoding.c_str());
    const auto title = oneLine(facts.ogTitle.empty() ? facts.title : facts.ogTitle, kTitle);
    if (title.empty())
        return false;
    Json card{{"title", title}, {"description", oneLine(facts.ogDescription.empty() ? facts.description : facts.ogDescription, kDescription)}};
    if (auto picture = pictureAddress(facts.ogImage, page.finalUrl); !picture.empty())
        card["image"] = std::move(picture);
    return card;
}

} // namespace vigie::connect::bluesky::publishing
