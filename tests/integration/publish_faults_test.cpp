// SPDX-License-Identifier: GPL-3.0-or-later
// The fault plan of the outbox, row by row: whatever the network does to a post, it is there exactly once, or not at all
// and said so. Never twice.
#include "integration/house.hpp"

#include <vigie/net/url.hpp>

#include <filesystem>

using namespace vigie;
using namespace vigie::test;
using practice::Fault;

TEST_CASE("a post that meets no trouble is sent once and keeps its native id")
{
    House house;
    const auto id = house.post("Hello from the workshop");
    const auto report = house.publish();
    CHECK(report.sent == 1);
    const auto row = house.outbound(id);
    CHECK(row.state == OutboundState::Sent);
    REQUIRE(row.parts.size() == 1);
    REQUIRE(house.server->brandPosts().size() == 1);
    CHECK(row.parts[0].nativeId == house.server->brandPosts()[0].id);
    CHECK(house.server->brandPosts()[0].idempotencyKey == row.parts[0].idempotencyKey);
    CHECK_FALSE(row.parts[0].permalink.empty());
    house.settle();
    CHECK(house.server->brandPosts().size() == 1); // and nothing else was sent
}

TEST_CASE("what a cut leaves unknown is settled by reading back, never by sending again")
{
    struct Row {
        Fault fault;
        const char *name;
        int posts;
        OutboundState state;
    };
    const auto row = GENERATE(Row{Fault::CutAfterRequest, "cut after the request", 1, OutboundState::Sent},
                              Row{Fault::CutAfterStatus, "cut after the status line", 1, OutboundState::Sent},
                              Row{Fault::TruncatedBody, "truncated body", 1, OutboundState::Sent},
                              Row{Fault::LyingLength, "a length that lies", 1, OutboundState::Sent},
                              Row{Fault::ErrorAfterSuccess, "504 with success behind", 1, OutboundState::Sent},
                              Row{Fault::Garbage, "200 with garbage", 0, OutboundState::Failed},
                              Row{Fault::ServerError, "500 without effect", 0, OutboundState::Failed},
                              Row{Fault::Unavailable, "503 without effect", 0, OutboundState::Failed});
    INFO(row.name);
    House house;
    house.fault(row.fault);
    const auto id = house.post("Only once please");
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Unknown);
    house.settle();
    const auto after = house.outbound(id);
    const int posts = house.seen("Only once please");
    CHECK(posts <= 1); // never two
    if (row.fault == Fault::Garbage) // whether the fault let the post through is the network's business: the row must say the same
        CHECK(after.state == (posts == 1 ? OutboundState::Sent : OutboundState::Failed));
    else {
        CHECK(posts == row.posts);
        CHECK(after.state == row.state);
    }
    house.clock.advance(std::chrono::hours{2});
    house.settle();
    CHECK(house.seen("Only once please") == posts);
}

TEST_CASE("a request that never left is tried again by itself and arrives once")
{
    House house;
    house.fault(Fault::CutBeforeRequest);
    const auto id = house.post("After a stumble");
    house.settle();
    const auto state = house.outbound(id).state;
    const int posts = house.seen("After a stumble");
    // The connection was closed without an answer: from outside that is the same as "cut after the request", so the row
    // may have had to be read back; it ends with one post and Sent, or with none and Failed.
    CHECK(posts == (state == OutboundState::Sent ? 1 : 0));
    CHECK((state == OutboundState::Sent || state == OutboundState::Failed));
}

TEST_CASE("nobody listens: the post waits, is missed when it is too late, and is never sent after that")
{
    House house;
    const auto id = house.post("Too late");
    const auto taken = house.server->url();
    house.server.reset(); // the network is gone
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Planned);
    house.clock.advance(std::chrono::minutes{20});
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Missed);
    house.clock.advance(std::chrono::hours{3});
    CHECK_FALSE(must(house.publisher->runDue()).next);
    CHECK(house.outbound(id).state == OutboundState::Missed);
}

