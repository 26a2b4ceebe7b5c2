// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_compile.hpp"

#include "store/desk_facts.hpp"
#include "store/search_holders.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace vigie::store {

namespace {

using text::QueryField;
using text::QueryNode;
using Kind = QueryNode::Kind;

/// A condition that all that matches satisfies (or, turned by Not, nothing that does not). exact: and nothing else does.
struct Condition {
    std::string sql;
    bool exact = true;
};

const std::string kTicketOf = "FROM ticket_item ti JOIN ticket t ON t.id=ti.ticket_id WHERE ti.item_id={id}";

/// Conditions grow by one level per node; deeper trees than the language allows are not made.
class Compiler {
public:
    Compiler(Session &session, Instant now, CommonBeginnings common) : session_(session), now_(now), common_(common) {}

    Condition condition(const QueryNode &node, bool upper)
    {
        if (node.kind == Kind::All)
            return {"1", true};
        if (const auto filter = text::ftsFilter(node, common_); filter && (filter->exact || upper))
            return {bindText("{id} IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)", filter->expression), filter->exact};
        switch (node.kind) {
        case Kind::And: return joined(node, upper, " AND ");
        case Kind::Or: return joined(node, upper, " OR ");
        case Kind::Saved: return node.children.empty() ? Condition{"0", true} : condition(node.children.front(), upper);
        case Kind::Not: return negated(node, upper);
        case Kind::Field: return field(node, upper);
        case Kind::Time: return time(node);
        case Kind::Number: return number(node, upper);
        case Kind::Scope:
            if (node.field == QueryField::Quote && upper)
                return {"EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id={id} AND r.relation=2 AND r.target_id IS NOT NULL)", false};
            break;
        default: break;
        }
        return unknown(upper);
    }

    [[nodiscard]] std::vector<Bound> takeValues() { return std::move(values_); }

private:
    static Condition unknown(bool upper) { return {upper ? "1" : "0", false}; }
    template <class... Args>
    void bind(const Args &...args)
    {
        (values_.push_back(detail::bound(args)), ...);
    }
    std::string bindText(std::string sql, const std::string &value)
    {
        bind(value);
        return sql;
    }

    Condition joined(const QueryNode &node, bool upper, const char *op)
    {
        Condition out{"", true};
        for (const auto &child : node.children) {
            const auto part = condition(child, upper);
            if (!out.sql.empty())
                out.sql += op;
            out.sql.append("(").append(part.sql).append(")");
            out.exact = out.exact && part.exact;
        }
        if (out.sql.empty())
            out.sql = "1";
        return out;
    }

    Condition negated(const QueryNode &node, bool upper)
    {
        if (node.children.empty())
            return {"1", true};
        const auto inner = condition(node.children.front(), !upper);
        return {std::string("NOT (").append(inner.sql).append(")"), inner.exact};
    }

    Condition time(const QueryNode &node)
    {
        const std::string at = "(SELECT published_at FROM item WHERE id={id})";
        std::string sql = "1";
        if (std::isnan(node.range.least) || node.range.least >= node.range.most)
            return {"0", true};
        if (std::isfinite(node.range.least)) {
            sql += " AND " + at + " >= ?";
            bind(static_cast<std::int64_t>(node.range.least));
        }
        if (std::isfinite(node.range.most)) {
            sql += " AND " + at + " < ?";
            bind(static_cast<std::int64_t>(node.range.most));
        }
        return {sql, true};
    }

    /// Counts are packed in their row: only what has a column of its own is asked here.
    Condition number(const QueryNode &node, bool upper)
    {
        if (!upper)
            return unknown(upper);
        constexpr double kRounding = 1e-6;
        const auto &range = node.range;
        std::string value, from;
        if (node.field == QueryField::Rating) {
            value = "i.rating*5";
            from = "FROM item i WHERE i.id={id}";
        } else if (node.field == QueryField::Followers) {
            value = "m.followers";
            from = "FROM item i JOIN member m ON m.id=i.author_id WHERE i.id={id}";
        } else {
            return unknown(upper);
        }
        std::string sql = "EXISTS(SELECT 1 " + from + " AND " + value + " IS NOT NULL";
        if (std::isfinite(range.least)) {
            sql += " AND " + value + " >= ?";
            bind(range.least - kRounding);
        }
        if (std::isfinite(range.most)) {
            sql += " AND " + value + " <= ?";
            bind(range.most + kRounding);
        }
        return {sql + ")", false};
    }

