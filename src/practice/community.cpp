// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/community.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {
constexpr double kMentionsPerHour = 8;
constexpr std::chrono::hours kLongestCatchUp{72}; // after a longer absence the rest is not made up
} // namespace

Result<void> Community::readScript(std::string_view text)
{
    script_ = Json::parse(text, nullptr, false);
    if (!script_.is_object() || !script_.contains("members") || !script_["members"].is_array() || script_["members"].empty()
        || !at({"brand", "handle"}).is_string())
        return fail(Errc::Protocol, "the script of the practice community cannot be read");
    zone_ = at({"brand", "zone"}).is_string() ? at({"brand", "zone"}).get<std::string>() : "UTC";
    if (!zoneExists(zone_))
        zone_ = "UTC";
    return {};
}

std::string Community::brandHandle() const
{
    return at({"brand", "handle"}).is_string() ? at({"brand", "handle"}).get<std::string>() : "dubreuil";
}

std::string Community::zoneOf(const std::string &handle) const
{
    for (const Json &one : at({"team"}))
        if (one.is_object() && one.value("handle", "") == handle && zoneExists(one.value("zone", "")))
            return one.value("zone", "");
    return zone_;
}

void Community::settle()
{
    const Instant now = network_.now();
    const std::string home = at({"brand", "host"}).is_string() ? at({"brand", "host"}).get<std::string>() : "";
    const auto add = [&](const Json &from, const char *role, const std::string &bio) {
        Account account;
        account.username = from.value("handle", "someone");
        account.host = from.value("host", "") == home ? "" : from.value("host", "");
        account.name = from.value("name", account.username);
        account.lang = from.value("lang", "fr");
        account.note = bio;
        account.role = role;
        account.followers = from.value("followers", std::int64_t{100});
        account.following = from.value("following", std::int64_t{100});
        account.createdAt = now - std::chrono::hours(24 * from.value("createdDaysAgo", 900));
        const Account *known = network_.accountNamed(account.acct());
        return known != nullptr ? known->id : network_.addAccount(std::move(account)).id;
    };
    const Json &bio = at({"brand", "bio", "fr"});
    network_.brand = add(at({"brand"}), "brand", bio.is_string() ? bio.get<std::string>() : "");
    network_.team.clear();
    for (const Json &one : at({"team"}))
        if (one.is_object())
            network_.team.insert(add(one, "team", one.value("bio", "")));
    network_.emojis.clear();
    for (const Json &one : at({"emojis"}))
        if (one.is_string())
            network_.emojis.insert(one.get<std::string>());
    const Json &rivalBio = at({"competitor", "bio", "fr"});
    add(at({"competitor"}), "rival", rivalBio.is_string() ? rivalBio.get<std::string>() : "");
    members_.clear();
    for (const Json &one : script_["members"]) {
        if (!one.is_object())
            continue;
        Member member;
        member.id = add(one, "member", one.value("bio", ""));
        member.role = one.value("role", "customer");
        member.temperament = one.value("temperament", "calm");
        member.lang = one.value("lang", "fr");
        member.history = one.value("history", 10.0);
        member.weight = member.history * number({"roles", member.role.c_str(), "weight"}, 5);
        members_.push_back(member);
    }
    lastStep_ = now;
}

void Community::plan(Instant when, Event event) { agenda_.emplace(toMicros(when), std::move(event)); }

void Community::begin()
{
    const Instant now = network_.now();
    for (const int seconds : {6, 19, 34, 52}) {
        Event event;
        event.kind = "speak";
        event.count = 1; // once: no chain of its own
        plan(now + std::chrono::seconds(seconds), std::move(event));
    }
    const auto start = [&](const char *kind, Micros after) {
        Event event;
        event.kind = kind;
        plan(now + after, std::move(event));
    };
    start("speak", std::chrono::minutes(4));
    start("rival", std::chrono::minutes(25));
    start("drift", std::chrono::minutes(10));
    rumourStart_ = now + std::chrono::minutes(60 + static_cast<int>(random_.below(60)));
    start("rumour", rumourStart_ - now);
}

