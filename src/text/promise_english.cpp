// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_commit.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

constexpr double kSure = 0.85, kLikely = 0.75, kFair = 0.65;

bool isDeed(const std::string &word)
{
    static const WordSet kSet = wordSet(
        "get come reply answer respond write call ring phone contact email mail message dm text send ship post dispatch deliver refund replace fix repair resolve solve sort update confirm let tell "
        "inform keep provide give share follow look check investigate publish reach process credit issue return finish complete prepare pass forward escalate arrange organise organize book "
        "schedule drop report review transfer pay clear put add make do take handle chase find ask speak talk reimburse restore correct clarify explain notify advise upload roll release push "
        "patch raise circle touch print email bring go swap exchange collect explain compensate reissue resend");
    return has(kSet, word);
}

bool isDoing(const std::string &word)
{
    static const WordSet kSet = wordSet("getting coming replying answering writing calling contacting emailing sending shipping posting dispatching delivering refunding replacing fixing repairing "
                                        "resolving updating checking processing issuing returning finishing preparing forwarding escalating arranging chasing speaking reviewing publishing putting doing");
    return has(kSet, word);
}

bool isDone(const std::string &word)
{
    static const WordSet kSet = wordSet("delivered sent shipped refunded processed fixed repaired ready replaced resolved solved sorted dispatched posted answered contacted called credited reimbursed "
                                        "notified informed updated done completed issued restored corrected published reviewed back available there emailed handled live paid confirmed finished "
                                        "released with transferred collected returned");
    return has(kSet, word);
}

bool isNews(const std::string &word)
{
    static const WordSet kSet = wordSet("answer answers reply response news update updates confirmation refund email mail message call parcel order package tracking number link information info details "
                                        "quote solution explanation replacement word feedback it them result results more something money voucher credit letter fix everything");
    return has(kSet, word);
}

bool negated(const PromiseSentence &s, std::size_t i)
{
    return s.is(i, {"not", "never"}) || (s.is(i, {"t"}) && i > 0 && s.words[i].sign == '\'') || (s.is(i, {"no"}) && s.is(i + 1, {"longer"}));
}

/// Past adverbs and "make sure to"; the index of the verb.
std::size_t toVerb(const PromiseSentence &s, std::size_t i)
{
    static const WordSet kAdverbs = wordSet("also then definitely certainly personally gladly surely just now both all quickly happily of course again still aim try to do our my best make sure be sure and");
    const auto start = i;
    while (i < start + 6 && has(kAdverbs, s.at(i)) && !(s.is(i, {"do", "make", "be", "try"}) && !s.is(i + 1, {"our", "my", "sure", "to"})))
        ++i;
    return i;
}

/// What follows "will": a deed of service, or being in touch.
double weight(const PromiseSentence &s, std::size_t verb)
{
    if (isDeed(s.at(verb))) {
        const bool meets = (s.is(verb, {"do"}) && s.is(verb + 1, {"without"})) || (s.is(verb, {"talk", "speak"}) && s.is(verb + 1, {"soon"})) || (s.is(verb, {"take"}) && s.is(verb + 1, {"part", "place"}))
                           || (s.is(verb, {"get", "come", "go"}) && s.is(verb + 1, {"together", "home", "ready", "on"})) || (s.is(verb, {"make"}) && s.is(verb + 1, {"it"}) && s.is(verb + 2, {"to"}));
        return meets ? 0 : s.is(verb, {"get", "reply", "answer", "call", "send", "let", "come", "respond"}) ? kSure : kLikely;
    }
    if (s.is(verb, {"be"})) {
        if (s.is(verb + 1, {"in"}) && s.is(verb + 2, {"touch", "contact"}))
            return kSure;
        if (s.is(verb + 1, {"back"}) && (s.is(verb + 2, {"to", "with"}) || (s.is(verb + 2, {"in"}) && s.is(verb + 3, {"touch"}))))
            return kSure;
        if (s.is(verb + 1, {"able"}) && isDeed(s.at(verb + 3)))
            return kFair;
        return isDoing(s.at(verb + 1)) ? kLikely : 0;
    }
    if (s.is(verb, {"have", "know", "need"}) && !s.is(verb, {"need"}))
        for (std::size_t j = verb + 1; j < verb + 5; ++j)
            if (isNews(s.at(j)) || isDone(s.at(j)))
                return kFair;
    return s.is(verb, {"know"}) ? kFair : 0;
}

