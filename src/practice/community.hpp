// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the practice network: what they wrote before, and what they do as time goes by. Everything follows from
// the seed, the script (resources/practice/community.json) and what the brand does.
// Thread: under the server's mutex. Errors: Protocol (script unreadable).
#pragma once

#include "practice/json_views.hpp"

#include <vigie/base/random.hpp>

#include <map>
#include <set>

namespace vigie::practice {

/// Something that will happen.
struct Event {
    std::string kind; ///< speak, say, boost, like, crowd, follow, edit, delete, nag, rumour, rival, drift
    Key who = 0, what = 0;
    std::string text, intent, lang, alt;
    int count = 0;
};

inline constexpr double kQuoteShare = 0.6; ///< of the posts that pass something on

class Community {
public:
    Community(Network &network, std::uint64_t seed) : network_(network), random_(seed), seed_(seed) {}

    Result<void> readScript(std::string_view text);
    /// Accounts of everybody, the brand included.
    void settle();
    void writeHistory(int days);
    /// First things to come, some of them within the first minute.
    void begin();
    void step();
    void startStorm();
    [[nodiscard]] std::string brandHandle() const;
    /// Where the person of this account lives; of one of the brand's accounts.
    [[nodiscard]] std::string zoneOf(const std::string &handle) const;
    [[nodiscard]] const Json &script() const { return script_; }

    [[nodiscard]] Json save() const;
    void load(const Json &state);

private:
    struct Member {
        Key id = 0;
        std::string role, temperament, lang;
        double history = 1, weight = 1;
    };
    struct Line {
        std::string text, alt, warning, edit;
        int rating = 0;
        Key quoteOf = 0;
    };

    // community_talk.cpp: who says what
    const Member &anyMember(const std::vector<std::string> &roles = {});
    const Member *memberOf(Key id) const;
    std::string intentFor(const Member &member);
    const Json *pick(const Json &list);
    const Json *pickFresh(const Json &list);
    /// A post of the brand from the ten days before, to be talked about; 0 when there is none.
    Key recentBrandPost(Instant when);
    Line line(const Json &list, const std::string &lang);
    Line line(const Json &mosaics, const Json &list, const std::string &lang);
    Line composed(const Json &mosaic, const std::string &lang);
    /// What a member posts of his own accord, in public or to the brand alone.
    Line opening(const std::string &intent, const std::string &lang, bool direct);
    /// What a member says to an answer.
    Line taken(const std::string &intent, const std::string &lang, const std::string &kind);
    std::string fill(const std::string &text, const std::string &lang, const std::map<std::string, std::string> &product);
    std::map<std::string, std::string> someProduct(const std::string &lang);
    Status &say(const Member &who, const Line &line, const std::string &intent, Key inReplyTo, std::optional<Instant> at,
                const std::string &visibility = "public");
    double unit() { return random_.unit(); }
    int around(double expected);
    Micros spread(double minutes);
    const Json &at(std::initializer_list<const char *> path) const;
    double number(std::initializer_list<const char *> path, double otherwise) const;

    // community_history.cpp
    void historyDay(std::int32_t day, double pulse, const std::string &pulseIntent, Instant end);
    void historyPost(Instant at, const std::string &forced, Instant end);
    void historyBrand(Instant at, Instant end);
    void historyAnswer(const Status &post, Instant end);
    void gather(Key statusId, Instant at, Instant end, double likes, double boosts);
    double rhythm(Instant t) const;

    // community.cpp
    void plan(Instant at, Event event);
    void happen(const Event &event, Instant at);
    void speak(Instant at);
    void aftermath(const Status &status, const Line &line, Instant at);
    void nag(const Event &event);
    void rival();

    // community_answers.cpp
    void noticeBrand();
    void reactToReply(const Status &reply, const Status &parent);
    void reactToPost(const Status &post);
    std::string takeOf(const Member &member, const std::string &answer);
    bool clearAnswer(const std::string &text) const;
    void planSay(Instant at, const Member &who, Key parent, const Line &line, const std::string &intent);

    // community_rumour.cpp
    void rumourTick(Instant at);
    const Json *stageAt(Instant t, double *hoursIn) const;
    void rumourPost(const std::string &stage, const std::vector<std::string> &roles, double boosts, Instant at);
    void noteClearAnswer(Instant at);

    Network &network_;
    Sequence random_;
    std::uint64_t seed_;
    Json script_;
    std::string zone_ = "UTC";
    std::vector<Member> members_;
    std::set<const Json *> said_; ///< into script_
    std::multimap<std::int64_t, Event> agenda_;
    Instant rumourStart_{};
    std::optional<Instant> answeredAt_;
    double stormFactor_ = 1;
    Key lastBrandPost_ = 0;
    Instant lastStep_{};
};

} // namespace vigie::practice
