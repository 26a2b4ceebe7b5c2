// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_facts.hpp"

#include "store/author_lists.hpp"
#include "store/hot_statement.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/model/sla.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::store {

namespace {

constexpr int kUsualAnswerHours = 24;

void addHandle(std::vector<std::string> &keys, std::string_view handle)
{
    while (!handle.empty() && handle.front() == '@')
        handle.remove_prefix(1);
    if (handle.empty())
        return;
    keys.push_back(lowerAscii(handle));
    if (const auto at = handle.find('@'); at != std::string_view::npos)
        keys.push_back(lowerAscii(handle.substr(0, at)));
}

/// None: nobody waits, or the clock of what was promised stands still.
std::string slaOf(Session &session, HotStatement &row, Instant now)
{
    const auto status = row.text(0);
    const bool waits = !row.isNull(3);
    if (row.isNull(4)) { // nothing is promised
        if (!waits)
            return {};
        const auto limits = answerLimits(session, now);
        const auto since = fromMicros(row.integer(3));
        return since <= limits.lateSince ? "late" : since <= limits.soonSince ? "soon" : "ok";
    }
    const bool ended = status == "done" || status == "ignored" || (row.integer(4) != static_cast<int>(SlaTarget::Resolution) && !waits);
    if (ended || row.isNull(5))
        return {};
    const auto due = fromMicros(row.integer(5));
    return due < now ? "late" : due <= now + kSoonDue ? "soon" : "ok";
}

void readTicket(Session &session, const Item &item, DeskFacts &facts, Instant now)
{
    auto &row = session.hot("SELECT t.status, t.owner, t.snooze_due_at, t.waiting_since_at, c.target, c.due_at FROM ticket_item ti JOIN ticket t ON t.id=ti.ticket_id"
                            " LEFT JOIN sla_clock c ON c.ticket_id=t.id WHERE ti.item_id=? ORDER BY t.id DESC LIMIT 1");
    row.bind(item.id);
    if (row.next()) {
        const bool sleeps = !row.isNull(2);
        facts.status = sleeps ? "snoozed" : std::string(row.text(0));
        facts.assignee = row.text(1);
        if (!sleeps)
            facts.sla = slaOf(session, row, now);
    }
    row.reset();
}

void readHistory(Session &session, const Item &item, DeskFacts &facts)
{
    auto &answered = session.hot("SELECT 1 FROM item_ref r JOIN item o ON o.id=r.item_id WHERE r.target_id=? AND r.relation IN (0, 4) AND o.ours IS NOT NULL");
    answered.bind(item.id);
    facts.desk.answered = answered.next();
    answered.reset();
    if (!item.authorId)
        return;
    auto &known = session.hot("SELECT 1 FROM ticket WHERE member_id=? AND outbound>0");
    known.bind(item.authorId);
    facts.desk.known = known.next();
    known.reset();
    facts.memberKeys.push_back(std::to_string(item.authorId.value));
    auto &handles = session.hot("SELECT handle FROM member WHERE id=?1 UNION SELECT handle FROM member_handle WHERE member_id=?1");
    handles.bind(item.authorId);
    while (handles.next())
        addHandle(facts.memberKeys, handles.text(0));
}

void readQuoted(Session &session, const Item &item, DeskFacts &facts)
{
    auto &row = session.hot("SELECT q.title, q.text FROM item_ref r JOIN item q ON q.id=r.target_id WHERE r.item_id=? AND r.relation=2 ORDER BY r.position LIMIT 1");
    row.bind(item.id);
    if (row.next()) {
        facts.quoted = row.text(0);
        if (!facts.quoted.empty())
            facts.quoted += '\n';
        facts.quoted += row.text(1);
    }
    row.reset();
}

} // namespace

void DeskFacts::link()
{
    desk.assignee = assignee;
    desk.sla = sla;
    desk.quoted = quoted;
    desk.memberKeys = memberKeys;
}

