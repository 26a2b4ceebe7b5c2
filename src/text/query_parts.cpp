// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/query_parts.hpp>

#include "text/matcher.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;
using Way = LooserQuery::Way;

/// Follows the answer of a tree down to the parts that made it.
class Judge {
public:
    explicit Judge(const Subject &subject) : matcher_(subject) {}

    Judgement of(const QueryNode &root)
    {
        Judgement out;
        out.matches = matcher_.test(root);
        out.matches ? letIn(root) : keptOut(root);
        std::sort(parts_.begin(), parts_.end(), [](const QueryPart &a, const QueryPart &b) { return a.begin < b.begin; });
        parts_.erase(std::unique(parts_.begin(), parts_.end()), parts_.end());
        if (parts_.size() > kMostParts)
            parts_.resize(kMostParts);
        out.parts = std::move(parts_);
        return out;
    }

private:
    void keptOut(const QueryNode &node)
    {
        if (node.kind == Kind::And) {
            for (const auto &child : node.children)
                if (!matcher_.test(child))
                    keptOut(child);
        } else if (node.kind == Kind::Not && !node.children.empty()) {
            letIn(node.children.front());
        } else {
            parts_.push_back({node.begin, node.end, false});
        }
    }
    void letIn(const QueryNode &node)
    {
        switch (node.kind) {
        case Kind::And:
            for (const auto &child : node.children)
                letIn(child);
            return;
        case Kind::Or:
            for (const auto &child : node.children)
                if (matcher_.test(child))
                    letIn(child);
            return;
        case Kind::Not:
            if (!node.children.empty())
                keptOut(node.children.front());
            return;
        case Kind::All: return;
        default: parts_.push_back({node.begin, node.end, true});
        }
    }

    Matcher matcher_;
    std::vector<QueryPart> parts_;
};

bool narrows(const QueryNode &node)
{
    switch (node.kind) {
    case Kind::All:
    case Kind::Not:
    case Kind::Number:
    case Kind::Time: return false;
    case Kind::And: return std::any_of(node.children.begin(), node.children.end(), narrows);
    case Kind::Or: return std::all_of(node.children.begin(), node.children.end(), narrows);
    case Kind::Field:
        switch (node.field) {
        case QueryField::Author:
        case QueryField::Member:
        case QueryField::List:
        case QueryField::Tag:
        case QueryField::Site:
        case QueryField::Url:
        case QueryField::Link: return true;
        default: return false;
        }
    default: return true;
    }
}

QueryNode joined(Kind kind, std::vector<QueryNode> children)
{
    if (children.size() == 1)
        return std::move(children.front());
    QueryNode node;
    node.kind = children.empty() ? Kind::All : kind;
    node.children = std::move(children);
    return node;
}

QueryNode negated(QueryNode child)
{
    QueryNode node;
    node.kind = Kind::Not;
    node.children.push_back(std::move(child));
    return node;
}

/// The words wherever they stand.
std::optional<QueryNode> apart(const QueryNode &node)
{
    if (node.kind == Kind::Near)
        return joined(Kind::And, node.children);
    if (node.kind != Kind::Phrase || node.words.size() < 2)
        return std::nullopt;
    std::vector<QueryNode> words;
    for (const auto &word : node.words) {
        QueryNode one;
        one.kind = Kind::Word;
        one.words = {word};
        words.push_back(std::move(one));
    }
    return joined(Kind::And, std::move(words));
}

/// What an exact writing folds into.
std::optional<QueryNode> alike(const QueryNode &node)
{
    if (node.kind != Kind::Exact || node.words.empty())
        return std::nullopt;
    QueryNode out;
    out.kind = node.words.size() == 1 ? Kind::Word : Kind::Phrase;
    out.words = node.words;
    return out;
}

/// Walks down the parts that a mention must have; each step knows how to put a changed part back into the whole.
class Loosener {
public:
    using Rebuild = std::function<QueryNode(QueryNode)>;

    Loosener(const QueryNode &root, std::size_t most) : root_(root), most_(most) {}
    std::vector<LooserQuery> run()
    {
        walk(root_, [](QueryNode node) { return node; });
        return std::move(out_);
    }

private:
    void offer(Way way, const QueryNode &part, bool held, QueryNode wider)
    {
        if (out_.size() >= most_ || !narrows(wider))
            return;
        LooserQuery one;
        one.way = way;
        one.part = {part.begin, part.end, held};
        std::vector<QueryNode> both;
        both.push_back(std::move(wider));
        both.push_back(negated(root_));
        one.near.root = joined(Kind::And, std::move(both));
        out_.push_back(std::move(one));
    }

    void walk(const QueryNode &node, const Rebuild &rebuild)
    {
        switch (node.kind) {
        case Kind::And:
            eachWithout(node, [&](const QueryNode &child, QueryNode left) { offer(Way::Dropped, child.kind == Kind::Not ? child.children.front() : child, child.kind == Kind::Not, rebuild(std::move(left))); });
            break;
        case Kind::Or: break;
        case Kind::Not:
            if (node.children.front().kind == Kind::Or)
                eachWithout(node.children.front(), [&](const QueryNode &child, QueryNode left) { offer(Way::Dropped, child, true, rebuild(negated(std::move(left)))); });
            return;
        case Kind::Sentence:
        case Kind::Count: offer(Way::Anywhere, node, false, rebuild(node.children.front())); return;
        case Kind::Scope:
            if (node.field != QueryField::Quote)
                offer(Way::Anywhere, node, false, rebuild(node.children.front()));
            return;
        default:
            if (auto wider = apart(node))
                offer(Way::Apart, node, false, rebuild(std::move(*wider)));
            else if (auto same = alike(node))
                offer(Way::Alike, node, false, rebuild(std::move(*same)));
            return;
        }
        for (std::size_t i = 0; i < node.children.size() && out_.size() < most_; ++i)
            walk(node.children[i], [&node, &rebuild, i](QueryNode child) {
                auto copy = node;
                copy.children[i] = std::move(child);
                return rebuild(std::move(copy));
            });
    }

    /// Calls each(child, what is left of the node without it) for every child, as long as there is room.
    template <class Each>
    void eachWithout(const QueryNode &node, const Each &each)
    {
        for (std::size_t i = 0; i < node.children.size() && out_.size() < most_; ++i) {
            auto left = node.children;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
            each(node.children[i], joined(node.kind, std::move(left)));
        }
    }

    const QueryNode &root_;
    std::size_t most_;
    std::vector<LooserQuery> out_;
};

} // namespace

Judgement judge(const Query &query, const Subject &subject)
{
    return Judge(subject).of(query.root);
}

std::vector<LooserQuery> looserQueries(const Query &query, std::size_t most)
{
    return Loosener(query.root, most).run();
}

} // namespace vigie::text
