// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of table evidence, and the one way to add one.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/evidence.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

inline constexpr const char *kEvidenceColumns = "number, kind, at, item_id, content_sha256, previous_sha256, sha256, content, media_sha256, keep_until, erased_by";

/// A row; `knownKind` is false where the kind is none of ours.
struct EvidenceRow {
    EvidenceEntry entry;
    bool knownKind = true;
};
/// `sql` selects kEvidenceColumns. `row` answers false to stop.
void eachEvidence(Session &session, const std::string &sql, std::vector<Bound> values, const std::function<bool(EvidenceRow)> &row);
[[nodiscard]] std::vector<EvidenceEntry> evidenceEntries(Session &session, const std::string &sql, std::vector<Bound> values);

/// Adds an entry at the end of the chain, and a line to the journal with its hash: a chain that was cut shows there.
EvidenceEntry appendEvidence(Tx &tx, ItemId item, const EvidenceContent &said);
/// The last entry of the item that holds its words, when they are still there.
[[nodiscard]] std::optional<EvidenceContent> lastKept(Session &session, ItemId item);
/// The pictures that the entry names and that are not here yet are to be fetched.
void wantMedia(Tx &tx, const EvidenceEntry &entry);
/// Takes down what became of an item that is kept; nothing happens for any other.
void followKept(Tx &tx, const Item &now);

} // namespace vigie::store
