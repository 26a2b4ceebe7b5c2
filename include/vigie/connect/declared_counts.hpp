// SPDX-License-Identifier: GPL-3.0-or-later
// The counts of our posts that a network can give: what it means by each, and since and until when it gives it. Words are data in both
// languages (resources/connect/counts.json); which counts there are is said there, by a connector's own table, or by a recipe's maps.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>

#include <string>
#include <vector>

namespace vigie::connect {

struct DeclaredCount {
    std::string key;                ///< neutral: likes, reposts, reach ...
    std::string native;             ///< the network's own name; empty: not known
    std::string since, until;       ///< YYYY-MM-DD, half-open; empty: always, for ever
    std::string replacedBy;         ///< neutral key of what is given instead since `until`
    std::string unit;               ///< "times", "people", "points"
    std::string english, french;    ///< what the network means by it
    bool unique = false;            ///< people: days cannot be added up
    [[nodiscard]] bool givenOn(const std::string &day) const { return (since.empty() || day >= since) && (until.empty() || day < until); }
};

/// For connectors that know their counts from a table of their own.
class DeclaresCounts {
public:
    virtual ~DeclaresCounts() = default;
    /// Of one of our posts; without words, unit where it is the usual one.
    [[nodiscard]] virtual std::vector<DeclaredCount> postCounts() const = 0;
};

/// By key, then by time; empty where a network counts nothing.
[[nodiscard]] std::vector<DeclaredCount> declaredCounts(const Connector &connector);
/// The declaration that holds on this day, else the last one that held before it, else none.
[[nodiscard]] const DeclaredCount *declaredOn(const std::vector<DeclaredCount> &all, const std::string &key, const std::string &day);
/// What a key means where no network says otherwise; empty for a key that nobody declared.
[[nodiscard]] DeclaredCount usualMeaning(const std::string &key);

} // namespace vigie::connect
