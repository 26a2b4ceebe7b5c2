// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/query_desk.hpp>

#include "text/query_shape.hpp"
#include "text/query_time.hpp"

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

DeskTie tieOfField(QueryField field)
{
    switch (field) {
    case QueryField::Tag:
    case QueryField::Status:
    case QueryField::Assignee: return DeskTie::Events;
    case QueryField::Sla:
    case QueryField::Answered:
    case QueryField::Known:
    case QueryField::Member:
    case QueryField::Country: return DeskTie::Always;
    default: return DeskTie::None;
    }
}

DeskTie tieOf(const QueryNode &node)
{
    const auto always = [](bool tied) { return tied ? DeskTie::Always : DeskTie::None; };
    switch (node.kind) {
    case Kind::Scope: return always(node.field == QueryField::Quote);
    case Kind::Time: return always(isRelativeTime(node.value));
    case Kind::Number: return always(node.field == QueryField::Followers || node.field == QueryField::Reach);
    case Kind::Field: return tieOfField(node.field);
    default: return DeskTie::None;
    }
}

bool anyTied(const Query &query, DeskTie tie)
{
    return anyNode(query.root, [tie](const QueryNode &node) { return tieOf(node) == tie; });
}

} // namespace

DeskTie deskTie(const Query &query)
{
    if (anyTied(query, DeskTie::Always))
        return DeskTie::Always;
    return anyTied(query, DeskTie::Events) ? DeskTie::Events : DeskTie::None;
}

bool dependsOnDesk(const Query &query)
{
    return deskTie(query) != DeskTie::None;
}

} // namespace vigie::text
