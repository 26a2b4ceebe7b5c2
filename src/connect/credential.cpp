// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/credential.hpp>

#include "connect/common/json.hpp"

#include <algorithm>

namespace vigie::connect {

namespace {

constexpr std::string_view kMark = "{\"vigie\":1,"; ///< no network hands out tokens that begin like this

Json instantJson(const std::optional<Instant> &at)
{
    return at ? Json(toMicros(*at)) : Json();
}

std::optional<Instant> instantAt(const Json &object, std::string_view key)
{
    const auto micros = intAt(object, key);
    return micros ? std::optional(Instant{Micros{*micros}}) : std::nullopt;
}

} // namespace

const Secret &Credential::field(std::string_view name) const
{
    static const Secret kNone;
    const auto found = std::find_if(more.begin(), more.end(), [name](const auto &entry) { return entry.first == name; });
    return found == more.end() ? kNone : found->second;
}

void Credential::set(std::string_view name, Secret value)
{
    const auto found = std::find_if(more.begin(), more.end(), [name](const auto &entry) { return entry.first == name; });
    if (found == more.end())
        more.emplace_back(std::string(name), std::move(value));
    else
        found->second = std::move(value);
}

Secret toSecret(const Credential &credential)
{
    if (credential.refresh.empty() && credential.more.empty() && !credential.expiresAt && credential.scopes.empty())
        return credential.access;
    Json entry = {{"access", std::string(credential.access.reveal())}, {"refresh", std::string(credential.refresh.reveal())},
                  {"expires_at", instantJson(credential.expiresAt)}, {"refresh_until", instantJson(credential.refreshUntil)},
                  {"scopes", credential.scopes}, {"more", Json::array()}};
    for (const auto &[name, value] : credential.more)
        entry["more"].push_back({name, std::string(value.reveal())});
    return Secret(std::string(kMark) + dump(entry).substr(1));
}

Result<Credential> credentialFrom(const Secret &stored)
{
    Credential credential;
    if (stored.reveal().substr(0, kMark.size()) != kMark) {
        credential.access = stored;
        return credential;
    }
    const auto entry = parseJson(stored.reveal());
    if (!entry)
        return fail(Errc::Protocol, "the stored sign-in cannot be read"); // never with the text itself
    credential.access = Secret(textAt(*entry, "access"));
    credential.refresh = Secret(textAt(*entry, "refresh"));
    credential.expiresAt = instantAt(*entry, "expires_at");
    credential.refreshUntil = instantAt(*entry, "refresh_until");
    for (const auto &scope : arrayAt(*entry, "scopes"))
        if (scope.is_string())
            credential.scopes.push_back(scope.get<std::string>());
    for (const auto &pair : arrayAt(*entry, "more"))
        if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string())
            credential.set(pair[0].get<std::string>(), Secret(pair[1].get<std::string>()));
    return credential;
}

Credential merged(const Credential &before, Credential renewed)
{
    if (renewed.access.empty())
        renewed.access = before.access;
    if (renewed.refresh.empty()) {
        renewed.refresh = before.refresh;
        renewed.refreshUntil = before.refreshUntil;
    }
    if (renewed.scopes.empty())
        renewed.scopes = before.scopes;
    for (const auto &[name, value] : before.more)
        if (renewed.field(name).empty())
            renewed.set(name, value);
    return renewed;
}

} // namespace vigie::connect
