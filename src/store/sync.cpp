// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/sync.hpp>

#include "store/error_json.hpp"
#include "store/session.hpp"
#include "store/sync_windows.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace vigie::store {

namespace {

constexpr const char *kRetention = "retention"; ///< the network does not give it any more
constexpr const char *kOpenWindows = " WHERE account_id IN (SELECT value FROM json_each(?)) AND closed_at IS NULL ORDER BY from_at, id";
constexpr const char *kCursor = "SELECT account_id, stream, forward, backfill, backfill_done, last_run_at, last_ok_at, last_error_json, first_run FROM sync_cursor";

std::vector<SyncCursor> loadCursors(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<SyncCursor> out;
    session.each<AccountId, std::string, std::string, std::string, bool, std::optional<Instant>, std::optional<Instant>, std::optional<std::string>, bool>(
        kCursor + where, std::move(values),
        [&](AccountId account, std::string stream, std::string forward, std::string backfill, bool done, std::optional<Instant> run,
            std::optional<Instant> ok, const std::optional<std::string> &error, bool first) {
            SyncCursor cursor;
            cursor.key = {account, std::move(stream)};
            cursor.forward = std::move(forward);
            cursor.backfill = std::move(backfill);
            cursor.backfillDone = done;
            cursor.lastRunAt = run;
            cursor.lastOkAt = ok;
            cursor.lastError = errorFromJson(error);
            cursor.first = first;
            out.push_back(std::move(cursor));
        });
    return out;
}

std::vector<SyncWindow> loadWindows(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<SyncWindow> out;
    session.each<std::int64_t, AccountId, std::string, Instant, Instant, int, std::string, std::optional<Instant>, std::string>(
        "SELECT id, account_id, stream, from_at, to_at, state, reason, closed_at, cause FROM sync_window" + where, std::move(values),
        [&](std::int64_t row, AccountId account, std::string stream, Instant from, Instant to, int state, std::string reason,
            std::optional<Instant> closed, const std::string &cause) {
            SyncWindow window;
            window.key = {account, std::move(stream)};
            window.from = from;
            window.to = to;
            window.state = state == 0 ? SyncWindow::State::Seen : SyncWindow::State::Gap;
            window.reason = std::move(reason);
            window.closedAt = closed;
            window.cause = missCauseFrom(cause);
            window.row = row;
            out.push_back(std::move(window));
        });
    return out;
}

std::int64_t insertWindow(Session &session, const SyncWindow &window)
{
    return session.insert("INSERT INTO sync_window(account_id, stream, from_at, to_at, state, reason, closed_at, cause) VALUES(?,?,?,?,?,?,?,?)",
                          window.key.account, window.key.stream, window.from, window.to, window.state, window.reason, window.closedAt, toString(window.cause));
}

/// The parts of open gaps inside [from, to) are closed; what sticks out on either side stays open.
void closeGaps(Session &session, const StreamKey &key, Instant from, Instant to, Instant now)
{
    const auto gaps = loadWindows(session, " WHERE account_id=? AND stream=? AND state=1 AND closed_at IS NULL AND from_at<? AND to_at>?",
                                  binds(key.account, key.stream, to, from));
    for (const auto &gap : gaps) {
        for (const auto &rest : subtract({gap.from, gap.to}, {from, to})) {
            SyncWindow open = gap;
            open.from = rest.from;
            open.to = rest.to;
            insertWindow(session, open);
        }
        session.exec("UPDATE sync_window SET from_at=?, to_at=?, closed_at=? WHERE id=?", std::max(gap.from, from), std::min(gap.to, to), now, gap.row);
    }
}

} // namespace

Result<std::optional<SyncCursor>> Sync::cursor(const StreamKey &key)
{
    return tx_.session().guard([&]() -> Result<std::optional<SyncCursor>> {
        auto found = loadCursors(tx_.session(), " WHERE account_id=? AND stream=?", binds(key.account, key.stream));
        if (found.empty())
            return std::optional<SyncCursor>();
        return std::optional<SyncCursor>(std::move(found.front()));
    });
}

Result<std::vector<SyncCursor>> Sync::cursors(AccountId account)
{
    return tx_.session().guard([&] { return loadCursors(tx_.session(), " WHERE account_id=? ORDER BY stream", binds(account)); });
}

Result<void> Sync::saveCursor(const SyncCursor &cursor)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT INTO sync_cursor(account_id, stream, forward, backfill, backfill_done, last_run_at, last_ok_at, last_error_json,"
                           " first_run) VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(account_id, stream) DO UPDATE SET forward=excluded.forward,"
                           " backfill=excluded.backfill, backfill_done=excluded.backfill_done, last_run_at=excluded.last_run_at,"
                           " last_ok_at=excluded.last_ok_at, last_error_json=excluded.last_error_json, first_run=excluded.first_run",
                           cursor.key.account, cursor.key.stream, cursor.forward, cursor.backfill, cursor.backfillDone, cursor.lastRunAt,
                           cursor.lastOkAt, errorToJson(cursor.lastError), cursor.first);
        tx_.change().coverage = true;
    });
}