TEST_CASE("429 in every dialect waits, and then sends once")
{
    const auto fault = GENERATE(Fault::RateIso, Fault::RateEpoch, Fault::RateDelta, Fault::RateHttpDate, Fault::RateSilent);
    House house;
    house.fault(fault);
    const auto id = house.post("Patience");
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Planned);
    CHECK(house.seen("Patience") == 0);
    house.settle(std::chrono::minutes{14});
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("Patience") == 1);
}

TEST_CASE("401 keeps the queue, asks to sign in again and storms nobody")
{
    House house;
    house.fault(Fault::Unauthorized, "POST", "/api/v1/statuses", -1);
    const auto id = house.post("Signed out");
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Planned);
    const auto account = house.read<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(house.account); });
    CHECK(account.state == AccountState::ReconnectNeeded);
    const auto requests = house.server->requestCount();
    for (int i = 0; i < 5; ++i) {
        house.clock.advance(std::chrono::seconds{40});
        house.publish();
    }
    CHECK(house.server->requestCount() == requests); // and nothing else was sent
    house.server->faults().clear();
    house.write<void>([&](store::Tx &tx) { return store::Accounts(tx).setState(house.account, AccountState::Active); });
    house.settle(std::chrono::minutes{5});
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("Signed out") == 1);
}

TEST_CASE("a server that ignores idempotency keys still gets one post")
{
    House house;
    house.fault(Fault::IgnoresKey, "POST", "/api/v1/statuses", -1);
    house.fault(Fault::CutAfterRequest);
    const auto id = house.post("The key was lost");
    house.settle();
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("The key was lost") == 1);
}

TEST_CASE("two posts with the same words are told apart when one of them is unknown")
{
    House house;
    const auto first = house.post("Bonjour à tous");
    house.publish();
    house.clock.advance(std::chrono::minutes{1});
    house.fault(Fault::Unavailable);
    const auto second = house.post("Bonjour à tous");
    house.settle();
    CHECK(house.outbound(first).state == OutboundState::Sent);
    CHECK(house.outbound(second).state == OutboundState::Failed); // the first is not mistaken for the second
    CHECK(house.seen("Bonjour") == 1);
}

TEST_CASE("the process dies at each step, and the network ends with one post or with none and Failed")
{
    struct Died {};
    const auto at = GENERATE(as<std::string>{}, "claimed", "sending", "answered", "recorded");
    INFO("dies when " << at);
    House house;
    const auto id = house.post("Survivor");
    bool armed = true;
    house.publisher->onStep([&](std::string_view step) {
        if (armed && step == at) {
            armed = false;
            throw Died{};
        }
    });
    CHECK_THROWS_AS(house.publisher->runDue(), Died);
    house.restart();
    house.settle();
    const auto row = house.outbound(id);
    CHECK(house.seen("Survivor") == (row.state == OutboundState::Sent ? 1 : 0));
    CHECK((row.state == OutboundState::Sent || row.state == OutboundState::Failed));
    if (at == "claimed" || at == "answered" || at == "recorded")
        CHECK(row.state == OutboundState::Sent);
}

TEST_CASE("a thread of five stops at the part that fails, keeps what was sent, and goes on from there")
{
    House house;
    house.fault(Fault::Unavailable, "POST", "/api/v1/statuses", 1, 2);
    const auto id = house.post("part one\n---\npart two\n---\npart three\n---\npart four\n---\npart five");
    house.settle();
    auto row = house.outbound(id);
    CHECK(row.state == OutboundState::Failed);
    REQUIRE(row.parts.size() == 5);
    CHECK(row.parts[0].state == OutboundPart::State::Sent);
    CHECK(row.parts[1].state == OutboundPart::State::Sent);
    CHECK(row.parts[2].state == OutboundPart::State::Failed);
    CHECK(house.server->brandPosts().size() == 2);
    const auto kept = row.parts[1].nativeId;
    house.write<void>([id, &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).retry(id); });
    house.settle();
    row = house.outbound(id);
    CHECK(row.state == OutboundState::Sent);
    CHECK(row.parts[1].nativeId == kept);
    const auto posts = house.server->brandPosts();
    REQUIRE(posts.size() == 5);
    for (std::size_t i = 1; i < posts.size(); ++i)
        CHECK(posts[i].inReplyTo == posts[i - 1].id);
}

