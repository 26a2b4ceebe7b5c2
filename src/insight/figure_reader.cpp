// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

#include "insight/measuring.hpp"

#include <vigie/store/ticket_facts.hpp>

#include <algorithm>

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

/// Told rows; of conversations their first messages.
Result<std::vector<ItemId>> itemsOf(store::Tx &tx, RowsTold rows)
{
    auto out = std::move(rows.items);
    std::sort(rows.tickets.begin(), rows.tickets.end());
    rows.tickets.erase(std::unique(rows.tickets.begin(), rows.tickets.end()), rows.tickets.end());
    VIGIE_TRY(const auto facts, store::ticketFacts(tx, rows.tickets));
    for (const auto &one : facts)
        out.push_back(one.root);
    return out;
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
    VIGIE_TRY(const auto reading, Reading::over(tx_, columns_, scope, stretch, lookBackOf(*def, stretch)));
    if (!def->ofRows)
        return reading.posts(stretch, def->behind, page);
    RowsTold rows{true, {}, {}};
    VIGIE_CHECK(measure(*def, reading, stretch, rows));
    VIGIE_TRY(auto ids, itemsOf(tx_, std::move(rows)));
    return paged(std::move(ids), page);
}

} // namespace vigie::insight
