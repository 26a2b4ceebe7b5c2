// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles: what was decided on one machine travels to another as a file, without a server between them. Each field of a ticket
// bears a version vector (how often each machine changed it), so that a bundle may be late, come twice or be left out, and still
// nothing is lost: what one side knew of is taken, what both changed is shown and kept on both sides until a person decides.
// Thread: inside a store job. Errors: InvalidInput (no bundle of ours), Protocol (its digest does not hold), SchemaTooNew, NotFound, Storage...
#pragma once

#include <vigie/store/exchange.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

/// This machine and who sits at it. The machine's name must differ between copies of one workspace.
struct Exchanger {
    std::string machine, person;
};

/// Everything this machine knows that differs from a ticket nobody touched; text, with its SHA-256.
Result<std::string> exportBundle(store::Tx &tx, const Exchanger &from);

struct BundleOutcome {
    std::string person;   ///< who made the bundle
    Instant madeAt;
    int taken = 0;        ///< fields that changed here
    int known = 0;        ///< already so, or newer here
    int waiting = 0;      ///< of tickets that have not arrived here yet: applied when they have
    int conflicts = 0;    ///< that are new; bundleConflicts() lists all
};
Result<BundleOutcome> importBundle(store::Tx &tx, std::string_view bytes, const Exchanger &here);

Result<std::vector<store::ExchangeConflict>> bundleConflicts(store::Tx &tx);
/// One field, decided by a person: theirs or what stands here. The other machine learns it with the next bundle.
Result<void> resolveConflict(store::Tx &tx, const std::string &ticket, const std::string &field, bool takeTheirs, const Exchanger &here);

} // namespace vigie::desk
