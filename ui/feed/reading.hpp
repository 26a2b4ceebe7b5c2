// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the reading pane says of one mention, gathered in one read.
// Thread: readReading() inside a store job. Errors: NotFound, Storage...
#pragma once

#include "ui/feed/card.hpp"

#include <vigie/model/member.hpp>
#include <vigie/model/saved_query.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/text/tone.hpp>

#include <optional>
#include <vector>

namespace vigie::ui {

struct ThreadLine {
    ItemId id;        ///< none: a message that was not seen
    int depth = 0;
    CardPtr card;     ///< null for those
};

struct Reading {
    CardPtr card;
    QString text;                          ///< the whole text
    std::vector<card::Mark> marks;         ///< words that matched
    struct ToneMark { card::Mark at; float weight = 0; };
    std::vector<ToneMark> toneWords;
    struct Link { card::Mark at; QString target; };
    std::vector<Link> links;
    std::vector<QString> queries;          ///< names of those it satisfies
    std::vector<store::ItemRevision> revisions;
    std::vector<ThreadLine> thread;
    bool threadHasHoles = false;           ///< parents that were not seen
    std::optional<MemberCard> member;
    std::vector<std::string> knownTags;
    std::optional<store::RelevanceAnswer> relevance; ///< of the column it was chosen in
    std::optional<store::RelayCluster> cluster; ///< of what relays or is relayed
};

/// `tone`: none until the lexicons are loaded; `via`: the query whose words are marked, else all that match.
Result<Reading> readReading(store::Tx &tx, ItemId id, QueryId via, const std::optional<text::ToneAnalyser> &tone);

} // namespace vigie::ui
