// SPDX-License-Identifier: GPL-3.0-or-later
// audit: what was done to the workspace, newest first
#include "cli/context.hpp"

#include <vigie/store/audit.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

int audit(const Context &context, int limit)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto entries = (*workspace)->store().readNow<std::vector<store::AuditEntry>>([limit](store::Tx &tx) { return store::Audit(tx).list(limit); });
    if (!entries)
        return context.failed(entries.error());
    auto array = nlohmann::json::array();
    for (const auto &entry : *entries)
        array.push_back({{"at", toRfc3339(entry.at)}, {"actor", entry.actor}, {"action", entry.action}, {"subject", entry.subject}, {"detail", entry.detail}});
    context.print(array, [&] {
        for (const auto &entry : *entries)
            std::printf("%s  %-7s %-15s %-14s %s\n", toRfc3339(entry.at).substr(0, 19).c_str(), entry.actor.c_str(), entry.action.c_str(), entry.subject.c_str(),
                        oneLine(entry.detail, 70).c_str());
        if (entries->empty())
            std::printf("Nothing was done here yet.\n");
    });
    return kOk;
}

} // namespace

void addAuditCommand(CLI::App &app, Context &context, int &code)
{
    auto limit = std::make_shared<int>(50);
    auto *command = app.add_subcommand("audit", "what was done to this workspace, newest first: accounts, queries, all that was sent");
    command->add_option("-n,--limit", *limit, "how many")->check(CLI::Range(1, 100'000));
    command->callback([&code, &context, limit] { code = audit(context, *limit); });
}

} // namespace vigie::cli