    Condition field(const QueryNode &node, bool upper)
    {
        switch (node.field) {
        case QueryField::Tag:
            return {bindText("EXISTS(SELECT 1 FROM item_tag it JOIN tag t ON t.id=it.tag_id WHERE it.item_id={id} AND t.name_folded=?)", node.value), true};
        case QueryField::Status: return {status(node), true};
        case QueryField::Assignee:
            if (node.value == "none")
                return {"NOT EXISTS(SELECT 1 " + kTicketOf + " AND t.owner<>'')", true};
            return upper ? Condition{"EXISTS(SELECT 1 " + kTicketOf + " AND t.owner<>'')", false} : unknown(upper);
        case QueryField::Sla: return sla(node);
        case QueryField::Answered:
            return {(node.value == "yes" ? "" : "NOT ") + std::string("EXISTS(SELECT 1 FROM item_ref r JOIN item o ON o.id=r.item_id WHERE r.target_id={id}"
                                                                      " AND r.relation IN (0, 4) AND o.ours IS NOT NULL)"),
                    true};
        case QueryField::Known:
            return {(node.value == "yes" ? "" : "NOT ")
                        + std::string("EXISTS(SELECT 1 FROM item i JOIN ticket t ON t.member_id=i.author_id WHERE i.id={id} AND t.outbound>0)"),
                    true};
        case QueryField::Member:
            return {bindText("coalesce((SELECT author_id FROM item WHERE id={id}) IN (SELECT value FROM json_each(?)), 0)", membersNamed(session_, node.value)), true};
        case QueryField::Connector:
            return {bindText("(SELECT source_id FROM item WHERE id={id}) IN (SELECT value FROM json_each(?))", sourcesNamed(session_, node.value)), true};
        case QueryField::Country: return {"0", true}; // no network that is read gives one
        case QueryField::Site: return upper ? site(node) : unknown(upper);
        case QueryField::Link: return upper ? link(node) : unknown(upper);
        default: return unknown(upper);
        }
    }

    std::string status(const QueryNode &node)
    {
        if (node.value == "none")
            return "NOT EXISTS(SELECT 1 " + kTicketOf + ")";
        if (node.value == "snoozed")
            return "EXISTS(SELECT 1 " + kTicketOf + " AND t.snooze_due_at IS NOT NULL)";
        if (node.value == "waiting")
            return "EXISTS(SELECT 1 " + kTicketOf + " AND t.snooze_due_at IS NULL AND t.status IN ('waiting_inside', 'waiting_member'))";
        return bindText("EXISTS(SELECT 1 " + kTicketOf + " AND t.snooze_due_at IS NULL AND t.status=?)", node.value);
    }

    /// By the clock that the ticket shows; by the answer time of the workspace where nothing is promised. A clock that stands still
    /// is none of the three, and one for an answer ends with the answer even before it is worked out again.
    Condition sla(const QueryNode &node)
    {
        const auto limits = answerLimits(session_, now_);
        const bool late = node.value == "late", soon = node.value == "soon";
        std::string waits = late ? "t.waiting_since_at<=?" : soon ? "t.waiting_since_at<=? AND t.waiting_since_at>?" : "t.waiting_since_at>?";
        std::string due = late ? "c.due_at<?" : soon ? "c.due_at<=? AND c.due_at>=?" : "c.due_at>?";
        if (late)
            bind(limits.lateSince, now_);
        else if (soon)
            bind(limits.soonSince, limits.lateSince, now_ + kSoonDue, now_);
        else
            bind(limits.soonSince, now_ + kSoonDue);
        return {"EXISTS(SELECT 1 FROM ticket_item ti JOIN ticket t ON t.id=ti.ticket_id LEFT JOIN sla_clock c ON c.ticket_id=t.id WHERE ti.item_id={id}"
                " AND t.snooze_due_at IS NULL AND CASE WHEN c.ticket_id IS NULL THEN " + waits + " ELSE t.status NOT IN ('done', 'ignored')"
                " AND (c.target=2 OR t.waiting_since_at IS NOT NULL) AND " + due + " END)",
                true};
    }

    /// The host is in the permalink, or where the row leaves it out: in the instance or the native id.
    Condition site(const QueryNode &node)
    {
        const auto like = "%" + node.value.substr(0, node.value.find('/')) + "%";
        bind(like, like, like, like);
        return {"EXISTS(SELECT 1 FROM item i JOIN source s ON s.id=i.source_id WHERE i.id={id} AND (i.permalink LIKE ? OR i.uri LIKE ? OR i.native_id LIKE ?"
                " OR s.instance LIKE ?))",
                false};
    }

    Condition link(const QueryNode &node)
    {
        // The stored form of an address is escaped at places: the letters and digits in a row are not.
        const auto like = "%" + longestPlain(node.value) + "%";
        bind(like, like, like);
        return {"(EXISTS(SELECT 1 FROM item i WHERE i.id={id} AND (i.text LIKE ? OR i.spans LIKE ?)) OR EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id={id}"
                " AND r.relation=5 AND r.target_native LIKE ?))",
                false};
    }

    static std::string longestPlain(const std::string &value)
    {
        std::string best, now;
        for (const char c : value + "\n") {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/';
            if (plain) {
                now += c;
                continue;
            }
            if (now.size() > best.size())
                best = now;
            now.clear();
        }
        return best;
    }

