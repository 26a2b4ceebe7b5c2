// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/audit.hpp>
#include <vigie/store/questions.hpp>

using namespace vigie;
using vigie::test::TempStore;

namespace {

Question question(Instant now)
{
    Question out;
    out.subject = "[Vigie #1] Four";
    out.text = "O\xc3\xb9 en est-on ?";
    out.recipients = {{"Andr\xc3\xa9", "sav@example.test", QuestionRecipient::State::Waiting, 0, {}},
                      {"", "ventes@example.test", QuestionRecipient::State::Refused, 550, "no such"}};
    out.createdAt = out.changedAt = now;
    out.dueAt = now;
    return out;
}

QuestionReply reply(QuestionId id, const std::string &messageId, Instant at)
{
    QuestionReply out;
    out.question = id;
    out.messageId = messageId;
    out.fromAddress = "sav@example.test";
    out.subject = "Re";
    out.text = "Oui.";
    out.history = "> O\xc3\xb9 ?";
    out.attachments = {"re\xc3\xa7u.pdf"};
    out.at = at;
    return out;
}

} // namespace

TEST_CASE("a question is kept with its recipients and what each server said", "[store][questions]")
{
    TempStore store;
    const auto id = store.write([&](store::Tx &tx) { return store::Questions(tx).add(question(store.clock.now())); });
    CHECK(id.value >= 1000);
    auto kept = store.read([&](store::Tx &tx) { return store::Questions(tx).get(id); });
    REQUIRE(kept.recipients.size() == 2);
    CHECK(kept.recipients[0].name == "Andr\xc3\xa9");
    CHECK(kept.recipients[1].state == QuestionRecipient::State::Refused);
    CHECK(kept.recipients[1].answer == "no such");
    kept.state = QuestionState::Sent;
    kept.sentAt = store.clock.now();
    kept.dueAt.reset();
    kept.messageId = "vigie-1.aa@example.test";
    kept.mayHaveLeft = true;
    kept.error = Error{Errc::RateLimited, "later", 450, {}, {}};
    store.write([&](store::Tx &tx) { return store::Questions(tx).update(kept); });
    const auto again = store.read([&](store::Tx &tx) { return store::Questions(tx).get(id); });
    CHECK(again.state == QuestionState::Sent);
    CHECK(again.messageId == kept.messageId);
    CHECK(again.error == kept.error);
    CHECK(again.mayHaveLeft);
    const auto audit = store.read([](store::Tx &tx) { return store::Audit(tx).list(10); });
    REQUIRE(audit.size() == 2);
    CHECK(audit[0].action == "question.state");
    CHECK(audit[1].detail.find("sav") == std::string::npos);
}

TEST_CASE("numbers go on from where a workspace began", "[store][questions]")
{
    TempStore first, second;
    const auto add = [](TempStore &store) { return store.write([&](store::Tx &tx) { return store::Questions(tx).add(question(store.clock.now())); }).value; };
    const auto one = add(first);
    CHECK(add(first) == one + 1);
    CHECK(add(first) == one + 2);
    CHECK(add(second) >= 1000);
}

TEST_CASE("what is due comes when its time has come", "[store][questions]")
{
    TempStore store;
    auto later = question(store.clock.now());
    later.dueAt = store.clock.now() + std::chrono::minutes(5);
    const auto soon = store.write([&](store::Tx &tx) { return store::Questions(tx).add(question(store.clock.now())); });
    const auto late = store.write([&](store::Tx &tx) { return store::Questions(tx).add(later); });
    const auto due = [&] { return store.read([](store::Tx &tx) { return store::Questions(tx).due(tx.now()); }); };
    CHECK(due() == std::vector<QuestionId>{soon});
    CHECK(store.read([](store::Tx &tx) { return store::Questions(tx).nextDue(); }) == store.clock.now());
    store.clock.advance(std::chrono::minutes(5));
    CHECK(due() == std::vector<QuestionId>{soon, late});
    CHECK(store.read([](store::Tx &tx) { return store::Questions(tx).answerable(10); }).empty());
}

TEST_CASE("the same mail is one reply, however often it is read", "[store][questions]")
{
    TempStore store;
    const auto id = store.write([&](store::Tx &tx) { return store::Questions(tx).add(question(store.clock.now())); });
    const auto add = [&](const std::string &message) {
        return store.write([&](store::Tx &tx) { return store::Questions(tx).addReply(reply(id, message, store.clock.now())); });
    };
    CHECK(add("a@x"));
    CHECK_FALSE(add("a@x"));
    CHECK(add("b@x"));
    const auto all = store.read([&](store::Tx &tx) { return store::Questions(tx).replies(id); });
    REQUIRE(all.size() == 2);
    CHECK(all[0].attachments == std::vector<std::string>{"re\xc3\xa7u.pdf"});
    CHECK(all[0].history == "> O\xc3\xb9 ?");
    CHECK((*store).readNow<Question>([](store::Tx &tx) { return store::Questions(tx).get(QuestionId{7}); }).error().code == Errc::NotFound);
}
