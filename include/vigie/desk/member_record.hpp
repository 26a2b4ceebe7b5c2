// SPDX-License-Identifier: GPL-3.0-or-later
// All that is held of a person, why, and since when, for the person to read: as sections of text, JSON, Markdown.
// Thread: gather() inside a store job; the rest is pure. Errors: Storage..., NotFound, Cancelled (progress said no).
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/model/person.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vigie::desk {

struct RecordedItem {
    Item item;
    std::vector<std::string> earlier;        ///< texts before edits, oldest first
    std::vector<std::string> tags;
};
struct MemberRecord {
    Instant at;
    std::string zone;
    PersonCard card;
    std::vector<RecordedItem> items;         ///< newest first
    std::vector<TimelineEntry> ours;         ///< answers, questions to colleagues and their replies, notes, promises, consents
    std::vector<std::pair<std::string, std::string>> attributions; ///< network, words its terms ask for
};

Result<MemberRecord> gatherRecord(store::Tx &tx, MemberId member, const std::string &zone, const std::function<bool(double share)> &progress = {});

/// What a reader sees: a heading and its lines; a line is words, or a name with its value, where it comes from and since when.
struct RecordLine {
    std::string name, value, origin, since;
};
struct RecordSection {
    std::string title, words;
    std::vector<RecordLine> lines;
};
/// `language`: "fr" or "en".
[[nodiscard]] std::vector<RecordSection> recordSections(const MemberRecord &record, const std::string &language);
[[nodiscard]] std::string recordMarkdown(const MemberRecord &record, const std::string &language);
[[nodiscard]] std::string recordJson(const MemberRecord &record);

/// Why a datum is held and what it is, in words: "handle", "messages" ... ; unknown keys are given back.
[[nodiscard]] std::string heldWord(const std::string &key, const std::string &language);
[[nodiscard]] std::string heldWhy(const std::string &key, const std::string &language);
[[nodiscard]] std::string originWord(const std::string &origin, const std::string &language);

} // namespace vigie::desk
