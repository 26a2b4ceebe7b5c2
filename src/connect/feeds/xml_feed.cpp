// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 0.9x, 1.0, 2.0 and Atom through libxml2 in recover mode: elements are known by their local names, prefixes are
// believed with or without their declaration.
#include "connect/common/strings.hpp"
#include "connect/common/xml.hpp"
#include "connect/feeds/entities.hpp"
#include "connect/feeds/feed.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/html.hpp>
#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <cstdlib>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>

namespace vigie::connect::feeds {

namespace {

constexpr int kMostEntries = 5000;

/// "dc:creator" for an element of Dublin Core, however the feed spells the prefix; "title" for the feed's own.
std::string nameOf(const xmlNode *node)
{
    const std::string local = lowerAscii(reinterpret_cast<const char *>(node->name));
    const auto colon = local.find(':'); // undeclared prefix: libxml2 leaves it in the name
    if (colon != std::string::npos)
        return local;
    if (node->ns == nullptr || node->ns->href == nullptr)
        return local;
    const std::string href = lowerAscii(reinterpret_cast<const char *>(node->ns->href));
    struct Known {
        const char *part, *prefix;
    };
    constexpr Known kKnown[] = {{"purl.org/dc/elements", "dc:"},      {"purl.org/dc/terms", "dcterms:"}, {"rss/1.0/modules/content", "content:"},
                                {"search.yahoo.com/mrss", "media:"},  {"rss/1.0/modules/slash", "slash:"}, {"syndication/thread", "thr:"},
                                {"itunes.com/dtds", "itunes:"},       {"wellformedweb.org", "wfw:"},     {"1999/xhtml", "xhtml:"},
                                {"feedburner.org", "feedburner:"}};
    for (const auto &known : kKnown)
        if (href.find(known.part) != std::string::npos)
            return known.prefix + local;
    if (href.find("w3.org/2005/atom") != std::string::npos || href.find("purl.org/atom") != std::string::npos)
        return local;
    return local; // RSS with a namespace of its own, or one nobody knows
}

bool atomNode(const xmlNode *node)
{
    return node->ns != nullptr && node->ns->href != nullptr && lowerAscii(reinterpret_cast<const char *>(node->ns->href)).find("atom") != std::string::npos;
}

std::string contentOf(const xmlNode *node)
{
    xmlChar *value = xmlNodeGetContent(node);
    if (value == nullptr)
        return {};
    std::string text(reinterpret_cast<const char *>(value));
    xmlFree(value);
    return std::string(trimmed(text));
}

std::string innerXml(const xmlNode *node)
{
    std::string out;
    for (auto *child = node->children; child != nullptr; child = child->next) {
        const std::unique_ptr<xmlBuffer, void (*)(xmlBufferPtr)> buffer(xmlBufferCreate(), xmlBufferFree);
        xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
        if (const auto *text = xmlBufferContent(buffer.get()))
            out += reinterpret_cast<const char *>(text);
    }
    return out;
}

std::string resolved(const xmlNode *node, const std::string &reference, const std::string &url)
{
    const std::string clean(trimmed(reference));
    if (clean.empty())
        return {};
    std::string base = url;
    xmlChar *given = xmlNodeGetBase(node->doc, node); // walks up nested xml:base
    if (given != nullptr) {
        if (auto absolute = net::resolveUrl(url, reinterpret_cast<const char *>(given)))
            base = std::move(*absolute);
        xmlFree(given);
    }
    auto absolute = net::resolveUrl(base, clean);
    if (!absolute)
        return {};
    const auto parsed = net::parseUrl(*absolute);
    return parsed && !parsed->credentials ? *absolute : std::string();
}

/// Text constructs: HTML in the end. What is typed text is escaped, so that "a < b" stays three characters.
std::string htmlOf(const xmlNode *node)
{
    const auto type = lowerAscii(xmlAttribute(node, "type"));
    if (type == "xhtml" || type == "application/xhtml+xml")
        return innerXml(node);
    auto text = contentOf(node);
    const bool plain = (atomNode(node) && (type.empty() || type == "text" || type == "text/plain")) || type == "text/plain";
    if (lowerAscii(xmlAttribute(node, "mode")) == "base64")
        return {};
    if (!plain) {
        for (const auto *child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_ELEMENT_NODE)
                return innerXml(node); // markup put in without escaping
        return text;
    }
    return escapeHtml(text);
}

std::string inherited(const xmlNode *node)
{
    xmlChar *lang = xmlNodeGetLang(node);
    if (lang == nullptr)
        return {};
    std::string text(reinterpret_cast<const char *>(lang));
    xmlFree(lang);
    return text;
}

std::string person(const xmlNode *node)
{
    for (auto *child = node->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE && nameOf(child).ends_with("name"))
            return contentOf(child);
    // RSS: "editor@example.org (Jane Doe)"; the address is nobody's business.
    auto text = contentOf(node);
    const auto open = text.find('('), close = text.rfind(')');
    if (open != std::string::npos && close != std::string::npos && close > open + 1)
        return std::string(trimmed(std::string_view(text).substr(open + 1, close - open - 1)));
    const auto at = text.find('@');
    return at == std::string::npos ? text : text.substr(0, text.find_first_of(" <"));
}

MediaRef::Kind kindOf(const std::string &mime, const std::string &medium)
{
    if (mime.rfind("video/", 0) == 0 || medium == "video")
        return MediaRef::Kind::Video;
    if (mime.rfind("audio/", 0) == 0 || medium == "audio")
        return MediaRef::Kind::Audio;
    if (mime.rfind("image/", 0) == 0 || medium == "image" || mime.empty())
        return MediaRef::Kind::Image;
    return MediaRef::Kind::Other;
}

void addMedia(Entry &entry, const xmlNode *node, const std::string &url)
{
    MediaRef media;
    media.url = resolved(node, xmlAttribute(node, atomNode(node) ? "href" : "url"), url);
    media.mime = lowerAscii(xmlAttribute(node, "type"));
    media.kind = kindOf(media.mime, lowerAscii(xmlAttribute(node, "medium")));
    media.width = std::atoi(xmlAttribute(node, "width").c_str());
    media.height = std::atoi(xmlAttribute(node, "height").c_str());
    for (auto *child = node->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE && (nameOf(child) == "media:description" || nameOf(child) == "media:title") && media.alt.empty())
            media.alt = text::fromHtml(contentOf(child)).text;
    const bool known = std::any_of(entry.media.begin(), entry.media.end(), [&](const MediaRef &one) { return one.url == media.url; });
    if (!media.url.empty() && !known && entry.media.size() < 20)
        entry.media.push_back(std::move(media));
}

class EntryReader {
public:
    explicit EntryReader(const std::string &url) : url_(url) {}

