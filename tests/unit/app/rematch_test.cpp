// SPDX-License-Identifier: GPL-3.0-or-later
// History that a saved query was not held against when the program ended is looked at when it runs again.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/workspace.hpp>
#include <vigie/net/secret_store.hpp>
#include <vigie/store/queries.hpp>

#include <thread>

using namespace vigie;

namespace {

constexpr int kItems = 300;

std::unique_ptr<app::Workspace> opened(const test::TempFolder &folder)
{
    app::OpenWorkspace options;
    options.path = folder.file("workspace.vigie");
    options.secrets = std::shared_ptr<net::SecretStore>(net::makeMemorySecretStore());
    auto workspace = app::Workspace::open(options);
    REQUIRE(workspace);
    return std::move(*workspace);
}

template <class T>
T read(app::Workspace &workspace, const std::function<Result<T>(store::Tx &)> &job)
{
    auto answer = workspace.store().readNow<T>(job);
    REQUIRE(answer);
    return std::move(*answer);
}

} // namespace

TEST_CASE("a judging of history that was cut short goes on at the next start, and says how far it is", "[app]")
{
    test::TempFolder folder;
    QueryId id;
    {
        const auto workspace = opened(folder);
        const auto saved = workspace->store().writeNow<QueryId>([](store::Tx &tx) -> Result<QueryId> {
            std::vector<store::AnalysedItem> batch;
            for (int i = 0; i < kItems; ++i)
                batch.push_back(test::analysed(test::item(std::to_string(i), i % 3 == 0 ? "velora" : "service", test::kNoon + std::chrono::seconds(i))));
            VIGIE_TRY(const auto stored, store::Items(tx).store(batch));
            SavedQuery query;
            query.name = "Brand";
            query.source = "velora";
            VIGIE_TRY(const auto made, store::Queries(tx).save(query));
            VIGIE_TRY(const auto step, store::Queries(tx).rematch(made, kItems / 3));
            if (step.done || stored.empty())
                return fail(Errc::Internal);
            return made;
        });
        REQUIRE(saved);
        id = *saved;
        const auto counts = read<store::QueryCounts>(*workspace, [&](store::Tx &tx) { return store::Queries(tx).counts(id); });
        CHECK(counts.judged == Approx(1.0 / 3));
        CHECK(counts.total == kItems / 9);
    }
    const auto workspace = opened(folder);
    workspace->start();
    const auto unfinished = [&] { return read<std::vector<QueryId>>(*workspace, [](store::Tx &tx) { return store::Queries(tx).unfinished(); }); };
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!unfinished().empty() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    CHECK(unfinished().empty());
    const auto counts = read<store::QueryCounts>(*workspace, [&](store::Tx &tx) { return store::Queries(tx).counts(id); });
    CHECK(counts.judged == 1);
    CHECK(counts.total == kItems / 3);
}

TEST_CASE("a saved query that changes is judged anew in all that ask for it, columns or not, without anybody asking", "[app]")
{
    test::TempFolder folder;
    const auto workspace = opened(folder);
    workspace->start();
    const auto write = [&](const std::function<Result<QueryId>(store::Tx &)> &job) {
        const auto done = workspace->store().writeNow<QueryId>(job);
        REQUIRE(done);
        return *done;
    };
    const auto named = [](const char *name, const char *source, QueryId id = {}) {
        SavedQuery query;
        query.id = id;
        query.name = name;
        query.source = source;
        query.column = false;
        return query;
    };
    const auto brand = write([&](store::Tx &tx) -> Result<QueryId> {
        std::vector<store::AnalysedItem> batch;
        for (int i = 0; i < kItems; ++i)
            batch.push_back(test::analysed(test::item(std::to_string(i), i % 3 == 0 ? "velora late" : "dubreuil late", test::kNoon + std::chrono::seconds(i))));
        VIGIE_TRY(const auto stored, store::Items(tx).store(batch));
        return stored.empty() ? Result<QueryId>(fail(Errc::Internal)) : store::Queries(tx).save(named("Marque", "velora"));
    });
    const auto complaints = write([&](store::Tx &tx) { return store::Queries(tx).save(named("Plaintes", "@marque late")); });
    const auto deep = write([&](store::Tx &tx) { return store::Queries(tx).save(named("Graves", "@plaintes -fine")); });
    const auto holds = [&](QueryId query, int expected) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (;;) {
            const auto counts = read<store::QueryCounts>(*workspace, [&](store::Tx &tx) { return store::Queries(tx).counts(query); });
            if (counts.total == expected && counts.judged == 1)
                return true;
            if (std::chrono::steady_clock::now() > until)
                return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    };
    CHECK(holds(deep, kItems / 3));
    write([&](store::Tx &tx) { return store::Queries(tx).save(named("Marque", "velora OR dubreuil", brand)); });
    CHECK(holds(complaints, kItems));
    CHECK(holds(deep, kItems));
}
