// SPDX-License-Identifier: GPL-3.0-or-later
// A person: the identities that are theirs, what we hold of them and why, what passed between us.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/member.hpp>
#include <vigie/model/promise.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using MergeId = Id<struct MergeTag>;

/// Why two identities may be one person.
enum class SameWhy : std::uint8_t { Link, EachOther, Email, NameAndAvatar, ByHand };
[[nodiscard]] const char *toString(SameWhy why) noexcept; ///< "link", "each_other", "email", "name_avatar", "by_hand"
[[nodiscard]] std::optional<SameWhy> sameWhyFrom(std::string_view name) noexcept;
struct SameReason {
    SameWhy why = SameWhy::ByHand;
    std::string what;             ///< the address, the link, the name they share

    friend bool operator==(const SameReason &, const SameReason &) = default;
};
struct SamePerson {
    MemberId one, other;
    std::vector<SameReason> reasons; ///< the strongest first
};
struct Merge {
    MergeId id;
    MemberId one, other;          ///< the identities that were put together
    Instant at;
    std::string who;
    std::vector<SameReason> reasons;
    std::optional<Instant> undoneAt;
};

struct PersonNote {
    std::int64_t id = 0;
    MemberId member;
    std::string text, author;
    Instant at;
};
/// What is to be done next with somebody.
struct NextStep {
    std::int64_t id = 0;
    MemberId member;
    std::string text;
    std::string day;              ///< "2026-11-28" on the wall of the house; empty: no day
    std::string who;
    Instant at;
    std::optional<Instant> doneAt;
};
struct Consent {
    std::int64_t id = 0;
    MemberId member;
    std::string what;             ///< "newsletter", "quote with name"
    bool granted = true;          ///< false: taken back, or refused
    std::string source;           ///< where that was said
    Instant at;
    std::string who;
};
/// Something they gave us, beside what the network shows.
struct GivenFact {
    std::int64_t id = 0;
    MemberId member;
    std::string kind;             ///< one of kFactKinds
    std::string value, origin;
    Instant at;
    std::string who;
};
/// Who has one of these is not ranked among the voices for or against a brand.
inline constexpr const char *kStaffFact = "staff", *kPaidFact = "paid", *kUnrankedFact = "unranked";
inline constexpr const char *kFactKinds[] = {"email", "phone", "place", "name", "language", "order", kStaffFact, kPaidFact, kUnrankedFact, "other"};

/// One thing that is held. The window and exports say `key` and `origin` in words.
struct HeldDatum {
    MemberId member;
    std::string key;              ///< "handle", "name", "bio", "followers", "messages", "notes", "email" ...
    std::string value;            ///< short, or a count
    std::string origin;           ///< "network", "computed", "house", or what was typed in as the source
    Instant since;
    std::optional<Instant> until; ///< the network's terms or ours let it be kept no longer than this
};

struct PersonCard {
    MemberId person;                      ///< the smallest of its identities
    std::vector<Member> identities;       ///< the one that spoke last first
    std::vector<Merge> merges;            ///< in force
    int mentions = 0, exchanges = 0, passes = 0;
    int relaysOfUs = 0;                   ///< posts of ours they passed on
    std::optional<Instant> lastExchangeAt, firstSeen, lastSeen;
    std::optional<std::chrono::minutes> usualDelay; ///< median from their first message to our first answer
    float meanTone = 0;
    std::vector<float> toneByMonth;       ///< as in MemberCard
    double audience = -1;                 ///< followers of all identities; -1: not known
    std::vector<std::string> tags;
    std::vector<PersonNote> notes;        ///< newest first
    std::vector<NextStep> steps;          ///< open ones, the soonest first
    std::vector<Consent> consents;        ///< newest first
    std::vector<GivenFact> facts;
    std::vector<Promise> promises;        ///< the open ones first
    std::vector<HeldDatum> held;
    bool erased = false;                  ///< a tombstone: who it was is gone
};

enum class PersonEvent : std::uint8_t { Said, Answered, Passed, Returned, TicketNote, PersonNote, Promised, PromiseSettled, Consented, Merged, StepDone };
[[nodiscard]] const char *toString(PersonEvent event) noexcept;
struct TimelineEntry {
    PersonEvent event = PersonEvent::Said;
    Instant at;
    std::int64_t id = 0;                  ///< of the row behind it
    MemberId member;
    ItemId item;
    TicketId ticket;
    std::string connector;
    std::string text;                     ///< shortened
    float tone = 0;
    std::string state;                    ///< of a promise, of a consent ("granted", "taken_back")
};

/// One person as a line of a list.
struct PersonLine {
    MemberId person, shown;               ///< `shown`: the identity named here
    std::string name, handle;
    std::vector<std::string> connectors;
    Instant firstSeen;
    Instant lastSeen;                     ///< their newest message, where one is kept
    int exchanges = 0, identities = 1;
    double audience = -1;
    std::optional<Instant> promiseDue;
    std::string stepDay, stepText;
};

/// The name of a tombstone; a network gives no such name.
inline constexpr const char *kErasedName = "[erased]";

} // namespace vigie
