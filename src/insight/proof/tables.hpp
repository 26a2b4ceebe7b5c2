// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a proof as files a person can read, and what is read of them: each line ends with the SHA-256 of what stands before it.
// Thread: pure. Errors: InvalidInput (a cell that does not read).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/store/excerpt.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

/// One file each; a proof has those that its figure stands on.
enum class ProofRows : std::uint8_t {
    Posts,         ///< mentions and reviews
    OwnPosts,
    People,        ///< followers of the authors
    Answers,       ///< to questions and reviews
    Relays,
    Readings,      ///< counts of our posts over time
    Conversations,
    Moments,       ///< what became of conversations, and when
    Clocks,        ///< of conversations, as service levels keep them
    Followers,     ///< counts of our accounts
    Apart,         ///< authors who are not ranked
    Goals,         ///< what visits brought, as it was entered
    Surveys        ///< answers to surveys
};
inline constexpr std::array kProofRows{ProofRows::Posts,   ProofRows::OwnPosts, ProofRows::People,    ProofRows::Answers, ProofRows::Relays, ProofRows::Readings, ProofRows::Conversations,
                                       ProofRows::Moments, ProofRows::Clocks,   ProofRows::Followers, ProofRows::Apart,   ProofRows::Goals,  ProofRows::Surveys};
[[nodiscard]] const char *fileOf(ProofRows kind) noexcept; ///< "posts.csv", ...
/// Names of the columns, without the hash that ends each row.
[[nodiscard]] const std::vector<std::string> &columnsOf(ProofRows kind);

struct ProofTable {
    ProofRows kind = ProofRows::Posts;
    std::vector<std::vector<std::string>> rows;
};
[[nodiscard]] std::string tableText(const ProofTable &table);

struct ReadProofTable {
    ProofTable table;
    std::vector<std::int64_t> badLines;  ///< those whose hash does not fit or that do not read; the head is line 1
};
[[nodiscard]] ReadProofTable readTable(ProofRows kind, std::string_view text);

/// Cells, and back.
[[nodiscard]] std::string numberCell(const std::optional<double> &value);
[[nodiscard]] std::string timeCell(const std::optional<Instant> &at); ///< RFC 3339; empty: none
[[nodiscard]] std::string countsCell(const std::vector<MetricValue> &counts); ///< "likes=12;views=~300;reach=?1": an estimate, and what was not given
/// The rows of all tables; settings and queries stand elsewhere.
Result<store::Excerpt> excerptOf(const std::vector<ProofTable> &tables);

} // namespace vigie::insight
