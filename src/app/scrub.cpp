// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/recording.hpp>

#include "app/disguise.hpp"
#include "app/fixture_keys.hpp"
#include "connect/common/json.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/random.hpp>
#include <vigie/net/url.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace vigie::app {

namespace {

using connect::Json;

constexpr int kMostSalts = 5;
constexpr std::size_t kTelling = 5;             ///< shorter values stand in any text by chance
constexpr std::int64_t kLargeCount = 1'000'000; ///< larger numbers are ids unless their name says that they count

/// Members whose values are words of the interface. A value must look like one, too.
constexpr std::array<std::string_view, 26> kInterface{"$type", "type", "kind", "visibility", "language", "lang", "state", "status", "role", "mime", "mime_type", "mimetype", "content_type", "contenttype",
                                                     "media_type", "mediatype", "format", "reason", "privacy", "policy", "scope", "severity", "algorithm", "version", "locale", "severity_level"};
constexpr std::array<std::string_view, 14> kCounts{"count", "size", "bytes", "width", "height", "limit", "total", "followers", "following", "views", "likes", "duration", "score", "length"};
constexpr std::array<std::string_view, 10> kTimes{"time", "date", "created", "updated", "published", "edited", "expires", "reset", "_at", "utc"};
constexpr std::array<std::string_view, 8> kHeaders{"content-type", "retry-after", "date", "link", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "www-authenticate"};

template <std::size_t N>
bool holdsOne(const std::string &key, const std::array<std::string_view, N> &parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return key.find(part) != std::string::npos; });
}

bool isInterfaceWord(const std::string &key, const std::string &value)
{
    if (std::find(kInterface.begin(), kInterface.end(), key) == kInterface.end() || value.size() > 60)
        return false;
    return std::all_of(value.begin(), value.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '/' || c == '-' || c == '+' || c == '#'; });
}

class Scrubber {
public:
    explicit Scrubber(const std::string &salt) : disguise(salt) {}

    Json value(const Json &from, const std::string &key)
    {
        if (from.is_object()) {
            Json out = Json::object();
            for (const auto &[name, inner] : from.items())
                out[name] = value(inner, lowerAscii(name)); // names are looked at once all values are known
            return out;
        }
        if (from.is_array()) {
            Json out = Json::array();
            for (const auto &inner : from)
                out.push_back(value(inner, key));
            return out;
        }
        if (from.is_string())
            return text(from.get<std::string>(), key);
        if (from.is_number_integer())
            return number(from.get<std::int64_t>(), key);
        if (from.is_number_float() && holdsOne(key, std::array<std::string_view, 4>{"lat", "lon", "lng", "coord"}))
            return 0.0;
        return from; // true, false, null, a rate
    }

    /// Ids and handles that stand where names of members do.
    Json named(const Json &from, const std::string &called = {})
    {
        if (from.is_array()) {
            Json out = Json::array();
            for (const auto &inner : from)
                out.push_back(named(inner, {}));
            return out;
        }
        if (!from.is_object())
            return from;
        Json out = Json::object();
        const bool table = isTable(from, called);
        for (const auto &[name, inner] : from.items()) {
            const bool kept = !table && isMemberName(name) && values_.count(name) == 0;
            out[kept ? name : disguise.id(name)] = named(inner, table ? std::string() : lowerAscii(name));
        }
        return out;
    }

    Json headers(const std::vector<net::Header> &from)
    {
        Json out = Json::object();
        for (const auto &header : from) {
            const auto name = lowerAscii(header.name);
            const bool kept = std::find(kHeaders.begin(), kHeaders.end(), name) != kHeaders.end() || name.rfind("x-ratelimit", 0) == 0 || name.rfind("ratelimit", 0) == 0;
            if (!kept)
                ++dropped;
            else if (name == "link")
                out[name] = links(header.value);
            else if (name == "date" || name.find("reset") != std::string::npos)
                out[name] = disguise.time(header.value).value_or(header.value.size() <= 20 ? shifted(header.value) : std::string());
            else
                out[name] = header.value.substr(0, header.value.find(name == "www-authenticate" ? ' ' : '\0'));
        }
        return out;
    }

    /// Of the account: never to be kept, wherever it stands.
    void hide(const std::string &name)
    {
        values_.insert(name);
        disguise.id(name);
    }

