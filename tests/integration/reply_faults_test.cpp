// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days of an answer: the network breaks, the token dies, two people answer at once, a flood comes in meanwhile. The answer is there
// once, or not at all and said so; and nothing else was sent.
#include "integration/house.hpp"

#include <vigie/desk/answering.hpp>
#include <vigie/net/url.hpp>
#include <vigie/plan/answer_parts.hpp>
#include <vigie/plan/held_back.hpp>

using namespace vigie;
using namespace vigie::test;
using practice::Fault;

namespace {

/// Somebody has asked, and an answer of ours is in the outbox.
struct Asked {
    explicit Asked(const std::string &question = "Where is my order @dubreuil ?")
    {
        native = house.server->memberPosts("claire", question);
        must(house.engine->runAll());
        const auto tickets = house.read<std::vector<store::TicketRow>>([](store::Tx &tx) { return store::Tickets(tx).list({}); });
        REQUIRE(tickets.size() == 1);
        ticket = tickets[0].ticket;
    }
    [[nodiscard]] plan::ReplyDraft draft(const std::string &text, const std::string &press) const
    {
        plan::ReplyDraft one;
        one.ticket = ticket.id;
        one.target = ticket.latest;
        one.account = house.account;
        one.text = text;
        one.clientToken = press;
        return one;
    }
    OutboundId answer(const std::string &text, const std::string &press = "press")
    {
        return house.write<OutboundId>([&](store::Tx &tx) { return plan::Planner(tx, house.catalogue).reply(draft(text, press)); });
    }
    store::AnswerKnown known()
    {
        return house.read<store::AnswerKnown>([&](store::Tx &tx) { return store::Drafts(tx).knownNow(ticket.id, ticket.latest); });
    }
    std::vector<desk::Meanwhile> meanwhile(const store::AnswerKnown &of)
    {
        return house.read<std::vector<desk::Meanwhile>>([&](store::Tx &tx) { return desk::meanwhile(tx, ticket.id, of); });
    }
    /// A colleague answers with the network's own program.
    void colleagueAnswers(const std::string &words)
    {
        net::Request request;
        request.method = net::Method::Post;
        request.url = house.server->url() + "/api/v1/statuses";
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = net::formEncode({{"status", words}, {"in_reply_to_id", native}});
        request.bearer = Secret(house.server->brandToken());
        const auto answer = house.http->sendAndWait(std::move(request));
        REQUIRE(answer.has_value());
        REQUIRE(answer->status == 200);
    }
    [[nodiscard]] std::size_t sent() const { return house.server->brandPosts().size(); }

    House house;
    Ticket ticket;
    std::string native;
};

} // namespace

TEST_CASE("whatever cuts an answer short, it is there once or not at all")
{
    const auto fault = GENERATE(Fault::CutBeforeRequest, Fault::CutAfterRequest, Fault::CutAfterStatus, Fault::TruncatedBody, Fault::ErrorAfterSuccess, Fault::ServerError);
    Asked asked;
    asked.house.fault(fault);
    const auto id = asked.answer("It leaves tomorrow.");
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.settle();
    const auto row = asked.house.outbound(id);
    const auto there = asked.sent();
    CHECK((row.state == OutboundState::Sent || row.state == OutboundState::Failed));
    CHECK(there == (row.state == OutboundState::Sent ? 1U : 0U));
    asked.house.clock.advance(std::chrono::hours{3});
    asked.house.settle();
    CHECK(asked.sent() == there); // nothing else was sent
}

TEST_CASE("a token that dies keeps the answer, and it leaves once when the account is back")
{
    Asked asked;
    asked.house.fault(Fault::Unauthorized, "POST", "/api/v1/statuses", -1);
    const auto id = asked.answer("Tomorrow.");
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.publish();
    CHECK(asked.house.outbound(id).state == OutboundState::Planned);
    CHECK(asked.sent() == 0);
    asked.house.server->faults().clear();
    asked.house.write<void>([&](store::Tx &tx) { return store::Accounts(tx).setState(asked.house.account, AccountState::Active); });
    asked.house.settle(std::chrono::minutes{5});
    CHECK(asked.house.outbound(id).state == OutboundState::Sent);
    CHECK(asked.sent() == 1); // nothing else was sent
}

TEST_CASE("two windows answer at once: the second is told what the first is sending")
{
    Asked asked;
    const auto first = asked.known(), second = asked.known();
    CHECK(asked.meanwhile(first).empty());
    asked.answer("From the first window.", "press-1");
    const auto told = asked.meanwhile(second);
    REQUIRE(told.size() == 1);
    CHECK(told[0].what == desk::Meanwhile::What::AnswerWaits);
    CHECK(told[0].text == "From the first window.");
    CHECK(asked.meanwhile(asked.known()).empty()); // once told, told
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.settle();
    must(asked.house.engine->runAll()); // its echo is the same answer and not another one
    CHECK(asked.meanwhile(second).size() == 1);
    CHECK(asked.sent() == 1); // nothing else was sent
}

