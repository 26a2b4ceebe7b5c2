// SPDX-License-Identifier: GPL-3.0-or-later
// One search over everything a person wrote or read: mentions, their earlier texts, notes, members, answers of ours and plans,
// by date or by relevance (BM25). The query language is the same for all; a field that means nothing for a kind is named, and
// that kind is then not searched. The index of all but mentions is kept behind the writer; what it has not reached yet is
// read directly, so that an answer misses nothing but what FindPage::unread says.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the query), Cancelled (a stopped search).
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// The numbers stand in the table `found`.
enum class FindScope : std::uint8_t { Items = 0, Revisions = 1, Notes = 2, Members = 3, Answers = 4, Plans = 5 };
inline constexpr std::array<FindScope, 6> kFindScopes = {FindScope::Items,   FindScope::Revisions, FindScope::Notes,
                                                         FindScope::Members, FindScope::Answers,   FindScope::Plans};
[[nodiscard]] const char *toString(FindScope scope) noexcept; ///< "mentions", "revisions", "notes", "members", "answers", "plans"
[[nodiscard]] std::optional<FindScope> findScopeFrom(std::string_view name) noexcept;

enum class FindOrder : std::uint8_t { Date, Relevance };

/// Relevance is told among so many of the newest mentions that match, and so many are listed.
inline constexpr int kRelevanceAmong = 20'000, kRelevanceListed = 500;

/// Where a list by date goes on: behind this thing.
struct FindPlace {
    Instant at;
    std::int64_t ref = 0;
    int part = 0;
};

struct FoundThing {
    FindScope scope = FindScope::Items;
    FindPlace place;
    ItemId item;                      ///< mention; of a revision; that was answered
    TicketId ticket;                  ///< of a note, an answer, a member's latest
    MemberId member;
    OutboundId answer;
    PlanId plan;
    int revision = 0;                 ///< number of the earlier text
    std::string connector, handle, name; ///< of who wrote it; of a note the name alone
    std::string title, text, lang;
    int tone = 0;
    double score = 0;                 ///< by relevance: higher is better, 0 by date
};

struct FindRequest {
    text::Query query;
    FindScope scope = FindScope::Items;
    FindOrder order = FindOrder::Date;
    int limit = 50;
    std::optional<FindPlace> after;   ///< by date only
    std::chrono::milliseconds within{0}; ///< mentions by date: answer in that time with what was found until then (SearchSteps); 0: all
};
struct FindPage {
    std::vector<FoundThing> things;
    bool more = false;
    bool among = false;               ///< relevance looked at the newest kRelevanceAmong only
    int unread = 0;                   ///< texts that are still to be indexed and were not looked at
    std::optional<FindPlace> stoppedAt; ///< within a time: everything newer was looked at, and the search goes on behind this
};
struct FindCount {
    int count = 0;                    ///< exact up to the cap, cap + 1 means more
    std::optional<ItemId> stoppedAt;  ///< within a time: counted what is newer (SearchSteps::count goes on)
    std::vector<std::string> senseless; ///< fields of the query that mean nothing here: then nothing is counted or found
};

class Finder {
public:
    explicit Finder(Tx &tx) : tx_(tx) {}
    Result<FindPage> find(const FindRequest &request);
    Result<FindCount> count(const text::Query &query, FindScope scope, int cap, std::chrono::milliseconds within = {});

private:
    Tx &tx_;
};

} // namespace vigie::store
