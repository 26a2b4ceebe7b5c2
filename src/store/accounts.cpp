// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/audit.hpp>
#include <vigie/store/members.hpp>

#include "store/error_json.hpp"
#include "store/session.hpp"
#include "store/writer_caches.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

namespace {

using nlohmann::json;

std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string settingsJson(const Account &account)
{
    json out = json::array();
    for (const auto &setting : account.settings)
        out.push_back(json::array({setting.key, setting.value}));
    return dump(out);
}

void readSettings(const std::string &text, Account &account)
{
    const auto list = json::parse(text, nullptr, false);
    if (!list.is_array())
        return;
    for (const auto &entry : list)
        if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string())
            account.settings.push_back({entry[0].get<std::string>(), entry[1].get<std::string>()});
}

/// By name, so that a program with more or other capabilities reads the same file.
std::string capabilitiesJson(const Capabilities &capabilities)
{
    json out = json::object();
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        if (capabilities.why(what) != CapabilityReason::NotOffered)
            out[toString(what)] = toString(capabilities.why(what));
    }
    return dump(out);
}

void readCapabilities(const std::string &text, Account &account)
{
    const auto map = json::parse(text, nullptr, false);
    if (!map.is_object())
        return;
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        const auto it = map.find(toString(what));
        if (it == map.end() || !it->is_string())
            continue;
        if (const auto reason = capabilityReasonFrom(it->get_ref<const std::string &>()))
            account.capabilities.set(what, *reason);
    }
}

std::string limitsJson(const Limits &limits)
{
    return dump({{"max_characters", limits.maxCharacters}, {"url_cost", limits.urlCost}, {"max_media", limits.maxMedia},
                 {"max_alt_characters", limits.maxAltCharacters}, {"max_image_bytes", limits.maxImageBytes},
                 {"max_video_bytes", limits.maxVideoBytes}, {"mime_types", limits.mimeTypes}, {"streaming_url", limits.streamingUrl},
                 {"server_version", limits.serverVersion}});
}

template <class T>
void readNumber(const json &map, const char *key, T &into)
{
    const auto it = map.find(key);
    if (it != map.end() && it->is_number_integer() && it->template get<std::int64_t>() >= 0)
        into = static_cast<T>(it->template get<std::int64_t>());
}
void readText(const json &map, const char *key, std::string &into)
{
    const auto it = map.find(key);
    if (it != map.end() && it->is_string())
        into = it->get<std::string>();
}

void readLimits(const std::string &text, Limits &limits)
{
    const auto map = json::parse(text, nullptr, false);
    if (!map.is_object())
        return;
    readNumber(map, "max_characters", limits.maxCharacters);
    readNumber(map, "url_cost", limits.urlCost);
    readNumber(map, "max_media", limits.maxMedia);
    readNumber(map, "max_alt_characters", limits.maxAltCharacters);
    readNumber(map, "max_image_bytes", limits.maxImageBytes);
    readNumber(map, "max_video_bytes", limits.maxVideoBytes);
    readText(map, "streaming_url", limits.streamingUrl);
    readText(map, "server_version", limits.serverVersion);
    if (const auto it = map.find("mime_types"); it != map.end() && it->is_array())
        for (const auto &mime : *it)
            if (mime.is_string())
                limits.mimeTypes.push_back(mime.get<std::string>());
}

template <class Span>
json spanJson(const std::optional<Span> &span)
{
    return span ? json(span->count()) : json();
}
std::optional<std::chrono::hours> readHours(const json &map, const char *key)
{
    std::int64_t hours = -1;
    readNumber(map, key, hours);
    return hours < 0 ? std::nullopt : std::optional(std::chrono::hours(hours));
}

std::string policyJson(const Policy &policy)
{
    return dump({{"persist", toString(policy.persist)}, {"export", toString(policy.exports)}, {"export_per_day", policy.exportPerDay},
                 {"keep_hours", spanJson(policy.keepFor)}, {"refresh_or_drop_hours", spanJson(policy.refreshOrDrop)},
                 {"deletion_sync_hours", spanJson(policy.deletionSync)}, {"cross_network_match", policy.crossNetworkMatch},
                 {"attribution", policy.attribution}});
}