DeskNeeds needsOf(const text::QueryNode &node)
{
    using text::QueryField;
    DeskNeeds needs;
    if (node.kind == text::QueryNode::Kind::Scope)
        needs.quoted = node.field == QueryField::Quote;
    if (node.kind == text::QueryNode::Kind::Field) {
        needs.tags = node.field == QueryField::Tag;
        needs.ticket = node.field == QueryField::Status || node.field == QueryField::Assignee || node.field == QueryField::Sla;
        needs.history = node.field == QueryField::Answered || node.field == QueryField::Known || node.field == QueryField::Member;
    }
    for (const auto &child : node.children) {
        const auto more = needsOf(child);
        needs.tags |= more.tags;
        needs.ticket |= more.ticket;
        needs.history |= more.history;
        needs.quoted |= more.quoted;
    }
    return needs;
}

DeskFacts readDeskFacts(Session &session, const Item &item, const DeskNeeds &needs, Instant now)
{
    DeskFacts facts;
    if (needs.tags) {
        auto &rows = session.hot("SELECT t.name FROM item_tag it JOIN tag t ON t.id=it.tag_id WHERE it.item_id=?");
        rows.bind(item.id);
        while (rows.next())
            facts.tags.emplace_back(rows.text(0));
    }
    if (needs.ticket)
        readTicket(session, item, facts, now);
    if (needs.history)
        readHistory(session, item, facts);
    if (needs.quoted)
        readQuoted(session, item, facts);
    return facts;
}

AnswerLimits answerLimits(Session &session, Instant now)
{
    const auto said = session.one<std::string>("SELECT value FROM setting WHERE key=?", std::string_view("desk.answerHours")).value_or("");
    int hours = kUsualAnswerHours;
    std::from_chars(said.data(), said.data() + said.size(), hours);
    const auto all = std::chrono::minutes(60 * std::clamp(hours, 1, 24 * 365));
    return {now - all, now - all * 3 / 4};
}

std::string membersNamed(Session &session, const std::string &handle)
{
    std::vector<MemberId> ids;
    session.each<MemberId>("SELECT id FROM member WHERE CAST(id AS TEXT)=?1 OR lower(ltrim(handle, '@'))=?1 OR lower(ltrim(handle, '@')) LIKE ?2 ESCAPE '\\'"
                           " UNION SELECT member_id FROM member_handle WHERE lower(ltrim(handle, '@'))=?1 OR lower(ltrim(handle, '@')) LIKE ?2 ESCAPE '\\'",
                           binds(handle, [&] {
                               std::string like;
                               for (const char c : handle) {
                                   if (c == '%' || c == '_' || c == '\\')
                                       like += '\\';
                                   like += c;
                               }
                               return like + "@%";
                           }()),
                           [&](MemberId id) { ids.push_back(id); });
    return idList(ids);
}

std::string sourcesNamed(Session &session, const std::string &compact)
{
    std::string out = "[";
    session.each<std::int64_t, std::string, std::string>("SELECT id, connector, instance FROM source", {},
                                                         [&](std::int64_t id, const std::string &connector, const std::string &instance) {
                                                             if (text::compactName(connector) == compact || text::compactName(instance) == compact)
                                                                 out += (out.size() > 1 ? "," : "") + std::to_string(id);
                                                         });
    return out + "]";
}

text::QueryContext queryContext(Session &session, Instant now)
{
    text::QueryContext context;
    context.now = now;
    context.zone = session.one<std::string>("SELECT value FROM setting WHERE key='workspace.zone'").value_or("UTC");
    if (context.zone.empty())
        context.zone = "UTC";
    session.each<std::string, std::string>("SELECT name, source FROM saved_query ORDER BY id", {}, [&](std::string name, std::string source) {
        context.library.saved.push_back({std::move(name), std::move(source)});
    });
    context.library.lists = readAuthorLists(session);
    return context;
}

Result<text::Query> bound(Session &session, const text::Query &query, Instant now)
{
    if (!text::needsBinding(query.root))
        return query;
    auto out = query;
    if (const auto error = text::bindQuery(out, queryContext(session, now)))
        return fail(text::toError(*error));
    return out;
}

Result<text::Query> parsedAndBound(Session &session, const std::string &source, Instant now)
{
    const auto query = text::parseQuery(source);
    if (!query)
        return fail(text::toError(query.error()));
    return bound(session, *query, now);
}

} // namespace vigie::store
