// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher_facts.hpp"
#include "text/matcher_words.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/query.hpp>

#include <algorithm>
#include <optional>

namespace vigie::text {

namespace {

/// One subject; what costs is worked out when first asked for.
class Matcher {
public:
    explicit Matcher(const Subject &subject) : subject_(subject) {}

    bool test(const QueryNode &node)
    {
        switch (node.kind) {
        case QueryNode::Kind::All: return true;
        case QueryNode::Kind::And:
            return std::all_of(node.children.begin(), node.children.end(), [this](const QueryNode &child) { return test(child); });
        case QueryNode::Kind::Or:
            return std::any_of(node.children.begin(), node.children.end(), [this](const QueryNode &child) { return test(child); });
        case QueryNode::Kind::Not: return node.children.empty() || !test(node.children.front());
        case QueryNode::Kind::Word:
        case QueryNode::Kind::Phrase: return holdsWords<std::string>(subject_.words, node.words, false);
        case QueryNode::Kind::Prefix: return holdsWords<std::string>(subject_.words, node.words, true);
        case QueryNode::Kind::Field: return testField(node);
        }
        return false;
    }

private:
    bool testField(const QueryNode &node)
    {
        switch (node.field) {
        case QueryField::Network: return compactName(subject_.network) == node.value;
        case QueryField::Author: {
            if (!author_)
                author_ = authorKeys(subject_.authorHandle, subject_.authorName);
            return author_->whole == node.value || author_->user == node.value || author_->name == node.value; // none is empty in a query
        }
        case QueryField::Lang: return langKey(subject_.item ? std::string_view(subject_.item->lang) : std::string_view()) == node.value;
        case QueryField::Sentiment:
        case QueryField::Has:
        case QueryField::Is: {
            if (!facts_)
                facts_ = subject_.item ? factsOf(*subject_.item) : Facts{0};
            return (*facts_ & factBit(node.field, node.value)) != 0;
        }
        case QueryField::Tag:
            return std::any_of(subject_.tags.begin(), subject_.tags.end(), [&](const std::string &tag) { return fold(tag) == node.value; });
        case QueryField::Status: {
            const auto status = subject_.status.empty() ? std::string_view("none") : subject_.status;
            // A ticket waits inside the house or for the member: "waiting_inside", "waiting_member".
            return node.value == "waiting" ? status.substr(0, node.value.size()) == node.value : status == node.value;
        }
        }
        return false;
    }

    const Subject &subject_;
    std::optional<Facts> facts_;
    std::optional<AuthorKeys> author_;
};

void collect(const QueryNode &node, std::span<const Token> tokens, std::vector<Hit> &out)
{
    switch (node.kind) {
    case QueryNode::Kind::And:
    case QueryNode::Kind::Or:
        for (const auto &child : node.children)
            collect(child, tokens, out);
        break;
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Prefix:
    case QueryNode::Kind::Phrase: {
        const auto count = node.words.size();
        for (std::size_t at = 0; count > 0 && at + count <= tokens.size(); ++at)
            if (wordsAt(tokens, at, std::span<const std::string>(node.words), node.kind == QueryNode::Kind::Prefix))
                out.push_back({tokens[at].begin, tokens[at + count - 1].end});
        break;
    }
    case QueryNode::Kind::All:
    case QueryNode::Kind::Not:
    case QueryNode::Kind::Field: break;
    }
}

bool asksDesk(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::Field)
        return node.field == QueryField::Tag || node.field == QueryField::Status;
    return std::any_of(node.children.begin(), node.children.end(), asksDesk);
}

} // namespace

bool matchesNode(const QueryNode &node, const Subject &subject)
{
    return Matcher(subject).test(node);
}

bool matches(const Query &query, const Subject &subject)
{
    return matchesNode(query.root, subject);
}

std::vector<Hit> hits(const Query &query, std::string_view text)
{
    const auto tokens = tokenize(text);
    std::vector<Hit> found;
    collect(query.root, tokens, found);
    std::sort(found.begin(), found.end(), [](const Hit &a, const Hit &b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<Hit> merged;
    for (const auto &hit : found) {
        if (!merged.empty() && hit.begin <= merged.back().end)
            merged.back().end = std::max(merged.back().end, hit.end);
        else
            merged.push_back(hit);
    }
    return merged;
}

bool dependsOnDesk(const Query &query)
{
    return asksDesk(query.root);
}

} // namespace vigie::text