/// After "I" or "we", or whoever works for us.
void ownWords(const PromiseSentence &s, std::size_t subject, bool others, std::vector<Commitment> &out)
{
    auto i = subject + 1;
    const auto commit = [&](std::size_t at, double sure) {
        if (sure > 0)
            out.push_back({s.words[subject].clause, subject, at, sure});
    };
    while (s.is(i, {"also", "just", "both", "all"}))
        ++i;
    if (s.is(i, {"ll", "will", "shall"})) {
        if (negated(s, i + 1))
            return s.is(i + 2, {"fail", "forget"}) ? commit(i + 2, kLikely) : void();
        const auto verb = toVerb(s, i + 1);
        return commit(verb, weight(s, verb));
    }
    if (s.is(i, {"won"})) // "won't": only what we will not forget
        return s.is(i + 2, {"fail", "forget"}) ? commit(i + 2, kLikely) : void();
    if (s.is(i, {"am", "m", "are", "re", "is", "s"})) {
        if (negated(s, i + 1))
            return;
        auto verb = toVerb(s, i + 1);
        if (s.is(verb, {"going", "planning", "aiming", "committed", "due"}) && s.is(verb + 1, {"to"})) {
            verb = toVerb(s, verb + 2);
            return commit(verb, std::min(weight(s, verb), kLikely));
        }
        return isDoing(s.at(verb)) ? commit(verb, kLikely) : void();
    }
    if (s.is(i, {"promise", "plan", "aim", "intend", "commit", "undertake", "expect", "guarantee"})) {
        const auto verb = toVerb(s, i + 1);
        if (s.is(i, {"promise", "guarantee"}))
            return isDeed(s.at(verb)) || isNews(s.at(verb)) || isNews(s.at(verb + 1)) ? commit(verb, kSure) : void();
        return s.is(i + 1, {"to"}) ? commit(verb, std::min(weight(s, verb), kFair)) : void();
    }
    // "We come back to you tomorrow": the bare verb needs somebody or something it is done to.
    if (!others && isDeed(s.at(i)) && !s.is(i, {"do", "make", "take", "go", "keep", "ask", "look"}))
        for (std::size_t j = i + 1; j < i + 5; ++j)
            if (s.is(j, {"you", "it", "your", "this", "them"}))
                return commit(i, kLikely);
}

void theirs(const PromiseSentence &s, std::size_t subject, std::vector<Commitment> &out)
{
    auto i = subject + 1;
    if (!s.is(i, {"ll", "will", "shall"}) || negated(s, i + 1))
        return;
    i = toVerb(s, i + 1);
    const auto commit = [&](double sure) { out.push_back({s.words[subject].clause, subject, i, sure}); };
    if (s.is(i, {"receive", "hear"}))
        return commit(kSure);
    if (s.is(i, {"get", "have", "see", "find"}))
        for (std::size_t j = i + 1; j < i + 6; ++j)
            if (isNews(s.at(j)))
                return commit(kLikely);
    if (s.is(i, {"be"}) && isDone(s.at(i + 1)) && !s.is(i + 1, {"there", "with", "back", "ready", "available", "live"}))
        commit(kSure);
}

void things(const PromiseSentence &s, std::size_t noun, std::vector<Commitment> &out)
{
    static const WordSet kThings = wordSet("parcel order refund package replacement delivery answer reply response fix update patch part parts item items invoice quote courier voucher money payment letter it "
                                           "this everything that confirmation credit repair table chair sofa lamp shipment goods issue problem bug site website link account tracking new spare "
                                           "investigation correction email transfer"),
        kVerbs = wordSet("arrives ships leaves lands reaches goes comes follows"),
        kAfterWill = wordSet("arrive reach ship leave go come land follow be get");
    if (!has(kThings, s.at(noun)))
        return;
    const int clause = s.words[noun].clause;
    const auto end = std::min(s.words.size(), noun + 10);
    for (std::size_t i = noun + 1; i < end && s.words[i].clause == clause; ++i) {
        const auto commit = [&](double sure) { out.push_back({clause, noun, i, sure}); };
        if (s.is(i, {"if", "when", "until", "we", "i", "you"}) && i > noun)
            return;
        if (s.is(i, {"will", "ll"})) {
            const auto verb = toVerb(s, i + 1);
            if (negated(s, i + 1) || !has(kAfterWill, s.at(verb)))
                return;
            if (s.is(verb, {"be", "get"})) {
                for (std::size_t j = verb + 1; j < verb + 4; ++j)
                    if (isDone(s.at(j)))
                        return commit(kLikely);
                return;
            }
            return commit(kLikely);
        }
        if (s.is(i, {"won"}) || negated(s, i))
            return;
        if (has(kVerbs, s.at(i)) && !s.is(noun, {"that", "new", "site", "website"}))
            return commit(kLikely);
        if (s.is(i, {"is", "are", "s"}) && (s.is(i + 1, {"due", "expected", "scheduled", "planned", "booked", "arriving", "leaving", "shipping", "coming", "promised"})
                                            || (s.is(i + 1, {"going"}) && s.is(i + 2, {"to"}) && !negated(s, i + 1))) && !s.is(noun, {"that"}))
            return commit(kLikely);
    }
}

