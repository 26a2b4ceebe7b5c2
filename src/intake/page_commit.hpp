// SPDX-License-Identifier: GPL-3.0-or-later
// One page, one transaction: its items, what they mean for the desk, its signals, its windows and its cursor.
#pragma once

#include <vigie/intake/engine.hpp>

#include <mutex>
#include <set>
#include <string>

namespace vigie::intake {

/// Deletions that came before the item they speak of: kept for a while so that the late item is not shown.
class EarlyDeletions {
public:
    void add(const std::string &connector, const std::string &instance, const std::string &nativeId);
    [[nodiscard]] bool holds(const Item &item) const;

private:
    static constexpr std::size_t kMost = 10'000;
    mutable std::mutex mutex_;
    std::set<std::string> keys_;
};

struct PageCommit {
    const Account &account;
    StreamKey key;
    const connect::FetchPage &page;
    std::vector<store::AnalysedItem> items;  ///< the page's items, analysed, in the page's order
    bool history = false;
    std::optional<SyncCursor> cursor;        ///< written with the page
    struct Stretch {
        Instant from, to;
    };
    std::optional<Stretch> seen;
    std::optional<Stretch> gap;
    std::string gapReason;
    MissCause gapCause = MissCause::None;
    std::optional<Stretch> givenUp = {};          ///< the network gives nothing of this any more
    int toneLayer = -1;                      ///< Analysis::layer() before its items were analysed; not said: they are judged anew, to be sure
    bool rememberEarly = true;               ///< deletions of what is not here are kept in mind, in case it comes late
};
struct PageOutcome {
    int inserted = 0, revised = 0;
};

Result<PageOutcome> commitPage(EngineParts &parts, EarlyDeletions &early, PageCommit commit);

/// Takes the items out of a page: echoes marked as ours, what was deleted before it came left out, times filled in,
/// analysed. The page's reasons are kept parallel to what is returned.
std::vector<store::AnalysedItem> takeItems(EngineParts &parts, const EarlyDeletions &early, std::span<const Account> accounts,
                                           connect::FetchPage &page);

} // namespace vigie::intake
