// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what is kept: fetched once, written down when they cannot be had, and never asked of this machine.
#include "support/builders.hpp"
#include "support/fake_http.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/evidence_media.hpp>
#include <vigie/app/evidence_term.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>

using namespace vigie;
using store::Evidence;
using store::Tx;

namespace {

Item pictured(const std::string &id, const std::vector<std::string> &urls)
{
    auto item = test::item(id, "text " + id);
    for (const auto &url : urls) {
        MediaRef media;
        media.url = url;
        item.media.push_back(media);
    }
    return item;
}

void keep(test::TempStore &store, const Item &item)
{
    store.write([&](Tx &tx) -> Result<int> {
        Account account;
        account.connector = "mastodon";
        account.instance = "https://social.example";
        account.nativeId = "us";
        VIGIE_CHECK(store::Accounts(tx).save(account));
        const std::vector<store::AnalysedItem> items{test::analysed(item)};
        VIGIE_TRY(const auto stored, store::Items(tx).store(items));
        VIGIE_CHECK(Evidence(tx).capture(stored.front().id, app::evidenceKeep({5, "defence of legal claims"}, tx.now(), "ada")));
        return 0;
    });
}

std::vector<EvidenceContent> mediaOf(test::TempStore &store)
{
    std::vector<EvidenceContent> out;
    for (const auto &entry : store.read([](Tx &tx) { return Evidence(tx).after(0, 100); }))
        if (entry.kind == EvidenceKind::Media)
            out.push_back(*store::readEvidence(*entry.content));
    return out;
}

} // namespace

TEST_CASE("pictures are fetched once, with what the server says of them", "[app][evidence]")
{
    test::TempStore store;
    test::FakeHttp http;
    http.expectExactly(net::Method::Get, "https://files.example/a.png").reply(200, {{"Content-Type", "image/png"}, {"Date", "Mon, 02 Mar 2026 12:00:01 GMT"}}, "bytes");
    http.expectExactly(net::Method::Get, "https://files.example/gone.png").reply(404, {}, "no");
    http.expectExactly(net::Method::Get, "https://files.example/huge.png").failWith(Errc::TooLarge, net::Sent::Maybe);
    keep(store, pictured("1", {"https://files.example/a.png", "https://files.example/gone.png", "https://files.example/huge.png"}));
    CHECK(app::fetchEvidence(*store, http, {}).value_or(-1) == 3);
    CHECK(app::fetchEvidence(*store, http, {}).value_or(-1) == 0);
    const auto media = mediaOf(store);
    REQUIRE(media.size() == 3);
    CHECK(media[0].mediaHash == sha256("bytes"));
    CHECK(media[0].mime == "image/png");
    CHECK(media[0].httpDate == "Mon, 02 Mar 2026 12:00:01 GMT");
    CHECK(media[1].failure == "the server answered 404");
    CHECK(media[1].httpStatus == 404);
    CHECK(media[2].failure == "too_large");
    CHECK(http.requests().size() == 3);
    for (const auto &request : http.requests())
        CHECK(request.maxBody == store::kEvidenceMaxMedia);
    CHECK_FALSE(store.read([](Tx &tx) { return Evidence(tx).verify({}, {}); }).flaw);
}

TEST_CASE("a server that does not answer is asked again later, five times in all", "[app][evidence]")
{
    test::TempStore store;
    test::FakeHttp http;
    http.expect(net::Method::Get, "files.example").failWith(Errc::Timeout, net::Sent::Maybe).always();
    keep(store, pictured("1", {"https://files.example/a.png"}));
    for (int i = 0; i < 10; ++i) {
        CHECK(app::fetchEvidence(*store, http, {}));
        store.clock.advance(std::chrono::hours(2));
    }
    CHECK(http.requests().size() == 5);
    REQUIRE(mediaOf(store).size() == 1);
    CHECK(mediaOf(store)[0].failure == "timeout");
}

TEST_CASE("a post by anybody does not make this machine ask itself", "[app][evidence]")
{
    test::TempStore store;
    test::FakeHttp http;
    keep(store, pictured("1", {"http://127.0.0.1:8080/admin", "http://localhost/", "http://[::1]/x"}));
    CHECK(app::fetchEvidence(*store, http, {}).value_or(-1) == 3);
    CHECK(http.requests().empty());
    for (const auto &media : mediaOf(store))
        CHECK(media.failure == "policy_refused");
    std::stop_source stop;
    stop.request_stop();
    keep(store, pictured("2", {"https://files.example/a.png"}));
    CHECK(app::fetchEvidence(*store, http, stop.get_token()).error().code == Errc::Cancelled);
    CHECK(http.requests().empty());
}

TEST_CASE("how long evidence is kept is asked once", "[app][evidence]")
{
    test::TempStore store;
    CHECK_FALSE(store.read([](Tx &tx) { return app::evidenceTerm(tx); }));
    CHECK_FALSE(store->writeNow<void>([](Tx &tx) { return app::setEvidenceTerm(tx, {0, "x"}); }));
    CHECK_FALSE(store->writeNow<void>([](Tx &tx) { return app::setEvidenceTerm(tx, {3, ""}); }));
    REQUIRE(store->writeNow<void>([](Tx &tx) { return app::setEvidenceTerm(tx, {3, "legal claims"}); }));
    const auto term = store.read([](Tx &tx) { return app::evidenceTerm(tx); });
    REQUIRE(term);
    CHECK(term->years == 3);
    CHECK(app::evidenceKeep(*term, test::kNoon, "ada").until > test::kNoon + std::chrono::hours(3 * 365 * 24));
}
