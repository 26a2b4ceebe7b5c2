// SPDX-License-Identifier: GPL-3.0-or-later
// A review that is changed in its place: the case that holds it waits anew, but only once for each change.
#include "support/temp_store.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::test;

namespace {

struct Place {
    Place()
    {
        Account account;
        account.connector = "google-reviews";
        account.nativeId = "accounts/1";
        account.handle = "Atelier";
        ours = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    }
    ItemId see(ItemKind kind, const std::string &native, const std::string &text, Instant at, std::optional<Instant> edited = {}, const std::string &answers = {})
    {
        Item item;
        item.connector = "google-reviews";
        item.nativeId = native;
        item.kind = kind;
        item.text = text;
        item.publishedAt = item.fetchedAt = at;
        item.editedAt = edited;
        item.author.nativeId = answers.empty() ? native : "accounts/1";
        if (!answers.empty()) {
            item.ours = ours;
            item.refs = {{Relation::ReplyTo, answers, {}}};
        }
        return store.write([&](store::Tx &tx) -> Result<ItemId> {
            const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, ours, answers.empty() ? "review" : ""));
            return stored.front().id;
        });
    }
    TicketStatus status(ItemId item)
    {
        return store.read([&](store::Tx &tx) -> Result<TicketStatus> {
            VIGIE_TRY(const auto ticket, store::Tickets(tx).forItem(item));
            VIGIE_TRY(const auto found, store::Tickets(tx).get(*ticket));
            return found.status;
        });
    }

    TempStore store;
    AccountId ours;
};

} // namespace

TEST_CASE("a review changed after our answer opens its case again, once")
{
    Place place;
    const auto start = place.store.clock.now();
    const auto review = place.see(ItemKind::Review, "r1", "Bof", start);
    CHECK(place.status(review) == TicketStatus::New);
    place.store.clock.advance(std::chrono::hours{1});
    place.see(ItemKind::Comment, "r1/reply", "Merci", start + std::chrono::hours{1}, {}, "r1");
    CHECK(place.status(review) == TicketStatus::WaitingMember);

    // The same page again changes nothing.
    place.see(ItemKind::Review, "r1", "Bof", start);
    CHECK(place.status(review) == TicketStatus::WaitingMember);

    place.store.clock.advance(std::chrono::hours{1});
    place.see(ItemKind::Review, "r1", "Toujours bof", start, start + std::chrono::minutes{90});
    CHECK(place.status(review) == TicketStatus::Open);

    place.store.clock.advance(std::chrono::hours{1});
    place.see(ItemKind::Comment, "r1/reply", "Merci encore", start + std::chrono::hours{3}, {}, "r1");
    place.store.write([&](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto id, store::Tickets(tx).forItem(review));
        VIGIE_TRY(auto ticket, store::Tickets(tx).get(*id));
        ticket.status = TicketStatus::Done;
        ticket.waitingSince.reset();
        VIGIE_CHECK(store::Tickets(tx).save(ticket, "person"));
        return 0;
    });
    place.see(ItemKind::Review, "r1", "Toujours bof", start, start + std::chrono::minutes{90});
    CHECK(place.status(review) == TicketStatus::Done);
}
