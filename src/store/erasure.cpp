// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/erasure.hpp>

#include "store/erasure_rows.hpp"
#include "store/erasure_sweep.hpp"
#include "store/found_docs.hpp"
#include "store/person_rows.hpp"
#include "store/suppression.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/store/audit.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::size_t kShortestKey = 5; ///< a shorter id is a number that stands everywhere

void add(std::vector<std::string> &keys, const std::string &key)
{
    const auto lower = lowerAscii(trimmed(key));
    if (lower.size() >= kShortestKey && std::find(keys.begin(), keys.end(), lower) == keys.end())
        keys.push_back(lower);
}

void addHandle(std::vector<std::string> &keys, const std::string &handle)
{
    add(keys, handle);
    const auto local = handle.substr(0, handle.find('@'));
    if (local.size() > 2 && local.find('.') == std::string::npos)
        add(keys, "@" + local);
}

void gatherKeys(Session &session, const Member &member, ErasurePlan &plan)
{
    for (const auto &handle : member.handles)
        addHandle(plan.keys, handle.handle);
    for (const auto &text : {member.profile.nativeId, member.profile.profileUrl, member.profile.avatarUrl})
        add(plan.keys, text);
    session.each<std::string>("SELECT value FROM member_fact WHERE member_id=? AND kind IN ('email', 'phone')", binds(member.id), [&](const std::string &value) { add(plan.keys, value); });
    const auto named = [&](const std::string &name) {
        if (name.find(' ') != std::string::npos && name != kErasedName)
            add(plan.names, name);
    };
    named(member.profile.name);
    session.each<std::string>("SELECT DISTINCT author_name FROM item WHERE author_id=? AND author_name IS NOT NULL", binds(member.id), [&](const std::string &name) { named(name); });
}

std::vector<std::string> allWords(const ErasurePlan &plan)
{
    auto words = plan.keys;
    words.insert(words.end(), plan.names.begin(), plan.names.end());
    return words;
}

/// Nothing may leave, or be read back, without its words.
Result<void> nothingOnItsWay(Session &session, const std::string &tickets, const std::string &items)
{
    if (session.one<int>("SELECT 1 FROM outbound WHERE state IN ('sending', 'unknown') AND (ticket_id IN (SELECT value FROM json_each(?)) OR target_item_id IN (SELECT value FROM json_each(?)))",
                         tickets, items))
        return fail(Errc::Conflict, "an answer to them is on its way; erase when it is settled");
    return {};
}

} // namespace

Result<ErasurePlan> Erasure::plan(MemberId member)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ErasurePlan> {
        ErasurePlan plan;
        plan.identities = identitiesOf(session, member);
        plan.person = plan.identities.front();
        for (const auto id : plan.identities) {
            VIGIE_TRY(const auto one, Members(tx_).get(id));
            gatherKeys(session, one, plan);
        }
        const auto own = idList(plan.identities);
        const auto count = [&](const char *sql) { return session.one<int>(sql, own).value_or(0); };
        plan.items = count("SELECT count(*) FROM item WHERE author_id IN (SELECT value FROM json_each(?))");
        plan.answers = count("SELECT coalesce(sum(outbound), 0) FROM ticket WHERE member_id IN (SELECT value FROM json_each(?))");
        plan.notes = count("SELECT count(*) FROM ticket t JOIN note n ON n.ticket_id=t.id WHERE t.member_id IN (SELECT value FROM json_each(?))")
                     + count("SELECT count(*) FROM member_note WHERE member_id IN (SELECT value FROM json_each(?))");
        plan.questions = count("SELECT count(*) FROM ticket t JOIN question q ON q.ticket_id=t.id WHERE q.ticket_id<>0 AND t.member_id IN (SELECT value FROM json_each(?))");
        plan.evidence = count("SELECT count(DISTINCT e.item_id) FROM evidence e JOIN item i ON i.id=e.item_id WHERE e.content IS NOT NULL AND i.author_id IN (SELECT value FROM json_each(?))");
        plan.mentions = itemsNaming(session, allWords(plan), plan.identities);
        return plan;
    });
}

Result<ErasureReport> Erasure::erase(const ErasurePlan &plan, const ErasureOptions &options)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ErasureReport> {
        const auto own = idList(plan.identities);
        const auto items = session.column<ItemId>("SELECT id FROM item WHERE author_id IN (SELECT value FROM json_each(?)) ORDER BY id", own);
        const auto tickets = session.column<TicketId>("SELECT id FROM ticket WHERE member_id IN (SELECT value FROM json_each(?))", own);
        VIGIE_CHECK(nothingOnItsWay(session, idList(tickets), idList(items)));
        ErasureReport report;
        report.at = tx_.now();
        report.who = options.who;
        report.reason = options.reason;
        report.identities = static_cast<int>(plan.identities.size());
        report.items = static_cast<int>(items.size());
        if (!options.keepEvidence)
            VIGIE_CHECK(Evidence(tx_).erase(items, ErasureReason::RequestOfPerson, options.reason, options.who));
        session.script("PRAGMA secure_delete=ON"); // the words leave the pages, not only the tables
        ErasedRows rows(tx_);
        for (const auto id : plan.identities) {
            VIGIE_TRY(const auto member, Members(tx_).get(id));
            if (!options.takeInAgain && member.profile.name != kErasedName)
                suppress(session, member.connector, member.instance, member.profile.nativeId, options.reason, tx_.now());
        }
        rows.items(items);
        report.answers = rows.answers(items, tickets);
        report.notes = rows.desk(tickets, plan.identities);
        rows.members(plan.identities);
        const auto words = allWords(plan);
        for (const auto id : itemsNaming(session, words, plan.identities))
            report.mentions += rows.mention(id, words) ? 1 : 0;
        for (const auto &place : textPlaces(session))
            if (!place.indexed)
                sweep(session, place, place.identity ? plan.keys : words);
        rows.finish();
        session.script("PRAGMA secure_delete=OFF");
        report.id = session.insert("INSERT INTO erasure(at, who, reason, identities, items, answers, notes, mentions) VALUES(?,?,?,?,?,?,?,?)", report.at, report.who, report.reason,
                                   report.identities, report.items, report.answers, report.notes, report.mentions);
        VIGIE_CHECK(Audit(tx_).add("person", "member.erased", "erasure " + std::to_string(report.id), {}));
        return report;
    });
}

Result<std::vector<Residue>> Erasure::residue(const ErasurePlan &plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Residue> out;
        const auto words = allWords(plan);
        for (const auto &place : textPlaces(session))
            if (const auto left = textsNaming(session, place, place.identity ? plan.keys : words); !left.empty())
                out.push_back({place.table + "." + place.column, static_cast<int>(left.size())});
        if (const auto left = textsNaming(session, {"evidence", "content", false, false}, words); !left.empty())
            out.push_back({"evidence.content", static_cast<int>(left.size())});
        return out;
    });
}

Result<std::vector<ErasureReport>> Erasure::log(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ErasureReport> out;
        session.each<std::int64_t, Instant, std::string, std::string, int, int, int, int, int>(
            "SELECT id, at, who, reason, identities, items, answers, notes, mentions FROM erasure ORDER BY id DESC LIMIT ?", binds(limit),
            [&](std::int64_t id, Instant at, std::string who, std::string reason, int identities, int items, int answers, int notes, int mentions) {
                out.push_back({id, at, std::move(who), std::move(reason), identities, items, answers, notes, mentions});
            });
        return out;
    });
}

} // namespace vigie::store