Policy readPolicy(const std::string &text)
{
    Policy policy;
    const auto map = json::parse(text, nullptr, false);
    if (!map.is_object())
        return policy;
    std::string persist, exports;
    readText(map, "persist", persist);
    readText(map, "export", exports);
    // A rule this program does not know is a stricter one than all it knows.
    if (!persist.empty())
        policy.persist = persistRuleFrom(persist).value_or(PersistRule::DisplayOnly);
    if (!exports.empty())
        policy.exports = exportRuleFrom(exports).value_or(ExportRule::No);
    readNumber(map, "export_per_day", policy.exportPerDay);
    policy.keepFor = readHours(map, "keep_hours");
    policy.refreshOrDrop = readHours(map, "refresh_or_drop_hours");
    policy.deletionSync = readHours(map, "deletion_sync_hours");
    if (const auto it = map.find("cross_network_match"); it != map.end() && it->is_boolean())
        policy.crossNetworkMatch = it->get<bool>();
    readText(map, "attribution", policy.attribution);
    return policy;
}

json instantJson(const std::optional<Instant> &at)
{
    return at ? json(toMicros(*at)) : json();
}
std::optional<Instant> readInstant(const json &map, const char *key)
{
    const auto it = map.find(key);
    return it != map.end() && it->is_number_integer() ? std::optional(Instant{Micros{it->get<std::int64_t>()}}) : std::nullopt;
}

std::string sessionJson(const SessionFacts &facts)
{
    return dump({{"expires_at", instantJson(facts.expiresAt)}, {"refreshable_until", instantJson(facts.refreshableUntil)},
                 {"api_sunset", instantJson(facts.apiSunset)}, {"scopes", facts.scopes}});
}

SessionFacts readSession(const std::string &text)
{
    SessionFacts facts;
    const auto map = json::parse(text, nullptr, false);
    if (!map.is_object())
        return facts;
    facts.expiresAt = readInstant(map, "expires_at");
    facts.refreshableUntil = readInstant(map, "refreshable_until");
    facts.apiSunset = readInstant(map, "api_sunset");
    if (const auto it = map.find("scopes"); it != map.end() && it->is_array())
        for (const auto &scope : *it)
            if (scope.is_string())
                facts.scopes.push_back(scope.get<std::string>());
    return facts;
}

std::vector<Account> select(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Account> out;
    session.each<AccountId, std::string, std::string, std::string, std::string, std::string, std::string, int, std::string, std::string, std::string,
                 std::string, std::string, std::optional<Instant>, std::optional<Instant>, std::optional<std::string>, bool>(
        "SELECT id, connector, instance, native_id, handle, name, avatar_url, state, settings_json, capabilities_json, limits_json, policy_json,"
        " session_json, added_at, last_seen_at, last_error_json, practice FROM account " + where + " ORDER BY id",
        std::move(values),
        [&](AccountId id, std::string connector, std::string instance, std::string nativeId, std::string handle, std::string name, std::string avatar,
            int state, const std::string &settings, const std::string &capabilities, const std::string &limits, const std::string &policy,
            const std::string &signIn, std::optional<Instant> added, std::optional<Instant> seen, const std::optional<std::string> &error, bool practice) {
            Account account;
            account.id = id;
            account.connector = std::move(connector);
            account.instance = std::move(instance);
            account.nativeId = std::move(nativeId);
            account.handle = std::move(handle);
            account.name = std::move(name);
            account.avatarUrl = std::move(avatar);
            // A state this program does not know must not send or fetch.
            account.state = state >= 0 && state <= static_cast<int>(AccountState::Removed) ? static_cast<AccountState>(state) : AccountState::Paused;
            readSettings(settings, account);
            readCapabilities(capabilities, account);
            readLimits(limits, account.limits);
            account.policy = readPolicy(policy);
            account.session = readSession(signIn);
            account.addedAt = added;
            account.lastSeenAt = seen;
            account.lastError = errorFromJson(error);
            account.practice = practice;
            out.push_back(std::move(account));
        });
    return out;
}

} // namespace

Result<std::vector<Account>> Accounts::all(bool withRemoved)
{
    return tx_.session().guard([&] {
        return select(tx_.session(), withRemoved ? "" : "WHERE state<>?", withRemoved ? binds() : binds(AccountState::Removed));
    });
}

Result<Account> Accounts::get(AccountId id)
{
    return tx_.session().guard([&]() -> Result<Account> {
        auto found = select(tx_.session(), "WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no account " + std::to_string(id.value));
        return std::move(found.front());
    });
}

