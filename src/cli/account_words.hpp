// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the command line for accounts and networks: ways to sign in, how things were tried.
#pragma once

#include "cli/context.hpp"

#include <vigie/app/sign_in_form.hpp>

#include <array>

namespace vigie::cli {

struct WayName {
    const char *name;
    connect::AuthKind kind;
};
inline constexpr std::array<WayName, 8> kWays{{{"browser", connect::AuthKind::OAuthCode}, {"device", connect::AuthKind::DeviceCode}, {"token", connect::AuthKind::Token},
                                              {"app-password", connect::AuthKind::AppPassword}, {"basic", connect::AuthKind::Basic}, {"api-key", connect::AuthKind::ApiKey},
                                              {"signed-key", connect::AuthKind::SignedKey}, {"none", connect::AuthKind::None}}};
[[nodiscard]] const char *wayName(connect::AuthKind kind);
[[nodiscard]] const char *triedName(connect::Verification verification); ///< "real-server"
[[nodiscard]] const char *lifeName(app::SignInLife life);

[[nodiscard]] nlohmann::json describe(const Account &account);
/// Who it is: the handle on a network of people, the name and the address of a feed (its handle is a mere host).
[[nodiscard]] std::string labelOf(const Account &account, int width);
void printAccount(const Account &account);

} // namespace vigie::cli
