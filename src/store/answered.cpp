// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/answered.hpp"

#include <vigie/text/gist.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

namespace {

enum class Source : int { Outbound = 0, Item = 1 };

struct Due {
    Source source = Source::Outbound;
    std::int64_t ref = 0;
};

/// What the index holds of one answer.
struct Doc {
    ItemId question;
    Instant at;
    std::string questionText, questionLang, text, lang;
};

/// The columns of `select` are a Doc's; `of` is what it asks for.
std::optional<Doc> docBy(Session &session, const char *select, std::int64_t of)
{
    std::optional<Doc> out;
    session.each<ItemId, Instant, std::string, std::string, std::string, std::string>(
        select, binds(of), [&](ItemId question, Instant at, std::string questionText, std::string questionLang, std::string text, std::string lang) {
            out = Doc{question, at, std::move(questionText), std::move(questionLang), std::move(text), std::move(lang)};
        });
    return out;
}

std::optional<Doc> sentDoc(Session &session, std::int64_t outbound)
{
    return docBy(session,
        "SELECT coalesce(i.id, 0), coalesce((SELECT min(started_at) FROM outbound_part p WHERE p.outbound_id=o.id), o.changed_at),"
        " coalesce(i.title || char(10), '') || coalesce(i.text, ''), coalesce(i.lang, ''),"
        " (SELECT group_concat(text, char(10)) FROM (SELECT text FROM outbound_part p WHERE p.outbound_id=o.id ORDER BY position)), o.lang"
        " FROM outbound o LEFT JOIN item i ON i.id=o.target_item_id WHERE o.id=? AND o.kind='reply' AND o.state IN ('sent', 'accepted')"
        " AND o.visibility IN ('public', 'unlisted')",
        outbound);
}

/// An answer of ours that was seen on the network and was not sent from here. What goes on with a post of ours answers nobody.
std::optional<Doc> seenDoc(Session &session, std::int64_t item)
{
    return docBy(session,
        "SELECT coalesce(q.id, 0), i.published_at, coalesce(q.title || char(10), '') || coalesce(q.text, ''), coalesce(q.lang, ''), i.text, i.lang"
        " FROM item i JOIN item_ref r ON r.item_id=i.id AND r.relation IN (0, 4) LEFT JOIN item q ON q.id=r.target_id"
        " WHERE i.id=? AND i.ours IS NOT NULL AND i.visibility IN (0, 1) AND i.state=0 AND i.text<>'' AND q.ours IS NULL"
        " AND NOT EXISTS(SELECT 1 FROM outbound_part p JOIN outbound o ON o.id=p.outbound_id AND o.state IN ('sent', 'accepted')"
        "   WHERE p.native_id=i.native_id AND p.account_id=i.ours AND p.creates=1) LIMIT 1",
        item);
}

std::string joined(const std::vector<std::string> &stems)
{
    std::string out;
    for (const auto &stem : stems)
        out += (out.empty() ? "" : " ") + stem;
    return out;
}

/// The network's own copy of what was sent from here may have been taken in before.
void markEchoes(Session &session, std::int64_t outbound)
{
    session.exec("INSERT OR IGNORE INTO answered_due SELECT 1, i.id FROM outbound_part p JOIN account a ON a.id=p.account_id"
                 " JOIN source s ON s.connector=a.connector AND s.instance=a.instance JOIN item i ON i.source_id=s.id AND i.native_id=p.native_id"
                 " JOIN answered known ON known.item_id=i.id WHERE p.outbound_id=? AND p.native_id<>''",
                 outbound);
}

void takeIn(Session &session, const Due &due)
{
    const bool sent = due.source == Source::Outbound;
    const auto outbound = sent ? due.ref : 0, item = sent ? 0 : due.ref;
    session.exec("DELETE FROM answered WHERE outbound_id=? AND item_id=?", outbound, item);
    const auto doc = sent ? sentDoc(session, due.ref) : seenDoc(session, due.ref);
    if (!doc)
        return;
    const auto id = session.insert("INSERT INTO answered(outbound_id, item_id, question_id, at) VALUES(?,?,?,?)", outbound, item, doc->question, doc->at);
    session.exec("INSERT INTO answered_fts(rowid, question, answer) VALUES(?,?,?)", id, joined(text::gistOf(doc->questionText, doc->questionLang)),
                 joined(text::gistOf(doc->text, doc->lang)));
    if (sent)
        markEchoes(session, due.ref);
}

} // namespace

bool catchUpAnswered(Session &session, int limit)
{
    std::vector<Due> all;
    session.each<Source, std::int64_t>("SELECT source, ref_id FROM answered_due LIMIT ?", binds(limit), [&](Source source, std::int64_t ref) { all.push_back({source, ref}); });
    for (const auto &due : all) {
        session.exec("DELETE FROM answered_due WHERE source=? AND ref_id=?", due.source, due.ref);
        takeIn(session, due);
    }
    return !all.empty();
}

ReplyOutcome outcomeOf(Session &session, TicketId ticket, Instant repliedAt)
{
    ReplyOutcome out;
    if (!ticket)
        return out;
    session.each<double>("SELECT i.tone FROM ticket t JOIN ticket_item l ON l.ticket_id=t.id JOIN item i ON i.id=l.item_id"
                         " WHERE t.id=? AND i.ours IS NULL AND i.author_id=t.member_id AND i.published_at>? ORDER BY i.published_at, i.id",
                         binds(ticket, repliedAt), [&](double tone) {
                             if (out.followUps++ == 0)
                                 out.toneAfter = static_cast<float>(tone);
                         });
    out.closed = out.followUps == 0 && session.one<int>("SELECT 1 FROM ticket WHERE id=? AND status='done'", ticket).has_value();
    return out;
}

} // namespace vigie::store