TEST_CASE("a colleague answers on the network itself: said before sending, and what is held already is held back")
{
    Asked asked;
    const auto before = asked.known();
    asked.colleagueAnswers("@claire already on its way");
    must(asked.house.engine->fetchThread(asked.ticket.latest));
    const auto told = asked.meanwhile(before);
    REQUIRE(told.size() == 1);
    CHECK(told[0].what == desk::Meanwhile::What::ColleagueSent);
    CHECK(told[0].text.find("already on its way") != std::string::npos);
    CHECK(asked.sent() == 1);
    // All the same: nothing holds it back, the person has seen the colleague's answer.
    const auto id = asked.answer("And it arrives on Friday.");
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.settle();
    CHECK(asked.house.outbound(id).state == OutboundState::Sent);
    CHECK(asked.sent() == 2); // nothing else was sent
}

TEST_CASE("an answer in its undo window is held back by a colleague's, and leaves when the person says so")
{
    Asked asked;
    const auto id = asked.answer("It leaves tomorrow.");
    asked.house.clock.advance(std::chrono::seconds{2});
    asked.colleagueAnswers("@claire it left yesterday");
    must(asked.house.engine->fetchThread(asked.ticket.latest));
    asked.house.clock.advance(std::chrono::seconds{10});
    asked.house.settle();
    const auto row = asked.house.outbound(id);
    CHECK(row.state == OutboundState::Failed);
    REQUIRE(row.error);
    CHECK(row.error->detail == plan::kAnsweredMeanwhile);
    CHECK(asked.sent() == 1); // the colleague's
    asked.house.clock.advance(std::chrono::hours{1});
    asked.house.settle();
    CHECK(asked.sent() == 1); // and nothing else was sent
    asked.house.write<void>([&](store::Tx &tx) { return plan::Planner(tx, asked.house.catalogue).retry(id); });
    asked.house.settle();
    CHECK(asked.house.outbound(id).state == OutboundState::Sent);
    CHECK(asked.sent() == 2);
}

TEST_CASE("a long answer stops at the part that fails and goes on from there")
{
    Asked asked;
    std::string text;
    for (int n = 1; n <= 40; ++n)
        text += "Sentence number " + std::to_string(n) + " of a long answer. ";
    const auto account = asked.house.read<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(asked.house.account); });
    const auto parts = plan::answerParts(asked.house.catalogue, account, "claire", text, true);
    REQUIRE(parts.size() == 4);
    asked.house.fault(Fault::Unavailable, "POST", "/api/v1/statuses", 1, 2);
    const auto id = asked.answer(plan::joinParts(parts));
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.settle();
    auto row = asked.house.outbound(id);
    CHECK(row.state == OutboundState::Failed);
    REQUIRE(row.parts.size() == 4);
    CHECK(row.parts[1].state == OutboundPart::State::Sent);
    CHECK(row.parts[2].state == OutboundPart::State::Failed);
    CHECK(row.parts[3].state == OutboundPart::State::Waiting);
    CHECK(asked.sent() == 2);
    must(asked.house.engine->fetchThread(asked.ticket.latest)); // our own echoes hold nothing back
    const auto kept = row.parts[1].nativeId;
    asked.house.write<void>([&](store::Tx &tx) { return plan::Planner(tx, asked.house.catalogue).retry(id); });
    asked.house.settle();
    row = asked.house.outbound(id);
    CHECK(row.state == OutboundState::Sent);
    CHECK(row.parts[1].nativeId == kept);
    const auto posts = asked.house.server->brandPosts();
    REQUIRE(posts.size() == 4); // nothing else was sent
    CHECK(posts[0].inReplyTo == asked.native);
    for (std::size_t i = 1; i < posts.size(); ++i)
        CHECK(posts[i].inReplyTo == posts[i - 1].id);
}

TEST_CASE("ten thousand messages arrive while one types: the draft stays, and the answer leaves once")
{
    Asked asked;
    store::AnswerDraft draft;
    draft.ticket = asked.ticket.id;
    draft.account = asked.house.account;
    draft.text = "I am looking into it";
    draft.known = asked.known();
    asked.house.write<void>([&](store::Tx &tx) { return store::Drafts(tx).save(draft); });
    const auto item = asked.house.read<std::optional<Item>>([&](store::Tx &tx) { return store::Items(tx).get(asked.ticket.latest); });
    REQUIRE(item);
    for (int page = 0; page < 20; ++page) {
        std::vector<store::AnalysedItem> flood;
        for (int n = 0; n < 500; ++n) {
            Item one = *item;
            one.id = {};
            one.nativeId = "flood-" + std::to_string(page * 500 + n);
            one.permalink.clear();
            one.refs.clear();
            one.author.nativeId = "stranger-" + std::to_string(n);
            one.author.handle = one.author.nativeId;
            one.text = "Me too, number " + std::to_string(page * 500 + n);
            one.publishedAt = asked.house.clock.now() + std::chrono::milliseconds(page * 500 + n);
            flood.emplace_back(std::move(one));
        }
        asked.house.write<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Items(tx).store(flood));
            return true;
        });
    }
    CHECK(asked.meanwhile(draft.known).empty()); // strangers are no news of this conversation
    const auto kept = asked.house.read<std::optional<store::AnswerDraft>>([&](store::Tx &tx) { return store::Drafts(tx).get(asked.ticket.id, asked.house.account); });
    REQUIRE(kept);
    CHECK(kept->text == draft.text);
    CHECK(kept->known == draft.known);
    const auto id = asked.answer(draft.text);
    asked.house.clock.advance(std::chrono::seconds{11});
    asked.house.settle();
    CHECK(asked.house.outbound(id).state == OutboundState::Sent);
    CHECK(asked.sent() == 1); // nothing else was sent
}
