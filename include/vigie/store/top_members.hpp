// SPDX-License-Identifier: GPL-3.0-or-later
// Who is behind most mentions of a scope, whatever filters it has.
// Thread: inside a store job. Errors: Storage..., InvalidInput (words that are no query), NotFound (query).
#pragma once

#include <vigie/store/figures.hpp>
#include <vigie/store/mention_facts.hpp>

#include <vector>

namespace vigie::store {

/// Most mentions first; equal ones by the member's number. Authors who are not known are nobody.
Result<std::vector<TopMember>> topMembers(Tx &tx, const MentionScope &scope, std::size_t limit);

} // namespace vigie::store
