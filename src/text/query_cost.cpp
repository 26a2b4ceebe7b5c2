// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_pattern.hpp"
#include "text/query_shape.hpp"

#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_desk.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;
using Reason = QueryCost::Reason;

constexpr double kMediumShare = 0.02, kHeavyShare = 0.25;
constexpr std::size_t kManyTerms = 300, kShortBeginning = 3, kMaxReasons = 20;

/// Where nothing was counted: short words are common ones.
double usualShare(const QueryNode &node)
{
    const auto letters = node.words.empty() ? std::size_t{0} : literalStart(node.words.back()).size();
    const double word = letters <= 2 ? 0.3 : letters <= 4 ? 0.05 : 0.01;
    return node.words.size() > 1 ? word / 5 : word;
}

double fieldShare(const QueryNode &node)
{
    switch (node.field) {
    case QueryField::Author:
    case QueryField::Member: return 0.001;
    case QueryField::List:
    case QueryField::Tag:
    case QueryField::Assignee:
    case QueryField::Sla: return 0.02;
    case QueryField::Status: return node.value == "none" ? 1 : 0.05;
    case QueryField::Country: return 0;
    case QueryField::Network:
    case QueryField::Connector:
    case QueryField::Lang:
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is: return 0.3;
    default: return 1;
    }
}

/// How much of the history has to be walked over for a part.
class Shares {
public:
    explicit Shares(const WordShare &known) : known_(known) {}

    double of(const QueryNode &node) const
    {
        switch (node.kind) {
        case Kind::Word:
        case Kind::Prefix:
        case Kind::Phrase:
            if (const auto counted = known_ ? known_(node) : std::nullopt)
                return std::clamp(*counted, 0.0, 1.0);
            return usualShare(node);
        case Kind::Exact: return node.words.empty() ? 1 : usualShare(node);
        case Kind::Pattern: {
            const bool narrowed = std::any_of(node.words.begin(), node.words.end(), [](const std::string &word) { return literalStart(word).size() >= kShortBeginning; });
            return narrowed ? usualShare(node) : 1;
        }
        case Kind::And:
        case Kind::Near: return least(node);
        case Kind::Or: return sum(node);
        case Kind::Sentence:
        case Kind::Saved: return least(node);
        case Kind::Scope: return node.field == QueryField::Quote ? 1 : least(node);
        case Kind::Count: return node.range.holds(0) ? 1 : least(node);
        case Kind::Field: return fieldShare(node);
        case Kind::All:
        case Kind::Not:
        case Kind::Number:
        case Kind::Time: break;
        }
        return 1;
    }

private:
    double least(const QueryNode &node) const
    {
        double share = 1;
        for (const auto &child : node.children)
            share = std::min(share, of(child));
        return share;
    }
    double sum(const QueryNode &node) const
    {
        double share = 0;
        for (const auto &child : node.children)
            share += of(child);
        return std::min(share, 1.0);
    }

    const WordShare &known_;
};

std::optional<Reason::Kind> reasonOf(const QueryNode &node)
{
    switch (node.kind) {
    case Kind::Prefix: return node.words.back().size() < kShortBeginning ? std::optional(Reason::Kind::ShortBeginning) : std::nullopt;
    case Kind::Pattern: {
        const bool leading = std::all_of(node.words.begin(), node.words.end(), [](const std::string &word) { return literalStart(word).size() < kShortBeginning; });
        return leading ? Reason::Kind::LeadingWildcard : Reason::Kind::ReadsTexts;
    }
    case Kind::Near:
    case Kind::Sentence:
    case Kind::Exact:
    case Kind::Count: return Reason::Kind::ReadsTexts;
    case Kind::Scope: return node.field == QueryField::Quote ? Reason::Kind::ReadsItems : Reason::Kind::ReadsTexts;
    case Kind::Number: return Reason::Kind::ReadsItems;
    case Kind::Field:
        if (node.field == QueryField::Country)
            return Reason::Kind::NeverGiven;
        if (node.field == QueryField::Site || node.field == QueryField::Url || node.field == QueryField::Link)
            return Reason::Kind::ReadsItems;
        return std::nullopt;
    default: return std::nullopt;
    }
}

void collect(const QueryNode &node, std::vector<Reason> &out)
{
    const auto reason = reasonOf(node);
    if (reason && out.size() < kMaxReasons)
        out.push_back({*reason, node.begin, node.end});
    // What is inside a part that is read anyway costs no more, but for wildcards; a saved query has another source.
    if (node.kind != Kind::Saved)
        for (const auto &child : node.children)
            collect(child, out);
}

std::size_t terms(const QueryNode &node)
{
    std::size_t count = node.children.empty() ? 1 : 0;
    for (const auto &child : node.children)
        count += terms(child);
    return count;
}

} // namespace

QueryCost costOf(const Query &query, const WordShare &known)
{
    QueryCost cost;
    const auto whole = static_cast<std::uint32_t>(query.source.size());
    if (query.root.kind == Kind::All)
        return cost;
    collect(query.root, cost.reasons);
    cost.share = Shares(known).of(query.root);
    const auto filter = ftsFilter(query.root);
    if (!filter && cost.share >= kHeavyShare)
        cost.reasons.insert(cost.reasons.begin(), {Reason::Kind::NothingWanted, 0, whole});
    if (terms(query.root) > kManyTerms)
        cost.reasons.push_back({Reason::Kind::ManyTerms, 0, whole});
    if (deskTie(query) == DeskTie::Always)
        cost.reasons.push_back({Reason::Kind::Live, 0, whole});
    const auto says = [&](Reason::Kind kind) {
        return std::any_of(cost.reasons.begin(), cost.reasons.end(), [kind](const Reason &reason) { return reason.kind == kind; });
    };
    const bool reads = says(Reason::Kind::ReadsTexts) || says(Reason::Kind::ReadsItems) || says(Reason::Kind::LeadingWildcard) || says(Reason::Kind::NothingWanted);
    if (reads && cost.share >= kHeavyShare)
        cost.level = QueryCost::Level::Heavy;
    else if ((reads && cost.share >= kMediumShare) || says(Reason::Kind::ShortBeginning) || says(Reason::Kind::ManyTerms))
        cost.level = QueryCost::Level::Medium;
    return cost;
}

} // namespace vigie::text
