// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas of proofs: pure functions over rows. What a file was made with stays here under its version for as long as files of it may exist.
// Thread: pure. Errors: InvalidInput (a cell that does not read).
#pragma once

#include <vigie/insight/figure.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

/// What a row is, and with it which columns there are.
enum class ProofRows : std::uint8_t {
    Posts,         ///< post, network, published_at, content_sha256, author, tone (-1, 0, 1), relay (0, 1)
    Panel,         ///< the same with the brand in front; `ours` is the first brand of the file's list
    OwnPosts,      ///< post, network, published_at, content_sha256, engagements, followers; nothing: not known
    Conversations, ///< conversation, asked_at, answered_at, open_until (of those that nobody answered yet: how far it was looked)
    Weighed        ///< post, published_at, tone (-1 to 1), reach, source_weight, age_days, relay (0, 1), author
};
[[nodiscard]] const char *toString(ProofRows rows) noexcept;
/// Names of the columns, without the hash that ends each row.
[[nodiscard]] const std::vector<std::string> &proofColumns(ProofRows rows);

struct ProofRow {
    std::vector<std::string> cells;
};
struct ProofResult {
    std::optional<double> value;
    std::int64_t n = 0;
    std::optional<Interval> interval;
};
struct ProofFormula {
    std::string_view key;
    int version;
    ProofRows rows;
    Result<ProofResult> (*replay)(const std::vector<ProofRow> &rows, const std::string &ours);
};
/// None: no figure of that name and version can be proven.
[[nodiscard]] const ProofFormula *proofFormula(std::string_view key, int version);
[[nodiscard]] const std::vector<ProofFormula> &proofFormulas();

} // namespace vigie::insight
