// SPDX-License-Identifier: GPL-3.0-or-later
// What the practice network knows: accounts, posts, notifications, files, apps and tokens, and the few operations that
// change them. HTTP, JSON and the community are written on top.
// Thread: none of its own; whoever calls holds the one mutex of the server. Errors: none; nullptr for what is not there.
#pragma once

#include "practice/stream_hub.hpp"

#include <vigie/base/clock.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::practice {

/// Ids are snowflakes (milliseconds << 16 | sequence), text on the wire.
using Key = std::uint64_t;

struct Account {
    Key id = 0;
    std::string username, host, name, note, lang;
    std::string role; ///< what the community uses the account for: member, rival, brand, team (further accounts of the brand)
    Instant createdAt;
    std::int64_t followers = 0, following = 0;
    bool bot = false;
    [[nodiscard]] std::string acct() const { return host.empty() ? username : username + '@' + host; }
};

struct Media {
    Key id = 0, owner = 0;
    std::string mime, description, bytes;
    int width = 0, height = 0;
    int paint = -1;           ///< >= 0: drawn on demand, no bytes kept
    int processingPolls = 0;  ///< answers 206 that many times
};

struct Version {
    std::string text, spoiler;
    Instant at;
};

struct PollOption {
    std::string title;
    std::set<Key> voters;
};
struct Poll {
    Key id = 0;
    std::vector<PollOption> options;
    bool multiple = false;
    Instant expiresAt;
};

struct Status {
    Key id = 0, author = 0, inReplyTo = 0, boostOf = 0, quoteOf = 0;
    std::string text, spoiler, lang, visibility = "public", idempotencyKey;
    Instant at;
    std::optional<Instant> editedAt;
    std::vector<Version> versions; ///< earlier ones, oldest first
    std::vector<Key> media, mentions;
    std::vector<std::string> tags; ///< as written; folded when compared
    std::set<Key> favouritedBy, bookmarkedBy, boosts, quotes; ///< boosts, quotes: ids of the statuses that do it
    std::int64_t crowdFavourites = 0;                 ///< people outside the community who liked it
    std::optional<Poll> poll;
    std::string intent; ///< why the community wrote it; empty for the brand
    bool sensitive = false, deleted = false;
};

struct Notification {
    Key id = 0, account = 0, status = 0;
    std::string type;
    Instant at;
    Key owner = 0; ///< who is told
};

struct App {
    std::string id, secret, name, website, scopes;
    std::vector<std::string> redirects;
};
struct Grant {
    std::string app, redirect, scopes, challenge;
    Instant until;
    bool used = false;
};
struct Token {
    std::string app, scopes;
    Key account = 0; ///< 0: the app itself
    Instant createdAt;
    bool revoked = false;
};

struct NewStatus {
    Key author = 0, inReplyTo = 0, quoteOf = 0;
    std::string text, spoiler, lang, visibility = "public", idempotencyKey, intent;
    std::vector<Key> media;
    std::optional<Poll> poll;
    bool sensitive = false;
    std::optional<Instant> at; ///< history; now when absent
};

class Network {
public:
    Network(const Clock &clock, StreamHub &hub) : clock_(clock), hub_(hub) {}

    const Clock &clock() const { return clock_; }
    Instant now() const { return clock_.now(); }
    Key nextId(Instant at);

    Account &addAccount(Account account);
    Account *account(Key id);
    /// "user", "user@host" or "@user@host", whatever the case.
    Account *accountNamed(std::string_view acct);

    /// The post when it exists and is not deleted.
    Status *status(Key id);
    Status &post(NewStatus draft);
    /// Relays; the same account relays a post once. nullptr when the post is not public.
    Status *boost(Key account, Key statusId, std::optional<Instant> at = {});
    void unboost(Key account, Key statusId);
    bool favourite(Key account, Key statusId, bool on, std::optional<Instant> at = {});
    void edit(Status &status, const std::string &text, const std::string &spoiler);
    void remove(Key statusId);
    void follow(Key account, std::optional<Instant> at = {});
    void notify(const std::string &type, Key from, Key statusId, Instant at, Key owner);
    /// One of the accounts whose person sits at this computer: the brand and its team.
    [[nodiscard]] bool ours(Key account) const { return account != 0 && (account == brand || team.count(account) != 0); }
    /// The stream of this account's home and notices.
    [[nodiscard]] std::string userChannel(Key account) const { return account == brand ? "user" : "user@" + std::to_string(account); }

    [[nodiscard]] std::int64_t replyCount(Key id) const;
    [[nodiscard]] std::vector<Key> repliesTo(Key id) const;
    /// Newest last, deleted ones left out.
    [[nodiscard]] std::vector<Key> postsOf(Key account) const;
    [[nodiscard]] std::vector<Key> idsWithTag(const std::string &folded) const;
    /// Oldest first.
    [[nodiscard]] std::vector<Key> ancestors(const Status &status);
    [[nodiscard]] std::vector<Key> descendants(Key id);
    /// Rebuilds what can be worked out from the posts; after a state file was read.
    void reindex();

    std::string base;   ///< "http://127.0.0.1:41233"
    std::string domain; ///< "127.0.0.1:41233"
    Key brand = 0;
    std::set<Key> team;                    ///< further accounts of the brand
    std::set<std::string> emojis;          ///< short codes of the server's own emoji
    std::map<Key, Account> accounts;
    std::map<Key, Status> statuses;
    std::map<Key, Notification> notifications;
    std::map<Key, Media> media;
    std::map<std::string, App> apps;
    std::map<std::string, Grant> grants;
    std::map<std::string, Token> tokens;
    std::map<std::string, std::pair<Key, Instant>> idempotency; ///< key of the account -> what it made, and when
    std::set<Key> muted, blocked, followed, mutedThreads;      ///< by the brand
    std::int64_t reports = 0;
    std::uint64_t changes = 0; ///< grows with every change; tells when the state file is old
    bool quiet = false;        ///< while history is written: no events
    /// What may have changed since the state was last written; whoever is handed a row to write to is counted.
    struct Touched {
        std::set<Key> accounts, statuses, notifications, media;
    } touched;

private:
    void index(const Status &status);
    void announce(const Status &status, const char *event);

    const Clock &clock_;
    StreamHub &hub_;
    std::map<std::string, Key> byAcct_;
    std::map<std::string, std::vector<Key>> byTag_;
    std::map<Key, std::vector<Key>> replies_, byAuthor_;
};

[[nodiscard]] std::string idText(Key id);
/// 0 for what is no id.
[[nodiscard]] Key idFrom(std::string_view text);

} // namespace vigie::practice
