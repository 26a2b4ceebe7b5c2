// SPDX-License-Identifier: GPL-3.0-or-later
// Members, accounts, settings.
// Thread: inside a store job. Errors: Storage..., NotFound, Duplicate.
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/member.hpp>
#include <vigie/store/store.hpp>

#include <span>

namespace vigie::store {

class Members {
public:
    explicit Members(Tx &tx) : tx_(tx) {}
    Result<Member> get(MemberId id);
    Result<MemberCard> card(MemberId id);
    Result<std::optional<MemberId>> find(const std::string &connector, const std::string &instance, const std::string &handleOrNative);

private:
    Tx &tx_;
};

class Accounts {
public:
    explicit Accounts(Tx &tx) : tx_(tx) {}
    Result<std::vector<Account>> all(bool withRemoved = false);
    Result<Account> get(AccountId id);
    /// Inserts or updates by (connector, instance, native id); adding a removed account again brings it back.
    Result<AccountId> save(const Account &account);
    Result<void> setState(AccountId id, AccountState state);
    Result<void> noteSession(AccountId id, const SessionFacts &facts);
    /// The strictest of what the accounts of that network hold Vigie to, removed ones included: their items are still here.
    Result<Policy> policyOf(const std::string &connector);
    /// The network's terms as this program knows them; written at each start, so that they hold in programs that do not.
    Result<void> setPolicy(const std::string &connector, const Policy &policy);
    /// Result of an exchange: `error` none means it went well.
    Result<void> noteExchange(AccountId id, const std::optional<Error> &error);

private:
    Tx &tx_;
};

/// Settings of the workspace (not of the machine): key and text value. Every key is listed in app/settings_table.hpp.
class Settings {
public:
    explicit Settings(Tx &tx) : tx_(tx) {}
    Result<std::optional<std::string>> get(const std::string &key);
    Result<void> set(const std::string &key, const std::string &value);

private:
    Tx &tx_;
};

} // namespace vigie::store
