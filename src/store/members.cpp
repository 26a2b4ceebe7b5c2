// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/members.hpp>

#include "store/items_packed.hpp"
#include "store/person_rows.hpp"

namespace vigie::store {

namespace {

constexpr int kRecent = 20;

} // namespace

Result<Member> Members::get(MemberId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Member> {
        Member member;
        bool found = false;
        Instant handleSince;
        session.each<std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string, bool, bool,
                     std::optional<Instant>, std::string, Instant, Instant, Instant>(
            "SELECT s.connector, s.instance, m.native_id, m.handle, m.name, m.bio, m.avatar_url, m.profile_url, m.bot, m.opt_out, m.created_at, "
            "coalesce(m.metrics, ''), m.handle_since_at, m.first_seen_at, m.last_seen_at FROM member m JOIN source s ON s.id=m.source_id WHERE m.id=?",
            binds(id),
            [&](std::string connector, std::string instance, std::string native, std::string handle, std::string name, std::string bio,
                std::string avatar, std::string profile, bool bot, bool optOut, std::optional<Instant> created, const std::string &metrics,
                Instant since, Instant first, Instant last) {
                found = true;
                member.id = id;
                member.connector = std::move(connector);
                member.instance = std::move(instance);
                member.profile.nativeId = std::move(native);
                member.profile.handle = std::move(handle);
                member.profile.name = std::move(name);
                member.profile.bio = std::move(bio);
                member.profile.avatarUrl = std::move(avatar);
                member.profile.profileUrl = std::move(profile);
                member.profile.bot = bot;
                member.profile.optOut = optOut;
                member.profile.createdAt = created;
                member.profile.metrics = unpackMetrics(metrics);
                member.firstSeen = first;
                member.lastSeen = last;
                handleSince = since;
            });
        if (!found)
            return fail(Errc::NotFound, "no such member");
        member.handles.push_back({member.profile.handle, handleSince, member.lastSeen});
        session.each<std::string, Instant, Instant>(
            "SELECT handle, seen_from_at, seen_to_at FROM member_handle WHERE member_id=? ORDER BY seen_to_at DESC", binds(id),
            [&](std::string handle, Instant from, Instant to) { member.handles.push_back({std::move(handle), from, to}); });
        return member;
    });
}

Result<MemberCard> Members::card(MemberId id)
{
    MemberCard card;
    VIGIE_TRY(card.member, get(id));
    auto &session = tx_.session();
    return session.guard([&]() -> Result<MemberCard> {
        auto figures = spokenFigures(session, {&id, 1}, tx_.now());
        card.mentions = figures.mentions;
        card.exchanges = figures.exchanges;
        card.lastExchangeAt = figures.lastExchangeAt;
        card.meanTone = figures.meanTone;
        card.toneByMonth = std::move(figures.toneByMonth);
        card.tags = std::move(figures.tags);
        card.recent = session.column<ItemId>("SELECT id FROM item WHERE author_id=? ORDER BY id DESC LIMIT ?", id, kRecent);
        return std::move(card);
    });
}

Result<std::optional<MemberId>> Members::find(const std::string &connector, const std::string &instance, const std::string &handleOrNative)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<MemberId>> {
        for (const auto *sql : {"SELECT m.id FROM source s JOIN member m ON m.source_id=s.id AND m.native_id=? WHERE s.connector=? AND s.instance=?",
                                "SELECT m.id FROM member m JOIN source s ON s.id=m.source_id WHERE m.handle=? AND s.connector=? AND s.instance=?",
                                "SELECT h.member_id FROM member_handle h JOIN member m ON m.id=h.member_id JOIN source s ON s.id=m.source_id "
                                "WHERE h.handle=? AND s.connector=? AND s.instance=? ORDER BY h.seen_to_at DESC"})
            if (const auto found = session.one<MemberId>(sql, handleOrNative, connector, instance))
                return std::optional(*found);
        return std::optional<MemberId>();
    });
}

} // namespace vigie::store
