// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a figure is counted from, and those rows of a workspace, as the terms of their networks let them leave: no names, no words.
// Thread: inside a store job. Errors: Storage..., InvalidInput, Cancelled.
#pragma once

#include "insight/metrics/metric_def.hpp"
#include "insight/proof/tables.hpp"

#include <vigie/insight/proof.hpp>

#include <functional>

namespace vigie::insight {

inline constexpr std::size_t kProofSlice = 500; ///< rows that are read at once

struct ProofQuery {
    QueryId number;                      ///< in this proof
    std::string name, source;
    QueryRole role = QueryRole::Column;
};
struct GatheredProof {
    std::vector<ProofTable> tables;
    std::vector<ProofQuery> queries;     ///< the subject first; of a panel the others in their order
    QueryId subject;                     ///< none: everything, where there is a panel to compare with
    std::int64_t rows = 0, hidden = 0;   ///< hidden: rows whose network lets nothing but a hash of the id leave

    ProofTable &table(ProofRows kind);   ///< made when it is first asked for
};
Result<GatheredProof> gatherProof(store::Tx &tx, Columns &columns, const MetricDef &def, const ProofRequest &request, const std::function<bool(double)> &progress);

} // namespace vigie::insight
