// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that are searched beside mentions, each as an item: so that the one matcher and the one index of words serve them.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/find.hpp>

#include <optional>

namespace vigie::store {

struct FoundKey {
    FindScope kind = FindScope::Notes;
    std::int64_t ref = 0;
    int part = 0;
};
struct FoundDoc {
    Item item;                        ///< what the query is asked of
    FoundThing thing;                 ///< what is shown; place.at is when it was written
};

/// None: it is gone, or nothing one searches (a post's own intent).
[[nodiscard]] std::optional<FoundDoc> loadFound(Session &session, const FoundKey &key);

/// One text is to be indexed (again); most are marked by triggers.
void markFound(Session &session, const FoundKey &key);
/// Indexes what changed since; false when nothing is left.
bool catchUpFound(Session &session, int limit);
/// Everything is to be indexed anew: the folding of words changed.
void markAllFound(Session &session);
/// A step of taking deleted words out of the file; false when they all are.
bool scrubFound(Session &session);
/// Words of mentions were deleted for good: both indexes are to be merged.
void scrubItemsLater(Session &session);

/// The token of the column `tags` that names the kind.
[[nodiscard]] std::string kindToken(FindScope kind);

} // namespace vigie::store
