// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody asks to be forgotten: a tombstone takes the place of who they are, counts stay, their words and ours about them go,
// from tables, drafts, the undo log, the indexes and the bytes of the file. docs/members.md says what goes and what stays.
// In this order: planErasure (reads), erase (one transaction), scrubFile (the file, behind), residue (the recount).
// Thread: inside a store job, but scrubFile, which has a connection of its own and takes its time.
// Errors: Storage..., NotFound, Conflict (an answer to them is on its way), Busy, Cancelled.
#pragma once

#include <vigie/model/person.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vigie::store {

/// What is to go. Holds personal data: it is kept in memory and nowhere else.
struct ErasurePlan {
    MemberId person;
    std::vector<MemberId> identities;
    std::vector<std::string> keys;       ///< handles, ids and addresses that say who it is, lower case
    std::vector<std::string> names;      ///< names of more than one word, which somebody else may bear as well
    std::vector<ItemId> mentions;        ///< messages of others, and ours, that name them
    int items = 0, answers = 0, notes = 0, questions = 0, evidence = 0;
};
struct ErasureOptions {
    std::string reason = "request";      ///< a word or the number of a letter; never who it is
    std::string who;
    bool keepEvidence = false;           ///< what is kept for a legal claim stays, with its term
    bool takeInAgain = false;            ///< what they write later is taken in as of somebody new
};
struct ErasureReport {
    std::int64_t id = 0;
    Instant at;
    std::string who, reason;
    int identities = 0, items = 0, answers = 0, notes = 0, mentions = 0;
};
struct Residue {
    std::string place;                   ///< "table.column"
    int rows = 0;
};

class Erasure {
public:
    explicit Erasure(Tx &tx) : tx_(tx) {}
    Result<ErasurePlan> plan(MemberId member);
    Result<ErasureReport> erase(const ErasurePlan &plan, const ErasureOptions &options);
    /// Where they still stand; empty: nowhere. What is kept as evidence counts too.
    Result<std::vector<Residue>> residue(const ErasurePlan &plan);
    /// What was erased: when, by whom, how much; not who.
    Result<std::vector<ErasureReport>> log(int limit);

private:
    Tx &tx_;
};

/// Merges the indexes until no deleted word is left in them, and writes the file anew. `progress` answers false to stop: then words
/// that were deleted may stay in unused pages of the file until the next time.
Result<void> scrubFile(const std::string &path, const std::function<bool()> &progress = {});

} // namespace vigie::store
