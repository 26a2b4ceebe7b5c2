// SPDX-License-Identifier: GPL-3.0-or-later
// The practice workspace: a loopback network, its account, and the columns one starts with.
#include "app/workspace_impl.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <array>

namespace vigie::app {

namespace {

constexpr const char *kUrlKey = "practice.url";

struct FirstQuery {
    const char *name, *source;
    QueryRole role;
};
constexpr std::array<FirstQuery, 3> kQueries{{
    {"Maison Dubreuil", "dubreuil", QueryRole::Brand},
    {"Verger", "verger", QueryRole::Competitor},
    {"R\xc3\xa9paration", "repar* OR repair* OR atelier", QueryRole::Subject},
}};

int portOf(const std::string &url)
{
    const auto colon = url.rfind(':');
    if (colon == std::string::npos)
        return 0;
    int port = 0;
    for (const char c : url.substr(colon + 1)) {
        if (c < '0' || c > '9' || port > 65535)
            return 0;
        port = port * 10 + (c - '0');
    }
    return port;
}

} // namespace

Result<void> Workspace::Impl::startPractice()
{
    // Identities hold the network's address, so the address of the first start is kept for ever. When its port is taken
    // today, the server listens elsewhere and the engine connects there in its name.
    VIGIE_TRY(const auto stored, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kUrlKey); }));
    practice::Options how;
    how.seed = options.practiceSeed;
    how.stateFile = options.path + ".network.json";
    if (stored) {
        how.publicUrl = *stored;
        how.port = portOf(*stored);
    }
    auto server = practice::Server::start(*clock, how);
    if (!server && stored && server.error().code == Errc::Network) {
        how.port = 0;
        server = practice::Server::start(*clock, how);
    }
    if (!server)
        return fail(std::move(server.error()));
    practice = std::move(*server);
    if (!stored && options.engines)
        return store->writeNow<void>([this](store::Tx &tx) { return store::Settings(tx).set(kUrlKey, practice->url()); });
    return {};
}

Result<void> Workspace::Impl::preparePracticeAccount()
{
    VIGIE_TRY(const auto url, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kUrlKey); }));
    AddAccount account;
    account.connector = "mastodon";
    account.instance = url.value_or(practice->url());
    account.token = Secret(practice->brandToken());
    account.settings = {{"tags", "dubreuil, verger, reparation, meubles, repair"}, {"keywords", ""}};
    // Each start has a fresh token; adding the same account again only renews it.
    VIGIE_CHECK(add(account, {}));
    return store->writeNow<void>([this](store::Tx &tx) -> Result<void> {
        store::Settings settings(tx);
        VIGIE_TRY(const auto name, settings.get("workspace.name"));
        if (!name)
            VIGIE_CHECK(settings.set("workspace.name", "Maison Dubreuil"));
        store::Queries queries(tx);
        VIGIE_TRY(const auto existing, queries.all());
        if (!existing.empty())
            return {};
        int order = 0;
        for (const auto &first : kQueries) {
            SavedQuery query;
            query.name = first.name;
            query.source = first.source;
            query.role = first.role;
            query.order = order++;
            VIGIE_CHECK(queries.save(query));
        }
        return {};
    });
}

} // namespace vigie::app
