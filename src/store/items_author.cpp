// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/found_docs.hpp"
#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"
#include "store/items_writer.hpp"
#include "store/writer_caches.hpp"

#include <vigie/text/query.hpp>

#include <algorithm>
#include <functional>

namespace vigie::store {

namespace {

/// How stale "last seen" may be: a write per item and member would cost more than the item.
constexpr std::chrono::hours kSeenSlack{24};

std::string memberKey(std::int64_t source, const std::string &native)
{
    return std::to_string(source) + ':' + native;
}

std::size_t profileHash(const Author &author)
{
    const std::hash<std::string> hash;
    std::size_t seed = 0;
    const auto mix = [&seed](std::size_t value) { seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2); };
    for (const auto *field : {&author.handle, &author.name, &author.bio, &author.avatarUrl, &author.profileUrl})
        mix(hash(*field));
    mix((author.bot ? 1U : 0U) + (author.optOut ? 2U : 0U));
    mix(author.createdAt ? static_cast<std::size_t>(toMicros(*author.createdAt)) : 0);
    for (const auto &metric : author.metrics) {
        mix(hash(metric.key));
        mix(std::hash<double>{}(metric.value));
        mix(static_cast<std::size_t>(metric.status));
    }
    return seed;
}

std::optional<double> followersOf(const std::vector<MetricValue> &metrics)
{
    for (const auto &metric : metrics)
        if (metric.key == "followers" && (metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated))
            return metric.value;
    return std::nullopt;
}

/// What is known, with what was seen now laid over it: an empty field says nothing.
Author mergedProfile(Author known, const Author &seen)
{
    const auto take = [](std::string &to, const std::string &from) {
        if (!from.empty())
            to = from;
    };
    take(known.handle, seen.handle);
    take(known.name, seen.name);
    take(known.bio, seen.bio);
    take(known.avatarUrl, seen.avatarUrl);
    take(known.profileUrl, seen.profileUrl);
    known.bot = seen.bot;
    known.optOut = seen.optOut;
    if (seen.createdAt)
        known.createdAt = seen.createdAt;
    known.metrics = mergedMetrics(std::move(known.metrics), seen.metrics);
    return known;
}

struct MemberRow {
    MemberId id;
    Author profile;
    Instant lastSeen, handleSince;
};

std::optional<MemberRow> loadMember(Session &session, std::int64_t source, const std::string &native)
{
    auto &row = session.hot("SELECT id, handle, name, bio, avatar_url, profile_url, bot, opt_out, created_at, metrics, last_seen_at,"
                            " handle_since_at FROM member WHERE source_id=? AND native_id=?");
    row.bind(source, native);
    if (!row.next())
        return std::nullopt;
    MemberRow out;
    out.id = MemberId{row.integer(0)};
    out.profile.nativeId = native;
    out.profile.handle = row.text(1);
    out.profile.name = row.text(2);
    out.profile.bio = row.text(3);
    out.profile.avatarUrl = row.text(4);
    out.profile.profileUrl = row.text(5);
    out.profile.bot = row.integer(6) != 0;
    out.profile.optOut = row.integer(7) != 0;
    if (!row.isNull(8))
        out.profile.createdAt = fromMicros(row.integer(8));
    out.profile.metrics = unpackMetrics(row.text(9));
    out.lastSeen = fromMicros(row.integer(10));
    out.handleSince = fromMicros(row.integer(11));
    row.reset();
    return out;
}

/// True when both are indexed alike: then nothing depends on which of them an item carries.
bool sameName(const std::string &a, const std::string &b)
{
    return a == b || text::compactName(a) == text::compactName(b);
}

/// Items keep the names they were indexed under: their index rows can only be deleted by the same words.
void pinNames(Session &session, const MemberRow &row, const Author &now, Instant seen)
{
    if (row.profile.handle != now.handle) {
        session.exec("UPDATE item SET author_handle=? WHERE author_id=? AND author_handle IS NULL", row.profile.handle, row.id);
        if (!row.profile.handle.empty())
            session.exec("INSERT INTO member_handle(member_id, handle, seen_from_at, seen_to_at) VALUES(?,?,?,?) ON CONFLICT DO NOTHING",
                         row.id, row.profile.handle, row.handleSince, seen);
    }
    if (!sameName(row.profile.name, now.name))
        session.exec("UPDATE item SET author_name=? WHERE author_id=? AND author_name IS NULL", row.profile.name, row.id);
}

void updateMember(Session &session, const MemberRow &row, const Author &now, Instant seen)
{
    pinNames(session, row, now, seen);
    appendObservations(session, Subject::Member, row.id.value, row.profile.metrics, row.lastSeen, now.metrics, seen);
    session.caches().columns.members.push_back(row.id);
    session.hot("UPDATE member SET handle=?, name=?, bio=?, avatar_url=?, profile_url=?, bot=?, opt_out=?, created_at=?, followers=?,"
                " metrics=?, handle_since_at=?, last_seen_at=? WHERE id=?")
        .bind(now.handle, now.name, now.bio, now.avatarUrl, now.profileUrl, now.bot, now.optOut, now.createdAt, followersOf(now.metrics),
              packMetrics(now.metrics), row.profile.handle == now.handle ? row.handleSince : seen, std::max(seen, row.lastSeen), row.id)
        .run();
}

MemberId insertMember(Session &session, std::int64_t source, const Author &author, Instant seen)
{
    const std::string metrics = packMetrics(author.metrics);
    session.hot("INSERT INTO member(source_id, native_id, handle, name, bio, avatar_url, profile_url, bot, opt_out, created_at, followers,"
                " metrics, handle_since_at, first_seen_at, last_seen_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(source, author.nativeId, author.handle, author.name, author.bio, author.avatarUrl, author.profileUrl, author.bot,
              author.optOut, author.createdAt, followersOf(author.metrics), metrics, seen, seen, seen)
        .run();
    const MemberId id{session.lastInsertId()};
    session.caches().columns.members.push_back(id);
    markFound(session, {FindScope::Members, id.value, 0}); // not by a trigger: see resources/sql/0017_intake_speed.sql
    return id;
}

std::int64_t metricKeyId(Session &session, const std::string &key)
{
    auto &known = session.caches().metricKeys;
    if (const auto it = known.find(key); it != known.end())
        return it->second;
    session.exec("INSERT INTO metric_key(name) VALUES(?) ON CONFLICT DO NOTHING", key);
    const auto id = session.one<std::int64_t>("SELECT id FROM metric_key WHERE name=?", key).value_or(0);
    known.emplace(key, id);
    return id;
}

void appendOne(Session &session, Subject kind, std::int64_t id, const MetricValue &metric, Instant at)
{
    const bool valued = metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated;
    session.hot("INSERT INTO observation(subject_kind, subject_id, key_id, observed_at, value, status) VALUES(?,?,?,?,?,?)"
                " ON CONFLICT DO UPDATE SET value=excluded.value, status=excluded.status")
        .bind(kind, id, metricKeyId(session, metric.key), at, valued ? std::optional(metric.value) : std::nullopt, metric.status)
        .run();
}

} // namespace

