// SPDX-License-Identifier: GPL-3.0-or-later
// Which identities are one person. Nothing is ever put together by itself: suggestions say why, a person decides. Data stays with
// the identity it came with, so a merge that is taken back leaves everything as if it had not been, and what came in meanwhile
// with the identity it came from.
// Thread: inside a store job. Errors: Storage..., NotFound, Duplicate (one person already), Conflict (on the list of those who are
// two people), PolicyRefused (a network's terms forbid to link its members with those of others).
#pragma once

#include <vigie/model/person.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

class Identities {
public:
    explicit Identities(Tx &tx) : tx_(tx) {}

    Result<MergeId> merge(MemberId one, MemberId other, const std::vector<SameReason> &reasons, const std::string &who);
    /// The two trees it held together are two people again, whatever was merged since.
    Result<Merge> unmerge(MergeId id, const std::string &who);
    Result<std::vector<Merge>> merges(MemberId member);

    /// Pairs that may be one person, the best first; none: everybody. Pairs on the list of those apart are left out.
    Result<std::vector<SamePerson>> suggest(MemberId member = {}, int limit = 100);
    Result<void> keepApart(MemberId one, MemberId other, const std::string &who);
    Result<void> forgetApart(MemberId one, MemberId other);
    Result<std::vector<std::pair<MemberId, MemberId>>> apart(MemberId member = {});

    /// What the picture of a member is, so that names and pictures can be compared.
    Result<void> noteAvatar(MemberId member, const std::string &url, const std::string &sha256);

private:
    Tx &tx_;
};

} // namespace vigie::store
