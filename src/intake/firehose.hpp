// SPDX-License-Identifier: GPL-3.0-or-later
// Out of all that is said on a network, what concerns us: what a saved query matches, what answers, quotes or names one of
// our accounts, and what we wrote ourselves.
// Thread: that of the engine. Errors: Storage... (the saved queries).
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query_set.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vigie::intake {

class FirehoseFilter {
public:
    /// Reads the saved queries again when they changed since the last time.
    Result<void> refresh(store::Store &store);
    /// Drops from the page what does not concern us. `page.reasons` stays parallel.
    void keep(connect::FetchPage &page, std::span<const Account> accounts);
    [[nodiscard]] std::size_t queries() const { return set_.size(); }

private:
    [[nodiscard]] bool concerns(const Item &item, std::span<const Account> accounts) const;

    text::QuerySet set_;
    std::string fingerprint_;
    std::vector<QueryId> matched_;     ///< of the item at hand, as are its words: strings that are used again
    std::vector<std::string> words_;
};

} // namespace vigie::intake
