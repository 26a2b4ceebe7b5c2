// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/account_words.hpp"

#include <cstdio>

namespace vigie::cli {

const char *wayName(connect::AuthKind kind)
{
    for (const auto &way : kWays)
        if (way.kind == kind)
            return way.name;
    return "none";
}

const char *triedName(connect::Verification verification)
{
    switch (verification) {
    case connect::Verification::RealServer: return "real-server";
    case connect::Verification::ThirdPartyClient: return "third-party-client";
    case connect::Verification::Schema: return "schema";
    case connect::Verification::DocumentsOnly: return "documents-only";
    }
    return "documents-only";
}

const char *lifeName(app::SignInLife life)
{
    switch (life) {
    case app::SignInLife::None: return "none";
    case app::SignInLife::Lasting: return "lasting";
    case app::SignInLife::Renewed: return "renewed";
    case app::SignInLife::EndsSoon: return "ends_soon";
    case app::SignInLife::Ended: return "ended";
    }
    return "none";
}

nlohmann::json describe(const Account &account)
{
    return {{"id", account.id.value}, {"network", account.connector}, {"instance", account.instance}, {"handle", account.handle},
            {"name", account.name}, {"state", toString(account.state)}};
}

std::string labelOf(const Account &account, int width)
{
    if (account.connector == "feed")
        return oneLine(account.name.empty() || account.name == account.instance ? account.instance : account.name + "  " + account.instance, width);
    return oneLine(account.handle.empty() ? account.name : account.handle, width);
}

void printAccount(const Account &account)
{
    std::printf("%4lld  %-10s %-9s %s\n", static_cast<long long>(account.id.value), account.connector.c_str(), toString(account.state),
                labelOf(account, 100).c_str());
}

} // namespace vigie::cli
