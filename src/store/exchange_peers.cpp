// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/exchange_peers.hpp>

#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

Result<std::vector<ExchangePeer>> ExchangePeers::all()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ExchangePeer> out;
        session.each<std::string, std::string, Instant>("SELECT public_key, person, since_at FROM exchange_peer ORDER BY since_at, public_key", {},
                                                        [&](std::string key, std::string person, Instant since) { out.push_back({std::move(key), std::move(person), since}); });
        return out;
    });
}

Result<std::optional<ExchangePeer>> ExchangePeers::get(const std::string &publicKey)
{
    VIGIE_TRY(const auto known, all());
    const auto found = std::find_if(known.begin(), known.end(), [&](const ExchangePeer &one) { return one.publicKey == publicKey; });
    return found != known.end() ? std::optional(*found) : std::nullopt;
}

Result<void> ExchangePeers::trust(const std::string &publicKey, const std::string &person)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO exchange_peer(public_key, person, since_at) VALUES(?,?,?) ON CONFLICT(public_key) DO UPDATE SET person=excluded.person", publicKey, person, tx_.now());
        tx_.change().settings = true;
    });
}

Result<void> ExchangePeers::remove(const std::string &publicKey)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("DELETE FROM exchange_peer WHERE public_key=?", publicKey) == 0)
            return fail(Errc::NotFound, "no such key is trusted");
        tx_.change().settings = true;
        return {};
    });
}

} // namespace vigie::store