    Entry read(const xmlNode *node)
    {
        entry_ = {};
        entry_.lang = inherited(node);
        entry_.id = xmlAttribute(node, "about"); // RSS 1.0: rdf:about
        for (const auto *child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_ELEMENT_NODE)
                take(child, nameOf(child));
        if (entry_.link.empty() && guidIsLink_)
            entry_.link = resolved(node, guid_, url_);
        if (!guid_.empty())
            entry_.id = guid_;
        if (entry_.html.empty())
            entry_.html = summary_;
        return std::move(entry_);
    }

private:
    void take(const xmlNode *node, const std::string &name)
    {
        if (name == "title" && entry_.title.empty())
            entry_.title = htmlOf(node);
        else if (name == "link" || name == "atom:link")
            link(node);
        else if (name == "guid" || name == "id") {
            guid_ = contentOf(node);
            guidIsLink_ = name == "guid" && lowerAscii(xmlAttribute(node, "isPermaLink")) != "false" && lowerAscii(xmlAttribute(node, "ispermalink")) != "false";
        } else if (name == "content:encoded" || name == "content" || name == "xhtml:body" || name == "body" || name == "fullitem")
            content(node);
        else if (name == "description" || name == "summary" || name == "dc:description" || name == "itunes:summary") {
            if (summary_.empty())
                summary_ = htmlOf(node);
        } else if (name == "dc:creator" || name == "author" || name == "itunes:author") {
            if (entry_.author.empty() || name == "dc:creator")
                entry_.author = text::fromHtml(person(node)).text;
            for (auto *child = node->children; child != nullptr; child = child->next)
                if (child->type == XML_ELEMENT_NODE && (nameOf(child) == "uri" || nameOf(child) == "url"))
                    entry_.authorUrl = resolved(child, contentOf(child), url_);
        } else if (name == "pubdate" || name == "published" || name == "dc:date" || name == "dcterms:issued" || name == "issued" || name == "dcterms:created"
                   || name == "created" || name == "date") {
            if (entry_.published.empty() || name == "pubdate" || name == "published")
                entry_.published = contentOf(node);
        } else if (name == "updated" || name == "modified" || name == "dcterms:modified") {
            entry_.updated = contentOf(node);
        } else if (name == "enclosure" || name == "media:content" || name == "media:thumbnail") {
            addMedia(entry_, node, url_);
        } else if (name == "media:group") {
            for (const auto *child = node->children; child != nullptr; child = child->next)
                if (child->type == XML_ELEMENT_NODE && nameOf(child).rfind("media:", 0) == 0)
                    take(child, nameOf(child));
        } else if (name == "thr:in-reply-to") {
            entry_.inReplyTo = xmlAttribute(node, "ref").empty() ? xmlAttribute(node, "href") : xmlAttribute(node, "ref");
        } else if (name == "slash:comments" || name == "thr:total") {
            const auto text = contentOf(node);
            if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text.size() < 10)
                entry_.comments = std::atof(text.c_str());
        } else if (name == "feedburner:origlink" || name == "origlink") {
            entry_.link = resolved(node, contentOf(node), url_);
        }
    }
    void link(const xmlNode *node)
    {
        const auto href = xmlAttribute(node, "href");
        const auto rel = lowerAscii(xmlAttribute(node, "rel"));
        if (href.empty()) {
            if (entry_.link.empty())
                entry_.link = resolved(node, contentOf(node), url_);
        } else if (rel.empty() || rel == "alternate") {
            const auto type = lowerAscii(xmlAttribute(node, "type"));
            if (entry_.link.empty() || type == "text/html")
                entry_.link = resolved(node, href, url_);
        } else if (rel == "enclosure") {
            addMedia(entry_, node, url_);
        }
    }
    void content(const xmlNode *node)
    {
        const auto source = xmlAttribute(node, "src");
        const auto type = lowerAscii(xmlAttribute(node, "type"));
        const bool readable = type.empty() || type == "text" || type == "html" || type == "xhtml" || type.rfind("text/", 0) == 0 || type.find("xhtml") != std::string::npos;
        if (source.empty() && readable)
            entry_.html = htmlOf(node);
    }

