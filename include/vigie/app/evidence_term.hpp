// SPDX-License-Identifier: GPL-3.0-or-later
// How long and on what ground this house keeps evidence: asked once, kept in the workspace, written into each capture.
// Thread: inside a store job. Errors: Storage..., InvalidInput (no ground, years out of range).
#pragma once

#include <vigie/model/evidence.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>

namespace vigie::app {

inline constexpr int kEvidenceYearsDefault = 5, kEvidenceYearsMost = 30;

struct EvidenceTerm {
    int years = kEvidenceYearsDefault;
    std::string ground;
};

/// None: it was not asked yet.
Result<std::optional<EvidenceTerm>> evidenceTerm(store::Tx &tx);
Result<void> setEvidenceTerm(store::Tx &tx, const EvidenceTerm &term);
/// From `now` on; a year is 365 days and a quarter.
[[nodiscard]] EvidenceKeep evidenceKeep(const EvidenceTerm &term, Instant now, const std::string &by);

} // namespace vigie::app
