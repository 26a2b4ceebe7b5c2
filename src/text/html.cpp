// SPDX-License-Identifier: GPL-3.0-or-later
// HTML of a post to text with ranges, over libxml2's tolerant parser, and what is done where that gives up.
#include <vigie/text/rich_text.hpp>

#include "text/html_builder.hpp"
#include "text/html_simple.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

namespace vigie::text {

namespace {

constexpr std::size_t kMostBytes = 4U << 20; ///< a post longer than this is cut before it is parsed

struct FreeDoc {
    void operator()(xmlDoc *doc) const { xmlFreeDoc(doc); }
};

struct FreeParser {
    void operator()(htmlParserCtxt *parser) const { htmlFreeParserCtxt(parser); }
};

std::string withoutTags(std::string_view html)
{
    std::string text;
    bool tag = false;
    for (const char c : html) {
        if (c == '<')
            tag = true;
        else if (c == '>' && tag)
            tag = false;
        else if (!tag)
            text += c;
    }
    return text.find_first_not_of(" \t\r\n") == std::string::npos ? std::string() : text;
}

/// Text that came without markup, under the same rules as text that came with it.
RichText fromWords(std::string_view words)
{
    std::string tidy;
    int lines = 0;
    for (const char c : cleanUtf8(words)) {
        if (c == '\n') {
            while (!tidy.empty() && tidy.back() == ' ')
                tidy.pop_back();
            if (tidy.empty() || ++lines > 2)
                continue;
        } else if (c == ' ' && (tidy.empty() || tidy.back() == '\n')) {
            continue;
        } else {
            lines = 0;
        }
        tidy += c;
    }
    tidy.resize(tidy.find_last_not_of(" \n") + 1);
    return fromPlain(tidy);
}

/// Only the tags that cannot nest or whose content must not be read.
std::string withoutLayers(std::string_view html)
{
    std::string flat;
    for (std::size_t at = 0; at < html.size();) {
        const auto open = std::min(html.find('<', at), html.size());
        flat.append(html.substr(at, open - at));
        if (open == html.size())
            break;
        const auto close = std::min(html.find('>', open), html.size() - 1);
        auto name = html.substr(open + 1, close - open);
        if (!name.empty() && name[0] == '/')
            name.remove_prefix(1);
        std::string lower;
        for (const char c : name.substr(0, std::min(name.find_first_of(" \t\n/>"), std::size_t{8})))
            lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        if (lower == "p" || lower == "br" || lower == "script" || lower == "style")
            flat.append(html.substr(open, close - open + 1));
        at = close + 1;
    }
    return flat;
}

std::unique_ptr<xmlDoc, FreeDoc> parsed(const std::string &html, bool *cut)
{
    // The declaration keeps libxml2 from guessing the encoding; markup before it cannot change it.
    std::string document = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"></head><body>";
    document += html;
    document += "</body></html>";
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    if (!parser)
        return nullptr;
    std::unique_ptr<xmlDoc, FreeDoc> tree(
        htmlCtxtReadMemory(parser.get(), document.data(), static_cast<int>(document.size()), nullptr, "UTF-8", options));
    *cut = parser->disableSAX != 0;
    return tree;
}

} // namespace

RichText fromHtml(std::string_view html, const HtmlContext &context)
{
    if (html.empty())
        return {};
    if (html.find_first_of("<&") == std::string_view::npos)
        return fromWords(html.substr(0, kMostBytes));
    const auto clean = cleanUtf8(html.substr(0, kMostBytes));
    auto simple = readSimpleHtml(clean, context);
    if (!simple)
        return readAnyHtml(clean, context);
    return simple->text.empty() ? fromWords(withoutTags(clean)) : std::move(*simple);
}

RichText readAnyHtml(const std::string &clean, const HtmlContext &context)
{
    bool cut = false;
    auto tree = parsed(clean, &cut);
    if (cut) // nested deeper than the parser goes: the words are worth more than their layout
        tree = parsed(withoutLayers(clean), &cut);
    if (!tree)
        return fromWords(withoutTags(clean));
    HtmlBuilder builder(context);
    if (const auto *root = xmlDocGetRootElement(tree.get()))
        builder.walk(root);
    auto rich = builder.take();
    return rich.text.empty() ? fromWords(withoutTags(clean)) : rich;
}

} // namespace vigie::text
