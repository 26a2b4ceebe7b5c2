// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/sync.hpp>

#include <array>
#include <utility>

namespace vigie {

namespace {

constexpr std::array<std::pair<MissCause, const char *>, 9> kNames{{{MissCause::None, ""},
                                                                    {MissCause::Network, "network"},
                                                                    {MissCause::Server, "server"},
                                                                    {MissCause::RateLimit, "rate-limit"},
                                                                    {MissCause::Budget, "budget"},
                                                                    {MissCause::SignIn, "sign-in"},
                                                                    {MissCause::Refused, "refused"},
                                                                    {MissCause::NotRunning, "not-running"},
                                                                    {MissCause::Paused, "paused"}}};

} // namespace

const char *toString(MissCause cause) noexcept
{
    for (const auto &[known, name] : kNames)
        if (known == cause)
            return name;
    return "";
}

MissCause missCauseFrom(std::string_view name) noexcept
{
    for (const auto &[cause, known] : kNames)
        if (name == known)
            return cause;
    return MissCause::None;
}

MissCause missCauseOf(Errc code) noexcept
{
    switch (code) {
    case Errc::Network:
    case Errc::Timeout:
    case Errc::Tls: return MissCause::Network;
    case Errc::RateLimited:
    case Errc::QuotaExhausted: return MissCause::RateLimit;
    case Errc::BudgetStop: return MissCause::Budget;
    case Errc::AuthExpired:
    case Errc::AuthRevoked:
    case Errc::ScopeMissing:
    case Errc::ApprovalMissing:
    case Errc::NoSecret: return MissCause::SignIn;
    case Errc::Forbidden:
    case Errc::PolicyRefused:
    case Errc::Unsupported: return MissCause::Refused;
    case Errc::Cancelled: return MissCause::NotRunning;
    default: return MissCause::Server;
    }
}

} // namespace vigie
