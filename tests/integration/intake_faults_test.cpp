// SPDX-License-Identifier: GPL-3.0-or-later
// The fault plan of the intake: everything that was said is stored once, whatever happened on the way; what could not be
// read is a gap that is shown.
#include "integration/house.hpp"

#include <algorithm>

using namespace vigie;
using namespace vigie::test;
using practice::Fault;

namespace {

int stored(House &house, const std::string &query)
{
    const auto parsed = text::parseQuery(query);
    REQUIRE(parsed);
    return house.read<int>([&](store::Tx &tx) { return store::Items(tx).count(*parsed, 1'000'000); });
}

void speak(House &house, int from, int to)
{
    for (int i = from; i < to; ++i) {
        house.clock.advance(std::chrono::seconds{5});
        house.server->memberPosts("claire", "Bonjour #dubreuil message" + std::to_string(i));
    }
}

} // namespace

TEST_CASE("five thousand posts while offline are all stored, each once")
{
    House house;
    house.server->memberPosts("claire", "La veille #dubreuil");
    must(house.engine->runAll());
    speak(house, 0, 5000);
    intake::RunOptions options;
    options.maxPagesPerStream = 1000;
    const auto report = must(house.engine->runAll(options));
    CHECK(report.ok());
    CHECK(stored(house, "dubreuil") == 5001);
    CHECK(stored(house, "message0") == 1);
    CHECK(stored(house, "message4999") == 1);
    const auto again = must(house.engine->runAll(options));
    CHECK(again.inserted() == 0);
    CHECK(house.read<std::vector<SyncWindow>>([](store::Tx &tx) { return store::Sync(tx).openGaps(); }).empty());
}

TEST_CASE("a page that fails, repeats itself or comes shuffled costs nothing that was said")
{
    const auto fault = GENERATE(Fault::CutAfterRequest, Fault::TruncatedBody, Fault::ServerError, Fault::Duplicate, Fault::Reorder, Fault::Garbage,
                                Fault::LyingLength, Fault::RateDelta, Fault::HugeBody);
    House house;
    must(house.engine->runAll());
    speak(house, 0, 200);
    house.fault(fault, "GET", "/api/v1/timelines/tag", 1, 1);
    (void)must(house.engine->runAll());
    house.clock.advance(std::chrono::minutes{16});
    for (int i = 0; i < 3; ++i) {
        (void)must(house.engine->runAll());
        house.clock.advance(std::chrono::minutes{16});
    }
    CHECK(stored(house, "dubreuil") == 200);
}

TEST_CASE("first sync is history: nobody is told of what is older than an hour")
{
    House house;
    house.server->memberPosts("claire", "@dubreuil an old question?");
    house.clock.advance(std::chrono::hours{5});
    bool anyNews = false;
    InlineExecutor inline_;
    auto subscription = house.store->subscribe(inline_, [&](const Change &change) { anyNews = anyNews || (!change.itemsAdded.empty() && !change.history); });
    must(house.engine->runAll());
    CHECK(stored(house, "question") == 1);
    CHECK_FALSE(anyNews);
}

TEST_CASE("edits become revisions, deletions are seen, and the old text stays readable")
{
    House house;
    const auto id = house.server->memberPosts("claire", "La table #dubreuil est superbe");
    must(house.engine->runAll());
    house.clock.advance(std::chrono::minutes{2});
    house.server->editPost(id, "La table #dubreuil est bancale");
    must(house.engine->runAll());
    CHECK(stored(house, "bancale") == 1);
    CHECK(stored(house, "superbe") == 0);
    const auto item = house.read<ItemId>([&](store::Tx &tx) { return store::Items(tx).findNative("mastodon", house.server->url(), id); });
    const auto revisions = house.read<std::vector<store::ItemRevision>>([item](store::Tx &tx) { return store::Items(tx).revisions(item); });
    REQUIRE_FALSE(revisions.empty());
    CHECK(revisions.front().text.find("superbe") != std::string::npos);
}

TEST_CASE("our own posts come back as ours, never as a member's message")
{
    House house;
    const auto row = house.post("Portes ouvertes samedi #dubreuil");
    house.publish();
    CHECK(house.outbound(row).state == OutboundState::Sent);
    must(house.engine->runAll());
    CHECK(stored(house, "is:ours") == 1);
    CHECK(house.read<std::vector<store::TicketRow>>([](store::Tx &tx) { return store::Tickets(tx).list({}); }).empty());
}