void Community::step()
{
    if (members_.empty())
        return;
    const Instant now = network_.now();
    noticeBrand();
    const std::int64_t oldest = toMicros(now - kLongestCatchUp);
    // What was due long ago is let go, except the chains that keep everything moving.
    while (!agenda_.empty() && agenda_.begin()->first <= toMicros(now)) {
        auto node = agenda_.extract(agenda_.begin());
        const bool stale = node.key() < oldest;
        const Event &event = node.mapped();
        const bool chain = event.kind == "speak" || event.kind == "rival" || event.kind == "drift" || event.kind == "rumour";
        if (stale && !chain)
            continue;
        happen(event, fromMicros(std::max(node.key(), oldest)));
    }
    lastStep_ = now;
}

void Community::happen(const Event &event, Instant when)
{
    if (event.kind == "speak") {
        speak(when);
        if (event.count == 0) {
            Event next;
            next.kind = "speak";
            const double perHour = std::clamp(kMentionsPerHour * rhythm(when), 3.0, 12.0);
            plan(when + spread(60 / perHour), std::move(next));
        }
    } else if (event.kind == "say") {
        const Member *who = memberOf(event.who);
        const Status *parent = event.what != 0 ? network_.status(event.what) : nullptr;
        if (who == nullptr || (event.what != 0 && parent == nullptr))
            return;
        const Line words{event.text, event.alt, "", "", 0};
        const Status &post = say(*who, words, event.intent, event.what, when, parent != nullptr ? parent->visibility : "public");
        for (int i = 0; i < event.count; ++i) {
            Event relay;
            relay.kind = "boost";
            relay.who = anyMember().id;
            relay.what = post.id;
            plan(when + spread(12), std::move(relay));
        }
    } else if (event.kind == "boost") {
        network_.boost(event.who, event.what, when);
    } else if (event.kind == "like") {
        network_.favourite(event.who, event.what, true, when);
    } else if (event.kind == "crowd") {
        if (Status *status = network_.status(event.what)) {
            status->crowdFavourites += event.count;
            ++network_.changes;
        }
    } else if (event.kind == "follow") {
        network_.follow(event.who, when);
    } else if (event.kind == "edit") {
        if (Status *status = network_.status(event.what))
            network_.edit(*status, event.text, status->spoiler);
    } else if (event.kind == "delete") {
        network_.remove(event.what);
    } else if (event.kind == "nag") {
        nag(event);
    } else if (event.kind == "rumour") {
        rumourTick(when);
    } else if (event.kind == "rival") {
        rival();
        Event next;
        next.kind = "rival";
        plan(when + spread(360), std::move(next));
    } else if (event.kind == "drift") {
        for (auto &[id, account] : network_.accounts) {
            network_.touched.accounts.insert(id);
            account.followers = std::max<std::int64_t>(1, account.followers + static_cast<std::int64_t>(random_.below(5)) - 1
                                                              - static_cast<std::int64_t>(random_.below(2)));
        }
        ++network_.changes;
        Event next;
        next.kind = "drift";
        plan(when + std::chrono::hours(1), std::move(next));
    }
}

void Community::speak(Instant when)
{
    const Member who = anyMember();
    // Now and then people talk to each other instead.
    if (unit() < 0.12) {
        std::vector<Key> recent;
        for (auto it = network_.statuses.rbegin(); it != network_.statuses.rend() && recent.size() < 12; ++it)
            if (!it->second.deleted && it->second.boostOf == 0 && it->second.visibility == "public" && it->second.author != who.id)
                recent.push_back(it->first);
        const char *const moods[] = {"agree", "disagree", "help", "joke"};
        const char *mood = moods[random_.below(4)];
        const Line words = line(at({"mosaics", "chatter", who.lang.c_str(), mood}), at({"chatter", who.lang.c_str(), mood}), who.lang);
        if (!recent.empty() && !words.text.empty())
            say(who, words, "chat", recent[random_.below(recent.size())], when);
        return;
    }
    const std::string intent = intentFor(who);
    const bool direct = unit() < number({"history", "directShare"}, 0.05) && !at({"direct", intent.c_str()}).is_null();
    Line words = opening(intent, who.lang, direct);
    if (!direct && intent == "relay-comment" && unit() < kQuoteShare)
        words.quoteOf = recentBrandPost(when);
    if (!words.text.empty())
        aftermath(say(who, words, intent, 0, when, direct ? "direct" : "public"), words, when);
}

