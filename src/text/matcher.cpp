// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher.hpp"

#include "text/matcher_words.hpp"
#include "text/query_fields.hpp"
#include "text/query_shape.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/query.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

/// A text in which everything is near everything is not worth more than this.
constexpr std::size_t kMaxPlaces = 2000;

} // namespace

Facts Matcher::facts()
{
    if (!facts_)
        facts_ = subject_.item ? factsOf(*subject_.item) : Facts{0};
    return *facts_;
}

bool Matcher::inText(TextWords &text, WordRange range, const QueryNode &node)
{
    const auto holds = [&](const QueryNode &child) { return inText(text, range, child); };
    switch (node.kind) {
    case Kind::All: return true;
    case Kind::And: return std::all_of(node.children.begin(), node.children.end(), holds);
    case Kind::Or: return std::any_of(node.children.begin(), node.children.end(), holds);
    case Kind::Not: return node.children.empty() || !holds(node.children.front());
    case Kind::Saved: return !node.children.empty() && holds(node.children.front());
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Prefix:
    case Kind::Pattern:
    case Kind::Exact: return standsIn(text, range, node);
    case Kind::Scope: return inScope(node);
    case Kind::Sentence: return inSentence(text, range, node);
    case Kind::Near: return !places(text, range, node).empty();
    case Kind::Count: return counted(text, range, node);
    case Kind::Field: return field(node);
    case Kind::Number: return number(node);
    case Kind::Time: return subject_.item && node.range.holds(static_cast<double>(toMicros(subject_.item->publishedAt)));
    }
    return false;
}

bool Matcher::standsIn(TextWords &text, WordRange range, const QueryNode &node)
{
    if (node.kind == Kind::Exact && node.words.empty())
        return text.holdsSigns(node.value);
    bool found = false;
    eachPlace(text.words(), range.begin, range.end, node, [&](std::size_t at) {
        found = node.kind != Kind::Exact || text.writtenAt(at, node);
        return !found;
    });
    return found;
}

bool Matcher::inScope(const QueryNode &node)
{
    if (node.children.empty())
        return false;
    const auto &child = node.children.front();
    if (node.field != QueryField::Quote) {
        const auto title = body_.titleWords();
        return node.field == QueryField::Title ? title > 0 && inText(body_, {0, title}, child) : inText(body_, {title, body_.words().size()}, child);
    }
    if (!subject_.desk || subject_.desk->quoted.empty())
        return false;
    if (!quoted_)
        quoted_.emplace(subject_.desk->quoted);
    return inText(*quoted_, {0, quoted_->words().size()}, child);
}

bool Matcher::inSentence(TextWords &text, WordRange range, const QueryNode &node)
{
    if (node.children.empty())
        return false;
    auto begin = range.begin;
    for (const auto end : text.sentenceEnds()) {
        if (end <= begin)
            continue;
        if (begin >= range.end)
            break;
        if (inText(text, {begin, std::min(end, range.end)}, node.children.front()))
            return true;
        begin = end;
    }
    return false;
}

std::vector<Matcher::Place> Matcher::places(TextWords &text, WordRange range, const QueryNode &node)
{
    std::vector<Place> out;
    if (isWords(node)) {
        eachPlace(text.words(), range.begin, range.end, node, [&](std::size_t at) {
            if (node.kind != Kind::Exact || text.writtenAt(at, node))
                out.push_back({at, at + node.words.size() - 1});
            return out.size() < kMaxPlaces;
        });
        return out;
    }
    if (node.kind == Kind::Or) {
        for (const auto &child : node.children)
            for (const auto place : places(text, range, child))
                out.push_back(place);
    } else if (node.kind == Kind::Near && node.children.size() == 2) {
        const auto left = places(text, range, node.children.front());
        const auto right = left.empty() ? std::vector<Place>() : places(text, range, node.children.back());
        const auto apart = static_cast<std::size_t>(node.distance) + 1;
        for (const auto a : left) {
            for (const auto b : right) {
                const bool before = a.last < b.first && b.first - a.last <= apart;
                const bool after = !node.ordered && b.last < a.first && a.first - b.last <= apart;
                if (before || after)
                    out.push_back({std::min(a.first, b.first), std::max(a.last, b.last)});
            }
            if (out.size() > kMaxPlaces)
                break;
        }
    }
    const auto order = [](const Place &a, const Place &b) { return a.first != b.first ? a.first < b.first : a.last < b.last; };
    std::sort(out.begin(), out.end(), order);
    out.erase(std::unique(out.begin(), out.end(), [](const Place &a, const Place &b) { return a.first == b.first && a.last == b.last; }), out.end());
    if (out.size() > kMaxPlaces)
        out.resize(kMaxPlaces);
    return out;
}

