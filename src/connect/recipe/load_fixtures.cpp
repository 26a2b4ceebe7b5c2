// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of fixtures: what nobody would look at is refused, so that a slip of the pen never passes for a test.
#include "connect/recipe/load.hpp"

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

void checkExchange(const Node &exchange)
{
    if (!exchange.object({"request", "response"}))
        return;
    (void)exchange.child("request").object({"method", "url", "query", "headers", "json", "form", "body", "multipart"});
    const auto response = exchange.find("response");
    if (!response || !response->object({"status", "headers", "json", "text"}))
        return;
    (void)response->number("status", 200, 100, 599);
    if (response->has("json") && response->has("text"))
        response->child("text").problem("an answer has a \"json\" or a \"text\", not both");
}

/// Whatever some fixture may expect.
constexpr std::array<std::string_view, 17> kCompared{"signed_in", "candidate", "who", "items", "more", "capped", "reached_known", "unreadable", "signals",
                                                     "gone", "lines", "found", "done", "error", "retry_after", "detail", "told"};

/// What is compared after an operation of that family, besides what the answer told about the allowance.
std::vector<std::string> comparedAfter(const std::string &operation)
{
    const auto family = operation.substr(0, operation.find('.'));
    if (operation == "sign_in")
        return {"signed_in"};
    if (operation == "discover")
        return {"candidate"};
    if (family == "me")
        return {"who"};
    if (family == "listen" || family == "inbox" || family == "own")
        return {"items", "more", "capped", "reached_known", "unreadable", "signals"};
    if (family == "thread")
        return {"items"};
    if (family == "lookup")
        return {"items", "gone"};
    if (family == "metrics")
        return {"lines"};
    if (family == "read_back")
        return {"found"};
    return {"done"};
}

void checkExpect(const Node &expect, const std::string &operation)
{
    if (!expect.isObject()) {
        expect.problem("an object is expected here");
        return;
    }
    auto known = expect.has("error") ? std::vector<std::string>{"error", "retry_after", "detail"} : comparedAfter(operation);
    known.emplace_back("told");
    for (const auto &[key, value] : expect.members()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        const bool elsewhere = std::find(kCompared.begin(), kCompared.end(), key) != kCompared.end();
        value.problem(elsewhere ? "\"" + key + "\" is not looked at here" : "unknown key \"" + key + "\"" + suggestion(key, known));
    }
    if (const auto told = expect.find("told"))
        (void)told->object({"limit", "remaining", "reset_s", "wait_s"});
    if (const auto done = expect.find("done"))
        (void)done->object({"id", "permalink", "held"});
    if (const auto signedIn = expect.find("signed_in"))
        (void)signedIn->object({"access", "refresh", "instance"});
}

/// What stands around the exchanges.
void checkSetting(const Node &fixture)
{
    if (const auto account = fixture.find("account"))
        (void)account->object({"instance", "id", "handle", "name"});
    if (const auto with = fixture.find("with"))
        (void)with->object({"way"});
    if (const auto cursor = fixture.find("cursor"))
        (void)cursor->object({"seen", "at", "ack"});
    if (const auto outbound = fixture.find("outbound"); outbound && outbound->object({"text", "key", "media", "target", "target_item", "target_handle", "reply_to", "lang", "warning", "comment", "visibility"}))
        for (const auto &media : outbound->child("media").elements())
            (void)media.object({"path", "mime", "alt", "sha256"});
    (void)fixture.word("direction", {"forward", "backfill"}, 0);
    for (const auto &exchange : fixture.child("exchanges").elements())
        checkExchange(exchange);
}

} // namespace

void loadFixtures(const Node &root, Loading &loading)
{
    const auto fixtures = root.child("fixtures");
    loading.recipe.fixtures = fixtures.json();
    std::set<std::string> tried;
    bool error = false, wait = false;
    for (const auto &one : fixtures.elements()) {
        if (!one.object({"name", "operation", "with", "now", "direction", "stream", "cursor", "account", "settings", "secrets", "outbound", "ids", "typed", "exchanges", "expect"}))
            continue;
        (void)one.requiredText("name");
        const auto operation = one.requiredText("operation");
        const bool known = operation == "sign_in" || operation == "discover" || loading.recipe.named(operation) != nullptr;
        if (!operation.empty() && !known)
            one.child("operation").problem("no such operation: " + operation);
        checkSetting(one);
        if (one.has("expect"))
            checkExpect(one.child("expect"), operation);
        else
            one.problem("\"expect\" is missing");
        const auto expected = textAt(at(one.json(), "expect"), "error");
        if (expected.empty())
            tried.insert(operation);
        const bool waits = expected == "rate_limited" || expected == "quota_exhausted";
        wait = wait || waits;
        error = error || (!expected.empty() && !waits);
        if (!expected.empty() && errcFromName(expected) == Errc::Internal)
            one.child("expect").problem("unknown error \"" + expected + "\"");
    }
    for (const auto &operation : loading.recipe.operations)
        if (tried.count(operation.name) == 0)
            fixtures.problem("no fixture for operation \"" + operation.name + "\"");
    if (!error)
        fixtures.problem("no fixture with an error");
    if (!wait)
        fixtures.problem("no fixture with a rate limit");
}

} // namespace vigie::connect::recipe
