// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries that ask for one another (@name) and for lists of authors: what a change of one means for the others.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/desk_matches.hpp"
#include "store/session.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/text/query.hpp>

#include <string>

namespace vigie::store {

/// Compiled queries are made again when next asked for.
void forgetQueries(Session &session);
void emptyMatches(Session &session, QueryId id);
/// Everything there is now is to be judged; what comes later is judged as it comes.
void noteBacklog(Session &session, QueryId id);
/// Its matches no longer hold.
void judgeAnew(Session &session, QueryId id, Keeping keeping, bool keepMatches = false);

/// The query bound as it will be once saved: names that do not exist and circles are refused.
Result<text::Query> checkedQuery(Session &session, const SavedQuery &query, Instant now);
void carryRename(Session &session, const std::string &from, const std::string &to);
/// Those that ask for a query that goes take its source in its place.
void carryRemoval(Session &session, const std::string &name, const std::string &source);
/// Directly or through others.
void judgeThoseThatAskFor(Session &session, const std::string &name, Instant now);
void judgeThoseThatAskForLists(Session &session, Instant now);

} // namespace vigie::store
