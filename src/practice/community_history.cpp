// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/community.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {
constexpr double kPostsPerDay = 38;
const char *const kWeekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
} // namespace

/// Weight of the hour, 1 on the average.
double Community::rhythm(Instant t) const
{
    const auto wall = toWall(t, zone_);
    const auto day = localDay(t, zone_);
    if (!wall || !day)
        return 1;
    const int weekday = ((*day % 7) + 7 + 4) % 7; // 1970-01-01 was a Thursday
    const Json &hours = at({"rhythm", weekday == 0 || weekday == 6 ? "weekend" : "weekday"});
    if (!hours.is_array() || hours.size() != 24)
        return 1;
    double sum = 0;
    for (const Json &hour : hours)
        sum += hour.is_number() ? hour.get<double>() : 0;
    const Json &now = hours[wall->hour];
    return sum > 0 && now.is_number() ? now.get<double>() * 24 / sum * number({"rhythm", "dayWeights", kWeekdays[weekday]}, 1) : 1;
}

void Community::writeHistory(int days)
{
    if (members_.empty())
        return;
    network_.quiet = true;
    const Instant end = network_.now();
    const auto today = localDay(end, zone_);
    for (int ago = days; ago >= 0 && today; --ago) {
        double pulse = 1;
        std::string intent;
        for (const Json &one : at({"history", "pulse"}))
            if (one.is_object() && one.value("daysAgo", -1) == ago) {
                pulse = one.value("factor", 1.0);
                intent = one.value("intent", "");
            }
        historyDay(*today - ago, pulse, intent, end);
    }
    network_.quiet = false;
    lastBrandPost_ = 0;
    for (const auto &[id, status] : network_.statuses)
        if (network_.ours(status.author))
            lastBrandPost_ = id;
}

void Community::historyDay(std::int32_t day, double pulse, const std::string &pulseIntent, Instant end)
{
    const auto start = dayStart(day, zone_);
    if (!start)
        return;
    const double brandShare = number({"history", "brandPostsPerWeek"}, 6) / 7;
    for (int hour = 0; hour < 24; ++hour) {
        const Instant from = *start + std::chrono::hours(hour);
        const int posts = around(kPostsPerDay / 24 * rhythm(from));
        const int extra = around(kPostsPerDay / 24 * rhythm(from) * (pulse - 1));
        for (int i = 0; i < posts + extra; ++i) {
            const Instant when = from + Micros(static_cast<std::int64_t>(unit() * 3600e6));
            if (when < end)
                historyPost(when, i >= posts ? pulseIntent : std::string(), end);
        }
        const Instant when = from + Micros(static_cast<std::int64_t>(unit() * 3600e6));
        if (hour >= 8 && hour <= 18 && unit() < brandShare / 11 && when < end)
            historyBrand(when, end);
        if (hour >= 9 && hour <= 19 && unit() < 0.06 && when < end)
            if (const Account *shop = network_.accountNamed("verger@verger.test")) {
                const Member rivalShop{shop->id, "competitor", "calm", unit() < 0.6 ? "fr" : "en", 1, 1};
                const Status &post = say(rivalShop, line(at({"competitor", "posts", rivalShop.lang.c_str()}), rivalShop.lang), "rival", 0, when);
                gather(post.id, when, end, 9, 2);
            }
    }
}

void Community::historyPost(Instant when, const std::string &forced, Instant end)
{
    const Member who = anyMember();
    const std::string intent = forced.empty() ? intentFor(who) : forced;
    const bool direct = unit() < number({"history", "directShare"}, 0.05) && !at({"direct", intent.c_str()}).is_null();
    Line words = opening(intent, who.lang, direct);
    if (words.text.empty())
        return;
    if (!direct && intent == "relay-comment" && unit() < kQuoteShare)
        words.quoteOf = recentBrandPost(when);
    Status &post = say(who, words, intent, 0, when, direct ? "direct" : "public");
    if (!words.edit.empty() && when + std::chrono::minutes(9) < end) {
        post.versions.push_back({post.text, post.spoiler, post.at});
        post.text = words.edit;
        post.editedAt = when + std::chrono::minutes(9);
    }
    const Key id = post.id;
    if (unit() < number({"history", "deleteShare"}, 0.01)) {
        network_.remove(id);
        return;
    }
    if (!direct)
        gather(id, when, end, intent == "joke" || intent == "praise" ? 4 : 1.5, unit() < number({"history", "boostShare"}, 0.16) ? 1.6 : 0);
    if (const Status *again = network_.status(id); again != nullptr && unit() < number({"history", "brandAnswerShare"}, 0.6))
        historyAnswer(*again, end);
}