/// What follows from a post: relays, likes, an edit, a deletion, impatience.
void Community::aftermath(const Status &status, const Line &words, Instant when)
{
    const auto later = [&](const char *kind, Micros after, Key who, std::string text = {}) {
        Event event;
        event.kind = kind;
        event.who = who;
        event.what = status.id;
        event.text = std::move(text);
        event.count = 1;
        plan(when + after, std::move(event));
    };
    if (!words.edit.empty())
        later("edit", std::chrono::minutes(3), status.author, words.edit);
    if (unit() < number({"history", "deleteShare"}, 0.01))
        later("delete", std::chrono::minutes(20), status.author);
    if (status.visibility != "public")
        return;
    const int likes = around(1.5);
    for (int i = 0; i < likes; ++i)
        later(i % 2 == 0 ? "like" : "crowd", spread(30), anyMember().id);
    if (unit() < number({"history", "boostShare"}, 0.16))
        for (int i = around(1.6); i >= 0; --i)
            later("boost", spread(25), anyMember().id);
    const double patience = number({"answerBack", "afterHoursIgnored", status.intent.c_str()}, 0);
    if (patience > 0 && unit() < 0.6)
        later("nag", Micros(static_cast<std::int64_t>(patience * 3600e6)), status.author);
}

/// Asks again when nobody of the brand has answered.
void Community::nag(const Event &event)
{
    const Status *post = network_.status(event.what);
    const Member *who = memberOf(event.who);
    if (post == nullptr || who == nullptr)
        return;
    for (const Key id : network_.repliesTo(post->id))
        if (const Status *reply = network_.status(id); reply != nullptr && network_.ours(reply->author))
            return;
    const Line words{who->lang == "fr" ? "@" + brandHandle() + " toujours pas de réponse ? Je repose ma question."
                                       : "@" + brandHandle() + " still no answer? Asking again.",
                     "", "", "", 0};
    say(*who, words, post->intent, post->id, {});
}

void Community::rival()
{
    const std::string handle = at({"competitor", "handle"}).is_string() ? at({"competitor", "handle"}).get<std::string>() : "";
    const std::string host = at({"competitor", "host"}).is_string() ? at({"competitor", "host"}).get<std::string>() : "";
    const Account *account = network_.accountNamed(handle + '@' + host);
    if (account == nullptr)
        return;
    const Member shop{account->id, "competitor", "calm", unit() < 0.6 ? "fr" : "en", 1, 1};
    const Line words = line(at({"competitor", "posts", shop.lang.c_str()}), shop.lang);
    if (!words.text.empty())
        aftermath(say(shop, words, "rival", 0, {}), words, network_.now());
}

Json Community::save() const
{
    Json agenda = Json::array();
    for (const auto &[when, event] : agenda_)
        agenda.push_back({when, event.kind, event.who, event.what, event.text, event.intent, event.lang, event.alt, event.count});
    return {{"agenda", std::move(agenda)}, {"rumourStart", toMicros(rumourStart_)}, {"stormFactor", stormFactor_},
            {"answeredAt", answeredAt_ ? Json(toMicros(*answeredAt_)) : Json()}, {"lastBrandPost", lastBrandPost_}};
}

void Community::load(const Json &state)
{
    agenda_.clear();
    if (const auto it = state.find("agenda"); it != state.end() && it->is_array())
        for (const Json &row : *it)
            if (row.is_array() && row.size() == 9 && row[0].is_number_integer() && row[1].is_string() && row[2].is_number_unsigned()
                && row[3].is_number_unsigned() && row[4].is_string() && row[5].is_string() && row[6].is_string() && row[7].is_string()
                && row[8].is_number_integer())
                agenda_.emplace(row[0].get<std::int64_t>(),
                                Event{row[1], row[2].get<Key>(), row[3].get<Key>(), row[4], row[5], row[6], row[7], row[8].get<int>()});
    const auto number64 = [&](const char *name) {
        const auto it = state.find(name);
        return it != state.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
    };
    rumourStart_ = fromMicros(number64("rumourStart"));
    lastBrandPost_ = static_cast<Key>(number64("lastBrandPost"));
    if (number64("answeredAt") != 0)
        answeredAt_ = fromMicros(number64("answeredAt"));
    if (const auto it = state.find("stormFactor"); it != state.end() && it->is_number())
        stormFactor_ = it->get<double>();
    // The same dice would say the same things again.
    random_ = Sequence(seed_ ^ static_cast<std::uint64_t>(toMicros(network_.now())));
    if (agenda_.empty())
        begin();
}

} // namespace vigie::practice
