// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence as a ZIP that a lawyer can read and anybody can verify with common tools, and the check of such a file.
// The same chain and choice give the same bytes.
// Thread: plan and write inside a store job (write takes a reader's: it streams); verifyEvidenceFile anywhere, not on the thread of a
// window. Errors: Storage..., NotFound (nothing of it is kept), Cancelled, InvalidInput (no such file, not a ZIP of evidence), TooLarge.
#pragma once

#include <vigie/model/evidence.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace vigie::insight {

/// What may leave: networks whose terms forbid to give members' data away are left out, unless it was said why they are kept all the same.
struct EvidenceExport {
    std::vector<ItemId> items;
    std::vector<ItemId> leftOut;         ///< for the network's terms
    std::string zone = "UTC";            ///< in which times are shown beside UTC
};
/// `items` empty: all that is kept. Counts what leaves where a network caps it: a writer's job.
Result<EvidenceExport> planEvidenceExport(store::Tx &tx, std::span<const ItemId> items, const std::string &zone);

struct EvidenceExported {
    EvidenceHead head;
    int items = 0, entries = 0, media = 0, files = 0;
};
/// Writes beside `path` first: a file cut short never carries its name. `progress` answers false to stop.
Result<EvidenceExported> writeEvidenceExport(store::Tx &tx, const EvidenceExport &plan, const std::string &path,
                                             const std::function<bool(double share)> &progress);

/// Every file against its list, every entry against the chain, every page against what its entry says.
Result<EvidenceReport> verifyEvidenceFile(const std::string &path, const std::string &expectedHead, const std::function<bool(double share)> &progress);

} // namespace vigie::insight
