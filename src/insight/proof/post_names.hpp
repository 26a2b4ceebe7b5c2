// SPDX-License-Identifier: GPL-3.0-or-later
// What a proof calls a post by: its id where the network's terms let it leave, else nothing but a hash of it.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace vigie::insight {

class PostNames {
public:
    explicit PostNames(store::Tx &tx) : tx_(tx) {}
    Result<std::string> of(const Item &item);
    /// How many of those that were asked for are a hash.
    [[nodiscard]] std::int64_t hidden() const { return hidden_; }
    /// Hash of its words.
    [[nodiscard]] static std::string content(const Item &item);

private:
    store::Tx &tx_;
    std::map<std::string, bool> may_; ///< by connector
    std::int64_t hidden_ = 0;
};

} // namespace vigie::insight
