// SPDX-License-Identifier: GPL-3.0-or-later
// The charter at work: read and written as JSON, held against drafts, printed for those who are moderated by it.
// A draft is marked and never rewritten.
// Thread: pure. Errors: InvalidInput (charterFrom, checkCharter; the detail says where).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/charter.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

/// What every workspace begins with, until a person changes it.
[[nodiscard]] const Charter &startingCharter();
/// Canonical: the same charter is the same text.
[[nodiscard]] std::string charterJson(const Charter &charter);
[[nodiscard]] Result<Charter> charterFrom(std::string_view json);
/// One check or a list of them, as they stand in a charter.
[[nodiscard]] Result<std::vector<CharterCheck>> charterChecksFrom(std::string_view json);
[[nodiscard]] std::string charterChecksJson(const std::vector<CharterCheck> &checks);
/// Numbers that are positive, in order and used once, a title in one language at least, limits in range.
[[nodiscard]] Result<void> checkCharter(const Charter &charter);

/// What is known of a draft beside its words.
struct DraftContext {
    std::string person;                  ///< who writes
    std::vector<std::string> about;      ///< tags of the conversation, and what it is: "question", "complaint", "direct", "review"
    std::optional<Instant> waitingSince; ///< first unanswered message; none: nothing is answered
    Instant now;
    std::optional<int> openMinutes;      ///< how long it has waited in the house's hours; none: the clock on the wall counts
};

struct CharterMark {
    int article = 0;
    CharterCheckKind kind = CharterCheckKind::Forbidden;
    std::uint32_t begin = 0, end = 0;    ///< UTF-8 byte range in the draft; empty: about the whole
    std::string found;                   ///< the words there
    int value = 0, limit = 0;            ///< how many, of how many; Delay: minutes
    std::vector<std::string> wanted;     ///< Required: one of these is missing; Address: "vous" or "tu"; Answerer: who may
};
/// In the order of the text; what is about the whole comes first. `language` empty or "und": it is told from the text, and where
/// that cannot be, the checks of every language apply.
[[nodiscard]] std::vector<CharterMark> checkDraft(const Charter &charter, std::string_view text, std::string_view language, const DraftContext &context);

enum class SheetForm : std::uint8_t { Markdown, Html };
/// What only the workspace knows.
struct SheetFacts {
    std::string house;                   ///< name of the workspace
    int version = 0;
    std::string date;                    ///< of the version, as it is to be read
    int evidenceYears = 0;               ///< 0: not settled
};
/// For those who write to us: the articles they are moderated by, what may be done, what is kept, how to contest it. `lang`: "fr", "en".
/// Nothing of the charter is markup: all of it is escaped.
[[nodiscard]] std::string informationSheet(const Charter &charter, const SheetFacts &facts, std::string_view lang, SheetForm form);

} // namespace vigie::desk
