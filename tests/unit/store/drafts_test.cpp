// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/drafts.hpp>
#include <vigie/store/writing.hpp>

#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

TicketId ticketWith(test::TempStore &store, ItemId item)
{
    return store.write([&](Tx &tx) -> Result<TicketId> {
        Ticket ticket;
        ticket.root = ticket.latest = item;
        ticket.createdAt = ticket.changedAt = tx.now();
        VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "intake"));
        VIGIE_CHECK(Tickets(tx).addItem(id, item));
        return id;
    });
}

ItemId stored(test::TempStore &store, Item item)
{
    const AnalysedItem one(std::move(item));
    return store.write([&](Tx &tx) { return Items(tx).store({&one, 1}); }).front().id;
}

} // namespace

TEST_CASE("drafts are kept by account, with what was known, across a restart", "[store][drafts]")
{
    test::TempStore store;
    const auto asked = stored(store, test::item("1", "Where is it?"));
    const auto ticket = ticketWith(store, asked);
    AnswerDraft draft;
    draft.ticket = ticket;
    draft.account = AccountId{1};
    draft.text = "Dear";
    draft.lang = "en";
    draft.visibility = Visibility::Unlisted;
    draft.known = {asked, 2, ItemId{7}, OutboundId{3}};
    store.write([&](Tx &tx) { return Drafts(tx).save(draft); });
    draft.account = AccountId{2};
    draft.text = "Cher";
    store.write([&](Tx &tx) { return Drafts(tx).save(draft); });
    store.reopen();
    const auto first = store.read([&](Tx &tx) { return Drafts(tx).get(ticket, AccountId{1}); });
    REQUIRE(first);
    CHECK(first->text == "Dear");
    CHECK(first->lang == "en");
    CHECK(first->visibility == Visibility::Unlisted);
    CHECK(first->known == draft.known);
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).of(ticket); }).size() == 2);
    draft.text.clear();
    store.write([&](Tx &tx) { return Drafts(tx).save(draft); });
    CHECK_FALSE(store.read([&](Tx &tx) { return Drafts(tx).get(ticket, AccountId{2}); }));
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).of(ticket); }).size() == 1);
}

TEST_CASE("an answer that did not go through the outbox is a colleague's", "[store][drafts]")
{
    test::TempStore store;
    const auto asked = stored(store, test::item("1", "Where is it?"));
    const auto ticket = ticketWith(store, asked);
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).knownNow(ticket, asked); }) == AnswerKnown{asked, 0, {}, {}});
    Account brand;
    brand.connector = "mastodon";
    brand.instance = "https://rive.test";
    brand.nativeId = "brand";
    const auto account = store.write([&](Tx &tx) { return Accounts(tx).save(brand); });
    auto native = test::item("2", "Answered by hand");
    native.ours = account;
    auto own = test::item("3", "Answered from here");
    own.ours = account;
    const auto byHand = stored(store, native), fromHere = stored(store, own);
    const auto outbound = store.write([&](Tx &tx) -> Result<OutboundId> {
        VIGIE_CHECK(Tickets(tx).addItem(ticket, byHand));
        VIGIE_CHECK(Tickets(tx).addItem(ticket, fromHere));
        Outbound row;
        row.account = account;
        row.kind = OutboundKind::Reply;
        row.state = OutboundState::Sent;
        row.parts.emplace_back();
        row.parts.front().nativeId = "3";
        row.parts.front().state = OutboundPart::State::Sent;
        row.ticket = ticket;
        row.createdAt = row.changedAt = tx.now();
        return Outbox(tx).add(row);
    });
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).answersBesides(ticket, {}); }) == std::vector<ItemId>{byHand});
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).answersBesides(ticket, std::max(byHand, fromHere)); }).empty());
    const auto known = store.read([&](Tx &tx) { return Drafts(tx).knownNow(ticket, asked); });
    CHECK(known.ours == std::max(byHand, fromHere));
    CHECK(known.outbound == outbound);
    CHECK_FALSE(store.read([&](Tx &tx) { return Drafts(tx).seen(outbound); }));
    store.write([&](Tx &tx) { return Drafts(tx).noteSeen(outbound, byHand); });
    store.write([&](Tx &tx) { return Drafts(tx).noteSeen(outbound, fromHere); });
    CHECK(store.read([&](Tx &tx) { return Drafts(tx).seen(outbound); }) == fromHere);
}

TEST_CASE("a house keeps words of its own, and says tu or vous", "[store][drafts]")
{
    test::TempStore store;
    store.write([](Tx &tx) { return WritingHabits(tx).addWord("fr", "zinguerie"); });
    store.write([](Tx &tx) { return WritingHabits(tx).addWord("", "Vigie"); });
    store.write([](Tx &tx) { return WritingHabits(tx).addWord("fr", "zinguerie"); }); // twice is once
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).words("fr"); }) == std::vector<std::string>{"Vigie", "zinguerie"});
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).words("en"); }) == std::vector<std::string>{"Vigie"});
    for (const std::string word : {"", "two words", "line\nbreak"})
        CHECK(store->writeNow<void>([&](Tx &tx) { return WritingHabits(tx).addWord("fr", word); }).error().code == Errc::InvalidInput);
    store.write([](Tx &tx) { return WritingHabits(tx).removeWord("fr", "zinguerie"); });
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).allWords(); }).size() == 1);
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).address(AccountId{5}); }) == text::Address::None);
    store.write([](Tx &tx) { return WritingHabits(tx).setAddress(AccountId{5}, text::Address::Tu); });
    store.write([](Tx &tx) { return WritingHabits(tx).setAddress(AccountId{5}, text::Address::Vous); });
    store.reopen();
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).address(AccountId{5}); }) == text::Address::Vous);
    store.write([](Tx &tx) { return WritingHabits(tx).setAddress(AccountId{5}, text::Address::None); });
    CHECK(store.read([](Tx &tx) { return WritingHabits(tx).address(AccountId{5}); }) == text::Address::None);
}
