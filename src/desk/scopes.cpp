// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/scopes.hpp>

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/scopes.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <unordered_set>

namespace vigie::desk {

namespace {

constexpr std::string_view kCountryTag = "country:";
constexpr int kMostTickets = 1'000'000;

std::string capitals(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

/// Two letters behind the last dot of a host are a country's; those that are sold to everybody say nothing.
std::string countryOfHost(std::string_view host)
{
    const auto dot = host.rfind('.');
    if (dot == std::string_view::npos || host.size() - dot != 3)
        return {};
    const auto code = capitals(std::string(host.substr(dot + 1)));
    if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return {};
    static const std::unordered_set<std::string> sold{"EU", "IO", "ME", "TV", "CO", "AI", "CC", "WS", "LY", "FM", "AM", "IM", "TO", "GG", "VC", "LA", "SO", "SH"};
    if (sold.count(code) > 0)
        return {};
    return code == "UK" ? "GB" : code;
}

std::string hostOf(const Item &item)
{
    if (const auto at = item.author.handle.rfind('@'); at != std::string::npos && at > 0)
        return item.author.handle.substr(at + 1);
    return {};
}

bool asks(const std::vector<std::string> &wanted, const std::string &value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool holds(const Scope &scope, const ScopeFacts &facts)
{
    const bool segment = scope.segments.empty() || std::any_of(scope.segments.begin(), scope.segments.end(), [&](const auto &tag) {
        return std::find(facts.tags.begin(), facts.tags.end(), tag) != facts.tags.end();
    });
    return segment && asks(scope.languages, facts.language) && asks(scope.brands, facts.brand) && asks(scope.countries, facts.country);
}

Result<ScopeFacts> factsOf(store::Tx &tx, const store::TicketRow &row)
{
    ScopeFacts out;
    out.language = row.latestLang;
    out.tags = row.tags;
    if (const auto account = store::Accounts(tx).get(row.ticket.account))
        out.brand = account->handle;
    for (const auto &tag : row.tags)
        if (tag.rfind(kCountryTag, 0) == 0)
            out.country = capitals(tag.substr(kCountryTag.size()));
    if (out.country.empty()) {
        VIGIE_TRY(const auto item, store::Items(tx).get(row.ticket.latest));
        if (item)
            out.country = countryOfHost(hostOf(*item));
    }
    return out;
}

} // namespace

Result<ScopeFacts> scopeFacts(store::Tx &tx, TicketId ticket)
{
    VIGIE_TRY(const auto rows, store::Tickets(tx).rows({&ticket, 1}));
    if (rows.empty())
        return fail(Errc::NotFound, "no such ticket");
    return factsOf(tx, rows.front());
}

std::vector<Scope> scopesOf(const ScopeFacts &facts, const std::vector<Scope> &scopes)
{
    std::vector<Scope> out;
    std::copy_if(scopes.begin(), scopes.end(), std::back_inserter(out), [&](const Scope &scope) { return holds(scope, facts); });
    return out;
}

std::string presentFor(const std::string &person, const std::vector<Absence> &absences, Instant now)
{
    std::unordered_set<std::string> asked;
    for (auto current = person; !current.empty() && asked.insert(current).second;) {
        const auto away = std::find_if(absences.begin(), absences.end(), [&](const Absence &one) { return one.person == current && one.from <= now && now < one.until; });
        if (away == absences.end())
            return current;
        current = away->replacedBy;
    }
    return {};
}

std::string ownerFor(const ScopeFacts &facts, const std::vector<Scope> &scopes, const std::vector<Absence> &absences, Instant now)
{
    for (const auto &scope : scopesOf(facts, scopes))
        if (auto owner = presentFor(scope.owner, absences, now); !owner.empty())
            return owner;
    return {};
}

Result<Distributed> distribute(store::Tx &tx)
{
    VIGIE_TRY(const auto scopes, store::Scopes(tx).all());
    VIGIE_TRY(const auto absences, store::Scopes(tx).absences());
    store::Tickets tickets(tx);
    store::TicketFilter filter;
    filter.withSnoozed = true;
    filter.limit = kMostTickets;
    VIGIE_TRY(const auto rows, tickets.list(filter));
    Distributed out;
    bool begun = false;
    for (const auto &row : rows) {
        const bool nobody = row.ticket.owner.empty();
        if (!nobody && presentFor(row.ticket.owner, absences, tx.now()) == row.ticket.owner)
            continue;
        auto owner = nobody ? std::string() : presentFor(row.ticket.owner, absences, tx.now());
        if (owner.empty()) {
            VIGIE_TRY(const auto facts, factsOf(tx, row));
            owner = ownerFor(facts, scopes, absences, tx.now());
        }
        if (owner.empty()) {
            ++out.left;
            continue;
        }
        if (!begun)
            VIGIE_CHECK(tickets.beginChangeSet("assign"));
        begun = true;
        auto ticket = row.ticket;
        ticket.owner = owner;
        VIGIE_CHECK(tickets.save(ticket, "person"));
        ++(nobody ? out.assigned : out.handedOn);
    }
    return out;
}

Result<void> ownByScope(store::Tx &tx, TicketId id)
{
    VIGIE_TRY(const auto scopes, store::Scopes(tx).all());
    if (scopes.empty())
        return {};
    VIGIE_TRY(auto ticket, store::Tickets(tx).get(id));
    if (!ticket.owner.empty() || ticket.status == TicketStatus::Done || ticket.status == TicketStatus::Ignored)
        return {};
    VIGIE_TRY(const auto absences, store::Scopes(tx).absences());
    VIGIE_TRY(const auto facts, scopeFacts(tx, id));
    ticket.owner = ownerFor(facts, scopes, absences, tx.now());
    if (!ticket.owner.empty())
        VIGIE_CHECK(store::Tickets(tx).save(ticket, "scope"));
    return {};
}

} // namespace vigie::desk
