// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that one figure is counted from, without names and words, and a workspace in memory that holds nothing else: what reads
// figures of a workspace reads them of an excerpt as well.
// Thread: ExcerptRows inside a store job; ExcerptWorkspace one at a time. Errors: Storage..., InvalidInput (rows that do not fit together).
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/model/saved_query.hpp>
#include <vigie/model/sla.hpp>
#include <vigie/model/ticket.hpp>
#include <vigie/store/cascades.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/store.hpp>
#include <vigie/store/surveys.hpp>
#include <vigie/store/unranked.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct ExcerptPost {
    ItemId item;                         ///< as in the workspace: it says the second, and the order
    std::int64_t source = 0;             ///< its number
    Instant published;
    MemberId author;                     ///< 1 to the number of people; none: not known
    AccountId ours;
    ItemKind kind = ItemKind::Post;
    TimePrecision precision = TimePrecision::Exact;
    int toneLabel = 0, toneMilli = 0;
    bool relay = false;
    std::optional<double> rating;        ///< 0..1
    std::vector<MetricValue> counts;
    std::string site;                    ///< host that a table of visits names; empty: none of them, or nobody asked
    std::vector<QueryId> of;             ///< queries that count it as a mention
};
/// An answer to a question or review.
struct ExcerptAnswer {
    ItemId to;
    Instant at;
    bool ours = false;
};
struct ExcerptConversation {
    TicketId ticket;
    TicketStatus status = TicketStatus::Open;
    std::optional<Instant> asked, answered;
    int answers = 0;
};
/// From then on the conversation is in this state; a message of the member opens it, an answer of ours gives them the word.
struct ExcerptMoment {
    TicketId ticket;
    Instant at;
    TicketStatus status = TicketStatus::Open;
    std::optional<Instant> until;        ///< snoozed
};
/// Reactions to a post of ours as counted then.
struct ExcerptReading {
    ItemId item;
    Instant at;
    double reactions = 0;
};
struct FollowerSnapshot {
    AccountId account;
    std::string network;
    Instant at;
    double followers = 0;
};
struct Excerpt {
    std::map<std::string, std::string> settings;
    std::map<std::int64_t, std::string> sources;   ///< connector of each
    std::map<AccountId, std::string> accounts;     ///< connector of each
    std::vector<std::pair<QueryId, QueryRole>> queries; ///< in the order of the panel
    std::vector<std::optional<double>> followers;  ///< of the people, from number 1 on
    std::vector<ExcerptPost> posts;                ///< ours, too
    std::vector<ExcerptAnswer> answers;
    std::vector<RelayEdge> relays;                 ///< of posts
    std::vector<ExcerptReading> readings;
    std::vector<ExcerptConversation> conversations;
    std::vector<ExcerptMoment> moments;            ///< of conversations, in their order
    std::vector<SlaEvent> clocks;
    std::vector<FollowerSnapshot> snapshots;
    std::map<MemberId, Unranked> unranked;         ///< of the people
    std::vector<GoalEntry> goals;
    std::vector<SurveyAnswer> surveys;
};

/// What has no reader of its own elsewhere.
class ExcerptRows {
public:
    explicit ExcerptRows(Tx &tx) : tx_(tx) {}
    /// Counts that posts and ends of [from, to) are judged by, of accounts of these networks (none: all): those between, the newest before,
    /// and the first there is where none came before.
    Result<std::vector<FollowerSnapshot>> followers(Instant from, Instant to, const std::vector<std::string> &networks);
    /// The zone, and what a person set for figures.
    Result<std::map<std::string, std::string>> settings();

private:
    Tx &tx_;
};

class ExcerptWorkspace {
public:
    static Result<std::unique_ptr<ExcerptWorkspace>> of(const Excerpt &excerpt);
    ~ExcerptWorkspace();
    ExcerptWorkspace(const ExcerptWorkspace &) = delete;
    ExcerptWorkspace &operator=(const ExcerptWorkspace &) = delete;
    /// A job at that time; the one before has ended.
    [[nodiscard]] Tx &at(Instant now);

private:
    ExcerptWorkspace();
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace vigie::store