TEST_CASE("a conversation: question, answer, thanks; done reopens when the member writes again")
{
    House house;
    const auto question = house.server->memberPosts("claire", "@dubreuil où est ma commande ?");
    must(house.engine->runAll());
    auto tickets = house.read<std::vector<store::TicketRow>>([](store::Tx &tx) { return store::Tickets(tx).list({}); });
    REQUIRE(tickets.size() == 1);
    CHECK(tickets[0].ticket.status == TicketStatus::New);
    plan::ReplyDraft draft;
    draft.ticket = tickets[0].ticket.id;
    draft.target = tickets[0].ticket.latest;
    draft.account = house.account;
    draft.text = "Elle part demain.";
    draft.undoWindow = std::chrono::seconds{0};
    house.write<OutboundId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).reply(draft); });
    house.settle(std::chrono::minutes{1});
    must(house.engine->runAll());
    const auto id = tickets[0].ticket.id;
    auto ticket = house.read<Ticket>([id](store::Tx &tx) { return store::Tickets(tx).get(id); });
    CHECK(ticket.outbound == 1);
    CHECK(ticket.firstReplyAt.has_value());
    CHECK_FALSE(ticket.waitingSince.has_value());
    const TicketId ids[] = {id};
    house.write<ChangeSetId>([&](store::Tx &tx) { return desk::Desk(tx).setStatus(ids, TicketStatus::Done); });
    house.clock.advance(std::chrono::minutes{3});
    const auto ours = house.server->brandPosts().back().id;
    house.server->memberPosts("claire", "@dubreuil merci beaucoup !", ours);
    must(house.engine->runAll());
    ticket = house.read<Ticket>([id](store::Tx &tx) { return store::Tickets(tx).get(id); });
    CHECK(ticket.status == TicketStatus::Open);
    CHECK(ticket.inbound == 2);
    CHECK(house.read<std::vector<store::TicketRow>>([](store::Tx &tx) { return store::Tickets(tx).list({}); }).size() == 1);
}

TEST_CASE("a run that ends before it meets the last one leaves a gap, and filling closes it")
{
    House house;
    speak(house, 0, 10);
    must(house.engine->runAll());
    speak(house, 10, 400);
    intake::RunOptions hasty;
    hasty.maxPagesPerStream = 2;
    hasty.backfillPages = 0;
    for (int i = 0; i < 3; ++i)
        (void)must(house.engine->runAll(hasty));
    (void)must(house.engine->fillGaps(house.account));
    for (int i = 0; i < 20; ++i)
        (void)must(house.engine->runAll());
    CHECK(stored(house, "dubreuil") == 400);
    CHECK(house.read<std::vector<SyncWindow>>([](store::Tx &tx) { return store::Sync(tx).openGaps(); }).empty());
}

TEST_CASE("filling tells how far back it is, can be stopped, and goes no further than asked")
{
    House house;
    speak(house, 0, 10);
    must(house.engine->runAll());
    const auto until = house.clock.now();
    speak(house, 10, 400);
    house.clock.advance(std::chrono::hours{1});
    const auto cursors = house.read<std::vector<SyncCursor>>([&](store::Tx &tx) { return store::Sync(tx).cursors(house.account); });
    const auto tag = std::find_if(cursors.begin(), cursors.end(), [](const SyncCursor &cursor) { return cursor.key.stream.rfind("tag:", 0) == 0; });
    REQUIRE(tag != cursors.end());
    const auto key = tag->key;
    house.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Sync(tx).addGap(key, until, tx.now(), "page-limit"));
        return true;
    });
    const auto gaps = [&] { return house.read<std::vector<SyncWindow>>([](store::Tx &tx) { return store::Sync(tx).openGaps(); }); };
    REQUIRE(gaps().size() == 1);
    std::stop_source stop;
    intake::FillOptions options;
    options.stream = key.stream;
    std::vector<double> shares;
    options.progress = [&](const std::string &stream, double share) {
        CHECK(stream == key.stream);
        shares.push_back(share);
        stop.request_stop(); // after the first page
    };
    const auto stopped = house.engine->fillGaps(house.account, options, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Errc::Cancelled);
    CHECK(shares.size() == 1);
    REQUIRE(gaps().size() == 1); // the page that was read stays read, the rest is still missing
    CHECK(gaps().front().from == until);
    CHECK(gaps().front().to < house.clock.now());
    options.progress = [&](const std::string &, double share) { shares.push_back(share); };
    const auto report = must(house.engine->fillGaps(house.account, options));
    REQUIRE(report.streams.size() == 1);
    CHECK_FALSE(report.streams[0].error);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() == 1);
    CHECK(gaps().empty());
    CHECK(stored(house, "dubreuil") == 400);
}
