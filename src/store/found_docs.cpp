// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/found_docs.hpp"

#include <vigie/model/outbound.hpp>
#include <vigie/text/fts_expression.hpp>

namespace vigie::store {

namespace {

FoundDoc docOf(const FoundKey &key, Item item)
{
    FoundDoc doc;
    auto &thing = doc.thing;
    thing.scope = key.kind;
    thing.place = {item.publishedAt, key.ref, key.part};
    thing.connector = item.connector;
    thing.handle = item.author.handle;
    thing.name = item.author.name;
    thing.title = item.title;
    thing.text = item.text;
    thing.lang = item.lang;
    doc.item = std::move(item);
    return doc;
}

/// Who said it, and where.
Item saidBy(std::string connector, std::string instance, std::string handle, std::string name)
{
    Item item;
    item.connector = std::move(connector);
    item.instance = std::move(instance);
    item.author.handle = std::move(handle);
    item.author.name = std::move(name);
    return item;
}

std::optional<FoundDoc> revision(Session &session, const FoundKey &key)
{
    std::optional<FoundDoc> out;
    session.each<std::string, std::string, std::string, Instant, std::string, std::string, std::string, std::string, std::string>(
        "SELECT r.title, r.text, r.warning, r.seen_at, i.lang, s.connector, s.instance, coalesce(i.author_handle, m.handle, ''),"
        " coalesce(i.author_name, m.name, '') FROM item_revision r JOIN item i ON i.id=r.item_id JOIN source s ON s.id=i.source_id"
        " LEFT JOIN member m ON m.id=i.author_id WHERE r.item_id=? AND r.number=?",
        binds(key.ref, key.part),
        [&](std::string title, std::string text, std::string warning, Instant at, std::string lang, std::string connector, std::string instance, std::string handle,
            std::string name) {
            auto item = saidBy(std::move(connector), std::move(instance), std::move(handle), std::move(name));
            item.title = std::move(title);
            item.text = std::move(text);
            item.warning = std::move(warning);
            item.publishedAt = at;
            item.lang = std::move(lang);
            out = docOf(key, std::move(item));
            out->thing.item = ItemId{key.ref};
            out->thing.revision = key.part;
        });
    return out;
}

std::optional<FoundDoc> note(Session &session, const FoundKey &key)
{
    std::optional<FoundDoc> out;
    session.each<TicketId, std::string, std::string, Instant>("SELECT ticket_id, text, author, at FROM note WHERE id=?", binds(key.ref),
                                                              [&](TicketId ticket, std::string text, std::string author, Instant at) {
                                                                  Item item;
                                                                  item.text = std::move(text);
                                                                  item.publishedAt = at;
                                                                  item.author.name = std::move(author);
                                                                  out = docOf(key, std::move(item));
                                                                  out->thing.ticket = ticket;
                                                              });
    return out;
}

std::optional<FoundDoc> member(Session &session, const FoundKey &key)
{
    std::optional<FoundDoc> out;
    session.each<std::string, std::string, std::string, Instant, std::string, std::string, std::optional<double>, TicketId>(
        "SELECT m.handle, m.name, m.bio, m.first_seen_at, s.connector, s.instance, m.followers,"
        " coalesce((SELECT max(t.id) FROM ticket t WHERE t.member_id=m.id), 0) FROM member m JOIN source s ON s.id=m.source_id WHERE m.id=?",
        binds(key.ref),
        [&](std::string handle, std::string name, std::string bio, Instant at, std::string connector, std::string instance, std::optional<double> followers, TicketId ticket) {
            auto item = saidBy(std::move(connector), std::move(instance), std::move(handle), std::move(name));
            item.title = item.author.name;
            item.text = item.author.handle.empty() ? bio : "@" + item.author.handle + (bio.empty() ? "" : "\n" + bio);
            item.publishedAt = at;
            if (followers)
                item.author.metrics.push_back({"followers", *followers, ValueStatus::Ok});
            out = docOf(key, std::move(item));
            out->thing.text = std::move(bio);
            out->thing.title.clear();
            out->thing.member = MemberId{key.ref};
            out->thing.ticket = ticket;
        });
    return out;
}

std::optional<FoundDoc> answer(Session &session, const FoundKey &key)
{
    std::optional<FoundDoc> out;
    session.each<std::string, std::string, std::string, Instant, TicketId, ItemId, std::string, std::string, std::string, std::string>(
        "SELECT p.text, o.warning, o.lang, o.created_at, o.ticket_id, o.target_item_id, coalesce(a.connector, ''), coalesce(a.instance, ''), coalesce(a.handle, ''),"
        " coalesce(a.name, '') FROM outbound_part p JOIN outbound o ON o.id=p.outbound_id LEFT JOIN account a ON a.id=o.account_id"
        " WHERE p.outbound_id=? AND p.position=? AND o.kind=? AND p.text<>''",
        binds(key.ref, key.part, std::string(toString(OutboundKind::Reply))),
        [&](std::string text, std::string warning, std::string lang, Instant at, TicketId ticket, ItemId target, std::string connector, std::string instance,
            std::string handle, std::string name) {
            auto item = saidBy(std::move(connector), std::move(instance), std::move(handle), std::move(name));
            item.text = std::move(text);
            item.warning = std::move(warning);
            item.lang = std::move(lang);
            item.publishedAt = at;
            out = docOf(key, std::move(item));
            out->thing.answer = OutboundId{key.ref};
            out->thing.ticket = ticket;
            out->thing.item = target;
        });
    return out;
}

std::optional<FoundDoc> plan(Session &session, const FoundKey &key)
{
    std::optional<FoundDoc> out;
    session.each<std::string, std::string, std::string, Instant>(
        "SELECT text, warning, lang, coalesce(due_at, created_at) FROM plan_item WHERE id=? AND deleted_at IS NULL", binds(key.ref),
        [&](std::string text, std::string warning, std::string lang, Instant at) {
            Item item;
            item.text = std::move(text);
            item.warning = std::move(warning);
            item.lang = std::move(lang);
            item.publishedAt = at;
            out = docOf(key, std::move(item));
            out->thing.plan = PlanId{key.ref};
        });
    if (out)
        for (const auto &own : session.column<std::string>("SELECT text FROM plan_variant WHERE plan_id=? AND overridden=1 AND text<>'' ORDER BY position", key.ref))
            out->item.text += "\n" + own;
    return out;
}

} // namespace

std::string kindToken(FindScope kind)
{
    return "zkind" + std::to_string(static_cast<int>(kind));
}

std::optional<FoundDoc> loadFound(Session &session, const FoundKey &key)
{
    switch (key.kind) {
    case FindScope::Items: break;
    case FindScope::Revisions: return revision(session, key);
    case FindScope::Notes: return note(session, key);
    case FindScope::Members: return member(session, key);
    case FindScope::Answers: return answer(session, key);
    case FindScope::Plans: return plan(session, key);
    }
    return std::nullopt;
}

} // namespace vigie::store
