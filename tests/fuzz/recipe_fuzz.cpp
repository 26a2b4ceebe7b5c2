// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile recipe, and hostile answers to good ones: never a crash, never a run without end, no item without an id.
// The first byte chooses: a recipe, or an answer to one of the built-in recipes.
#include "connect/recipe/connector.hpp"

#include <vigie/connect/recipe.hpp>

#include <cstdlib>

using namespace vigie;
using namespace vigie::connect;

namespace {

void readAnswer(const Connector &connector, unsigned choice, const std::string &body)
{
    Account account;
    account.id = AccountId{1};
    account.connector = connector.describe().id;
    account.instance = "https://server.example";
    account.nativeId = "7";
    for (const auto &field : connector.describe().fields)
        account.set(field.key, "dubreuil");
    const Secret token("t");
    const Context context{account, token, fromMicros(1'795'262'400'000'000)};
    net::Response response;
    response.status = (choice & 32U) != 0 ? 400 : 200;
    response.finalUrl = "https://server.example/";
    response.body = body;
    for (const auto &stream : connector.streams(account)) {
        FetchSpec spec{stream.name, (choice & 16U) != 0 ? Direction::Backfill : Direction::Forward, (choice & 64U) != 0 ? R"({"seen":["1"],"at":1795262000000000})" : "", {}};
        for (int turn = 0;; ++turn) {
            if (turn > 400)
                std::abort(); // pages without end
            const auto page = connector.parseFetch(context, spec, response);
            if (!page)
                break;
            if (page->items.size() != page->reasons.size())
                std::abort();
            for (const auto &item : page->items)
                if (item.nativeId.empty())
                    std::abort();
            if (page->nextPage.empty() || page->nextPage == spec.page)
                break;
            spec.page = page->nextPage;
            (void)connector.buildFetch(context, spec);
        }
    }
    const std::string id = "45/2";
    (void)connector.parseThread(context, id, response);
    (void)connector.parseLookup(context, std::span(&id, 1), response);
    const net::Response answers[] = {response, response, response};
    (void)connector.parseWhoAmI(context, answers);
    Outbound outbound;
    outbound.parts.resize(1);
    outbound.parts[0].text = "words";
    outbound.targetNative = id;
    for (int kind = 0; kind < kOutboundKindCount; ++kind) {
        outbound.kind = static_cast<OutboundKind>(kind);
        (void)connector.absorb(context, {outbound, 0, id, {}}, {body}, response);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto recipes = recipe::builtinRecipes();
    const unsigned choice = size > 0 ? data[0] : 0U;
    const std::string body(reinterpret_cast<const char *>(data) + (size > 0 ? 1 : 0), size > 0 ? size - 1 : 0);
    if (size > 0 && data[0] == '{') {
        const auto report = recipe::check(std::string(reinterpret_cast<const char *>(data), size));
        for (const auto &problem : report.problems)
            if (problem.line < 1 || problem.message.empty())
                std::abort();
        return 0;
    }
    if (!recipes.empty())
        readAnswer(*recipes[choice % recipes.size()], choice, body);
    return 0;
}
