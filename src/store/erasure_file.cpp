// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of the file after an erasure: indexes merged, pages written anew, the log emptied.
#include <vigie/store/erasure.hpp>

#include "store/found_docs.hpp"
#include "store/session.hpp"

#include <chrono>
#include <thread>

namespace vigie::store {

namespace {

constexpr int kFoundSlice = 500, kTries = 50;

/// One slice in a transaction of its own, so that others write in between; false: nothing is left.
Result<bool> slice(Session &session)
{
    VIGIE_CHECK(session.guard([&] { session.script("BEGIN IMMEDIATE"); }));
    auto more = session.guard([&]() -> Result<bool> { return catchUpFound(session, kFoundSlice) || scrubFound(session); });
    auto ended = session.guard([&] { session.script(more ? "COMMIT" : "ROLLBACK"); });
    if (!more)
        return more;
    VIGIE_CHECK(ended);
    return more;
}

} // namespace

Result<void> scrubFile(const std::string &path, const std::function<bool()> &progress)
{
    VIGIE_TRY(const auto session, Session::open(path, SessionMode::ReadWrite));
    const auto stopped = [&] { return progress && !progress(); };
    for (;;) {
        if (stopped())
            return fail(Errc::Cancelled);
        VIGIE_TRY(const bool more, slice(*session));
        if (!more)
            break;
    }
    VIGIE_CHECK(session->guard([&] { session->script("VACUUM"); }));
    // Readers may still look at the pages of before; the log goes when the last of them has looked away.
    for (int tries = 0; tries < kTries && !stopped(); ++tries) {
        const auto busy = session->guard([&] { return session->one<int>("PRAGMA wal_checkpoint(TRUNCATE)").value_or(1); });
        if (busy && *busy == 0)
            return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return fail(stopped() ? Errc::Cancelled : Errc::Busy, "the file is being read; the log is emptied when the workspace is closed");
}

} // namespace vigie::store