void Community::historyAnswer(const Status &post, Instant end)
{
    const Key id = post.id;
    const std::string intent = post.intent, visibility = post.visibility, lang = post.lang;
    const bool addressed = std::find(post.mentions.begin(), post.mentions.end(), network_.brand) != post.mentions.end();
    const Json &texts = at({"brand", "replies", intent.c_str(), lang.c_str()});
    const Micros delay = spread(number({"history", "brandAnswerMinutes", "usual"}, 95)) + std::chrono::minutes(6);
    const Instant when = post.at + delay;
    const Member *author = memberOf(post.author);
    if (!addressed || texts.is_null() || when >= end || author == nullptr)
        return;
    const Member brand{network_.brand, "brand", "calm", lang, 1, 1};
    const Key reply = say(brand, line(texts, lang), "", id, when, visibility).id;
    const Instant back = when + spread(number({"answerBack", "minutes", "usual"}, 12)) + std::chrono::minutes(1);
    if (back >= end || unit() > number({"answerBack", "probability", intent.c_str()}, 0.4))
        return;
    const std::string kind = takeOf(*author, "bonjour");
    say(*author, taken(intent, lang, kind), "chat", reply, back, visibility);
}

void Community::historyBrand(Instant when, Instant end)
{
    const Json &topics = at({"brand", "posts"});
    if (!topics.is_object() || topics.empty())
        return;
    std::vector<std::string> names;
    for (const auto &topic : topics.items())
        if (topic.key() != "apology")
            names.push_back(topic.key());
    const std::string topic = names[random_.below(names.size())], lang = unit() < 0.7 ? "fr" : "en";
    // Those who speak English to the public have an account of their own.
    Key author = network_.brand;
    for (const Key one : network_.team)
        if (const Account *account = network_.account(one); account != nullptr && account->lang == lang && lang != "fr")
            author = one;
    const Member brand{author, "brand", "calm", lang, 1, 1};
    const Key id = say(brand, line(at({"brand", "posts", topic.c_str(), lang.c_str()}), lang), "", 0, when).id;
    gather(id, when, end, number({"plannedPosts", "likesExpected"}, 20), number({"plannedPosts", "boostsExpected"}, 4));
    const int comments = around(number({"plannedPosts", "commentsExpected"}, 3));
    for (int i = 0; i < comments; ++i) {
        const Member who = anyMember({"customer", "fan", "ambassador", "newcomer"});
        const Instant at0 = when + spread(75);
        if (at0 < end)
            say(who, line(at({"plannedPosts", "comments", topic.c_str(), who.lang.c_str()}), who.lang), "chat", id, at0);
    }
    if (unit() < 0.5)
        network_.follow(anyMember().id, when + std::chrono::minutes(30) < end ? when + std::chrono::minutes(30) : when);
}

/// Favourites and relays of a post of the past, spread over the hours after it.
void Community::gather(Key statusId, Instant when, Instant end, double likes, double boosts)
{
    const int members = around(likes * 0.3);
    for (int i = 0; i < members; ++i) {
        const Instant t = when + spread(120);
        if (t < end)
            network_.favourite(anyMember().id, statusId, true, t);
    }
    if (Status *post = network_.status(statusId))
        post->crowdFavourites += around(likes * 0.7);
    const int relays = around(boosts);
    for (int i = 0; i < relays; ++i) {
        const Instant t = when + spread(90);
        if (t < end)
            network_.boost(anyMember().id, statusId, t);
    }
}

} // namespace vigie::practice
