// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/unranked_rows.hpp"

#include <vigie/model/person.hpp>

namespace vigie::store {

namespace {

/// Kind of the fact that says it.
const char *factOf(Unranked why)
{
    switch (why) {
    case Unranked::Staff: return kStaffFact;
    case Unranked::Paid: return kPaidFact;
    case Unranked::Asked: return kUnrankedFact;
    }
    return kUnrankedFact;
}

} // namespace

const char *toString(Unranked why) noexcept
{
    switch (why) {
    case Unranked::Staff: return "staff";
    case Unranked::Paid: return "paid";
    case Unranked::Asked: return "asked";
    }
    return "asked";
}

std::optional<Unranked> unrankedFrom(std::string_view name) noexcept
{
    for (const auto why : {Unranked::Staff, Unranked::Paid, Unranked::Asked})
        if (name == toString(why))
            return why;
    return std::nullopt;
}

void setUnranked(Session &session, MemberId member, Unranked why)
{
    session.exec("INSERT INTO member_fact(member_id, kind, value, origin, at, who) VALUES(?,?,'','',0,'')", member, factOf(why));
}

Result<std::map<MemberId, Unranked>> unrankedOf(Tx &tx, std::span<const MemberId> members)
{
    auto &session = tx.session();
    return session.guard([&] {
        std::map<MemberId, Unranked> out;
        const auto list = idList(members);
        session.each<MemberId>("SELECT id FROM member WHERE opt_out=1 AND id IN (SELECT value FROM json_each(?))", binds(list), [&](MemberId member) { out[member] = Unranked::Asked; });
        // Few have such a fact: from these to all identities of their persons.
        session.each<MemberId, std::string>(
            "WITH said AS (SELECT f.member_id, f.kind FROM member_fact f WHERE f.kind IN (?1, ?2, ?3)),"
            " whole AS (SELECT member_id, kind FROM said UNION SELECT o.member_id, s.kind FROM said s JOIN member_person p ON p.member_id=s.member_id"
            " JOIN member_person o ON o.person_id=p.person_id) SELECT member_id, kind FROM whole WHERE member_id IN (SELECT value FROM json_each(?4))",
            binds(factOf(Unranked::Staff), factOf(Unranked::Paid), factOf(Unranked::Asked), list), [&](MemberId member, const std::string &kind) {
                for (const auto why : {Unranked::Staff, Unranked::Paid, Unranked::Asked})
                    if (kind == factOf(why)) {
                        const auto known = out.try_emplace(member, why).first;
                        known->second = std::min(known->second, why);
                    }
            });
        return out;
    });
}

} // namespace vigie::store
