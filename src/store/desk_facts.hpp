// SPDX-License-Identifier: GPL-3.0-or-later
// What queries ask beside the item: tags, its ticket, its author's history, what it quotes; and the context they are bound in.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>
#include <vigie/text/query.hpp>
#include <vigie/text/query_library.hpp>

#include <string>
#include <vector>

namespace vigie::store {

/// Owns what a Subject points at.
struct DeskFacts {
    std::vector<std::string> tags, memberKeys;
    std::string status = "none", assignee, sla, quoted;
    text::SubjectDesk desk;

    /// After the texts are in place.
    void link();
};

/// Which of them a query asks for: the others are not read.
struct DeskNeeds {
    bool tags = false, ticket = false, history = false, quoted = false;
    [[nodiscard]] bool any() const { return tags || ticket || history || quoted; }
};
[[nodiscard]] DeskNeeds needsOf(const text::QueryNode &node);
[[nodiscard]] DeskFacts readDeskFacts(Session &session, const Item &item, const DeskNeeds &needs, Instant now);

/// sla:soon: what was promised is due within so long.
inline constexpr std::chrono::hours kSoonDue{1};

/// Where nothing is promised. Waiting since then or before: late; soon late.
struct AnswerLimits {
    Instant lateSince, soonSince;
};
[[nodiscard]] AnswerLimits answerLimits(Session &session, Instant now);

/// Lists of ids, for json_each.
[[nodiscard]] std::string membersNamed(Session &session, const std::string &handle);
[[nodiscard]] std::string sourcesNamed(Session &session, const std::string &compact);

/// Saved queries, lists of authors, zone and clock of the workspace.
[[nodiscard]] text::QueryContext queryContext(Session &session, Instant now);
/// The query bound to them, or what is wrong with it.
[[nodiscard]] Result<text::Query> bound(Session &session, const text::Query &query, Instant now);
[[nodiscard]] Result<text::Query> parsedAndBound(Session &session, const std::string &source, Instant now);

} // namespace vigie::store
