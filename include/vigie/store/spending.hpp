// SPDX-License-Identifier: GPL-3.0-or-later
// What was used up of allowances that outlive the program, and what left in files of networks that cap it.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <string>

namespace vigie::store {

struct Spent {
    std::int64_t units = 0, microDollars = 0;
    friend bool operator==(const Spent &, const Spent &) = default;
};

class Spendings {
public:
    explicit Spendings(Tx &tx) : tx_(tx) {}
    /// Of one bucket in one period ("2026-11-21" or "2026-11", as the caller cuts time).
    Result<Spent> of(AccountId account, const std::string &bucket, const std::string &period);
    /// Of all buckets of the account.
    Result<Spent> total(AccountId account, const std::string &period);
    /// Amounts may be negative: what was reserved and not used.
    Result<void> add(AccountId account, const std::string &bucket, const std::string &period, const Spent &amount);

private:
    Tx &tx_;
};

class Exports {
public:
    explicit Exports(Tx &tx) : tx_(tx) {}
    /// How many of `wanted` items of that network may leave in a file on `day`; they are counted as having left.
    Result<int> take(const std::string &connector, const std::string &day, int wanted);

private:
    Tx &tx_;
};

} // namespace vigie::store
