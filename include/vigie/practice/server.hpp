// SPDX-License-Identifier: GPL-3.0-or-later
// The practice network: a loopback server that speaks the Mastodon API, with a seeded community around an invented
// brand. What is posted to it appears, is answered and gathers reactions. The same server, with a fault plan and a fake
// clock, is the test bed.
// Thread: safe; the server has threads of its own, the community moves only in step(). Errors: Network (port), Protocol
// (script unreadable), NotFound.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/base/result.hpp>
#include <vigie/practice/fault_plan.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vigie::practice {

struct Options {
    std::uint64_t seed = 20261121;
    int port = 0;                  ///< 0: any free one; always on 127.0.0.1
    int historyDays = 40;          ///< how far back the community has spoken when the server starts
    bool community = true;         ///< false: an empty network for tests
    bool stream = true;            ///< offers SSE
    std::string publicUrl;         ///< base of the URLs in its answers; empty: its own address
    std::string stateFile;         ///< empty: the community starts afresh at each start; else it goes on where it was
};

/// A post as the network holds it, for tests and for the crisis drill's judge.
struct PostSeen {
    std::string id, author, text, inReplyTo, visibility, idempotencyKey;
    Instant at;
    int media = 0;
    std::vector<std::string> alts;  ///< alternative texts of its media, in order
    bool deleted = false;
};

/// One of the brand's accounts, with a token for it.
struct OwnAccount {
    std::string handle, token, zone, lang;
};

/// What the calendar of a newcomer begins with: plans and drafts, relative to the day they are made on.
struct FirstPlan {
    std::vector<std::string> accounts;                            ///< handles
    std::string text, warning, lang, zone;
    std::vector<std::pair<std::string, std::string>> ownTexts;    ///< handle, text
    int day = 0, hour = 0, minute = 0;                            ///< day 0: without a day; 1: tomorrow
    int lateBy = 15;                                              ///< minutes
    bool planned = false;                                         ///< else a draft
    std::string pictureName, picture, alt;                        ///< a PNG; empty: none
};

/// An answer that the library of the practice workspace begins with; its variables are told by their names.
struct FirstAnswer {
    std::string keyword, title, french, english;
};

class Server {
public:
    static Result<std::unique_ptr<Server>> start(const Clock &clock, const Options &options);
    virtual ~Server() = default;

    [[nodiscard]] virtual std::string url() const = 0;           ///< "http://127.0.0.1:41233"
    [[nodiscard]] virtual std::string brandToken() const = 0;    ///< a token of the brand's account, without the dance
    [[nodiscard]] virtual std::string brandHandle() const = 0;   ///< "dubreuil"
    /// The brand first. The tokens are those of the first start.
    [[nodiscard]] virtual std::vector<OwnAccount> ownAccounts() = 0;
    [[nodiscard]] virtual std::vector<FirstPlan> firstPlans() const = 0;
    [[nodiscard]] virtual std::vector<FirstAnswer> firstAnswers() const = 0;
    /// Brings the community up to the clock's now: people write, answer and react. Called by the owner (a timer, a test).
    virtual void step() = 0;
    virtual FaultPlan &faults() = 0;
    /// Every post of the brand's accounts, in order of arrival; the judge of "never two".
    [[nodiscard]] virtual std::vector<PostSeen> brandPosts() const = 0;
    /// A member writes right now; for tests. Returns the id.
    virtual std::string memberPosts(const std::string &handle, const std::string &text, const std::string &inReplyTo = {}) = 0;
    virtual void editPost(const std::string &id, const std::string &text) = 0;
    virtual void deletePost(const std::string &id) = 0;
    /// Makes the rumour begin at once instead of at its scripted hour.
    virtual void startStorm() = 0;
    virtual void revokeTokens() = 0;
    [[nodiscard]] virtual std::int64_t requestCount() const = 0;
};

} // namespace vigie::practice
