// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a proof, as they are written and as they are read: one form, so that what was read can be written again and compared.
// Thread: pure. Errors: InvalidInput.
#pragma once

#include "insight/proof/replay.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

inline constexpr int kProofFormat = 1;
inline constexpr const char *kProofHead = "figure.json", *kProofTable = "rows.csv", *kProofSums = "SHA256SUMS";

/// A head line, then one row a line, each ending with the SHA-256 of what stands before it in the line.
[[nodiscard]] std::string proofTable(ProofRows kind, const std::vector<ProofRow> &rows);

struct ProofTable {
    std::vector<ProofRow> rows;
    std::vector<std::int64_t> badLines;  ///< those whose hash does not fit or that do not read; the head is line 1
};
[[nodiscard]] ProofTable readProofTable(ProofRows kind, std::string_view table);

/// {"value", "n", "interval"}: numbers with 17 digits, so that they come back the same.
[[nodiscard]] nlohmann::json proofResult(const ProofResult &result);
[[nodiscard]] std::string proofText(const nlohmann::json &head);

} // namespace vigie::insight