    const std::string &url_;
    Entry entry_;
    std::string guid_, summary_;
    bool guidIsLink_ = false;
};

void feedField(Feed &feed, const xmlNode *node, const std::string &name, const std::string &url)
{
    if (name == "title" && feed.title.empty())
        feed.title = text::fromHtml(htmlOf(node)).text;
    else if (name == "language" || name == "dc:language")
        feed.lang = contentOf(node);
    else if ((name == "author" || name == "dc:creator" || name == "managingeditor" || name == "itunes:author") && feed.author.empty())
        feed.author = person(node);
    else if (name == "link" || name == "atom:link") {
        const auto rel = lowerAscii(xmlAttribute(node, "rel"));
        const auto href = xmlAttribute(node, "href");
        if (rel == "next" || rel == "prev-archive")
            feed.next = resolved(node, href, url);
        else if (href.empty() && feed.link.empty())
            feed.link = resolved(node, contentOf(node), url);
        else if ((rel.empty() || rel == "alternate") && feed.link.empty())
            feed.link = resolved(node, href, url);
    }
}

/// Walks the document in its order, without recursion, and tells feed from entries.
void walk(const xmlNode *root, Feed &feed, const std::string &url)
{
    const xmlNode *node = root;
    while (node != nullptr) {
        bool into = true;
        if (node->type == XML_ELEMENT_NODE) {
            const auto name = nameOf(node);
            if (name == "item" || name == "entry") {
                if (feed.entries.size() < kMostEntries) {
                    auto entry = EntryReader(url).read(node);
                    const bool empty = entry.id.empty() && entry.link.empty() && entry.title.empty() && entry.html.empty();
                    if (!empty)
                        feed.entries.push_back(std::move(entry));
                }
                // A tag left open nests the items that follow: they are looked for inside as well.
                into = true;
                const xmlNode *inner = node->children;
                bool nested = false;
                for (; inner != nullptr; inner = inner->next)
                    nested = nested || (inner->type == XML_ELEMENT_NODE && (nameOf(inner) == "item" || nameOf(inner) == "entry"));
                into = nested;
            } else if (name == "image" || name == "textinput" || name == "cloud" || name == "source") {
                into = false;
            } else {
                const auto *parent = node->parent;
                const auto above = parent != nullptr && parent->type == XML_ELEMENT_NODE ? nameOf(parent) : std::string();
                if (above == "channel" || above == "feed" || above == "rss" || above == "rdf")
                    feedField(feed, node, name, url);
            }
        }
        if (into && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr)
            node = node->parent;
        if (node == root)
            break;
        node = node->next;
    }
}

} // namespace

Result<Feed> readXmlFeed(std::string_view utf8, const std::string &url)
{
    const auto document = tameXml(utf8);
    if (document.empty())
        return fail(Errc::Protocol, "there is no feed in this document");
    const int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    const XmlDoc tree(xmlReadMemory(document.data(), static_cast<int>(document.size()), nullptr, "UTF-8", options));
    const auto *root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr)
        return fail(Errc::Protocol, "the document cannot be read as XML");
    const auto name = nameOf(root);
    const bool known = name == "rss" || name == "feed" || name == "rdf" || name == "channel" || name.ends_with(":rdf") || name.ends_with(":feed");
    Feed feed;
    feed.lang = xmlAttribute(root, "lang");
    walk(root, feed, url);
    if (!known && feed.entries.empty())
        return fail(Errc::Protocol, "the document is no feed: it begins with <" + name.substr(0, 40) + ">");
    return feed;
}

} // namespace vigie::connect::feeds
