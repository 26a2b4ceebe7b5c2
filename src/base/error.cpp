// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/error.hpp>

namespace vigie {

const char *errcName(Errc code) noexcept
{
    switch (code) {
    case Errc::Cancelled: return "cancelled";
    case Errc::Network: return "network";
    case Errc::Timeout: return "timeout";
    case Errc::Tls: return "tls";
    case Errc::Server: return "server";
    case Errc::Protocol: return "protocol";
    case Errc::TooLarge: return "too_large";
    case Errc::RateLimited: return "rate_limited";
    case Errc::QuotaExhausted: return "quota_exhausted";
    case Errc::BudgetStop: return "budget_stop";
    case Errc::AuthExpired: return "auth_expired";
    case Errc::AuthRevoked: return "auth_revoked";
    case Errc::ScopeMissing: return "scope_missing";
    case Errc::ApprovalMissing: return "approval_missing";
    case Errc::Forbidden: return "forbidden";
    case Errc::PolicyRefused: return "policy_refused";
    case Errc::ContentRefused: return "content_refused";
    case Errc::Duplicate: return "duplicate";
    case Errc::NotFound: return "not_found";
    case Errc::Gone: return "gone";
    case Errc::Unsupported: return "unsupported";
    case Errc::Conflict: return "conflict";
    case Errc::Pending: return "pending";
    case Errc::UnknownOutcome: return "unknown_outcome";
    case Errc::InvalidInput: return "invalid_input";
    case Errc::Storage: return "storage";
    case Errc::StorageFull: return "storage_full";
    case Errc::StorageDamaged: return "storage_damaged";
    case Errc::SchemaTooNew: return "schema_too_new";
    case Errc::Busy: return "busy";
    case Errc::NoSecret: return "no_secret";
    case Errc::Internal: return "internal";
    }
    return "internal";
}

Errc errcFromName(std::string_view name) noexcept
{
    for (unsigned i = 0; i <= static_cast<unsigned>(Errc::Internal); ++i) {
        const auto code = static_cast<Errc>(i);
        if (name == errcName(code))
            return code;
    }
    return Errc::Internal;
}

} // namespace vigie
