// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_lexer.hpp"
#include "text/query_fields.hpp"
#include "text/query_shape.hpp"
#include "text/query_time.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/query_library.hpp>

#include <algorithm>
#include <utility>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

template <class Entry>
const Entry *find(const std::vector<Entry> &entries, std::string_view name)
{
    for (const auto &entry : entries)
        if (entry.name == name)
            return &entry;
    const auto wanted = compactName(name);
    for (const auto &entry : entries)
        if (compactName(entry.name) == wanted)
            return &entry;
    return nullptr;
}

QueryNode authorNode(std::string_view author, const QueryNode &at)
{
    QueryNode node;
    node.kind = Kind::Field;
    node.field = QueryField::Author;
    node.value = compactName(author);
    node.begin = at.begin;
    node.end = at.end;
    return node;
}

class Binder {
public:
    Binder(const QueryContext &context, std::string_view source) : context_(context), source_(source) {}

    std::optional<QueryError> bind(QueryNode &root)
    {
        walk(root, nullptr);
        return std::move(error_);
    }

private:
    /// `outer`: the reference of the outermost source that led here; none: we are in that source.
    void walk(QueryNode &node, const QueryNode *outer)
    {
        if (error_)
            return;
        if (++nodes_ > kMaxBoundNodes) {
            wrong(QueryFault::TooDeep, outer ? *outer : node);
            return;
        }
        switch (node.kind) {
        case Kind::Saved: saved(node, outer ? outer : &node); return;
        case Kind::Time: node.range = placeTime(node.field, node.value, context_.zone, context_.now); return;
        case Kind::Field:
            if (node.field == QueryField::List)
                list(node, outer ? outer : &node);
            return;
        default:
            for (auto &child : node.children)
                walk(child, outer);
        }
    }

    void saved(QueryNode &node, const QueryNode *outer)
    {
        const auto *entry = context_.library.findSaved(node.value);
        if (!entry) {
            Nearest nearest(compactName(node.value));
            for (const auto &known : context_.library.saved)
                nearest.offer(compactName(known.name), known.name);
            wrong(QueryFault::UnknownSaved, *outer, nearest.meant());
            return;
        }
        if (std::find(path_.begin(), path_.end(), entry) != path_.end()) {
            wrong(QueryFault::SavedCircle, *outer);
            return;
        }
        if (path_.size() >= static_cast<std::size_t>(kMaxSavedDepth)) {
            wrong(QueryFault::TooDeep, *outer);
            return;
        }
        auto parsed = parseQuery(entry->source);
        if (!parsed) {
            wrong(QueryFault::SavedBroken, *outer);
            return;
        }
        path_.push_back(entry);
        node.children.assign(1, std::move(parsed->root));
        walk(node.children.front(), outer);
        path_.pop_back();
    }

    void list(QueryNode &node, const QueryNode *outer)
    {
        const auto *entry = context_.library.findList(node.value);
        if (!entry) {
            Nearest nearest(node.value);
            for (const auto &known : context_.library.lists)
                nearest.offer(fold(known.name), known.name);
            wrong(QueryFault::UnknownList, *outer, nearest.meant());
            return;
        }
        node.children.clear();
        for (const auto &author : entry->authors)
            if (!compactName(author).empty())
                node.children.push_back(authorNode(author, node));
        nodes_ += node.children.size() / 16; // looked up by key: a long list is cheap
    }

    void wrong(QueryFault fault, const QueryNode &at, std::string suggestion = {})
    {
        const QueryLexer lexer(source_);
        auto error = lexer.fault(fault, at.begin, at.end, {});
        if (at.kind == Kind::Saved && fault == QueryFault::UnknownSaved)
            error.fix->text = suggestion.empty() ? quotedMention(at.value) : toSource(savedNode(suggestion));
        else if (fault == QueryFault::UnknownList && !suggestion.empty())
            error.fix->text = std::string("list:\"").append(suggestion).append("\"");
        error.suggestion = std::move(suggestion);
        error_ = std::move(error);
    }

    /// Who types @somebody mostly looks for the mention.
    static std::string quotedMention(std::string name)
    {
        std::erase(name, '"');
        return "\"@" + name + '"';
    }

    static QueryNode savedNode(const std::string &name)
    {
        QueryNode node;
        node.kind = Kind::Saved;
        node.value = name;
        return node;
    }

    const QueryContext &context_;
    std::string_view source_;
    std::vector<const QueryLibrary::Saved *> path_;
    std::optional<QueryError> error_;
    std::size_t nodes_ = 0;
};

/// Every @name of a source that parses, in order.
std::vector<QueryNode> references(std::string_view source)
{
    std::vector<QueryNode> out;
    const auto parsed = parseQuery(source);
    if (!parsed)
        return out;
    (void)anyNode(parsed->root, [&](const QueryNode &node) {
        if (node.kind == Kind::Saved)
            out.push_back(node);
        return false;
    });
    return out;
}

/// Every @from of the source replaced by `text`.
std::string replaced(std::string_view source, std::string_view from, const std::string &text)
{
    std::string out(source);
    auto found = references(source);
    std::reverse(found.begin(), found.end()); // from the end, so that the places before stay right
    for (const auto &node : found) {
        if (compactName(node.value) != compactName(from))
            continue;
        const auto begin = out.find('@', node.begin); // parentheses around it belong to its range
        if (begin == std::string::npos || begin >= node.end)
            continue;
        const auto length = QueryLexer(std::string_view(out).substr(begin)).next().end;
        out.replace(begin, length, text);
    }
    return out;
}

} // namespace

const QueryLibrary::Saved *QueryLibrary::findSaved(std::string_view name) const { return find(saved, name); }
const QueryLibrary::AuthorList *QueryLibrary::findList(std::string_view name) const { return find(lists, name); }

std::optional<QueryError> bindQuery(Query &query, const QueryContext &context)
{
    if (!needsBinding(query.root))
        return std::nullopt;
    auto root = query.root;
    auto error = Binder(context, query.source).bind(root);
    if (!error)
        query.root = std::move(root);
    return error;
}

tl::expected<Query, QueryError> parseAndBind(std::string_view source, const QueryContext &context)
{
    auto query = parseQuery(source);
    if (!query)
        return query;
    if (auto error = bindQuery(*query, context))
        return tl::unexpected<QueryError>(std::move(*error));
    return query;
}

bool needsBinding(const QueryNode &node)
{
    return anyNode(node, [](const QueryNode &one) {
        return one.kind == Kind::Saved || one.kind == Kind::Time || (one.kind == Kind::Field && one.field == QueryField::List);
    });
}

std::vector<std::string> savedNamesIn(std::string_view source)
{
    std::vector<std::string> names;
    for (auto &node : references(source))
        names.push_back(std::move(node.value));
    return names;
}

std::string renameSaved(std::string_view source, std::string_view from, std::string_view to)
{
    QueryNode node;
    node.kind = Kind::Saved;
    node.value = std::string(to);
    return replaced(source, from, toSource(node));
}

std::string inlineSaved(std::string_view source, std::string_view name, std::string_view saved)
{
    const auto query = parseQuery(saved);
    if (!query)
        return std::string(source);
    // Written out there are no comments in it; everything has no name of its own.
    const auto written = toSource(query->root);
    return replaced(source, name, written.empty() ? "(is:deleted OR NOT is:deleted)" : '(' + written + ')');
}

} // namespace vigie::text
