// SPDX-License-Identifier: GPL-3.0-or-later
// A figure made again of a proof's rows: they are put into a workspace of their own, and read by the very code that reads figures.
// Thread: one at a time; waits for no store but its own. Errors: InvalidInput (rows that do not fit together), Unsupported (another version of
// the formula).
#pragma once

#include "insight/proof/tables.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vigie::insight {

struct ReplayOf {
    std::string key;
    Period period;
    QueryId subject;                     ///< none: everything
    std::map<std::string, std::string> settings;
    std::vector<std::pair<QueryId, QueryRole>> queries;
};

class ProofReplay {
public:
    static Result<ProofReplay> of(const ReplayOf &what, const std::vector<ProofTable> &tables);
    /// As it was then.
    Result<Figure> at(Instant asOf);

private:
    ProofReplay(ReplayOf what, std::unique_ptr<store::ExcerptWorkspace> workspace) : what_(std::move(what)), workspace_(std::move(workspace)), columns_(std::make_unique<Columns>()) {}

    ReplayOf what_;
    std::unique_ptr<store::ExcerptWorkspace> workspace_;
    std::unique_ptr<Columns> columns_;
};

} // namespace vigie::insight