TEST_CASE("what fails after acceptance cannot change Sent")
{
    House house;
    house.publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{
        *house.store, house.catalogue, *house.courier, house.clock,
        [](store::Tx &, const Outbound &) -> Result<void> { return fail(Errc::Internal, "a follower fell over"); }});
    const auto id = house.post("Followers may fall");
    house.settle();
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("Followers may fall") == 1);
}

namespace {

/// Another program of ours, or a colleague, posts with the same account.
void postBesides(House &house, int count, const std::string &words)
{
    Account ours = house.read<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(house.account); });
    for (int i = 0; i < count; ++i) {
        net::Request request;
        request.method = net::Method::Post;
        request.url = ours.instance + "/api/v1/statuses";
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = net::formEncode({{"status", words + " " + std::to_string(i)}});
        request.bearer = Secret(house.server->brandToken());
        const auto answer = house.http->sendAndWait(std::move(request));
        REQUIRE(answer.has_value());
        REQUIRE(answer->status == 200);
    }
}

int readBacks(House &house, OutboundId id)
{
    int count = 0;
    for (const auto &attempt : house.read<std::vector<Attempt>>([id](store::Tx &tx) { return store::Outbox(tx).attempts(id); }))
        count += attempt.phase == "reconcile" ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("our post is found behind many newer ones, and nothing else is sent")
{
    const auto [newer, pages] = GENERATE(table<int, int>({{45, 2}, {230, 6}}));
    House house;
    house.fault(Fault::CutAfterRequest);
    const auto id = house.post("Pushed off the first page");
    house.publish();
    REQUIRE(house.outbound(id).state == OutboundState::Unknown);
    house.clock.advance(std::chrono::seconds{1});
    postBesides(house, newer, "Something newer");
    house.settle();
    const auto row = house.outbound(id);
    CHECK(row.state == OutboundState::Sent);
    CHECK(row.parts[0].nativeId == house.server->brandPosts()[0].id);
    CHECK(house.seen("Pushed off") == 1);
    CHECK(static_cast<int>(house.server->brandPosts().size()) == newer + 1);
    CHECK(readBacks(house, id) == pages);
}

TEST_CASE("a post that did not arrive is looked for as far as the time of sending, and no further")
{
    House house;
    postBesides(house, 130, "Long ago");
    house.clock.advance(std::chrono::hours{2});
    house.fault(Fault::ServerError);
    const auto id = house.post("Never arrived");
    house.publish();
    REQUIRE(house.outbound(id).state == OutboundState::Unknown);
    postBesides(house, 50, "Newer");
    house.settle();
    CHECK(house.outbound(id).state == OutboundState::Failed);
    CHECK(house.seen("Never arrived") == 0);
    CHECK(readBacks(house, id) == 2 * 4); // two pages, four times; the posts of long ago are left alone behind them
}

TEST_CASE("a network that does not show as far back leaves the outcome unknown and offers no second sending")
{
    House house;
    house.fault(Fault::ServerError);
    const auto id = house.post("Out of sight");
    house.publish();
    postBesides(house, 1010, "Flood");
    house.settle(std::chrono::minutes{20});
    auto row = house.outbound(id);
    CHECK(row.state == OutboundState::Unknown);
    REQUIRE(row.error);
    CHECK(row.error->code == Errc::UnknownOutcome);
    CHECK(row.error->detail.find("newer posts") != std::string::npos);
    REQUIRE(row.nextCheckAt);
    CHECK(*row.nextCheckAt > house.clock.now() + std::chrono::minutes{30}); // no storm of reading either
    CHECK_FALSE(house.store->writeNow<void>([id, &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).retry(id); }));
    CHECK(house.seen("Out of sight") == 0);
    // A person can have it looked for again at once; the answer is the same and nothing is sent.
    house.write<void>([id, &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).checkNow(id); });
    house.publish();
    CHECK(house.outbound(id).state == OutboundState::Unknown);
    CHECK(house.seen("Out of sight") == 0);
}