MemberId storeAuthor(Tx &tx, std::int64_t source, const Author &author, Instant seen)
{
    if (author.nativeId.empty())
        return {};
    auto &session = tx.session();
    auto &members = session.caches().members;
    const auto hash = profileHash(author);
    auto key = memberKey(source, author.nativeId);
    if (const auto it = members.find(key); it != members.end() && it->second.profile == hash) {
        auto &known = it->second;
        if (seen > known.lastSeen + kSeenSlack) {
            session.hot("UPDATE member SET last_seen_at=? WHERE id=?").bind(seen, known.id).run();
            known.lastSeen = seen;
        }
        return known.id;
    }
    CachedMember cached;
    cached.profile = hash;
    if (auto row = loadMember(session, source, author.nativeId)) {
        cached.id = row->id;
        auto now = row->profile;
        // A page fetched before what is known already says nothing new.
        if (seen >= row->lastSeen)
            now = mergedProfile(std::move(now), author);
        if (now != row->profile) {
            updateMember(session, *row, now, seen);
            tx.change().members.push_back(row->id);
        } else if (seen > row->lastSeen + kSeenSlack) {
            session.hot("UPDATE member SET last_seen_at=? WHERE id=?").bind(seen, row->id).run();
        }
        cached.lastSeen = std::max(seen, row->lastSeen);
        cached.handle = now.handle;
        cached.name = now.name;
    } else {
        cached.id = insertMember(session, source, author, seen);
        cached.lastSeen = seen;
        cached.handle = author.handle;
        cached.name = author.name;
    }
    if (members.size() >= kMaxCachedMembers)
        members.clear();
    const auto id = cached.id;
    members.insert_or_assign(std::move(key), std::move(cached));
    return id;
}

std::string knownName(Session &session, std::int64_t source, const Author &author)
{
    const auto it = session.caches().members.find(memberKey(source, author.nativeId));
    return it == session.caches().members.end() ? std::string() : it->second.name;
}

AuthorOverride authorOverride(Session &session, std::int64_t source, const Author &author, MemberId id)
{
    if (!id)
        return {author.handle, author.name};
    const auto it = session.caches().members.find(memberKey(source, author.nativeId));
    AuthorOverride out;
    const bool known = it != session.caches().members.end();
    if (!known || it->second.handle != author.handle)
        out.handle = author.handle;
    if (!known || !sameName(it->second.name, author.name))
        out.name = author.name;
    return out;
}

std::vector<MetricValue> mergedMetrics(std::vector<MetricValue> known, std::span<const MetricValue> newer)
{
    for (const auto &metric : newer) {
        const auto it = std::find_if(known.begin(), known.end(), [&](const MetricValue &old) { return old.key == metric.key; });
        if (it == known.end())
            known.push_back(metric);
        else
            *it = metric;
    }
    return known;
}

void appendObservations(Session &session, Subject kind, std::int64_t id, std::span<const MetricValue> before, Instant beforeAt,
                        std::span<const MetricValue> after, Instant afterAt)
{
    for (const auto &metric : after) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const MetricValue &candidate) { return candidate.key == metric.key; });
        if (old != before.end() && *old == metric)
            continue;
        if (old != before.end()) {
            const auto any = session.one<int>("SELECT 1 FROM observation WHERE subject_kind=? AND subject_id=? AND key_id=? LIMIT 1",
                                              kind, id, metricKeyId(session, metric.key));
            if (!any && beforeAt < afterAt)
                appendOne(session, kind, id, *old, beforeAt);
        }
        appendOne(session, kind, id, metric, afterAt);
    }
}

} // namespace vigie::store