    Session &session_;
    Instant now_;
    CommonBeginnings common_;
    std::vector<Bound> values_;
};

QueryNode both(std::vector<QueryNode> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    QueryNode node;
    node.kind = parts.empty() ? Kind::All : Kind::And;
    node.children = std::move(parts);
    return node;
}

/// What is said exactly alone may be said less so beside others, where parentheses run out: `probe` has them all, and a Not,
/// which takes one more.
bool exactTogether(std::vector<QueryNode> parts, CommonBeginnings common)
{
    QueryNode word, no;
    word.kind = Kind::Word;
    word.words = {"x"};
    no.kind = Kind::Not;
    no.children = {word};
    parts.push_back(word);
    parts.push_back(no);
    const auto filter = text::ftsFilter(both(std::move(parts)), common);
    return filter && filter->exact;
}

void narrow(CompiledQuery &out, const QueryNode &time)
{
    if (std::isfinite(time.range.least)) {
        const auto from = fromMicros(static_cast<std::int64_t>(time.range.least));
        out.from = out.from ? std::max(*out.from, from) : from;
    }
    if (std::isfinite(time.range.most)) {
        const auto to = fromMicros(static_cast<std::int64_t>(time.range.most));
        out.to = out.to ? std::min(*out.to, to) : to;
    }
}

void narrowTo(CompiledQuery &out, Holders holders)
{
    if (holders.ends) {
        out.first = std::max(out.first.value_or(holders.ends->first), holders.ends->first);
        out.last = std::min(out.last.value_or(holders.ends->second), holders.ends->second);
    }
    if (!holders.ids)
        return;
    if (!out.holders) {
        out.holders = std::move(holders.ids);
        return;
    }
    std::vector<ItemId> both;
    std::set_intersection(out.holders->begin(), out.holders->end(), holders.ids->begin(), holders.ids->end(), std::back_inserter(both));
    out.holders = std::move(both);
}

/// Words and phrases, each of which the full-text table counts at least as often as the matcher does.
bool isCountable(const QueryNode &node)
{
    if (node.kind == Kind::Or)
        return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), isCountable);
    return node.kind == Kind::Word || node.kind == Kind::Phrase;
}

/// How often the words of `match` stand in whatever satisfies the parts: count(repair)>=20 need not read what says it once.
int instancesOf(const std::vector<QueryNode> &parts, const std::string &match)
{
    constexpr double kMost = 1'000'000;
    int out = 0;
    for (const auto &part : parts) {
        if (part.kind != Kind::Count || part.children.empty() || !isCountable(part.children.front()) || !(part.range.least >= 2 && part.range.least <= kMost))
            continue;
        // Beneath many parentheses the match lacks what it has no room for.
        const auto counted = text::ftsExpression(part.children.front());
        if (counted && match.find(*counted) != std::string::npos)
            out = std::max(out, static_cast<int>(std::ceil(part.range.least)));
    }
    return out;
}

/// The parts that all have to hold, saved queries opened.
void collectParts(const QueryNode &node, std::vector<QueryNode> &out)
{
    if (node.kind == Kind::Saved && !node.children.empty()) {
        collectParts(node.children.front(), out);
    } else if (node.kind == Kind::And) {
        for (const auto &child : node.children)
            collectParts(child, out);
    } else {
        out.push_back(node);
    }
}

} // namespace

CompiledQuery compileQuery(Session &session, const text::Query &query, Instant now, CommonBeginnings common)
{
    CompiledQuery out;
    if (query.root.kind == Kind::All)
        return out;
    if (auto whole = text::ftsFilter(query.root, common); whole && whole->exact) {
        out.match = std::move(whole->expression);
        return out;
    }
    std::vector<QueryNode> parts, exact, inexact, rest;
    collectParts(query.root, parts);
    for (auto &part : parts) {
        const auto filter = text::ftsFilter(part, common);
        (filter && filter->exact ? exact : inexact).push_back(std::move(part));
    }
    if (!exactTogether(exact, common)) {
        inexact.insert(inexact.end(), exact.begin(), exact.end());
        exact.clear();
    }
    Compiler compiler(session, now, common);
    for (const auto &part : inexact) {
        const bool bounded = part.kind == Kind::Time && part.range.least < part.range.most;
        if (bounded) {
            narrow(out, part);
            continue;
        }
        narrowTo(out, holdersOf(session, part));
        // What the index knows of it is asked of the index with the rest, below.
        const auto filter = text::ftsFilter(part, common);
        const auto condition = filter && !filter->exact ? Condition{"1", false} : compiler.condition(part, true);
        if (condition.sql != "1")
            out.condition += (out.condition.empty() ? "(" : " AND (") + condition.sql + ")";
        if (!condition.exact)
            rest.push_back(part);
    }
    out.values = compiler.takeValues();
    std::vector<QueryNode> asked = exact;
    asked.insert(asked.end(), inexact.begin(), inexact.end());
    if (auto filter = text::ftsFilter(both(std::move(asked)), common))
        out.match = std::move(filter->expression);
    out.instances = instancesOf(inexact, out.match);
    if (!rest.empty()) {
        out.rest.emplace();
        out.rest->root = both(std::move(rest));
    }
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
