// SPDX-License-Identifier: GPL-3.0-or-later
// figure.json of a proof: what is said of a figure, and what of it can be said again without the workspace.
// Thread: pure. Errors: InvalidInput, Unsupported.
#pragma once

#include "insight/proof/replay.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace vigie::insight {

inline constexpr int kProofFormat = 2;
inline constexpr const char *kProofHead = "figure.json", *kProofFields = "FIELDS.sha256", *kProofSums = "SHA256SUMS", *kProofProgram = "Vigie 0.1";

[[nodiscard]] nlohmann::json figureJson(const Metric &metric);
/// Days, both counted, with the instants they begin and end at.
Result<nlohmann::json> periodJson(const Period &period, const std::string &zone, Instant asOf);
[[nodiscard]] nlohmann::json tableJson(ProofRows kind, std::size_t count, const std::string &text);
/// {"value", "n", "interval"}: numbers with 17 digits, so that they come back the same.
[[nodiscard]] nlohmann::json resultJson(const Figure &figure);
[[nodiscard]] std::string headText(const nlohmann::json &head);
/// "HASH  /scope/words", a line for each field: what was changed has a name.
[[nodiscard]] std::string fieldsText(const nlohmann::json &head);

/// What the replay needs of it.
struct ReadHead {
    ReplayOf of;
    const Metric *metric = nullptr;
    std::string zone;
    Instant asOf;
};
/// Throws what the library throws where a part is missing or of another kind.
Result<ReadHead> readHead(const nlohmann::json &head);
/// The same, with everything that follows from the rest written anew.
Result<nlohmann::json> saidAgain(nlohmann::json head, const ReadHead &read, const Figure &figure);

} // namespace vigie::insight
