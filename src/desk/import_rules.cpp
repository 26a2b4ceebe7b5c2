// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/import_rules.hpp>

#include <vigie/desk/rules.hpp>
#include <vigie/store/imported.hpp>

namespace vigie::desk {

Result<void> ruleImported(store::Tx &tx, Instant since, int slice, ImportRuled &so)
{
    VIGIE_TRY(const auto items, store::importedSince(tx, since, so.above, slice));
    so.done = static_cast<int>(items.size()) < slice;
    if (items.empty())
        return {};
    so.above = items.back();
    so.seen += static_cast<int>(items.size());
    VIGIE_CHECK(store::Tickets(tx).beginChangeSet("rule"));
    VIGIE_TRY(const int did, RuleRun(tx).arrived(items, {}, true));
    so.changes += did;
    return {};
}

} // namespace vigie::desk
