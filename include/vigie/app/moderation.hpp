// SPDX-License-Identifier: GPL-3.0-or-later
// Moderation by the charter: the evidence first, then the intent, then the line of the log, all or nothing.
// Thread: inside a store job; Durability::Full. Errors: InvalidInput (no such article, no moderation), NotFound, Unsupported (the
// network offers no such act, or no way back), Conflict (taken back already), those of plan::Planner and store::Evidence.
#pragma once

#include <vigie/app/evidence_term.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/desk/charter.hpp>
#include <vigie/model/moderation.hpp>
#include <vigie/store/charter.hpp>

#include <optional>
#include <string>

namespace vigie::app {

struct CharterNow {
    Charter charter;
    CharterVersion version;          ///< number 0: the starting charter
};
Result<CharterNow> charterNow(store::Tx &tx);
Result<CharterNow> charterAt(store::Tx &tx, int version);
/// Writes a version down when it differs from the one in force; the version in force afterwards.
Result<int> saveCharter(store::Tx &tx, const Charter &charter, const std::string &author, const std::string &note);

struct Moderation {
    AccountId account;               ///< through which it is done
    ItemId item;
    OutboundKind act = OutboundKind::HideReply;
    int article = 0;
    std::string person, comment;
    std::string despiteTerms;        ///< why evidence is kept although the network's terms stand in the way
    std::string withoutEvidence;     ///< why none is kept; empty: it is kept, or nothing is done
    std::string clientToken;
};
struct Moderated {
    std::optional<Error> refused;    ///< the evidence could not be kept, nothing was done: the person decides
    OutboundId outbound;
    std::int64_t line = 0, evidence = 0;
};
/// In `Error::detail` of `refused`: how long and on what ground evidence is kept was not settled yet.
inline constexpr const char *kNoEvidenceTerm = "it was not settled how long and on what ground evidence is kept";

Result<Moderated> moderate(store::Tx &tx, const connect::Catalogue &networks, const Moderation &wanted);

/// Before it has left it is cancelled; later the opposite act is sent, where the network has one.
Result<void> takeModerationBack(store::Tx &tx, const connect::Catalogue &networks, std::int64_t line, const std::string &person, const std::string &clientToken);
/// An act that needs no article (shown again, unmuted, marked as a favourite); when it takes a moderation back the log says so.
Result<OutboundId> actBack(store::Tx &tx, const connect::Catalogue &networks, AccountId account, OutboundKind act, ItemId item, const std::string &person,
                           const std::string &clientToken);

/// RFC 4180, UTF-8, newest first; no cell is a formula. With the titles of the articles as they were, in `lang`.
Result<std::string> moderationCsv(store::Tx &tx, const store::ModerationFilter &filter, std::string_view lang);

} // namespace vigie::app
