// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/scopes.hpp>

#include "store/session.hpp"
#include "store/text_list.hpp"

namespace vigie::store {

namespace {

std::vector<Claim> loadClaims(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<Claim> out;
    session.each<TicketId, std::string, Instant, Instant>("SELECT ticket_id, person, taken_at, until_at FROM claim" + rest, std::move(values),
                                                          [&](TicketId ticket, std::string person, Instant taken, Instant until) {
                                                              out.push_back({ticket, std::move(person), taken, until});
                                                          });
    return out;
}

} // namespace

Result<std::vector<Scope>> Scopes::all()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Scope> out;
        session.each<ScopeId, std::string, std::string, int, std::string, std::string, std::string, std::string>(
            "SELECT id, name, owner, position, countries_json, languages_json, segments_json, brands_json FROM scope ORDER BY position, id", {},
            [&](ScopeId id, std::string name, std::string owner, int position, const std::string &countries, const std::string &languages, const std::string &segments,
                const std::string &brands) {
                out.push_back({id, std::move(name), std::move(owner), position, textsFromJson(countries), textsFromJson(languages), textsFromJson(segments),
                               textsFromJson(brands)});
            });
        return out;
    });
}

Result<ScopeId> Scopes::save(const Scope &scope)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ScopeId> {
        if (session.one<int>("SELECT 1 FROM scope WHERE name=? AND id<>?", scope.name, scope.id))
            return fail(Errc::Duplicate, "there is a scope of this name already");
        tx_.change().settings = true;
        const auto countries = textsToJson(scope.countries), languages = textsToJson(scope.languages), segments = textsToJson(scope.segments), brands = textsToJson(scope.brands);
        if (!scope.id)
            return ScopeId{session.insert("INSERT INTO scope(name, owner, position, countries_json, languages_json, segments_json, brands_json) "
                                          "VALUES(?,?,(SELECT coalesce(max(position), 0) + 1 FROM scope),?,?,?,?)",
                                          scope.name, scope.owner, countries, languages, segments, brands)};
        if (session.exec("UPDATE scope SET name=?, owner=?, position=?, countries_json=?, languages_json=?, segments_json=?, brands_json=? WHERE id=?", scope.name,
                         scope.owner, scope.position, countries, languages, segments, brands, scope.id) == 0)
            return fail(Errc::NotFound, "no such scope");
        return scope.id;
    });
}

Result<void> Scopes::remove(ScopeId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("DELETE FROM scope WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such scope");
        tx_.change().settings = true;
        return {};
    });
}

Result<std::vector<Absence>> Scopes::absences()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Absence> out;
        session.each<AbsenceId, std::string, Instant, Instant, std::string>(
            "SELECT id, person, from_at, until_at, replaced_by FROM absence ORDER BY from_at, id", {},
            [&](AbsenceId id, std::string person, Instant from, Instant until, std::string by) { out.push_back({id, std::move(person), from, until, std::move(by)}); });
        return out;
    });
}

Result<AbsenceId> Scopes::addAbsence(const Absence &absence)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<AbsenceId> {
        if (absence.person.empty() || absence.until <= absence.from)
            return fail(Errc::InvalidInput, "an absence has a person, a beginning and a later end");
        tx_.change().settings = true;
        return AbsenceId{session.insert("INSERT INTO absence(person, from_at, until_at, replaced_by) VALUES(?,?,?,?)", absence.person, absence.from, absence.until,
                                        absence.replacedBy)};
    });
}

Result<void> Scopes::removeAbsence(AbsenceId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("DELETE FROM absence WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such absence");
        tx_.change().settings = true;
        return {};
    });
}

Result<std::optional<Claim>> Claims::get(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<Claim> {
        auto found = loadClaims(session, " WHERE ticket_id=? AND until_at>?", binds(ticket, tx_.now()));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<Claim>> Claims::all()
{
    auto &session = tx_.session();
    return session.guard([&] { return loadClaims(session, " WHERE until_at>? ORDER BY until_at, ticket_id", binds(tx_.now())); });
}

Result<void> Claims::put(const Claim &claim)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO claim(ticket_id, person, taken_at, until_at) VALUES(?,?,?,?) ON CONFLICT(ticket_id) DO UPDATE SET person=excluded.person, "
                     "taken_at=excluded.taken_at, until_at=excluded.until_at",
                     claim.ticket, claim.person, claim.takenAt, claim.until);
        tx_.change().tickets.push_back(claim.ticket);
    });
}

Result<void> Claims::remove(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (session.exec("DELETE FROM claim WHERE ticket_id=?", ticket) > 0)
            tx_.change().tickets.push_back(ticket);
    });
}

} // namespace vigie::store