/// "Reply by Friday.", "Expect an answer tomorrow.", "Will get back to you on Monday."
void headline(const PromiseSentence &s, std::size_t start, std::vector<Commitment> &out)
{
    static const WordSet kHeads = wordSet("reply answer response refund delivery update news fix confirmation quote result results callback repair replacement dispatch solution"),
        kLead = wordSet("ok yes an a your our the full more further next so and first final");
    const int clause = s.words[start].clause;
    const auto commit = [&](std::size_t at, double sure) { out.push_back({clause, start, at, sure}); };
    if (s.is(start, {"will"}) && !s.is(start + 1, {"you", "i", "we", "it", "they", "there", "the"})) {
        const auto verb = toVerb(s, start + 1);
        if (!negated(s, start + 1) && weight(s, verb) > 0)
            commit(verb, kLikely);
        return;
    }
    if (s.is(start, {"expect"}) || (s.is(start, {"you"}) && s.is(start + 1, {"can"}) && s.is(start + 2, {"expect"}))) {
        for (std::size_t j = start + 1; j < start + 7; ++j)
            if (isNews(s.at(j)) || s.is(j, {"delivery", "hear"}))
                return commit(start, kLikely);
        return;
    }
    if (s.is(start, {"consider"}) && s.is(start + 1, {"it"}) && isDone(s.at(start + 2)))
        return commit(start, kLikely);
    if (s.is(start, {"getting"}) && s.is(start + 1, {"back"}))
        return commit(start, kLikely);
    if (s.is(start, {"let"}) && s.is(start + 1, {"me", "us"}) && isDeed(s.at(start + 2)) && !s.is(start + 2, {"know", "do"})) {
        for (std::size_t j = start + 3; j < start + 14 && j < s.words.size(); ++j)
            if (s.is(j, {"and"}) && isDeed(s.at(j + 1)))
                return commit(j + 1, kLikely);
        return;
    }
    if (s.is(start, {"count"}) && s.is(start + 1, {"on"}) && s.is(start + 2, {"us", "me", "it", "an", "a"}))
        return commit(start, kLikely);
    std::size_t i = start;
    while (has(kLead, s.at(i)) && i < start + 3)
        ++i;
    if (!has(kHeads, s.at(i)))
        return;
    std::size_t end = i;
    for (; end < s.words.size() && s.words[end].clause == clause; ++end)
        if (s.is(end, {"to", "us", "we", "you", "please", "was", "were", "not", "i", "free", "me", "required", "needed", "never"}) && !(s.is(end, {"to", "you"}) && s.is(end - 1, {"to"})))
            if (!(s.is(end, {"to"}) && s.is(end + 1, {"you", "your", "follow", "come"})))
                return;
    if (end - i <= 10)
        commit(i, kFair);
}

} // namespace

std::vector<Commitment> englishCommitments(const PromiseSentence &s)
{
    static const WordSet kWorks = wordSet("team colleague colleagues workshop engineer technician manager support warehouse someone somebody department office driver adviser advisor agent accounts finance carrier");
    std::vector<Commitment> out;
    for (std::size_t i = 0; i < s.words.size(); ++i) {
        const bool starts = i == 0 || s.words[i].clause != s.words[i - 1].clause;
        if (s.is(i, {"i", "we"}))
            ownWords(s, i, false, out);
        else if (has(kWorks, s.at(i)))
            for (std::size_t j = i; j < i + 4; ++j)
                if (s.is(j + 1, {"will", "ll", "is", "are"})) {
                    ownWords(s, j, true, out);
                    break;
                }
        if (s.is(i, {"you"}))
            theirs(s, i, out);
        things(s, i, out);
        if (starts)
            headline(s, i, out);
        // "... and let you know by Friday": what was begun with "will" goes on.
        if (s.is(i, {"and"}) && isDeed(s.at(i + 1)) && !out.empty() && out.back().clause <= s.words[i].clause)
            out.push_back({s.words[i].clause, i, i + 1, out.back().confidence});
    }
    return out;
}

} // namespace vigie::text
