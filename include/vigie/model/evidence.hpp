// SPDX-License-Identifier: GPL-3.0-or-later
// What was kept as evidence: entries of one append-only chain, each with the hash of the one before (docs/evidence.md).
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/item.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// The hash before the first entry.
inline constexpr const char *kEvidenceBegin = "0000000000000000000000000000000000000000000000000000000000000000";

enum class EvidenceKind : std::uint8_t {
    Captured, ///< what was there when it was kept
    Edited,   ///< seen later with other words or pictures
    Deleted,  ///< seen later as gone, and how
    State,    ///< seen later as hidden, held, or back again
    Media,    ///< the bytes of one of its pictures, or why they could not be had
    Term,     ///< kept longer or shorter, and why
    Erased    ///< contents of earlier entries were erased, and why
};
inline constexpr std::array<EvidenceKind, 7> kEvidenceKinds{EvidenceKind::Captured, EvidenceKind::Edited, EvidenceKind::Deleted, EvidenceKind::State,
                                                            EvidenceKind::Media, EvidenceKind::Term, EvidenceKind::Erased};

/// Why contents were erased. The entry that says so holds no words of the erased ones.
enum class ErasureReason : std::uint8_t { RequestOfPerson, EndOfTerm, NetworkTerms, Mistake, Other };
inline constexpr std::array<ErasureReason, 5> kErasureReasons{ErasureReason::RequestOfPerson, ErasureReason::EndOfTerm, ErasureReason::NetworkTerms,
                                                              ErasureReason::Mistake, ErasureReason::Other};

struct EvidenceEntry {
    std::int64_t number = 0;             ///< 1, 2, 3 ... without a gap
    EvidenceKind kind = EvidenceKind::Captured;
    Instant at;                          ///< of this machine's clock
    ItemId item;                         ///< none for Erased
    std::string contentHash;             ///< SHA-256 of `content`
    std::string previous;                ///< hash of the entry before
    std::string hash;                    ///< SHA-256 of the entry's line, see evidenceLine()
    std::optional<std::string> content;  ///< canonical JSON; none once it is erased
    std::string mediaHash;               ///< of Media that could be had, until it is erased
    std::optional<Instant> keepUntil;    ///< where the entry sets one
    std::int64_t erasedBy = 0;           ///< number of the entry that says why; 0: not erased
};

/// The line that is hashed, without its line feed: "vigie-evidence-1 NUMBER TIME KIND ITEM CONTENT-SHA256 PREVIOUS-SHA256".
[[nodiscard]] std::string evidenceLine(const EvidenceEntry &entry);
/// SHA-256 of the line with its line feed.
[[nodiscard]] std::string evidenceHash(const EvidenceEntry &entry);

/// How long and on what ground something is kept.
struct EvidenceKeep {
    Instant until;
    std::string ground;                  ///< in the words of who keeps it: "establishment, exercise or defence of legal claims"
    std::string despiteTerms;            ///< why it is kept longer than the network's terms allow; empty: it is not
    std::string by;                      ///< who kept it
};

/// The end of the chain: to be written down elsewhere.
struct EvidenceHead {
    std::int64_t number = 0;             ///< 0: nothing was ever kept
    std::string hash = kEvidenceBegin;
    Instant at;
};

/// What an entry says, read from its canonical form.
struct EvidenceContent {
    EvidenceKind kind = EvidenceKind::Captured;
    Item item;                           ///< Captured, Edited, Deleted, State
    bool wordsLeftOut = false;           ///< the network's terms allow ids, times and counts only
    EvidenceKeep keep;                   ///< where the entry sets one
    bool setsTerm = false, boundByTerms = false;
    // Media
    std::int64_t of = 0;                 ///< number of the entry whose picture it is
    int position = 0;
    std::string url, mediaHash, mime, httpDate, failure;
    std::int64_t size = 0;
    int httpStatus = 0;
    // Erased
    std::vector<std::int64_t> erased;
    ErasureReason reason = ErasureReason::Other;
    std::string note, by;
};

enum class EvidenceFlawKind : std::uint8_t {
    Number,        ///< an entry is missing or stands in the wrong place
    Line,          ///< number, time, kind, item or a hash was changed
    Previous,      ///< it does not follow the entry before
    Content,       ///< the content is not what was captured
    ContentMissing,///< the content is gone and nothing says why
    Column,        ///< a column beside the content says something else
    Erasure,       ///< the erasure it names is not there, or does not name it
    Media,         ///< the bytes of a picture are not what was captured
    MediaMissing,
    Head,          ///< the chain does not lead to the hash that was written down
    Cut,           ///< the chain is shorter than what the journal of the workspace says
    File,          ///< a file of the export was changed
    FileMissing,
    FileUnlisted   ///< a file of the export that its list does not name
};
/// The first thing that is wrong.
struct EvidenceFlaw {
    EvidenceFlawKind kind = EvidenceFlawKind::Line;
    std::int64_t entry = 0;              ///< 0: not about one entry
    std::string place;                   ///< a column, a file, a hash
    friend bool operator==(const EvidenceFlaw &, const EvidenceFlaw &) = default;
};
struct EvidenceReport {
    EvidenceHead head;
    int entries = 0, contents = 0, erased = 0, media = 0, files = 0;
    std::optional<EvidenceFlaw> flaw;    ///< none: sound
};

[[nodiscard]] const char *toString(EvidenceKind kind) noexcept;
[[nodiscard]] const char *toString(ErasureReason reason) noexcept;
[[nodiscard]] const char *toString(EvidenceFlawKind kind) noexcept;
[[nodiscard]] std::optional<EvidenceKind> evidenceKindFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<ErasureReason> erasureReasonFrom(std::string_view name) noexcept;

} // namespace vigie
