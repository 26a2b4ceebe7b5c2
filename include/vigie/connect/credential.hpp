// SPDX-License-Identifier: GPL-3.0-or-later
// What an account signs in with, as one entry of the secret store: the access that requests carry, what renews it, and
// whatever else the network wants kept with it (a user name, a key, the client's own id).
// Thread: values. Errors: credentialFrom: Protocol (the entry cannot be read).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/base/time.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::connect {

struct Credential {
    Secret access;                         ///< token, session, key or password
    Secret refresh;                        ///< empty: the access cannot be renewed without the person
    std::optional<Instant> expiresAt;      ///< of `access`, where the network says so
    std::optional<Instant> refreshUntil;   ///< of `refresh`
    std::vector<std::string> scopes;       ///< as granted
    std::vector<std::pair<std::string, Secret>> more; ///< "user", "client_id", "private_key", ...

    [[nodiscard]] const Secret &field(std::string_view name) const; ///< empty when there is none
    void set(std::string_view name, Secret value);
    [[nodiscard]] bool empty() const { return access.empty() && refresh.empty() && more.empty(); }
};

/// As kept in the secret store. A credential that is an access alone is kept as its bare text.
[[nodiscard]] Secret toSecret(const Credential &credential);
[[nodiscard]] Result<Credential> credentialFrom(const Secret &stored);

/// `renewed` over `before`: what the network did not send again (a refresh token, a scope list, a key) is kept; an empty
/// refresh token never replaces one.
[[nodiscard]] Credential merged(const Credential &before, Credential renewed);

} // namespace vigie::connect