Result<AccountId> Accounts::save(const Account &account)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<AccountId> {
        if (account.connector.empty())
            return fail(Errc::InvalidInput, "an account needs a connector");
        const bool known = session.one<int>("SELECT 1 FROM account WHERE connector=? AND instance=? AND native_id=?", account.connector,
                                            account.instance, account.nativeId).has_value();
        const auto id = session.one<AccountId>(
            "INSERT INTO account(connector, instance, native_id, handle, name, avatar_url, state, settings_json, capabilities_json, limits_json,"
            " policy_json, session_json, added_at, last_seen_at, last_error_json, practice) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(connector, instance, native_id)"
            " DO UPDATE SET handle=excluded.handle, name=excluded.name, avatar_url=excluded.avatar_url, state=excluded.state,"
            " settings_json=excluded.settings_json, capabilities_json=excluded.capabilities_json, limits_json=excluded.limits_json,"
            " policy_json=excluded.policy_json, session_json=excluded.session_json, added_at=coalesce(account.added_at, excluded.added_at), last_seen_at=coalesce(excluded.last_seen_at, account.last_seen_at),"
            " last_error_json=excluded.last_error_json, practice=excluded.practice RETURNING id",
            account.connector, account.instance, account.nativeId, account.handle, account.name, account.avatarUrl, account.state,
            settingsJson(account), capabilitiesJson(account.capabilities), limitsJson(account.limits), policyJson(account.policy),
            sessionJson(account.session), account.addedAt.value_or(tx_.now()), account.lastSeenAt, errorToJson(account.lastError), account.practice);
        if (!id)
            return fail(Errc::Internal, "an account was not written");
        session.caches().persist.clear();
        tx_.change().accounts.push_back(*id);
        if (!known)
            VIGIE_CHECK(Audit(tx_).add("person", "account.added", "account " + std::to_string(id->value), account.connector + " " + account.handle));
        return *id;
    });
}

Result<void> Accounts::setState(AccountId id, AccountState state)
{
    return tx_.session().guard([&]() -> Result<void> {
        const auto old = tx_.session().one<AccountState>("SELECT state FROM account WHERE id=?", id);
        if (!old)
            return fail(Errc::NotFound, "no account " + std::to_string(id.value));
        tx_.session().exec("UPDATE account SET state=? WHERE id=?", state, id);
        tx_.change().accounts.push_back(id);
        if (*old == state)
            return {};
        return Audit(tx_).add(state == AccountState::ReconnectNeeded ? "engine" : "person", "account.state", "account " + std::to_string(id.value), toString(state));
    });
}

Result<void> Accounts::noteSession(AccountId id, const SessionFacts &facts)
{
    return tx_.session().guard([&]() -> Result<void> {
        if (tx_.session().exec("UPDATE account SET session_json=? WHERE id=?", sessionJson(facts), id) == 0)
            return fail(Errc::NotFound, "no account " + std::to_string(id.value));
        tx_.change().accounts.push_back(id);
        return {};
    });
}

Result<Policy> Accounts::policyOf(const std::string &connector)
{
    return tx_.session().guard([&]() -> Result<Policy> {
        Policy all;
        tx_.session().each<std::string>("SELECT DISTINCT policy_json FROM account WHERE connector=?", binds(connector),
                                        [&](const std::string &text) { all = strictest(all, readPolicy(text)); });
        return all;
    });
}

Result<void> Accounts::setPolicy(const std::string &connector, const Policy &policy)
{
    return tx_.session().guard([&]() -> Result<void> {
        tx_.session().exec("UPDATE account SET policy_json=? WHERE connector=?", policyJson(policy), connector);
        tx_.session().caches().persist.clear();
        return {};
    });
}

Result<void> Accounts::noteExchange(AccountId id, const std::optional<Error> &error)
{
    return tx_.session().guard([&]() -> Result<void> {
        const auto text = errorToJson(error);
        const auto changed = error ? tx_.session().exec("UPDATE account SET last_error_json=? WHERE id=?", text, id)
                                   : tx_.session().exec("UPDATE account SET last_seen_at=?, last_error_json=NULL WHERE id=?", tx_.now(), id);
        if (changed == 0)
            return fail(Errc::NotFound, "no account " + std::to_string(id.value));
        tx_.change().accounts.push_back(id);
        return {};
    });
}

} // namespace vigie::store
