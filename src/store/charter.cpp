// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/audit.hpp>
#include <vigie/store/charter.hpp>

#include "store/session.hpp"

namespace vigie::store {

namespace {

constexpr const char *kWhole = "SELECT version, at, author, note, document FROM charter_version";
constexpr const char *kHeads = "SELECT version, at, author, note, '' FROM charter_version";

std::vector<CharterVersion> load(Session &session, const std::string &sql, std::vector<Bound> values)
{
    std::vector<CharterVersion> out;
    session.each<int, Instant, std::string, std::string, std::string>(
        sql, std::move(values), [&](int version, Instant at, std::string author, std::string note, std::string document) {
            out.push_back({version, at, std::move(author), std::move(note), std::move(document)});
        });
    return out;
}

} // namespace

Result<std::optional<CharterVersion>> CharterVersions::latest()
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<CharterVersion> {
        auto found = load(session, std::string(kWhole) + " ORDER BY version DESC LIMIT 1", {});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<CharterVersion> CharterVersions::get(int version)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CharterVersion> {
        auto found = load(session, std::string(kWhole) + " WHERE version=?", binds(version));
        if (found.empty())
            return fail(Errc::NotFound, "no version " + std::to_string(version) + " of the charter");
        return std::move(found.front());
    });
}

Result<std::vector<CharterVersion>> CharterVersions::all()
{
    return tx_.session().guard([&] { return load(tx_.session(), std::string(kHeads) + " ORDER BY version DESC", {}); });
}

Result<int> CharterVersions::add(const std::string &document, const std::string &author, const std::string &note)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        const int version = session.one<int>("SELECT coalesce(max(version), 0) + 1 FROM charter_version").value_or(1);
        session.exec("INSERT INTO charter_version(version, at, author, note, document) VALUES(?,?,?,?,?)", version, tx_.now(), author, note, document);
        tx_.change().settings = true;
        VIGIE_CHECK(Audit(tx_).add("person", "charter.saved", "charter " + std::to_string(version), note));
        return version;
    });
}

} // namespace vigie::store
