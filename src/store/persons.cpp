// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/persons.hpp>

#include "store/person_rows.hpp"

#include <vigie/store/identities.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/promises.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kPromises = 50;

std::optional<double> followersOf(const Member &member)
{
    for (const auto &value : member.profile.metrics)
        if (value.key == "followers" && value.status == ValueStatus::Ok)
            return value.value;
    return std::nullopt;
}

/// Half of their first messages were answered sooner.
std::optional<std::chrono::minutes> usualDelay(Session &session, const std::string &ids)
{
    constexpr const char *kFrom = " FROM ticket WHERE member_id IN (SELECT value FROM json_each(?)) AND outbound>0 AND first_reply_at>=first_inbound_at";
    const int count = session.one<int>(std::string("SELECT count(*)") + kFrom, ids).value_or(0);
    if (count == 0)
        return std::nullopt;
    const auto middle = session.one<std::int64_t>(std::string("SELECT first_reply_at-first_inbound_at") + kFrom + " ORDER BY 1 LIMIT 1 OFFSET ?", ids, (count - 1) / 2);
    return std::chrono::floor<std::chrono::minutes>(Micros{middle.value_or(0)});
}

int relaysOfUs(Session &session, const std::string &ids)
{
    // From our posts to those who passed them on: we have written less than a busy member.
    return session.one<int>("SELECT count(*) FROM item o CROSS JOIN item_ref r ON r.target_id=o.id AND r.relation=? CROSS JOIN item i ON i.id=r.item_id"
                            " WHERE o.ours IS NOT NULL AND i.author_id IN (SELECT value FROM json_each(?))", Relation::RepostOf, ids)
        .value_or(0);
}

class Held {
public:
    Held(Tx &tx, PersonCard &card) : tx_(tx), card_(card) {}

    Result<void> fill()
    {
        for (const auto &member : card_.identities) {
            profile(member);
            VIGIE_CHECK(messages(member));
        }
        for (const auto &fact : card_.facts)
            add(fact.member, fact.kind, fact.value, fact.origin, fact.at);
        for (const auto &consent : card_.consents)
            add(consent.member, consent.granted ? "consent" : "consent_taken_back", consent.what, consent.source, consent.at);
        if (!card_.notes.empty())
            add(card_.person, "notes", std::to_string(card_.notes.size()), "house", card_.notes.back().at);
        if (!card_.steps.empty())
            add(card_.person, "steps", std::to_string(card_.steps.size()), "house", card_.steps.front().at);
        if (!card_.promises.empty())
            add(card_.person, "promises", std::to_string(card_.promises.size()), "house", card_.promises.back().madeAt);
        exchanges();
        return {};
    }

private:
    void add(MemberId member, const std::string &key, const std::string &value, const std::string &origin, Instant since, std::optional<Instant> until = {})
    {
        if (!value.empty())
            card_.held.push_back({member, key, value, origin, since, until});
    }

    void profile(const Member &member)
    {
        const auto &who = member.profile;
        add(member.id, "native_id", who.nativeId, "network", member.firstSeen);
        add(member.id, "handle", who.handle, "network", member.handles.empty() ? member.firstSeen : member.handles.front().seenFrom);
        for (std::size_t i = 1; i < member.handles.size(); ++i)
            add(member.id, "former_handle", member.handles[i].handle, "network", member.handles[i].seenFrom);
        add(member.id, "name", who.name, "network", member.lastSeen);
        add(member.id, "bio", who.bio, "network", member.lastSeen);
        add(member.id, "avatar", who.avatarUrl, "network", member.lastSeen);
        add(member.id, "profile", who.profileUrl, "network", member.lastSeen);
        if (const auto followers = followersOf(member))
            add(member.id, "followers", std::to_string(static_cast<long long>(*followers)), "network", member.lastSeen);
    }

    Result<void> messages(const Member &member)
    {
        auto &session = tx_.session();
        const int count = session.one<int>("SELECT count(*) FROM item WHERE author_id=?", member.id).value_or(0);
        if (count == 0)
            return {};
        VIGIE_TRY(const auto policy, Accounts(tx_).policyOf(member.connector));
        std::optional<Instant> until;
        if (policy.keepFor)
            until = member.lastSeen + *policy.keepFor;
        add(member.id, "messages", std::to_string(count), "network", member.firstSeen, until);
        add(member.id, "tone", std::to_string(count), "computed", member.firstSeen);
        return {};
    }

