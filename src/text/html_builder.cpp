// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/html_builder.hpp"

#include <libxml/uri.h>

#include <algorithm>
#include <initializer_list>

namespace vigie::text {

namespace {

std::string attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(const_cast<xmlNode *>(node), reinterpret_cast<const xmlChar *>(name));
    if (value == nullptr)
        return {};
    std::string text(reinterpret_cast<const char *>(value));
    xmlFree(value);
    return text;
}

bool hasClass(const std::string &classes, std::string_view wanted)
{
    for (std::size_t at = 0; (at = classes.find(wanted, at)) != std::string::npos; at += wanted.size()) {
        const bool startOk = at == 0 || classes[at - 1] == ' ';
        const auto end = at + wanted.size();
        if (startOk && (end == classes.size() || classes[end] == ' '))
            return true;
    }
    return false;
}

bool oneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string safeTarget(const std::string &href, const std::string &base)
{
    if (href.empty())
        return {};
    std::string target = href;
    if (!base.empty() && href.find("://") == std::string::npos && href.rfind("mailto:", 0) != 0) {
        xmlChar *built = xmlBuildURI(reinterpret_cast<const xmlChar *>(href.c_str()), reinterpret_cast<const xmlChar *>(base.c_str()));
        if (built != nullptr) {
            target = reinterpret_cast<const char *>(built);
            xmlFree(built);
        }
    }
    for (const auto *scheme : {"http://", "https://", "mailto:"})
        if (target.size() > std::char_traits<char>::length(scheme) && target.compare(0, std::char_traits<char>::length(scheme), scheme) == 0)
            return target;
    return {}; // javascript:, data: and their kin lead nowhere
}

std::string_view nameOf(const xmlNode *node)
{
    return node->name == nullptr ? "" : reinterpret_cast<const char *>(node->name);
}

HtmlTag tagOf(const xmlNode *node)
{
    HtmlTag tag{nameOf(node), {}, {}, {}};
    if (oneOf(tag.name, {"a", "p"}))
        tag.classes = attribute(node, "class");
    if (tag.name == "a")
        tag.href = attribute(node, "href");
    if (tag.name == "img")
        tag.alt = attribute(node, "alt");
    return tag;
}

bool block(std::string_view name)
{
    return oneOf(name, {"p", "div", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "tr", "section",
                        "article", "header", "footer", "figure", "figcaption", "dl", "dt", "dd", "hr"});
}

bool paragraph(std::string_view name)
{
    return oneOf(name, {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol"});
}

/// "@bob" that leads to another host is bob@host.
std::string mentionTarget(const std::string &shown, const std::string &url)
{
    if (shown.find('@') != std::string::npos || url.empty())
        return shown;
    const auto scheme = url.find("://");
    if (scheme == std::string::npos)
        return shown;
    const auto host = url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
    return host.empty() ? shown : shown + "@" + host;
}

} // namespace

void HtmlBuilder::walk(const xmlNode *root)
{
    const xmlNode *node = root;
    while (node != nullptr) {
        const bool into = enter(node);
        if (into && node->children != nullptr) {
            node = node->children;
            continue;
        }
        if (into)
            leave(node);
        while (node != root && node->next == nullptr) {
            node = node->parent;
            leave(node);
        }
        if (node == root)
            break;
        node = node->next;
    }
}

RichText HtmlBuilder::take()
{
    auto end = rich_.text.size();
    while (end > 0 && (rich_.text[end - 1] == ' ' || rich_.text[end - 1] == '\n'))
        --end;
    rich_.text.resize(end);
    for (auto &span : rich_.spans)
        span.end = std::min(span.end, static_cast<std::uint32_t>(end));
    rich_.spans.erase(std::remove_if(rich_.spans.begin(), rich_.spans.end(), [](const TextSpan &span) { return span.begin >= span.end; }),
                      rich_.spans.end());
    std::sort(rich_.spans.begin(), rich_.spans.end(), [](const TextSpan &a, const TextSpan &b) { return a.begin < b.begin; });
    return std::move(rich_);
}

bool HtmlBuilder::enter(const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        addText(reinterpret_cast<const char *>(node->content));
        return false;
    }
    if (node->type == XML_HTML_DOCUMENT_NODE || node->type == XML_DOCUMENT_NODE)
        return true;
    if (node->type != XML_ELEMENT_NODE)
        return false;
    return open(tagOf(node));
}

bool HtmlBuilder::open(const HtmlTag &tag)
{
    const auto name = tag.name;
    if (oneOf(name, {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math"}))
        return false;
    if (context_.quotes && name == "p" && hasClass(tag.classes, "quote-inline"))
        return false; // written for those who do not know quotes
    if (name == "br") {
        newline();
        return false;
    }
    if (name == "img") {
        addImage(tag);
        return false;
    }
    if (block(name))
        startBlock(name);
    if (name == "a")
        openLink(tag);
    if (name == "pre")
        ++verbatim_;
    return true;
}

void HtmlBuilder::leave(const xmlNode *node)
{
    if (node == nullptr || node->type != XML_ELEMENT_NODE)
        return;
    close(nameOf(node));
}

void HtmlBuilder::close(std::string_view name)
{
    if (name == "a")
        closeLink();
    if (name == "pre")
        --verbatim_;
    if (name == "blockquote" && quotes_ > 0)
        --quotes_;
    if ((name == "ul" || name == "ol") && !lists_.empty())
        lists_.pop_back();
    if (block(name))
        breaks_ = std::max(breaks_, paragraph(name) && lists_.empty() ? 2 : 1);
}

void HtmlBuilder::startBlock(std::string_view name)
{
    breaks_ = std::max(breaks_, paragraph(name) && lists_.empty() ? 2 : 1);
    if (name == "blockquote")
        ++quotes_;
    if (name == "ul")
        lists_.push_back(-1);
    if (name == "ol")
        lists_.push_back(0);
    if (name == "li") {
        marker_ = lists_.empty() || lists_.back() < 0 ? "- " : std::to_string(++lists_.back()) + ". ";
    }
}

void HtmlBuilder::newline()
{
    trimLine();
    flushBreaks();
    rich_.text += '\n';
    lineStart_ = true;
}

void HtmlBuilder::trimLine()
{
    while (!rich_.text.empty() && rich_.text.back() == ' ' && !(link_ && rich_.text.size() == link_->begin))
        rich_.text.pop_back();
}

void HtmlBuilder::flushBreaks()
{
    if (breaks_ == 0)
        return;
    if (rich_.text.empty()) {
        breaks_ = 0;
        lineStart_ = true;
        return;
    }
    trimLine();
    auto have = 0;
    for (auto at = rich_.text.size(); at > 0 && rich_.text[at - 1] == '\n'; --at)
        ++have;
    for (; have < breaks_; ++have)
        rich_.text += '\n';
    breaks_ = 0;
    lineStart_ = true;
}

void HtmlBuilder::startLine()
{
    flushBreaks();
    if (!lineStart_)
        return;
    auto have = std::size_t{0};
    for (auto at = rich_.text.size(); at > 0 && rich_.text[at - 1] == '\n'; --at)
        ++have;
    if (have > 2)
        rich_.text.resize(rich_.text.size() - (have - 2)); // never two blank lines in a row
    for (int i = 0; i < quotes_; ++i)
        rich_.text += "> ";
    rich_.text += marker_;
    marker_.clear();
    lineStart_ = false;
    if (link_ && link_->begin > rich_.text.size())
        link_->begin = static_cast<std::uint32_t>(rich_.text.size());
    if (link_ && linkFresh_)
        link_->begin = static_cast<std::uint32_t>(rich_.text.size());
}

bool HtmlBuilder::showsBlank() const
{
    return verbatim_ > 0 || !(breaks_ > 0 || lineStart_ || rich_.text.empty() || rich_.text.back() == ' ' || rich_.text.back() == '\n');
}

void HtmlBuilder::addText(const char *content)
{
    if (content == nullptr)
        return;
    const auto clean = cleanUtf8(content);
    for (std::size_t at = 0; at < clean.size(); ++at) {
        const char c = clean[at];
        if (verbatim_ > 0 && c == '\n') {
            newline();
            continue;
        }
        if (verbatim_ == 0 && (c == ' ' || c == '\n' || c == '\t')) { // white space in HTML is one space
            if (showsBlank())
                rich_.text += ' ';
            continue;
        }
        if (lineStart_ || breaks_ > 0)
            startLine();
        linkFresh_ = false;
        if (c == ':' && addEmoji(clean, at))
            continue;
        rich_.text += c;
    }
}

bool HtmlBuilder::addEmoji(const std::string &text, std::size_t &at)
{
    const auto end = text.find(':', at + 1);
    if (end == std::string::npos || end - at > 64 || link_)
        return false;
    const auto code = std::string_view(text).substr(at + 1, end - at - 1);
    const auto found = std::find_if(context_.emojis.begin(), context_.emojis.end(), [&](const CustomEmoji &emoji) { return emoji.shortcode == code; });
    if (found == context_.emojis.end())
        return false;
    TextSpan span;
    span.kind = TextSpan::Kind::Emoji;
    span.begin = static_cast<std::uint32_t>(rich_.text.size());
    rich_.text += text.substr(at, end - at + 1);
    span.end = static_cast<std::uint32_t>(rich_.text.size());
    span.target = found->url;
    rich_.spans.push_back(std::move(span));
    at = end;
    return true;
}

void HtmlBuilder::addImage(const HtmlTag &tag)
{
    if (!tag.alt.empty())
        addText(tag.alt.c_str()); // an emoji that the site draws as a picture
}

void HtmlBuilder::openLink(const HtmlTag &tag)
{
    if (link_)
        return; // a link in a link is the outer link
    const auto &classes = tag.classes;
    TextSpan span;
    span.target = safeTarget(tag.href, context_.baseUrl);
    span.kind = hasClass(classes, "hashtag")                                             ? TextSpan::Kind::Tag
                : hasClass(classes, "mention") || hasClass(classes, "u-url")             ? TextSpan::Kind::Mention
                                                                                         : TextSpan::Kind::Link;
    span.begin = static_cast<std::uint32_t>(rich_.text.size());
    link_ = std::make_unique<TextSpan>(std::move(span));
    linkFresh_ = true;
}

void HtmlBuilder::closeLink()
{
    if (!link_)
        return;
    auto span = std::move(*link_);
    link_.reset();
    linkFresh_ = false;
    span.end = static_cast<std::uint32_t>(rich_.text.size());
    while (span.begin < span.end && (rich_.text[span.begin] == ' ' || rich_.text[span.begin] == '\n'))
        ++span.begin;
    while (span.end > span.begin && rich_.text[span.end - 1] == ' ')
        --span.end;
    if (span.begin >= span.end)
        return;
    const auto shown = rich_.text.substr(span.begin, span.end - span.begin);
    if (span.kind == TextSpan::Kind::Tag) {
        span.target = shown.substr(shown[0] == '#' ? 1 : 0);
    } else if (span.kind == TextSpan::Kind::Mention && shown[0] == '@') {
        span.target = mentionTarget(shown.substr(1), span.target);
    } else {
        span.kind = TextSpan::Kind::Link;
        if (span.target.empty())
            return; // words that lead nowhere are words
    }
    rich_.spans.push_back(std::move(span));
}

} // namespace vigie::text
