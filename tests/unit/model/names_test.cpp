// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/account.hpp>
#include <vigie/model/change.hpp>
#include <vigie/model/outbound.hpp>
#include <vigie/model/saved_query.hpp>
#include <vigie/model/ticket.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace vigie;

TEST_CASE("every state has a name of its own that reads back", "[model]")
{
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(OutboundState::Cancelled); ++i) {
        const auto state = static_cast<OutboundState>(i);
        CHECK(outboundStateFrom(toString(state)) == state);
        CHECK(names.insert(toString(state)).second);
    }
    names.clear();
    for (int i = 0; i < kOutboundKindCount; ++i) {
        const auto kind = static_cast<OutboundKind>(i);
        CHECK(outboundKindFrom(toString(kind)) == kind);
        CHECK(names.insert(toString(kind)).second);
    }
    names.clear();
    for (int i = 0; i <= static_cast<int>(TicketStatus::Ignored); ++i) {
        const auto status = static_cast<TicketStatus>(i);
        CHECK(ticketStatusFrom(toString(status)) == status);
        CHECK(names.insert(toString(status)).second);
    }
    for (const auto role : {QueryRole::Column, QueryRole::Brand, QueryRole::Competitor, QueryRole::Subject})
        CHECK(queryRoleFrom(toString(role)) == role);
    names.clear();
    for (std::size_t i = 0; i < kCapabilityCount; ++i)
        CHECK(names.insert(toString(static_cast<Capability>(i))).second);
    names.clear();
    for (int i = 0; i <= static_cast<int>(CapabilityReason::ReadOnlySource); ++i)
        CHECK(names.insert(toString(static_cast<CapabilityReason>(i))).second);
}

TEST_CASE("unknown names are not guessed", "[model]")
{
    CHECK_FALSE(outboundStateFrom("sent "));
    CHECK_FALSE(outboundKindFrom(""));
    CHECK_FALSE(ticketStatusFrom("DONE"));
    CHECK(queryRoleFrom("king") == QueryRole::Column);
    CHECK(std::string(toString(TicketStatus::WaitingInside)) == "waiting_inside");
}

TEST_CASE("merged changes name each thing once and keep the order", "[model]")
{
    Change first, second;
    first.itemsAdded = {ItemId{1}, ItemId{2}};
    first.matches = {{QueryId{7}, {ItemId{1}, ItemId{2}}, {}}};
    second.itemsAdded = {ItemId{2}, ItemId{3}};
    second.tickets = {TicketId{4}, TicketId{4}};
    second.matches = {{QueryId{7}, {ItemId{3}}, {ItemId{1}}}, {QueryId{8}, {ItemId{3}}, {}}};
    second.tags = true;
    first.merge(second);
    CHECK(first.itemsAdded == std::vector{ItemId{1}, ItemId{2}, ItemId{3}});
    CHECK(first.tickets == std::vector{TicketId{4}});
    CHECK(first.tags);
    REQUIRE(first.matches.size() == 2);
    CHECK(first.matches[0].added == std::vector{ItemId{2}, ItemId{3}});
    CHECK(first.matches[0].removed == std::vector{ItemId{1}});
}

TEST_CASE("a group of changes is history only when all of it is", "[model]")
{
    Change history, news, group;
    history.history = true;
    history.itemsAdded = {ItemId{1}};
    news.itemsAdded = {ItemId{2}};
    group.merge(history);
    CHECK(group.history);
    group.merge(Change{});
    CHECK(group.history);
    group.merge(news);
    CHECK_FALSE(group.history);
    group.merge(history);
    CHECK_FALSE(group.history);
}