/// Places that do not overlap, from the left.
bool Matcher::counted(TextWords &text, WordRange range, const QueryNode &node)
{
    if (node.children.empty())
        return false;
    double count = 0;
    std::size_t free = range.begin;
    for (const auto place : places(text, range, node.children.front())) {
        if (place.first < free)
            continue;
        ++count;
        free = place.last + 1;
    }
    return node.range.holds(count);
}

bool Matcher::field(const QueryNode &node)
{
    switch (node.field) {
    case QueryField::Network: return compactName(subject_.network) == node.value;
    case QueryField::Connector:
        return compactName(subject_.network) == node.value || (subject_.item && compactName(subject_.item->instance) == node.value);
    case QueryField::Author: {
        if (!author_)
            author_ = authorKeys(subject_.authorHandle, subject_.authorName);
        return author_->whole == node.value || author_->user == node.value || author_->name == node.value; // none is empty in a query
    }
    case QueryField::List: return std::any_of(node.children.begin(), node.children.end(), [this](const QueryNode &child) { return field(child); });
    case QueryField::Lang: return langKey(subject_.item ? std::string_view(subject_.item->lang) : std::string_view()) == node.value;
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is: return (facts() & factBit(node.field, node.value)) != 0;
    case QueryField::Site:
    case QueryField::Url:
    case QueryField::Link: return address(node);
    default: return desk(node);
    }
}

bool Matcher::desk(const QueryNode &node) const
{
    static const SubjectDesk kNothing;
    const auto &known = subject_.desk ? *subject_.desk : kNothing;
    switch (node.field) {
    case QueryField::Tag:
        return std::any_of(subject_.tags.begin(), subject_.tags.end(), [&](const std::string &tag) { return fold(tag) == node.value; });
    case QueryField::Status: {
        const auto status = subject_.status.empty() ? std::string_view("none") : subject_.status;
        // A ticket waits inside the house or for the member: "waiting_inside", "waiting_member".
        return node.value == "waiting" ? status.substr(0, node.value.size()) == node.value : status == node.value;
    }
    case QueryField::Assignee: return node.value == "none" ? known.assignee.empty() : fold(known.assignee) == node.value;
    case QueryField::Sla: return known.sla == node.value;
    case QueryField::Answered: return known.answered == (node.value == "yes");
    case QueryField::Known: return known.known == (node.value == "yes");
    case QueryField::Member: return std::find(known.memberKeys.begin(), known.memberKeys.end(), node.value) != known.memberKeys.end();
    case QueryField::Country: return compactName(known.country) == node.value;
    default: return false;
    }
}

bool Matcher::number(const QueryNode &node) const
{
    if (!subject_.item)
        return false;
    const auto value = numberOf(*subject_.item, node.field);
    return value && node.range.holds(*value);
}

bool Matcher::address(const QueryNode &node) const
{
    if (!subject_.item)
        return false;
    const auto &item = *subject_.item;
    if (node.field == QueryField::Site)
        return siteMatches(urlKey(siteOf(item)), node.value);
    if (node.field == QueryField::Url)
        return urlMatches(urlKey(item.permalink), node.value) || urlMatches(urlKey(item.uri), node.value);
    const auto leads = [&](const std::string &url) { return urlMatches(urlKey(url), node.value); };
    return std::any_of(item.spans.begin(), item.spans.end(), [&](const TextSpan &span) { return span.kind == TextSpan::Kind::Link && leads(span.target); })
           || std::any_of(item.refs.begin(), item.refs.end(), [&](const ItemRef &ref) { return ref.relation == Relation::LinksTo && leads(ref.targetNative); });
}

bool matches(const Query &query, const Subject &subject)
{
    return Matcher(subject).test(query.root);
}

bool dependsOnCounts(const Query &query)
{
    return anyNode(query.root, [](const QueryNode &node) { return node.kind == Kind::Number; });
}

} // namespace vigie::text
