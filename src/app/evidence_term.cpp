// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/evidence_term.hpp>

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <cstdlib>

namespace vigie::app {

Result<std::optional<EvidenceTerm>> evidenceTerm(store::Tx &tx)
{
    VIGIE_TRY(const auto years, store::Settings(tx).get(kEvidenceYears.key));
    VIGIE_TRY(const auto ground, store::Settings(tx).get(kEvidenceGround.key));
    const int count = std::atoi(years.value_or("0").c_str());
    if (count < 1 || count > kEvidenceYearsMost || ground.value_or("").empty())
        return std::optional<EvidenceTerm>();
    return std::optional(EvidenceTerm{count, *ground});
}

Result<void> setEvidenceTerm(store::Tx &tx, const EvidenceTerm &term)
{
    if (term.years < 1 || term.years > kEvidenceYearsMost || term.ground.empty())
        return fail(Errc::InvalidInput, "evidence is kept on a ground, for 1 to " + std::to_string(kEvidenceYearsMost) + " years");
    VIGIE_CHECK(store::Settings(tx).set(kEvidenceYears.key, std::to_string(term.years)));
    return store::Settings(tx).set(kEvidenceGround.key, term.ground);
}

EvidenceKeep evidenceKeep(const EvidenceTerm &term, Instant now, const std::string &by)
{
    return {now + std::chrono::hours(8766) * term.years, term.ground, {}, by};
}

} // namespace vigie::app
