// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

#include "insight/measuring.hpp"

#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

std::vector<ItemId> paged(std::vector<ItemId> ids, const store::SearchPage &page)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (!page.oldestFirst)
        std::reverse(ids.begin(), ids.end());
    if (page.before)
        ids.erase(std::remove_if(ids.begin(), ids.end(), [&](ItemId id) { return page.oldestFirst ? id <= page.before : id >= page.before; }), ids.end());
    if (page.limit >= 0 && ids.size() > static_cast<std::size_t>(page.limit))
        ids.resize(static_cast<std::size_t>(page.limit));
    return ids;
}

/// The first messages of conversations.
Result<std::vector<ItemId>> roots(store::Tx &tx, const std::set<TicketId> &tickets)
{
    std::vector<ItemId> out;
    for (const auto id : tickets) {
        VIGIE_TRY(const auto ticket, store::Tickets(tx).get(id));
        out.push_back(ticket.root);
    }
    return out;
}

void narrow(PostFilter &filter, Behind behind)
{
    switch (behind) {
    case Behind::Relays: filter.relaysOnly = true; break;
    case Behind::Originals: filter.withoutRelays = true; break;
    case Behind::Positive: filter.tones &= 4; break;
    case Behind::Negative: filter.tones &= 1; break;
    case Behind::Polar: filter.tones &= 5; break;
    case Behind::Reviews: filter.kind = ItemKind::Review; break;
    case Behind::Mentions:
    case Behind::OwnPosts:
    case Behind::Asked:
    case Behind::Ended: break;
    }
}

} // namespace

Result<Figure> FigureReader::read(std::string_view key, const FigureScope &scope, const Period &period)
{
    VIGIE_TRY(const auto *def, knownMetric(key));
    VIGIE_TRY(const auto stretch, elapsedOf(tx_, period));
    VIGIE_TRY(const auto reading, Reading::over(tx_, columns_, scope, stretch, lookBackOf(*def, stretch)));
    VIGIE_TRY(auto figure, measure(*def, reading, stretch));
    if (ofMentions(*def)) {
        if (const auto left = reading.excluded(stretch); left > 0)
            note(figure, Note::Kind::Excluded, left);
        VIGIE_TRY(const auto seen, seenShare(tx_, scope.networks, stretch));
        notePartial(figure.notes, std::min(seen, reading.judged()));
    }
    return figure;
}

Result<std::vector<ItemId>> FigureReader::rows(std::string_view key, const FigureScope &scope, const Period &period, const store::SearchPage &page)
{
    VIGIE_TRY(const auto *def, knownMetric(key));
    VIGIE_TRY(const auto stretch, elapsedOf(tx_, period));
    VIGIE_TRY(auto reading, Reading::over(tx_, columns_, scope, stretch));
    if (def->behind == Behind::OwnPosts) {
        VIGIE_TRY(const auto posts, reading.ownPosts(stretch));
        std::vector<ItemId> ids;
        for (const auto &post : posts)
            ids.push_back(post.item);
        return paged(std::move(ids), page);
    }
    std::set<TicketId> tickets;
    if (def->behind == Behind::Asked) {
        VIGIE_TRY(const auto samples, store::Figures(tx_).responses(stretch.from, stretch.to, scope.networks));
        for (const auto &sample : samples)
            tickets.insert(sample.ticket);
    } else if (def->behind == Behind::Ended) {
        VIGIE_TRY(const auto clocks, reading.clocks(stretch, true));
        for (const auto &clock : clocks)
            tickets.insert(clock.event.ticket);
    } else {
        narrow(reading.filter(), def->behind);
        return reading.posts(stretch, page);
    }
    VIGIE_TRY(auto ids, roots(tx_, tickets));
    return paged(std::move(ids), page);
}

} // namespace vigie::insight
