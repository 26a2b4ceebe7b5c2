// SPDX-License-Identifier: GPL-3.0-or-later
// How people take what the brand says.
#include "practice/community.hpp"
#include "practice/markup.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

bool holdsAny(const std::string &folded, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return folded.find(word) != std::string::npos; });
}

} // namespace

/// The community moves only in step(): what the brand posted since the last one is met here.
void Community::noticeBrand()
{
    std::vector<Key> fresh;
    for (auto it = network_.statuses.upper_bound(lastBrandPost_); it != network_.statuses.end(); ++it)
        if (network_.ours(it->second.author) && !it->second.deleted)
            fresh.push_back(it->first);
    for (const Key id : fresh) {
        lastBrandPost_ = id;
        const Status *post = network_.status(id);
        if (post->boostOf != 0)
            continue;
        const Status *parent = post->inReplyTo != 0 ? network_.status(post->inReplyTo) : nullptr;
        const bool open = post->visibility == "public" || post->visibility == "unlisted";
        if (open && clearAnswer(post->text) && post->at >= rumourStart_)
            noteClearAnswer(post->at);
        if (parent != nullptr && !network_.ours(parent->author))
            reactToReply(*post, *parent);
        else if (open)
            reactToPost(*post);
    }
}

bool Community::clearAnswer(const std::string &text) const
{
    const std::string folded = foldTag(text);
    for (const Json &word : at({"rumour", "answers", "clearWords"}))
        if (word.is_string() && folded.find(foldTag(word.get<std::string>())) != std::string::npos)
            return true;
    return false;
}

/// thanks, followUp, angry or joke: the temperament, bent by the manners of the answer.
std::string Community::takeOf(const Member &member, const std::string &answer)
{
    const Json &shares = at({"temperaments", member.temperament.c_str()});
    const std::string folded = foldTag(answer);
    const bool kind = holdsAny(folded, {"bonjour", "bonsoir", "merci", "desole", "excus", "hello", "hi ", "thank", "sorry", "apolog", "pardon"});
    const bool curt = countCharacters(answer) < 25;
    std::vector<std::pair<std::string, double>> options;
    double sum = 0;
    for (const char *name : {"thanks", "followUp", "angry", "joke"}) {
        double share = shares.is_object() ? shares.value(name, 10.0) : 25.0;
        if (kind && std::string_view(name) == "thanks")
            share *= 1.6;
        if (std::string_view(name) == "angry")
            share *= kind ? 0.5 : curt ? 3.0 : 1.0;
        options.emplace_back(name, share);
        sum += share;
    }
    double left = unit() * sum;
    for (const auto &[name, share] : options) {
        left -= share;
        if (left <= 0)
            return name;
    }
    return "thanks";
}

void Community::planSay(Instant when, const Member &who, Key parent, const Line &words, const std::string &intent)
{
    if (words.text.empty())
        return;
    Event event;
    event.kind = "say";
    event.who = who.id;
    event.what = parent;
    event.text = words.text;
    event.alt = words.alt;
    event.intent = intent;
    event.lang = who.lang;
    plan(when, std::move(event));
}

void Community::reactToReply(const Status &reply, const Status &parent)
{
    const Member *author = memberOf(parent.author);
    if (author == nullptr)
        return;
    const Instant when = reply.at + std::chrono::seconds(20) + Micros(static_cast<std::int64_t>(unit() * 100e6));
    if (unit() < number({"answerBack", "likeProbability"}, 0.5)) {
        Event like;
        like.kind = "like";
        like.who = author->id;
        like.what = reply.id;
        plan(when - std::chrono::seconds(8), std::move(like));
    }
    if (parent.intent == "rumour") {
        const bool clear = clearAnswer(reply.text);
        const char *mood = !clear ? "evasive" : unit() < 0.7 ? "calmed" : "thanked";
        planSay(when, *author, reply.id, line(at({"rumour", "reactions", mood, author->lang.c_str()}), author->lang), "rumour");
        return;
    }
    const bool talking = parent.intent == "chat";
    const std::string topic = talking || parent.intent.empty() ? "question" : parent.intent;
    const double chance = talking ? number({"answerBack", "secondRound"}, 0.35)
                                  : number({"answerBack", "probability", topic.c_str()}, 0.5) + 0.25;
    if (unit() > chance)
        return;
    const std::string kind = talking ? "thanks" : takeOf(*author, reply.text);
    planSay(when, *author, reply.id, taken(topic, author->lang, kind),
            kind == "followUp" || kind == "angry" ? topic : "chat");
}

void Community::reactToPost(const Status &post)
{
    const std::string folded = foldTag(post.text);
    std::string topic = "any";
    for (const auto &entry : at({"plannedPosts", "topics"}).items())
        for (const Json &word : entry.value())
            if (topic == "any" && word.is_string() && folded.find(foldTag(word.get<std::string>())) != std::string::npos)
                topic = entry.key();
    const double first = number({"plannedPosts", "firstMinutes"}, 2), half = number({"plannedPosts", "halfWithinMinutes"}, 75);
    const Instant from = post.at + Micros(static_cast<std::int64_t>(first * 20e6));
    const Key id = post.id;
    const auto later = [&](const char *kind, int count, Key who) {
        Event event;
        event.kind = kind;
        event.who = who;
        event.what = id;
        event.count = count;
        plan(from + spread(half / 0.7), std::move(event));
    };
    const int likes = around(number({"plannedPosts", "likesExpected"}, 20));
    for (int i = 0; i < likes; ++i)
        later(i % 3 == 0 ? "like" : "crowd", 1, anyMember().id);
    const int boosts = around(number({"plannedPosts", "boostsExpected"}, 4));
    for (int i = 0; i < boosts; ++i)
        later("boost", 0, anyMember().id);
    const int comments = 1 + around(number({"plannedPosts", "commentsExpected"}, 3));
    for (int i = 0; i < comments; ++i) {
        const Member who = anyMember({"customer", "fan", "ambassador", "newcomer", "shop-visitor"});
        const char *list = unit() < 0.7 ? topic.c_str() : "any";
        // The first comes soon: somebody is watching for it.
        planSay(from + (i == 0 ? Micros(40'000'000) : spread(half / 0.7)), who, id,
                line(at({"plannedPosts", "comments", list, who.lang.c_str()}), who.lang), "chat");
    }
    // Somebody reacts within the first minute or two.
    Event soon;
    soon.kind = "like";
    soon.who = anyMember().id;
    soon.what = id;
    plan(from, std::move(soon));
    if (unit() < 0.4)
        later("follow", 0, anyMember().id);
}

} // namespace vigie::practice