    void exchanges()
    {
        auto &session = tx_.session();
        std::vector<MemberId> ids;
        for (const auto &member : card_.identities)
            ids.push_back(member.id);
        const auto list = idList(ids);
        const auto since = session.one<std::optional<Instant>>("SELECT min(created_at) FROM ticket WHERE member_id IN (SELECT value FROM json_each(?))", list).value_or(std::nullopt);
        if (!since)
            return;
        add(card_.person, "tickets", std::to_string(session.one<int>("SELECT count(*) FROM ticket WHERE member_id IN (SELECT value FROM json_each(?))", list).value_or(0)), "house", *since);
        if (card_.exchanges > 0)
            add(card_.person, "answers", std::to_string(card_.exchanges), "house", *since);
        const int notes = session.one<int>("SELECT count(*) FROM ticket t JOIN note n ON n.ticket_id=t.id WHERE t.member_id IN (SELECT value FROM json_each(?))", list).value_or(0);
        if (notes > 0)
            add(card_.person, "ticket_notes", std::to_string(notes), "house", *since);
        if (card_.passes > 0)
            add(card_.person, "questions", std::to_string(card_.passes), "house", *since);
        const int kept = session.one<int>("SELECT count(DISTINCT e.item_id) FROM evidence e JOIN item i ON i.id=e.item_id WHERE e.content IS NOT NULL AND i.author_id IN (SELECT value FROM json_each(?))",
                                          list).value_or(0);
        if (kept > 0)
            add(card_.person, "evidence", std::to_string(kept), "house", *since);
    }

    Tx &tx_;
    PersonCard &card_;
};

} // namespace

Result<std::vector<MemberId>> Persons::identities(MemberId member)
{
    auto &session = tx_.session();
    return session.guard([&] { return identitiesOf(session, member); });
}

Result<PersonCard> Persons::card(MemberId member)
{
    PersonCard card;
    VIGIE_TRY(const auto ids, identities(member));
    for (const auto id : ids) {
        VIGIE_TRY(auto one, Members(tx_).get(id));
        if (const auto followers = followersOf(one))
            card.audience = std::max(card.audience, 0.0) + *followers;
        card.firstSeen = std::min(card.firstSeen.value_or(one.firstSeen), one.firstSeen);
        card.lastSeen = std::max(card.lastSeen.value_or(one.lastSeen), one.lastSeen);
        card.identities.push_back(std::move(one));
    }
    card.person = ids.front();
    card.erased = std::all_of(card.identities.begin(), card.identities.end(), [](const Member &one) { return one.profile.name == kErasedName; });
    std::stable_sort(card.identities.begin(), card.identities.end(), [](const Member &a, const Member &b) { return a.lastSeen > b.lastSeen; });
    auto &session = tx_.session();
    VIGIE_TRY(card.merges, Identities(tx_).merges(member));
    PersonFacts facts(tx_);
    VIGIE_TRY(card.notes, facts.notes(ids));
    VIGIE_TRY(card.steps, facts.steps(ids));
    VIGIE_TRY(card.consents, facts.consents(ids));
    VIGIE_TRY(card.facts, facts.facts(ids));
    VIGIE_TRY(card.promises, Promises(tx_).ofMembers(ids, kPromises));
    VIGIE_CHECK(session.guard([&] {
        auto figures = spokenFigures(session, ids, tx_.now());
        card.mentions = figures.mentions;
        card.exchanges = figures.exchanges;
        card.lastExchangeAt = figures.lastExchangeAt;
        card.meanTone = figures.meanTone;
        card.toneByMonth = std::move(figures.toneByMonth);
        card.tags = std::move(figures.tags);
        const auto list = idList(ids);
        card.usualDelay = usualDelay(session, list);
        card.relaysOfUs = relaysOfUs(session, list);
        card.passes = session.one<int>("SELECT count(*) FROM ticket t JOIN question q ON q.ticket_id=t.id AND q.ticket_id<>0 WHERE t.member_id IN (SELECT value FROM json_each(?))", list).value_or(0);
    }));
    VIGIE_CHECK(session.guard([&] { return Held(tx_, card).fill(); }));
    return card;
}

} // namespace vigie::store