    Disguise disguise;
    int dropped = 0, numbers = 0;

private:
    std::string shifted(const std::string &digits)
    {
        const bool whole = !digits.empty() && std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        if (!whole)
            return {};
        const auto moved = disguise.epoch(std::strtoll(digits.c_str(), nullptr, 10));
        return moved ? std::to_string(*moved) : digits;
    }
    /// "<address>; rel=next": the relations stay.
    std::string links(const std::string &from)
    {
        std::string out;
        for (std::size_t i = 0; i < from.size(); ++i) {
            const auto end = from[i] == '<' ? from.find('>', i) : std::string::npos;
            if (end == std::string::npos) {
                out += from[i];
                continue;
            }
            out += "<" + disguise.address(from.substr(i + 1, end - i - 1)) + ">";
            i = end;
        }
        return out;
    }
    Json text(const std::string &from, const std::string &key)
    {
        if (from.empty() || isInterfaceWord(key, from))
            return from;
        values_.insert(from);
        if (holdsOne(key, kTimes))
            if (const auto moved = shifted(from); !moved.empty())
                return moved;
        const bool id = key == "id" || key == "did" || key == "cid" || key == "guid" || (key.size() > 2 && key.compare(key.size() - 2, 2, "id") == 0);
        return id && from.find("://") == std::string::npos ? disguise.id(from) : disguise.anything(from);
    }
    Json number(std::int64_t from, const std::string &key)
    {
        if (holdsOne(key, kTimes))
            if (const auto moved = disguise.epoch(from))
                return *moved;
        const bool id = key == "id" || (key.size() > 2 && key.compare(key.size() - 2, 2, "id") == 0 && key != "valid");
        if (id || (std::abs(from) >= kLargeCount && !holdsOne(key, kCounts)))
            return disguise.epoch(from).value_or(disguise.number(from));
        ++numbers;
        return from;
    }

    std::set<std::string> values_; ///< as they were
};

/// The path of the interface, as far as it is made of its words: "/api/v1/accounts/{}/statuses".
std::string pathOf(const std::string &url, const Disguise &disguise)
{
    const auto parsed = net::parseUrl(url);
    if (!parsed)
        return {};
    const auto known = disguise.originals();
    std::string out;
    std::string segment;
    const auto end = [&] {
        // "api" and "v1" are nobody's, though a link in a header may have had them replaced.
        const bool version = segment == "api" || (segment.size() >= 2 && segment.size() <= 3 && segment.front() == 'v'
                                                  && std::all_of(segment.begin() + 1, segment.end(), [](unsigned char c) { return std::isdigit(c) != 0; }));
        const bool word = !segment.empty() && segment.size() <= 30 && std::all_of(segment.begin(), segment.end(), [](unsigned char c) { return std::islower(c) != 0 || c == '_' || c == '.'; });
        const bool ours = std::find(known.begin(), known.end(), segment) != known.end();
        out += segment.empty() ? "" : version || (word && !ours) ? segment : "{}";
        segment.clear();
    };
    for (const char c : parsed->path) {
        if (c != '/') {
            segment += c;
            continue;
        }
        end();
        out += '/';
    }
    end();
    return out;
}

/// Raw, as JSON writes it, and as an address writes it.
bool survives(const std::string &text, std::string_view value)
{
    const auto quoted = connect::dump(Json(std::string(value)));
    return text.find(value) != std::string::npos || text.find(quoted.substr(1, quoted.size() - 2)) != std::string::npos || text.find(net::encodeComponent(value)) != std::string::npos;
}

Json bodyOf(Scrubber &scrubber, const net::Response &response)
{
    const auto json = connect::parseJson(response.body);
    if (!json)
        return scrubber.disguise.markup(response.body);
    return scrubber.named(scrubber.value(*json, {}));
}

} // namespace

const char *toString(Replaced::Kind kind) noexcept
{
    switch (kind) {
    case Replaced::Kind::Id: return "id";
    case Replaced::Kind::Word: return "word";
    case Replaced::Kind::Address: return "address";
    case Replaced::Kind::Time: return "time";
    case Replaced::Kind::Number: return "number";
    }
    return "word";
}

Result<Scrubbed> scrubWith(const Recording &recording, const std::string &salt)
{
    Scrubber scrubber(salt);
    for (const auto &name : recording.names)
        scrubber.hide(name);
    auto exchanges = Json::array();
    for (const auto &exchange : recording.exchanges) {
        auto body = bodyOf(scrubber, exchange.response);
        auto headers = scrubber.headers(exchange.response.headers);
        exchanges.push_back({{"request", {{"method", net::methodName(exchange.method)}, {"path", pathOf(exchange.url, scrubber.disguise)}}},
                             {"response", {{"status", exchange.response.status}, {"headers", std::move(headers)}, {"body", std::move(body)}}}});
    }
    const Json fixture{{"vigie_fixture", 1}, {"network", recording.network}, {"operation", recording.operation}, {"exchanges", std::move(exchanges)}};
    Scrubbed out;
    out.fixture = fixture.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    out.replaced = scrubber.disguise.replaced();
    out.keptNumbers = scrubber.numbers;
    out.droppedHeaders = scrubber.dropped;
    for (const auto &secret : recording.secrets)
        if (!secret.empty() && survives(out.fixture, secret.reveal()))
            return fail(Errc::PolicyRefused, "a secret of this account is still in it; nothing was written");
    for (const auto &name : recording.names)
        if (name.size() >= kTelling && survives(out.fixture, name))
            return fail(Errc::PolicyRefused, "a name of this account is still in it; nothing was written");
    return out;
}

Result<Scrubbed> scrub(const Recording &recording)
{
    auto out = scrubWith(recording, randomKey());
    // A word may by chance have become another's name: another salt, another chance.
    for (int again = 1; !out && out.error().code == Errc::PolicyRefused && again < kMostSalts; ++again)
        out = scrubWith(recording, randomKey());
    return out;
}

} // namespace vigie::app
