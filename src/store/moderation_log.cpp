// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/charter.hpp>

#include "store/session.hpp"

#include <tuple>

namespace vigie::store {

namespace {

constexpr const char *kSelect =
    "SELECT l.id, l.at, l.person, l.act, l.outbound_id, l.account_id, l.item_id, l.member_id, l.article, l.charter_version, l.evidence, l.no_evidence, l.comment,"
    " l.back_outbound_id, l.back_at, l.back_by, coalesce(o.state, ''), coalesce(b.state, ''), coalesce(s.connector, ''), coalesce(i.author_handle, m.handle, '')"
    " FROM moderation_log l LEFT JOIN outbound o ON o.id=l.outbound_id LEFT JOIN outbound b ON b.id=l.back_outbound_id LEFT JOIN item i ON i.id=l.item_id"
    " LEFT JOIN source s ON s.id=i.source_id LEFT JOIN member m ON m.id=i.author_id";

std::vector<ModerationLine> load(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<ModerationLine> out;
    session.each<std::int64_t, Instant, std::string, std::string, OutboundId, AccountId, ItemId, MemberId, int, int, std::int64_t, std::string, std::string, OutboundId,
                 std::optional<Instant>, std::string, std::string, std::string, std::string, std::string>(
        kSelect + rest, std::move(values),
        [&](std::int64_t id, Instant at, std::string person, const std::string &act, OutboundId outbound, AccountId account, ItemId item, MemberId member, int article,
            int version, std::int64_t evidence, std::string without, std::string comment, OutboundId back, std::optional<Instant> backAt, std::string backBy,
            const std::string &state, const std::string &backState, std::string network, std::string handle) {
            ModerationLine line;
            line.id = id;
            line.at = at;
            line.person = std::move(person);
            line.act = outboundKindFrom(act).value_or(OutboundKind::HideReply);
            line.outbound = outbound;
            line.account = account;
            line.item = item;
            line.member = member;
            line.article = article;
            line.charterVersion = version;
            line.evidence = evidence;
            line.noEvidence = std::move(without);
            line.comment = std::move(comment);
            line.back = back;
            line.backAt = backAt;
            line.backBy = std::move(backBy);
            line.state = outboundStateFrom(state).value_or(OutboundState::Unknown);
            line.backState = backState.empty() ? std::nullopt : outboundStateFrom(backState);
            line.network = std::move(network);
            line.handle = std::move(handle);
            out.push_back(std::move(line));
        });
    return out;
}

/// Conditions that are asked for, joined by AND.
struct Conditions {
    std::string sql;
    std::vector<Bound> values;
    template <class T>
    void add(const char *condition, const T &value)
    {
        sql += (sql.empty() ? " WHERE " : " AND ") + std::string(condition);
        values.push_back(detail::bound(value));
    }
    void period(const std::optional<Instant> &from, const std::optional<Instant> &to)
    {
        if (from)
            add("l.at>=?", *from);
        if (to)
            add("l.at<?", *to);
    }
};

} // namespace

Result<std::int64_t> ModerationLog::add(const ModerationLine &line)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return std::int64_t{session.insert("INSERT INTO moderation_log(at, person, act, outbound_id, account_id, item_id, member_id, article, charter_version, evidence,"
                                           " no_evidence, comment) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
                                           tx_.now(), line.person, std::string(toString(line.act)), line.outbound, line.account, line.item, line.member, line.article,
                                           line.charterVersion, line.evidence, line.noEvidence, line.comment)};
    });
}

Result<ModerationLine> ModerationLog::get(std::int64_t id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ModerationLine> {
        auto found = load(session, " WHERE l.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no line " + std::to_string(id) + " in the moderation log");
        return std::move(found.front());
    });
}

Result<std::vector<ModerationLine>> ModerationLog::list(const ModerationFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&] {
        Conditions where;
        where.period(filter.from, filter.to);
        if (filter.article > 0)
            where.add("l.article=?", filter.article);
        if (filter.act)
            where.add("l.act=?", std::string(toString(*filter.act)));
        if (!filter.person.empty())
            where.add("l.person=?", filter.person);
        if (filter.before > 0)
            where.add("l.id<?", filter.before);
        where.values.push_back(detail::bound(filter.limit));
        return load(session, where.sql + " ORDER BY l.id DESC LIMIT ?", std::move(where.values));
    });
}

Result<void> ModerationLog::takenBack(std::int64_t id, OutboundId by, const std::string &person)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("UPDATE moderation_log SET back_outbound_id=?, back_at=?, back_by=? WHERE id=?", by, tx_.now(), person, id) == 0)
            return fail(Errc::NotFound, "no line " + std::to_string(id) + " in the moderation log");
        return {};
    });
}

Result<std::optional<std::int64_t>> ModerationLog::standing(ItemId item, OutboundKind back)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<std::int64_t> {
        for (const auto act : kModerations)
            if (oppositeOf(act) == back)
                return session.one<std::int64_t>("SELECT l.id FROM moderation_log l WHERE l.act=? AND (l.item_id=?2 OR (l.member_id<>0 AND ?3"
                                                 " AND l.member_id=(SELECT author_id FROM item WHERE id=?2))) ORDER BY l.id DESC LIMIT 1",
                                                 std::string(toString(act)), item, act == OutboundKind::MuteMember || act == OutboundKind::BlockMember);
        return std::nullopt;
    });
}

Result<std::vector<ArticleFigure>> ModerationLog::figures(std::optional<Instant> from, std::optional<Instant> to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        Conditions where;
        where.period(from, to);
        std::vector<ArticleFigure> out;
        session.each<int, std::string, int, int, int, int>(
            "SELECT l.article, l.act, count(*), sum(coalesce(b.state IN ('sent', 'accepted'), 0) OR coalesce(o.state='cancelled', 0)),"
            " sum(coalesce(o.state IN ('failed', 'missed'), 0)), sum(l.evidence<>0)"
            " FROM moderation_log l LEFT JOIN outbound o ON o.id=l.outbound_id LEFT JOIN outbound b ON b.id=l.back_outbound_id"
                + where.sql + " GROUP BY l.article, l.act ORDER BY l.article, l.act",
            std::move(where.values), [&](int article, const std::string &act, int times, int back, int failed, int kept) {
                out.push_back({article, outboundKindFrom(act).value_or(OutboundKind::HideReply), times, back, failed, kept});
            });
        return out;
    });
}

Result<std::vector<int>> ModerationLog::lastArticles()
{
    return tx_.session().guard([&] { return tx_.session().column<int>("SELECT article FROM moderation_log GROUP BY article ORDER BY max(id) DESC"); });
}

Result<std::vector<std::string>> ModerationLog::persons()
{
    return tx_.session().guard([&] { return tx_.session().column<std::string>("SELECT DISTINCT person FROM moderation_log ORDER BY person"); });
}

} // namespace vigie::store
