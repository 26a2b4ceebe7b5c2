// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence in the words of the command line.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/store/evidence.hpp>

#include <nlohmann/json.hpp>
#include <string>

namespace vigie::cli {

[[nodiscard]] std::string flawText(const EvidenceFlaw &flaw);
[[nodiscard]] nlohmann::json reportJson(const EvidenceReport &report);
[[nodiscard]] nlohmann::json caseJson(const store::EvidenceCase &one);
[[nodiscard]] nlohmann::json entryJson(const EvidenceEntry &entry);
/// Several lines for a terminal: what was said, and what changed since the version before.
[[nodiscard]] std::string entryText(const EvidenceEntry &entry, const EvidenceContent *said, const Item *before);

} // namespace vigie::cli
