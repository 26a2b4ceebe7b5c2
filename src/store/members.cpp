// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/members.hpp>

#include "store/items_packed.hpp"
#include "store/session.hpp"

#include <vigie/store/items.hpp>

#include <cmath>
#include <limits>

namespace vigie::store {

namespace {

constexpr int kMonths = 12;
constexpr int kRecent = 20;

/// First instant of the month that lies `back` months before the one of `now`, in UTC.
Instant monthStart(Instant now, int back)
{
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    const auto month = std::chrono::year_month{today.year(), today.month()} - std::chrono::months{back};
    return Instant{std::chrono::sys_days{month / std::chrono::day{1}}};
}

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
        card.mentions = session.one<int>("SELECT count(*) FROM item WHERE author_id=?", id).value_or(0);
        card.exchanges = session.one<int>("SELECT coalesce(sum(outbound), 0) FROM ticket WHERE member_id=?", id).value_or(0);
        card.lastExchangeAt = session.one<std::optional<Instant>>(
            "SELECT max(i.published_at) FROM ticket t JOIN ticket_item ti ON ti.ticket_id=t.id JOIN item i ON i.id=ti.item_id "
            "WHERE t.member_id=? AND i.ours IS NOT NULL", id).value_or(std::nullopt);
        // The last twelve months only: the row id is the time, so this reads no more than it shows.
        card.toneByMonth.assign(kMonths, std::numeric_limits<float>::quiet_NaN());
        std::vector<double> sums(kMonths, 0);
        std::vector<int> counts(kMonths, 0);
        double sum = 0;
        int count = 0;
        std::vector<Instant> starts;
        for (int back = kMonths - 1; back >= -1; --back)
            starts.push_back(monthStart(tx_.now(), back));
        session.each<Instant, double>("SELECT published_at, tone FROM item WHERE author_id=? AND id>=?", binds(id, firstItemIdAt(starts.front())),
                                      [&](Instant at, double tone) {
                                          sum += tone;
                                          ++count;
                                          for (std::size_t month = 0; month + 1 < starts.size(); ++month)
                                              if (at >= starts[month] && at < starts[month + 1]) {
                                                  sums[month] += tone;
                                                  ++counts[month];
                                              }
                                      });
        card.meanTone = count > 0 ? static_cast<float>(sum / count) : 0;
        for (std::size_t month = 0; month < static_cast<std::size_t>(kMonths); ++month)
            if (counts[month] > 0)
                card.toneByMonth[month] = static_cast<float>(sums[month] / counts[month]);
        card.tags = session.column<std::string>(
            "SELECT DISTINCT t.name FROM item_tag it JOIN tag t ON t.id=it.tag_id JOIN item i ON i.id=it.item_id WHERE i.author_id=? ORDER BY t.name", id);
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
