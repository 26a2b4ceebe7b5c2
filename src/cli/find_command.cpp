// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/find_command.hpp"

#include "cli/query_words.hpp"

#include <cstdio>

namespace vigie::cli {

namespace {

constexpr int kCountCap = 100'000;

struct Found {
    store::FindScope scope = store::FindScope::Items;
    store::FindCount count;
    store::FindPage page;
};

Result<std::vector<Found>> read(store::Tx &tx, const text::Query &query, const FindOptions &options)
{
    std::vector<Found> out;
    const auto counted = options.relays.over(tx);
    store::Finder finder(tx);
    for (const auto scope : options.scopes) {
        Found found{scope, {}, {}};
        VIGIE_TRY(found.count, finder.count(query, scope, kCountCap));
        if (!options.countOnly) {
            VIGIE_TRY(found.page, finder.find({query, scope, options.order, options.limit, {}}));
        }
        out.push_back(std::move(found));
    }
    return out;
}

nlohmann::json idOrNull(std::int64_t id)
{
    return id == 0 ? nlohmann::json() : nlohmann::json(id);
}

nlohmann::json describe(const store::FoundThing &thing)
{
    return {{"scope", store::toString(thing.scope)}, {"at", toRfc3339(thing.place.at)}, {"network", thing.connector}, {"author", thing.handle},
            {"author_name", thing.name}, {"title", thing.title}, {"text", thing.text}, {"score", thing.score}, {"item", idOrNull(thing.item.value)},
            {"ticket", idOrNull(thing.ticket.value)}, {"member", idOrNull(thing.member.value)}, {"answer", idOrNull(thing.answer.value)},
            {"plan", idOrNull(thing.plan.value)}, {"revision", idOrNull(thing.revision)}};
}

nlohmann::json toJson(const std::vector<Found> &all)
{
    auto scopes = nlohmann::json::array(), things = nlohmann::json::array();
    for (const auto &found : all) {
        scopes.push_back({{"scope", store::toString(found.scope)}, {"count", found.count.count}, {"senseless", found.count.senseless}, {"among", found.page.among},
                          {"unread", found.page.unread}});
        for (const auto &thing : found.page.things)
            things.push_back(describe(thing));
    }
    return {{"scopes", scopes}, {"found", things}};
}

void print(const std::vector<Found> &all)
{
    for (const auto &found : all) {
        if (!found.count.senseless.empty()) {
            std::string fields;
            for (const auto &field : found.count.senseless)
                fields += (fields.empty() ? "" : ", ") + field + ':';
            std::printf("%s: not searched, %s means nothing there\n", store::toString(found.scope), fields.c_str());
            continue;
        }
        std::printf("%s: %d\n", store::toString(found.scope), found.count.count);
        for (const auto &thing : found.page.things)
            std::printf("  %s  %-28s %s\n", toRfc3339(thing.place.at).substr(0, 16).c_str(), oneLine(thing.handle.empty() ? thing.name : "@" + thing.handle, 28).c_str(),
                        oneLine(thing.title.empty() ? thing.text : thing.title, 84).c_str());
        if (found.page.unread > 0)
            std::printf("  %d text(s) are still to be indexed and were not looked at\n", found.page.unread);
    }
}

} // namespace

std::vector<std::string> scopeNames()
{
    std::vector<std::string> out;
    for (const auto scope : store::kFindScopes)
        out.emplace_back(store::toString(scope));
    out.emplace_back("all");
    return out;
}

std::vector<store::FindScope> scopesNamed(const std::vector<std::string> &names)
{
    std::vector<store::FindScope> out;
    for (const auto scope : store::kFindScopes)
        for (const auto &name : names)
            if (name == "all" || store::findScopeFrom(name) == scope) {
                out.push_back(scope);
                break;
            }
    return out;
}

int findEverywhere(const Context &context, app::Workspace &workspace, const text::Query &query, const FindOptions &options)
{
    const auto found = workspace.store().readNow<std::vector<Found>>([&](store::Tx &tx) { return read(tx, query, options); });
    if (!found)
        return context.failed(found.error());
    context.print(toJson(*found), [&] {
        print(*found);
        printWarnings(query);
    });
    return kOk;
}

} // namespace vigie::cli
