// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_compile.hpp"

#include <vigie/text/fts_expression.hpp>

namespace vigie::store {

namespace {

using text::QueryField;
using text::QueryNode;

/// Conditions grow by one level per node; deeper trees than the language allows are not made.
class Compiler {
public:
    explicit Compiler(CompiledQuery &out) : out_(out) {}

    std::string condition(const QueryNode &node)
    {
        if (node.kind == QueryNode::Kind::All)
            return "1";
        if (const auto expression = text::ftsExpression(node))
            return bindText("{id} IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)", *expression);
        switch (node.kind) {
        case QueryNode::Kind::And: return joined(node, " AND ");
        case QueryNode::Kind::Or: return joined(node, " OR ");
        case QueryNode::Kind::Not: return node.children.empty() ? "1" : std::string("NOT (").append(condition(node.children.front())).append(")");
        case QueryNode::Kind::Field: return field(node);
        case QueryNode::Kind::All:
        case QueryNode::Kind::Word:
        case QueryNode::Kind::Prefix:
        case QueryNode::Kind::Phrase: break;
        }
        return "0"; // words that the index cannot be asked for: none
    }

private:
    std::string bindText(std::string sql, const std::string &value)
    {
        out_.values.push_back(detail::bound(value));
        return sql;
    }

    std::string joined(const QueryNode &node, const char *op)
    {
        std::string sql;
        for (const auto &child : node.children) {
            if (!sql.empty())
                sql += op;
            sql.append("(").append(condition(child)).append(")");
        }
        return sql.empty() ? "1" : sql;
    }

    std::string field(const QueryNode &node)
    {
        if (node.field == QueryField::Tag)
            return bindText("EXISTS(SELECT 1 FROM item_tag it JOIN tag t ON t.id=it.tag_id WHERE it.item_id={id} AND t.name_folded=?)", node.value);
        if (node.field != QueryField::Status)
            return "0";
        const std::string ticketOf = "FROM ticket_item ti JOIN ticket t ON t.id=ti.ticket_id WHERE ti.item_id={id}";
        if (node.value == "none")
            return "NOT EXISTS(SELECT 1 " + ticketOf + ")";
        if (node.value == "snoozed")
            return "EXISTS(SELECT 1 " + ticketOf + " AND t.snooze_due_at IS NOT NULL)";
        if (node.value == "waiting")
            return "EXISTS(SELECT 1 " + ticketOf + " AND t.snooze_due_at IS NULL AND t.status IN ('waiting_inside', 'waiting_member'))";
        return bindText("EXISTS(SELECT 1 " + ticketOf + " AND t.snooze_due_at IS NULL AND t.status=?)", node.value);
    }

    CompiledQuery &out_;
};

} // namespace

CompiledQuery compileQuery(const text::Query &query)
{
    CompiledQuery out;
    const auto &root = query.root;
    if (root.kind == QueryNode::Kind::All)
        return out;
    if (auto whole = text::ftsExpression(root)) {
        out.match = std::move(*whole);
        return out;
    }
    Compiler compiler(out);
    if (root.kind != QueryNode::Kind::And) {
        out.condition = compiler.condition(root);
        return out;
    }
    // What the index can say of a conjunction leads; the rest is asked of the hits.
    QueryNode leading;
    leading.kind = QueryNode::Kind::And;
    for (const auto &child : root.children) {
        const bool positive = child.kind != QueryNode::Kind::Not;
        if (positive && text::ftsExpression(child)) {
            leading.children.push_back(child);
            continue;
        }
        if (!out.condition.empty())
            out.condition += " AND ";
        out.condition.append("(").append(compiler.condition(child)).append(")");
    }
    if (leading.children.size() == 1)
        out.match = text::ftsExpression(leading.children.front()).value_or("");
    else if (!leading.children.empty())
        out.match = text::ftsExpression(leading).value_or("");
    if (leading.children.empty() || !out.match.empty())
        return out;
    // Each part can be said, but not all of them at once: asked apart.
    out = {};
    Compiler apart(out);
    for (const auto &child : root.children)
        out.condition += (out.condition.empty() ? "(" : " AND (") + apart.condition(child) + ")";
    return out;
}

std::string conditionOn(const CompiledQuery &query, const std::string &column)
{
    std::string out = query.condition;
    for (auto at = out.find("{id}"); at != std::string::npos; at = out.find("{id}", at + column.size()))
        out.replace(at, 4, column);
    return out;
}

} // namespace vigie::store
