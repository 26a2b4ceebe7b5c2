// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in which members ask and we answer, with conversations and their outcomes.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/answers.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/past_answers.hpp>
#include <vigie/store/tickets.hpp>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace vigie::test {

class AnswerFixture {
public:
    AnswerFixture()
    {
        Account account;
        account.connector = "mastodon";
        account.instance = "https://social.example";
        account.nativeId = "us";
        account.handle = "atelier";
        account.name = "L'Atelier";
        ours = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    }

    struct Asked {
        ItemId item;
        TicketId ticket;
    };
    /// A member writes; a ticket holds it.
    Asked ask(const std::string &text, const std::string &lang = "fr", const std::string &member = "ada")
    {
        auto item = byAuthor(test::item("q" + std::to_string(++made), text, store.clock.now()), member, member);
        item.lang = lang;
        return store.write([&](store::Tx &tx) -> Result<Asked> {
            const auto id = keepItem(tx, item);
            const auto stored = *store::Items(tx).get(id);
            Ticket ticket;
            ticket.root = ticket.latest = id;
            ticket.member = stored->authorId;
            ticket.account = ours;
            ticket.createdAt = ticket.changedAt = tx.now();
            VIGIE_TRY(const auto kept, store::Tickets(tx).save(ticket, "test"));
            VIGIE_CHECK(store::Tickets(tx).addItem(kept, id));
            return Asked{id, kept};
        });
    }
    /// The member writes again in the same conversation.
    void followUp(const Asked &asked, const std::string &text, float tone = 0, const std::string &member = "ada")
    {
        store.clock.advance(std::chrono::minutes{5});
        auto item = byAuthor(test::item("q" + std::to_string(++made), text, store.clock.now()), member, member);
        item.tone = tone;
        store.write([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Tickets(tx).addItem(asked.ticket, keepItem(tx, item)));
            return true;
        });
    }
    /// A reply that went through the outbox.
    OutboundId reply(const Asked &asked, const std::string &text, OutboundState state = OutboundState::Sent, const std::string &lang = "fr",
                     Visibility visibility = Visibility::Public)
    {
        store.clock.advance(std::chrono::minutes{5});
        Outbound out;
        out.account = ours;
        out.kind = OutboundKind::Reply;
        out.state = state;
        out.lang = lang;
        out.visibility = visibility;
        out.target = asked.item;
        out.ticket = asked.ticket;
        out.createdAt = out.changedAt = store.clock.now();
        OutboundPart part;
        part.text = text;
        part.nativeId = "r" + std::to_string(++made);
        part.permalink = "https://social.example/@atelier/" + part.nativeId;
        part.startedAt = store.clock.now();
        out.parts = {part};
        return store.write([&](store::Tx &tx) { return store::Outbox(tx).add(out); });
    }
    AnswerId keep(const AnswerText &text)
    {
        return store.write([&](store::Tx &tx) { return store::Answers(tx).save({}, text, "lea"); });
    }
    /// Waits until the index holds what was written.
    void settle()
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (store.read([](store::Tx &tx) { return store::PastAnswers(tx).standing(); }).due > 0) {
            REQUIRE(std::chrono::steady_clock::now() < until);
            std::this_thread::yield();
        }
    }

    TempStore store;
    AccountId ours;
    int made = 0;

private:
    static ItemId keepItem(store::Tx &tx, const Item &item)
    {
        const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
        const auto stored = store::Items(tx).store(items);
        REQUIRE(stored);
        return stored->front().id;
    }
};

inline AnswerText answerText(const std::string &keyword, const std::string &french, const std::string &english = {})
{
    AnswerText text;
    text.keyword = keyword;
    text.french = french;
    text.english = english;
    return text;
}

} // namespace vigie::test
