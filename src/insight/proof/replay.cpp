// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/replay.hpp"

namespace vigie::insight {

Result<ProofReplay> ProofReplay::of(const ReplayOf &what, const std::vector<ProofTable> &tables)
{
    VIGIE_TRY(auto excerpt, excerptOf(tables));
    excerpt.settings = what.settings;
    excerpt.queries = what.queries;
    auto workspace = store::ExcerptWorkspace::of(excerpt);
    if (!workspace)
        return fail(Errc::InvalidInput, "the rows do not fit together: " + workspace.error().detail);
    return ProofReplay(what, std::move(*workspace));
}

Result<Figure> ProofReplay::at(Instant asOf)
{
    FigureScope scope; // its filters chose the rows
    scope.query = what_.subject;
    return FigureReader(workspace_->at(asOf), *columns_).read(what_.key, scope, what_.period);
}

} // namespace vigie::insight
