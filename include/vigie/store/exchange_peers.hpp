// SPDX-License-Identifier: GPL-3.0-or-later
// Machines whose bundles are taken in without a question, by the key they sign with.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct ExchangePeer {
    std::string publicKey, person; ///< person: who made the bundle that was trusted, or as somebody called it
    Instant since;
};

class ExchangePeers {
public:
    explicit ExchangePeers(Tx &tx) : tx_(tx) {}

    Result<std::vector<ExchangePeer>> all();
    Result<std::optional<ExchangePeer>> get(const std::string &publicKey);
    Result<void> trust(const std::string &publicKey, const std::string &person);
    Result<void> remove(const std::string &publicKey);

private:
    Tx &tx_;
};

} // namespace vigie::store
