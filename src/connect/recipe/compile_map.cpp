// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/item_map.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

std::vector<Path> pathsOf(const Node &node, const Compiler &compiler)
{
    std::vector<Path> paths;
    for (const auto &one : node.isArray() ? node.elements() : std::vector<Node>{node})
        paths.push_back(compiler.path(one));
    return paths;
}

MediaMap compileMedia(const Node &node, const Compiler &compiler)
{
    MediaMap map;
    if (!node.object({"each", "where", "url", "preview", "id", "alt", "mime", "kind", "width", "height", "duration_ms"}))
        return map;
    if (const auto each = node.find("each"))
        map.each = pathsOf(*each, compiler);
    else
        map.each = {Path{}};
    if (!node.has("url"))
        node.problem("\"url\" is missing");
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> fields{
        {"where", &map.where}, {"url", &map.url}, {"preview", &map.preview}, {"id", &map.id}, {"alt", &map.alt},
        {"mime", &map.mime}, {"kind", &map.kind}, {"width", &map.width}, {"height", &map.height}, {"duration_ms", &map.durationMs}};
    for (const auto &[key, slot] : fields)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    return map;
}

SpanMap compileSpans(const Node &node, const Compiler &compiler)
{
    SpanMap map;
    if (!node.object({"each", "where", "begin", "end", "length", "target", "kind", "unit"}))
        return map;
    for (const auto *key : {"each", "begin"})
        if (!node.has(key))
            node.problem("\"" + std::string(key) + "\" is missing");
    if (const auto each = node.find("each"))
        map.each = pathsOf(*each, compiler);
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> fields{
        {"where", &map.where}, {"begin", &map.begin}, {"end", &map.end}, {"length", &map.length}, {"target", &map.target}, {"kind", &map.kind}};
    for (const auto &[key, slot] : fields)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    map.unit = static_cast<SpanMap::Unit>(node.word("unit", {"bytes", "utf16", "codepoints"}, 0));
    return map;
}

std::vector<TextChoice> compileText(const Node &node, const Compiler &compiler)
{
    std::vector<TextChoice> choices;
    for (const auto &one : node.isArray() ? node.elements() : std::vector<Node>{node}) {
        TextChoice choice;
        const bool html = one.has("html"), markdown = one.has("markdown"), plain = one.has("plain");
        if (html || markdown || plain) {
            one.object({"html", "markdown", "plain"});
            choice.kind = html ? TextChoice::Kind::Html : markdown ? TextChoice::Kind::Markdown : TextChoice::Kind::Plain;
            choice.value = compiler.expression(one.child(html ? "html" : markdown ? "markdown" : "plain"));
        } else {
            choice.value = compiler.expression(one);
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace

std::vector<MetricField> compileMetrics(const Node &node, const Compiler &compiler)
{
    std::vector<MetricField> fields;
    if (!node.isObject() && !node.json().is_null())
        node.problem("an object is expected here");
    for (const auto &[key, value] : node.members()) {
        MetricField field;
        field.key = key;
        if (value.isObject() && value.has("value")) {
            value.object({"value", "missing", "estimated", "hidden_when"});
            field.value = compiler.expression(value.child("value"));
            static constexpr ValueStatus kWords[] = {ValueStatus::Missing, ValueStatus::Ok, ValueStatus::Hidden, ValueStatus::NotApplicable};
            field.missing = kWords[value.word("missing", {"missing", "zero", "hidden", "na"}, 0)];
            field.estimated = value.flag("estimated");
            if (const auto hidden = value.find("hidden_when"))
                field.hiddenWhen = compiler.expression(*hidden);
        } else {
            field.value = compiler.expression(value);
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

AuthorMap compileAuthor(const Node &node, const Compiler &compiler)
{
    AuthorMap map;
    if (!node.object({"id", "handle", "name", "bio", "avatar", "profile", "bot", "opt_out", "created", "metrics"}))
        return map;
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> fields{
        {"id", &map.id}, {"handle", &map.handle}, {"name", &map.name}, {"bio", &map.bio}, {"avatar", &map.avatar},
        {"profile", &map.profile}, {"bot", &map.bot}, {"opt_out", &map.optOut}, {"created", &map.created}};
    for (const auto &[key, slot] : fields)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    if (!node.has("id"))
        node.problem("\"id\" is missing");
    map.metrics = compileMetrics(node.child("metrics"), compiler);
    return map;
}

ItemMap compileItemMap(const Node &node, const Compiler &compiler, bool needsTime)
{
    ItemMap map;
    if (!node.object({"like", "id", "uri", "permalink", "kind", "visibility", "state", "author", "title", "text", "warning", "sensitive", "lang", "published",
                      "edited", "precision", "parent", "root", "quote", "repost", "answers", "media", "spans", "metrics", "rating", "container", "reason",
                      "gone_when", "skip_when"}))
        return map;
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> fields{
        {"id", &map.id}, {"uri", &map.uri}, {"permalink", &map.permalink}, {"kind", &map.kind}, {"visibility", &map.visibility}, {"state", &map.state},
        {"title", &map.title}, {"warning", &map.warning}, {"sensitive", &map.sensitive}, {"lang", &map.lang}, {"published", &map.published},
        {"edited", &map.edited}, {"container", &map.container}, {"reason", &map.reason}, {"gone_when", &map.goneWhen}, {"skip_when", &map.skipWhen}};
    for (const auto &[key, slot] : fields)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    if (!node.has("id"))
        node.problem("\"id\" is missing");
    if (needsTime && !node.has("published") && !node.has("gone_when"))
        node.problem("\"published\" is missing");
    map.precision = node.word("precision", {"exact", "day"}, 0) == 1 ? TimePrecision::Day : TimePrecision::Exact;
    static constexpr std::pair<const char *, Relation> kLinks[] = {
        {"parent", Relation::ReplyTo}, {"root", Relation::Root}, {"quote", Relation::QuoteOf}, {"repost", Relation::RepostOf}, {"answers", Relation::AnswersReview}};
    for (const auto &[key, relation] : kLinks)
        if (const auto found = node.find(key))
            map.links.push_back({relation, compiler.expression(*found)});
    if (const auto text = node.find("text"))
        map.text = compileText(*text, compiler);
    if (const auto author = node.find("author"))
        map.author = compileAuthor(*author, compiler);
    if (const auto media = node.find("media"))
        for (const auto &one : media->isArray() ? media->elements() : std::vector<Node>{*media})
            map.media.push_back(compileMedia(one, compiler));
    if (const auto spans = node.find("spans"))
        for (const auto &one : spans->isArray() ? spans->elements() : std::vector<Node>{*spans})
            map.spans.push_back(compileSpans(one, compiler));
    map.metrics = compileMetrics(node.child("metrics"), compiler);
    if (const auto rating = node.find("rating"); rating && rating->object({"value", "from", "to"})) {
        RatingMap made;
        made.value = compiler.expression(rating->child("value"));
        made.from = static_cast<double>(rating->number("from", 0, -1000, 1000));
        made.to = static_cast<double>(rating->number("to", 5, -1000, 1000));
        if (made.to <= made.from)
            rating->problem("\"to\" must be above \"from\"");
        map.rating = std::move(made);
    }
    return map;
}

} // namespace vigie::connect::recipe
