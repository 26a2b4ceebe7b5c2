// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under every figure: how much of its period was seen, and of what was not seen why, and whether it can still be read.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query.hpp>

#include <string>
#include <vector>

namespace vigie::app {

/// Whether a stretch that was not seen can be read now.
enum class Filling : std::uint8_t {
    Possible,
    ByItself,      ///< the next run reads it
    NoHistory,     ///< the network tells of this only what is new
    TooOld,        ///< it was asked, and gives nothing that old any more
    SignIn,        ///< the person must sign in again first
    Paused,        ///< the account is paused
    UnknownNetwork ///< this version does not speak it
};
[[nodiscard]] const char *toString(Filling filling) noexcept;

struct CoverageGap {
    Unseen unseen;
    std::string connector, account;  ///< account: its handle, or what else names it
    Filling filling = Filling::Possible;
};

/// Of which accounts, and when.
struct CoverageScope {
    std::vector<std::string> networks; ///< connector ids, or as networksAsked() gives them; empty: all
    Instant from, to;
};

struct CoverageReport {
    Coverage coverage;
    std::vector<CoverageGap> gaps;   ///< by time; every stretch of every stream that was not seen, but what is only minutes old
};

/// Networks a query is limited to: every mention it can match is of one of these. Empty: of any.
[[nodiscard]] std::vector<std::string> networksAsked(const text::QueryNode &query);
/// Only the shares and the gaps, not what stands behind them. Accounts that were taken away are left out.
Result<Coverage> coverageOf(store::Tx &tx, const CoverageScope &scope);
Result<CoverageReport> coverageReport(store::Tx &tx, const connect::Catalogue &catalogue, const CoverageScope &scope);

} // namespace vigie::app
