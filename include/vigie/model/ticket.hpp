// SPDX-License-Identifier: GPL-3.0-or-later
// A mention that asks for a decision: its state, its owner, its notes, its history. A Note is not a reply and can never
// become one by mistake: they are different types in different tables, and so are their words.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

enum class TicketStatus : std::uint8_t { New, Open, WaitingInside, WaitingMember, Done, Ignored };
[[nodiscard]] const char *toString(TicketStatus status) noexcept; ///< "new", "open", "waiting_inside", ...
[[nodiscard]] std::optional<TicketStatus> ticketStatusFrom(std::string_view name) noexcept;

/// Comes back at this wall time of this place, across clock changes and if the machine was off.
struct Snooze {
    WallTime wall;
    std::string zone;
    Instant due;          ///< resolved from the two above, again at each start
};

struct Ticket {
    TicketId id;
    ItemId root;          ///< the item the conversation started with
    ItemId latest;        ///< the newest item of the member in it
    MemberId member;
    AccountId account;    ///< the account of ours that is spoken to; answers go out through it
    TicketStatus status = TicketStatus::New;
    std::string owner;    ///< free name of a colleague; empty: nobody
    std::optional<Snooze> snooze;
    Instant createdAt, changedAt;
    std::optional<Instant> firstInboundAt, firstReplyAt, waitingSince; ///< waitingSince: first unanswered message
    int inbound = 0, outbound = 0; ///< messages from the member, answers of ours
    std::string reason;   ///< why it is here: "mention", "reply", "direct", "quote", "review", "by-hand"
};

/// Words that stay inside. Whatever sends takes a string, and these are none: they are made on purpose and read on purpose.
class NoteWords {
public:
    NoteWords() = default;
    explicit NoteWords(std::string words) : words_(std::move(words)) {}
    [[nodiscard]] const std::string &inside() const noexcept { return words_; } ///< to keep it, and to show it to colleagues

private:
    std::string words_;
};

struct Note {
    NoteId id;
    TicketId ticket;
    NoteWords text;
    std::string author;
    Instant at;
};

/// One line of a ticket's history.
struct TicketEvent {
    TicketId ticket;
    Instant at;
    std::string what;     ///< "created", "status", "owner", "snooze", "wake", "tag", "untag", "note", "inbound", "reply"
    std::string from, to, actor;
};

struct Tag {
    TagId id;
    std::string name;
    std::string colour;   ///< "#rrggbb"
};

/// One term of a queue score, with its value in words left to the window: key and number.
struct ScoreTerm {
    std::string key;      ///< "question", "waiting", "tone", "exchanges", "relays", "audience", "direct", "first_contact", "review"
    double value = 0;     ///< what was measured (hours, -1..1, a count)
    double points = 0;    ///< value times weight, as added
};
struct QueueEntry {
    TicketId ticket;
    double score = 0;
    std::vector<ScoreTerm> terms; ///< largest first
};

} // namespace vigie
