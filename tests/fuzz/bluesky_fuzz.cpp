// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of a Bluesky server, as a frame of its live stream, or as what a person writes: never a crash,
// never a span outside its text, never a next page without end.
#include "connect/bluesky/bluesky.hpp"
#include "connect/bluesky/facets.hpp"
#include "fuzz/connector_soundness.hpp"

#include <cstdlib>

using namespace vigie;
using namespace vigie::connect;

namespace {

bool onBorder(const std::string &text, std::size_t at)
{
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void checkSpans(const std::string &text, const std::vector<TextSpan> &spans)
{
    std::uint32_t free = 0;
    for (const auto &span : spans) {
        if (span.begin < free || span.end <= span.begin || span.end > text.size() || !onBorder(text, span.begin) || !onBorder(text, span.end))
            std::abort();
        free = span.end;
    }
}

void checkPage(const FetchPage &page)
{
    for (const auto &item : page.items) {
        if (item.nativeId.rfind("at://did:", 0) != 0)
            std::abort();
        checkSpans(item.text, item.spans);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto connector = makeBluesky();
    Account account;
    account.connector = "bluesky";
    account.instance = "https://bsky.social";
    account.nativeId = "did:plc:brand";
    account.handle = "brand.test";
    account.settings = {{"live", "v2"}};
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    const auto [choice, body] = fuzz::Input::of(data, size);
    net::Response response;
    response.status = (choice & 32U) != 0 ? 400 : 200;
    response.body = body;
    static constexpr const char *kStreams[] = {"notifications", "own", "tag:velo", "search:velo"};
    FetchSpec spec;
    spec.stream = kStreams[choice & 3U];
    spec.direction = (choice & 4U) != 0 ? Direction::Backfill : Direction::Forward;
    spec.cursor = (choice & 16U) != 0 ? R"({"seen":["1"],"at":1795262000000000})" : "";
    fuzz::readPages(*connector, context, spec, response, 400, [](const FetchPage &page) {
        checkPage(page);
        return true;
    });
    if (const auto thread = connector->parseThread(context, "at://did:plc:a/app.bsky.feed.post/1", response))
        for (const auto &item : thread->items)
            checkSpans(item.text, item.spans);
    if (const auto live = connector->parseStreamEvent(context, "jetstream", {"message", response.body, {}}))
        checkPage(*live);
    checkSpans(response.body, bluesky::findStretches(response.body));
    const net::Response answers[] = {response, response, response};
    (void)connector->parseWhoAmI(context, answers);
    (void)connector->recognise("@maison.example", response);
    return 0;
}
