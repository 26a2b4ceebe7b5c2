// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/identities.hpp>

#include "store/person_rows.hpp"

#include <vigie/store/audit.hpp>
#include <vigie/store/members.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>

namespace vigie::store {

namespace {

std::string packed(const std::vector<SameReason> &reasons)
{
    auto array = nlohmann::json::array();
    for (const auto &reason : reasons)
        array.push_back({{"why", toString(reason.why)}, {"what", reason.what}});
    return array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<SameReason> unpacked(const std::string &text)
{
    std::vector<SameReason> out;
    const auto array = nlohmann::json::parse(text, nullptr, false);
    if (array.is_array())
        for (const auto &one : array)
            if (one.is_object())
                out.push_back({sameWhyFrom(one.value("why", "")).value_or(SameWhy::ByHand), one.value("what", "")});
    return out;
}

/// Writes who belongs to whom for the tree of `member`; gives its members.
std::vector<MemberId> settleTree(Session &session, MemberId member)
{
    std::vector<MemberId> tree{member};
    std::unordered_set<std::int64_t> known{member.value};
    for (std::size_t i = 0; i < tree.size(); ++i)
        session.each<MemberId>("SELECT other_id FROM member_merge WHERE one_id=?1 AND undone_at IS NULL UNION SELECT one_id FROM member_merge WHERE other_id=?1 AND undone_at IS NULL",
                               binds(tree[i]), [&](MemberId next) {
                                   if (known.insert(next.value).second)
                                       tree.push_back(next);
                               });
    const auto person = *std::min_element(tree.begin(), tree.end());
    if (tree.size() == 1)
        session.exec("DELETE FROM member_person WHERE member_id=?", member);
    else
        session.exec("INSERT INTO member_person(member_id, person_id) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT(member_id) DO UPDATE SET person_id=excluded.person_id",
                     person, idList(tree));
    return tree;
}

Result<void> mayLink(Tx &tx, MemberId one, MemberId other)
{
    VIGIE_TRY(const auto first, Members(tx).get(one));
    VIGIE_TRY(const auto second, Members(tx).get(other));
    if (first.connector == second.connector)
        return {};
    for (const auto *member : {&first, &second}) {
        VIGIE_TRY(const auto policy, Accounts(tx).policyOf(member->connector));
        if (!policy.crossNetworkMatch)
            return fail(Errc::PolicyRefused, "the terms of " + member->connector + " forbid to link its members with those of other networks");
    }
    return {};
}

std::vector<Merge> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Merge> out;
    session.each<MergeId, MemberId, MemberId, Instant, std::string, std::string, std::optional<Instant>>(
        "SELECT id, one_id, other_id, at, who, reasons, undone_at FROM member_merge" + where, std::move(values),
        [&](MergeId id, MemberId one, MemberId other, Instant at, std::string who, const std::string &reasons, std::optional<Instant> undone) {
            out.push_back({id, one, other, at, std::move(who), unpacked(reasons), undone});
        });
    return out;
}

} // namespace

std::vector<MemberId> identitiesOf(Session &session, MemberId member)
{
    auto out = session.column<MemberId>("SELECT member_id FROM member_person WHERE person_id=(SELECT person_id FROM member_person WHERE member_id=?) ORDER BY member_id", member);
    if (out.empty())
        out.push_back(member);
    return out;
}

Result<MergeId> Identities::merge(MemberId one, MemberId other, const std::vector<SameReason> &reasons, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<MergeId> {
        VIGIE_CHECK(mayLink(tx_, one, other));
        const auto first = identitiesOf(session, one), second = identitiesOf(session, other);
        if (std::find(first.begin(), first.end(), other) != first.end())
            return fail(Errc::Duplicate, "they are one person already");
        if (session.one<int>("SELECT 1 FROM member_apart WHERE (one_id IN (SELECT value FROM json_each(?1)) AND other_id IN (SELECT value FROM json_each(?2)))"
                             " OR (one_id IN (SELECT value FROM json_each(?2)) AND other_id IN (SELECT value FROM json_each(?1)))", idList(first), idList(second)))
            return fail(Errc::Conflict, "somebody said that they are two people");
        const MergeId id{session.insert("INSERT INTO member_merge(one_id, other_id, at, who, reasons) VALUES(?,?,?,?,?)", one, other, tx_.now(), who,
                                        packed(reasons.empty() ? std::vector<SameReason>{{SameWhy::ByHand, {}}} : reasons))};
        const auto tree = settleTree(session, one);
        tx_.change().members.insert(tx_.change().members.end(), tree.begin(), tree.end());
        VIGIE_CHECK(Audit(tx_).add("person", "member.merged", "merge " + std::to_string(id.value), std::to_string(one.value) + " " + std::to_string(other.value)));
        return id;
    });
}

Result<Merge> Identities::unmerge(MergeId id, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Merge> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such merge");
        if (found.front().undoneAt)
            return fail(Errc::Duplicate, "the merge was taken back already");
        session.exec("UPDATE member_merge SET undone_at=?, undone_by=? WHERE id=?", tx_.now(), who, id);
        for (const auto side : {found.front().one, found.front().other}) {
            const auto tree = settleTree(session, side);
            tx_.change().members.insert(tx_.change().members.end(), tree.begin(), tree.end());
        }
        VIGIE_CHECK(Audit(tx_).add("person", "member.unmerged", "merge " + std::to_string(id.value), {}));
        found.front().undoneAt = tx_.now();
        return std::move(found.front());
    });
}

Result<std::vector<Merge>> Identities::merges(MemberId member)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return load(session, " WHERE undone_at IS NULL AND one_id IN (SELECT value FROM json_each(?)) ORDER BY id", binds(idList(identitiesOf(session, member))));
    });
}

Result<void> Identities::keepApart(MemberId one, MemberId other, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (one == other)
            return fail(Errc::InvalidInput, "one identity is one person");
        const auto tree = identitiesOf(session, one);
        if (std::find(tree.begin(), tree.end(), other) != tree.end())
            return fail(Errc::Conflict, "they are one person; take the merge back first");
        session.exec("INSERT INTO member_apart(one_id, other_id, at, who) VALUES(?,?,?,?) ON CONFLICT DO NOTHING", std::min(one, other), std::max(one, other), tx_.now(), who);
        tx_.change().members.push_back(one);
        tx_.change().members.push_back(other);
        return {};
    });
}

Result<void> Identities::forgetApart(MemberId one, MemberId other)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("DELETE FROM member_apart WHERE one_id=? AND other_id=?", std::min(one, other), std::max(one, other)) == 0)
            return fail(Errc::NotFound, "nobody said so");
        return {};
    });
}

Result<std::vector<std::pair<MemberId, MemberId>>> Identities::apart(MemberId member)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<std::pair<MemberId, MemberId>> out;
        session.each<MemberId, MemberId>("SELECT one_id, other_id FROM member_apart WHERE ?1=0 OR one_id=?1 OR other_id=?1 ORDER BY one_id, other_id", binds(member),
                                         [&](MemberId one, MemberId other) { out.emplace_back(one, other); });
        return out;
    });
}

Result<void> Identities::noteAvatar(MemberId member, const std::string &url, const std::string &sha256)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO member_avatar(member_id, url, sha256, at) VALUES(?,?,?,?) ON CONFLICT(member_id) DO UPDATE SET url=excluded.url, sha256=excluded.sha256, at=excluded.at",
                     member, url, sha256, tx_.now());
    });
}

} // namespace vigie::store
