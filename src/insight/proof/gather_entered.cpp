// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/gather_entered.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/store/goals.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/surveys.hpp>

#include <algorithm>

namespace vigie::insight {

Result<void> gatherGoals(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, GatheredProof &out)
{
    VIGIE_TRY(const auto zone, store::Queries(tx).context());
    VIGIE_TRY(const auto entries, store::Goals(tx).all());
    auto &rows = out.table(ProofRows::Goals).rows;
    for (const auto &entry : entries) {
        VIGIE_TRY(const auto from, dayStart(entry.fromDay, zone.zone));
        VIGIE_TRY(const auto to, dayStart(entry.toDay, zone.zone));
        if (to <= stretch.from || from >= stretch.to || (!networks.empty() && std::find(networks.begin(), networks.end(), entry.network) == networks.end()))
            continue;
        const std::vector<std::string> cells{std::to_string(entry.id), entry.network, toIsoDay(entry.fromDay), toIsoDay(entry.toDay - 1), numberCell(entry.visits)};
        for (const auto &goal : entry.goals) {
            rows.push_back(cells);
            rows.back().insert(rows.back().end(), {goal.name, numberCell(goal.completions), numberCell(goal.value), goal.currency});
        }
        if (entry.goals.empty()) {
            rows.push_back(cells);
            rows.back().resize(columnsOf(ProofRows::Goals).size());
        }
    }
    return {};
}

Result<void> gatherSurveys(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, GatheredProof &out)
{
    auto &rows = out.table(ProofRows::Surveys).rows;
    for (const auto kind : {SurveyKind::Csat, SurveyKind::Nps}) {
        VIGIE_TRY(const auto answers, store::Surveys(tx).within(kind, stretch.from, stretch.to, networks));
        for (const auto &one : answers)
            rows.push_back({std::to_string(one.id), toString(one.kind), std::to_string(one.score), toRfc3339(one.at), one.network, std::to_string(one.ticket.value)});
    }
    return {};
}

} // namespace vigie::insight