TEST_CASE("pressing send twice makes one row, and the undo window keeps it back until its end")
{
    House house;
    const auto native = house.server->memberPosts("claire", "Where is my order @dubreuil ?");
    must(house.engine->runAll());
    const auto tickets = house.read<std::vector<store::TicketRow>>([](store::Tx &tx) { return store::Tickets(tx).list({}); });
    REQUIRE(tickets.size() == 1);
    plan::ReplyDraft draft;
    draft.ticket = tickets[0].ticket.id;
    draft.target = tickets[0].ticket.latest;
    draft.account = house.account;
    draft.text = "On its way!";
    draft.clientToken = "press-1";
    const auto id = house.write<OutboundId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).reply(draft); });
    const auto again = house.store->writeNow<OutboundId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).reply(draft); });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Errc::Duplicate);
    house.publish();
    CHECK(house.server->brandPosts().empty()); // nothing leaves before the window ends
    house.clock.advance(std::chrono::seconds{9});
    house.publish();
    CHECK(house.server->brandPosts().empty());
    house.clock.advance(std::chrono::seconds{2});
    house.publish();
    REQUIRE(house.server->brandPosts().size() == 1);
    CHECK(house.server->brandPosts()[0].inReplyTo == native);
    CHECK(house.outbound(id).state == OutboundState::Sent);
}

TEST_CASE("what is taken back inside the window never leaves")
{
    House house;
    PlanItem plan;
    plan.text = "Tomorrow";
    plan.zone = "Europe/Paris";
    plan.wall = must(toWall(house.clock.now() + std::chrono::hours{24}, plan.zone));
    plan.variants.push_back(PlanVariant{house.account, {}, false, {}, OutboundState::Draft, {}, {}});
    const auto id = house.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
        plan::Planner planner(tx, house.catalogue);
        VIGIE_TRY(const auto made, planner.save(plan));
        VIGIE_CHECK(planner.approve(made));
        return made;
    });
    house.publish();
    house.write<void>([id, &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).unapprove(id); });
    house.clock.advance(std::chrono::hours{25});
    house.settle();
    CHECK(house.server->brandPosts().empty());
}

TEST_CASE("asleep for eight hours with six posts due: six missed, none sent")
{
    House house;
    std::vector<OutboundId> rows;
    for (int i = 1; i <= 6; ++i) {
        PlanItem plan;
        plan.text = "post " + std::to_string(i);
        plan.zone = "Europe/Paris";
        plan.wall = must(toWall(house.clock.now() + std::chrono::hours{i}, plan.zone));
        plan.variants.push_back(PlanVariant{house.account, {}, false, {}, OutboundState::Draft, {}, {}});
        const auto id = house.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, house.catalogue);
            VIGIE_TRY(const auto made, planner.save(plan));
            VIGIE_CHECK(planner.approve(made));
            return made;
        });
        rows.push_back(house.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); }).variants.front().outbound);
    }
    house.clock.advance(std::chrono::hours{8});
    const auto report = house.publish();
    CHECK(report.missed == 6);
    for (const auto row : rows)
        CHECK(house.outbound(row).state == OutboundState::Missed);
    CHECK(house.server->brandPosts().empty());
    // A clock that jumps back an hour neither sends nor doubles anything.
    house.clock.advance(-std::chrono::hours{1});
    house.publish();
    CHECK(house.server->brandPosts().empty());
}

TEST_CASE("pictures go up first with their alternative text, and one that is slow to process is waited for")
{
    House house;
    const auto path = house.folder.file("slow-workshop.png");
    {
        // The smallest PNG there is: one grey pixel.
        const unsigned char bytes[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
                                       0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 'I', 'D', 'A', 'T', 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD,
                                       0x72, 0xB6, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
        std::FILE *file = std::fopen(path.c_str(), "wb");
        REQUIRE(file != nullptr);
        std::fwrite(bytes, 1, sizeof bytes, file);
        std::fclose(file);
    }
    PlanItem plan;
    plan.text = "Look at this";
    plan.zone = "Europe/Paris";
    plan.media.push_back(OutboundMedia{path, "image/png", "A workbench", {}, {}});
    plan.variants.push_back(PlanVariant{house.account, {}, false, {}, OutboundState::Draft, {}, {}});
    house.write<PlanId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).publishNow(plan); });
    house.settle();
    REQUIRE(house.server->brandPosts().size() == 1);
    CHECK(house.server->brandPosts()[0].media == 1);
}

