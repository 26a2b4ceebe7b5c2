// SPDX-License-Identifier: GPL-3.0-or-later
// Reading lists that come newest first and know nothing but page tokens: no "since", no ids to start from. A forward run
// goes down from the top until it stands on known ground and has gone as far back as edits and late arrivals may lie;
// what it saw on top becomes the mark only when the run ends, so that a crash in between reads again. Backfill goes down
// from the top with the server's token as its cursor.
// Thread: values, pure functions. Errors: none; a token or a mark that cannot be read is an empty one.
#pragma once

#include <vigie/connect/connector.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vigie::connect {

/// What the forward cursor holds.
struct NewestMark {
    std::vector<std::string> seen;         ///< keys of the newest entries, newest first
    std::optional<Instant> at;             ///< of the newest entry

    [[nodiscard]] bool knows(const std::string &key) const;
    [[nodiscard]] std::string text() const; ///< empty when nothing was seen
    static NewestMark from(const std::string &cursor);
};

/// What a page token of ours holds.
struct NewestTurn {
    std::string token;                     ///< the server's; empty: the top
    int number = 0;                        ///< pages before this one
    NewestMark top;                        ///< seen so far in this run
    bool known = false;                    ///< known ground was met
    bool again = false;                    ///< backfill began anew once, because the server forgot its token

    [[nodiscard]] std::string text() const;
    static NewestTurn from(const std::string &text);
    static NewestTurn of(const FetchSpec &spec);
};

/// The entries of one page. The key says which state of the entry it is, where an entry may change: "id@time".
struct NewestPage {
    std::vector<std::string> keys;
    std::optional<Instant> newest, oldest;
    void add(std::string key, const std::optional<Instant> &at);
};

struct NewestHabits {
    std::chrono::seconds overlap{600};     ///< how far behind the mark a run reads again
    int mostPages = 50;                    ///< beyond it the rest is a gap
    std::size_t kept = 300;                ///< keys in a mark
};

/// Where reading goes next: fills nextPage, cursor, reachedKnown and capped of `page`.
void goOn(FetchPage &page, const FetchSpec &spec, const NewestPage &found, const std::string &serverToken, const NewestHabits &habits = {});
/// Did the server refuse a page token that it gave itself?
[[nodiscard]] bool tokenForgotten(const FetchSpec &spec, const net::Response &response);
/// The server no longer knows the token: backfill begins anew once, a forward run ends where it is.
void startOver(FetchPage &page, const FetchSpec &spec);

} // namespace vigie::connect
