// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are erased leave the file. A row taken out of a full-text index leaves its words behind until the segment that holds
// them is merged with the one that says they are gone (SQLite 3.42 has an option for that, Debian 12 an older one): after an
// erasure all segments are merged, a few pages at a time, behind everything else.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/base/time.hpp>

namespace vigie::store {

/// While it lives, what is deleted is overwritten.
class SecureDelete {
public:
    explicit SecureDelete(Session &session);
    SecureDelete(const SecureDelete &) = delete;
    SecureDelete &operator=(const SecureDelete &) = delete;
    ~SecureDelete();

private:
    Session &session_;
    int before_;
};

/// A step of merging all of a full-text table (a name of ours) into one segment; `begin` sets out. True: nothing was left to merge.
bool mergeStep(Session &session, const char *table, bool begin);

/// Words of mentions were erased: the index is to be merged, within a day.
void markWordsErased(Session &session);
/// A step of that; false when there is nothing to do. Not more often than once a day, for it writes the whole index anew.
bool scrubErasedWords(Session &session, Instant now);

} // namespace vigie::store
