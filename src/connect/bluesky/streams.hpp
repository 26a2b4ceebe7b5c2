// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of an account: how they are named, asked for, paged and read.
//
// All lists of the network run from the newest downwards by an opaque cursor. Forward, each run reads from the top until it
// has passed the newest post of the last run by the overlap; the mark moves when the run has ended, so that a crash in
// between repeats it. A list that is sorted by a bare time loses what shares one time with the last entry of a page: pages
// are as large as may be, and such a cursor is taken back by its smallest step.
// Thread: pure functions. Errors: InvalidInput (no such stream), Protocol (a server that repeats itself), refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::bluesky {

inline constexpr const char *kJetstream = "jetstream";

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

} // namespace vigie::connect::bluesky
