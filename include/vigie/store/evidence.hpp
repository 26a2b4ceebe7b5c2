// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept as evidence: one chain of entries that is only ever added to (docs/evidence.md says what is hashed and how).
// What is seen of a kept item later (edits, deletions) is added by Items itself.
// Thread: inside a store job; capture and erasure are Durability::Full. Errors: Storage..., NotFound, PolicyRefused (the network's
// terms; `detail` is one of the kRefused... words), InvalidInput (no ground, an end that is past), Cancelled.
#pragma once

#include <vigie/model/evidence.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// Why a capture is refused, in `Error::detail`.
inline constexpr const char *kRefusedDisplayOnly = "the network's terms let nothing of it be kept";
inline constexpr const char *kRefusedTermOver = "the network's terms no longer let its words be kept; say why they must be";
inline constexpr const char *kRefusedTakenBack = "it was taken back and the network's terms ask that it goes; say why it must be kept";
inline constexpr const char *kRefusedForgotten = "its author asked to be forgotten; say why it must be kept";

inline constexpr std::size_t kEvidenceMaxMedia = 25U << 20; ///< bytes of one picture; larger ones are named, not kept

/// What stands beside a kept item.
struct EvidenceMark {
    ItemId item;
    std::int64_t number = 0;             ///< of its first entry that still has its content
    Instant at;
    std::string hash;
    int versions = 0;                    ///< entries that hold words
    int media = 0, mediaWaiting = 0;
    bool edited = false, deleted = false;
    std::optional<Instant> keepUntil;
    std::string ground;
};

struct EvidenceFilter {
    std::string words;                   ///< all of them must occur in what was kept, its author or its address; empty: all
    std::optional<MemberId> member;
    bool changedOnly = false;            ///< edited or deleted since
    std::int64_t before = 0;             ///< a page: only cases whose first entry is older; 0: from the newest
    int limit = 200;
};

/// One kept item as a line of a list.
struct EvidenceCase {
    EvidenceMark mark;
    EvidenceContent last;                ///< as last captured
};

struct WantedMedia {
    std::int64_t entry = 0;
    int position = 0, tries = 0;
    std::string url, connector, instance;
};
/// What came of fetching a picture.
struct FetchedMedia {
    std::optional<std::string> bytes;    ///< none: it could not be had
    std::string mime, httpDate, failure;
    int httpStatus = 0;
};

class Evidence {
public:
    explicit Evidence(Tx &tx) : tx_(tx) {}

    /// Adds what is held of the item to the chain; what is kept already and has not changed adds nothing.
    Result<EvidenceEntry> capture(ItemId item, const EvidenceKeep &keep);
    /// Another end, or another ground.
    Result<void> prolong(ItemId item, const EvidenceKeep &keep);
    /// Erases what is kept of these items: contents and pictures go, the chain, the time and the reason stay. The number of items.
    Result<int> erase(std::span<const ItemId> items, ErasureReason reason, const std::string &note, const std::string &by);
    /// Erases what has come to the end of its term.
    Result<int> eraseOverdue(int limit);

    Result<std::optional<EvidenceMark>> mark(ItemId item);
    Result<std::vector<EvidenceCase>> list(const EvidenceFilter &filter);
    /// All entries of an item, oldest first.
    Result<std::vector<EvidenceEntry>> entries(ItemId item);
    /// Entries after `number`, in order.
    Result<std::vector<EvidenceEntry>> after(std::int64_t number, int limit);
    Result<EvidenceHead> head();
    Result<std::optional<std::string>> media(const std::string &hash);

    /// Reads the whole chain and hashes everything anew; stops at the first flaw. `expected`: a head written down elsewhere, which
    /// the chain must have passed through. `progress` answers false to stop.
    Result<EvidenceReport> verify(const std::string &expected, const std::function<bool(double share)> &progress);

    Result<std::vector<WantedMedia>> wanted(int limit);
    Result<void> fetched(const WantedMedia &wanted, const FetchedMedia &got);
    /// To be tried again later; after some tries it counts as not to be had.
    Result<void> failedFor(const WantedMedia &wanted, const std::string &reason);

private:
    Tx &tx_;
};

/// What an entry says. InvalidInput: it is not of this form.
Result<EvidenceContent> readEvidence(std::string_view canonical);

/// Checks entries one after another, in the order of the chain.
class EvidenceCheck {
public:
    /// `partial`: contents may be left out (an export of some items).
    explicit EvidenceCheck(bool partial, std::string expectedHead) : partial_(partial), expected_(std::move(expectedHead)) {}
    [[nodiscard]] std::optional<EvidenceFlaw> add(const EvidenceEntry &entry);
    [[nodiscard]] std::optional<EvidenceFlaw> finish() const;
    [[nodiscard]] const EvidenceReport &report() const { return report_; }

private:
    [[nodiscard]] std::optional<EvidenceFlaw> content(const EvidenceEntry &entry);
    [[nodiscard]] std::optional<EvidenceFlaw> erasures(const EvidenceEntry &entry, const EvidenceContent &said);
    bool partial_, met_ = false;
    std::string expected_;
    std::vector<std::pair<std::int64_t, std::int64_t>> waiting_; ///< erased entries and the one that must say so
    std::vector<std::int64_t> whole_;                            ///< sorted: entries that still have their content
    EvidenceReport report_;
};

} // namespace vigie::store