namespace {

/// A post with a first comment, due now; its two rows.
std::vector<OutboundId> commented(House &house, const std::string &text, const std::string &comment)
{
    PlanItem plan;
    plan.text = text;
    plan.firstComment = comment;
    plan.zone = "Europe/Paris";
    plan.variants.push_back(PlanVariant{house.account, {}, false, {}, OutboundState::Draft, {}, {}});
    const auto id = house.write<PlanId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).publishNow(plan); });
    return house.read<std::vector<OutboundId>>([id](store::Tx &tx) { return store::Outbox(tx).ofPlan(id); });
}

} // namespace

TEST_CASE("a first comment stands under its post once it is there, and has a state of its own")
{
    House house;
    house.fault(Fault::Unprocessable, "POST", "/api/v1/statuses", 1, 1); // the post passes, its comment is refused
    const auto rows = commented(house, "The new oven is here", "Opening hours: see the page");
    REQUIRE(rows.size() == 2);
    house.settle();
    CHECK(house.outbound(rows[0]).state == OutboundState::Sent);
    CHECK(house.outbound(rows[1]).state == OutboundState::Failed);
    CHECK(house.server->brandPosts().size() == 1);
    house.write<void>([id = rows[1], &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).retry(id); });
    house.settle();
    CHECK(house.outbound(rows[1]).state == OutboundState::Sent);
    const auto posts = house.server->brandPosts();
    REQUIRE(posts.size() == 2);
    CHECK(posts[1].inReplyTo == posts[0].id);
}

TEST_CASE("a first comment waits for the outcome of its post, and is never said under nothing")
{
    House house;
    house.fault(Fault::CutAfterRequest);
    const auto rows = commented(house, "Is it there?", "Under it");
    house.publish();
    CHECK(house.outbound(rows[0]).state == OutboundState::Unknown);
    CHECK(house.outbound(rows[1]).state == OutboundState::Planned);
    CHECK(house.seen("Under it") == 0);
    house.settle();
    CHECK(house.outbound(rows[0]).state == OutboundState::Sent);
    CHECK(house.outbound(rows[1]).state == OutboundState::Sent);
    CHECK(house.seen("Under it") == 1);

    house.fault(Fault::Unprocessable);
    const auto lost = commented(house, "Refused there", "Said under nothing");
    house.settle();
    CHECK(house.outbound(lost[0]).state == OutboundState::Failed);
    CHECK(house.outbound(lost[1]).state == OutboundState::Planned);
    const auto requests = house.server->requestCount();
    house.clock.advance(std::chrono::hours{2});
    CHECK_FALSE(must(house.publisher->runDue()).next); // it waits without a beat of its own
    CHECK(house.server->requestCount() == requests);
    house.write<void>([id = lost[0], &networks = house.catalogue](store::Tx &tx) { return plan::Planner(tx, networks).cancel(id); });
    CHECK(house.outbound(lost[1]).state == OutboundState::Cancelled);
    CHECK(house.seen("Said under nothing") == 0);
}

TEST_CASE("a thread that began in time goes on to its end, however long the network asks for patience in the middle of it")
{
    House house;
    house.fault(Fault::RateDelta, "POST", "/api/v1/statuses", 1, 1);
    const auto id = house.post("first half\n---\nsecond half");
    house.publish();
    CHECK(house.outbound(id).parts[0].state == OutboundPart::State::Sent);
    house.clock.advance(std::chrono::minutes{40}); // later than its lateness allows a post to begin
    house.settle();
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("second half") == 1);
}

TEST_CASE("a post that a clock set back by an hour hid from its own read-back is found all the same")
{
    House house;
    house.fault(Fault::CutAfterRequest);
    const auto id = house.post("Said by a clock that was ahead");
    house.publish();
    REQUIRE(house.outbound(id).state == OutboundState::Unknown);
    house.clock.advance(-std::chrono::hours{1});
    house.settle();
    CHECK(house.outbound(id).state == OutboundState::Sent);
    CHECK(house.seen("Said by a clock") == 1);
}