Result<void> Sync::addSeen(const StreamKey &key, Instant from, Instant to)
{
    if (from >= to)
        return {};
    auto &session = tx_.session();
    return session.guard([&] {
        // Stretches that touch become one.
        auto merged = Stretch{from, to};
        for (const auto &near : loadWindows(session, " WHERE account_id=? AND stream=? AND state=0 AND from_at<=? AND to_at>=?",
                                            binds(key.account, key.stream, to, from))) {
            merged.from = std::min(merged.from, near.from);
            merged.to = std::max(merged.to, near.to);
            session.exec("DELETE FROM sync_window WHERE id=?", near.row);
        }
        SyncWindow window;
        window.key = key;
        window.from = merged.from;
        window.to = merged.to;
        insertWindow(session, window);
        closeGaps(session, key, from, to, tx_.now());
        tx_.change().coverage = true;
    });
}

Result<void> Sync::addGap(const StreamKey &key, Instant from, Instant to, const std::string &reason, MissCause cause)
{
    if (from >= to)
        return {};
    auto &session = tx_.session();
    return session.guard([&] {
        // Only what is neither seen nor known to be missing is news.
        std::vector<Stretch> news{{from, to}};
        for (const auto &known : loadWindows(session, " WHERE account_id=? AND stream=? AND closed_at IS NULL AND from_at<? AND to_at>?",
                                             binds(key.account, key.stream, to, from)))
            news = subtractFromAll(news, {known.from, known.to});
        for (const auto &part : news) {
            SyncWindow gap;
            gap.key = key;
            gap.from = part.from;
            gap.to = part.to;
            gap.state = SyncWindow::State::Gap;
            gap.reason = reason;
            gap.cause = cause;
            insertWindow(session, gap);
        }
        if (!news.empty())
            tx_.change().coverage = true;
    });
}

Result<std::optional<std::pair<Instant, Instant>>> Sync::extent(const StreamKey &key)
{
    return tx_.session().guard([&]() -> Result<std::optional<std::pair<Instant, Instant>>> {
        const auto found = tx_.session().one<std::optional<Instant>, std::optional<Instant>>(
            "SELECT min(from_at), max(to_at) FROM sync_window WHERE account_id=? AND stream=? AND state=0", key.account, key.stream);
        if (!found || !std::get<0>(*found))
            return std::optional<std::pair<Instant, Instant>>();
        return std::optional(std::pair(*std::get<0>(*found), *std::get<1>(*found)));
    });
}

Result<std::vector<SyncWindow>> Sync::openGaps(std::optional<AccountId> account)
{
    return tx_.session().guard([&] {
        if (account)
            return loadWindows(tx_.session(), " WHERE account_id=? AND state=1 AND closed_at IS NULL ORDER BY from_at, id", binds(*account));
        return loadWindows(tx_.session(), " WHERE state=1 AND closed_at IS NULL ORDER BY from_at, id", {});
    });
}

Result<void> Sync::giveUp(const StreamKey &key, Instant from, Instant oldest)
{
    if (from >= oldest)
        return {};
    VIGIE_CHECK(addGap(key, from, oldest, kRetention));
    auto &session = tx_.session();
    return session.guard([&] {
        // What a gap holds beyond `oldest` was covered as it was read.
        if (session.exec("UPDATE sync_window SET reason=? WHERE account_id=? AND stream=? AND state=1 AND closed_at IS NULL AND from_at>=? AND to_at<=? AND reason<>?",
                         kRetention, key.account, key.stream, from, oldest, kRetention) > 0)
            tx_.change().coverage = true;
    });
}

std::vector<AccountId> Sync::asked(std::span<const AccountId> accounts)
{
    if (accounts.empty())
        return tx_.session().column<AccountId>("SELECT id FROM account WHERE state=0");
    return {accounts.begin(), accounts.end()};
}

std::vector<StreamKey> Sync::streamsOf(const std::string &accounts)
{
    std::vector<StreamKey> streams;
    tx_.session().each<AccountId, std::string>("SELECT account_id, stream FROM sync_cursor WHERE account_id IN (SELECT value FROM json_each(?1))"
                                               " UNION SELECT account_id, stream FROM sync_window WHERE account_id IN (SELECT value FROM json_each(?1))",
                                               binds(accounts), [&](AccountId account, std::string stream) { streams.push_back({account, std::move(stream)}); });
    return streams;
}

Result<Coverage> Sync::coverage(std::span<const AccountId> accounts, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto list = idList(asked(accounts));
        return coverageOf(streamsOf(list), loadWindows(session, kOpenWindows, binds(list)), from, to);
    });
}

Result<std::vector<Unseen>> Sync::unseen(std::span<const AccountId> accounts, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto list = idList(asked(accounts));
        std::map<StreamKey, std::vector<SyncWindow>> windows;
        for (auto &window : loadWindows(session, kOpenWindows, binds(list)))
            windows[window.key].push_back(std::move(window));
        std::map<StreamKey, StreamState> states;
        for (const auto &cursor : loadCursors(session, " WHERE account_id IN (SELECT value FROM json_each(?))", binds(list)))
            states[cursor.key] = {cursor.backfillDone, false, cursor.lastError ? std::optional(cursor.lastError->code) : std::nullopt};
        const auto paused = session.column<AccountId>("SELECT id FROM account WHERE state=1");
        std::vector<Unseen> out;
        for (const auto &key : streamsOf(list)) {
            auto state = states[key];
            state.paused = std::find(paused.begin(), paused.end(), key.account) != paused.end();
            auto part = unseenOf(key, windows[key], state, from, to);
            std::move(part.begin(), part.end(), std::back_inserter(out));
        }
        return out;
    });
}

} // namespace vigie::store
