// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/outside.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr std::chrono::minutes kKept{10};
constexpr std::chrono::seconds kPatience{12}, kConnect{6};
constexpr std::chrono::seconds kLastAnswers{30}; ///< a stopped request answers at once; this is for a client that hangs
constexpr std::size_t kMostLinks = 20, kMostPeople = 20, kMostKept = 2000;

bool isPrivate(const std::string &url, bool practice)
{
    const auto parsed = net::parseUrl(url);
    if (!parsed)
        return false;
    return net::isPrivateLiteral(parsed->host) || (net::isLoopbackHost(parsed->host) && !practice);
}

bool isHere(const std::string &url)
{
    const auto parsed = net::parseUrl(url);
    return parsed && net::isLoopbackHost(parsed->host);
}

bool answersGone(int status)
{
    return status == 404 || status == 410;
}

std::vector<std::string> spansOf(const OutsideQuestion &question, TextSpan::Kind kind)
{
    std::vector<std::string> all;
    for (const auto &one : question.texts)
        for (const auto &span : text::fromPlain(one.text).spans)
            if (span.kind == kind && std::find(all.begin(), all.end(), span.target) == all.end())
                all.push_back(span.target);
    return all;
}

} // namespace

LinkSeen Outside::judged(const std::string &url, const net::Answer &answer) const
{
    using Is = LinkSeen::Answer;
    LinkSeen seen;
    seen.at = parts_.clock.now();
    if (answer) {
        seen.status = answer->status;
        // Many sites refuse programs (401, 403, 405, 429) and show the page to people.
        seen.answer = answersGone(answer->status) ? Is::Gone : answer->status >= 500 ? Is::Silent : Is::Fine;
        seen.card = connect::linkCard(*answer);
        return seen;
    }
    const auto &error = answer.error().error;
    seen.answer = error.code == Errc::PolicyRefused || isPrivate(url, parts_.practice) ? Is::Private : error.code == Errc::TooLarge ? Is::Fine : Is::Silent;
    return seen;
}

void Outside::followLinks(const std::vector<std::string> &urls, const std::stop_token &stop)
{
    std::stop_source ours;
    const std::stop_callback asked(stop, [&ours] { ours.request_stop(); });
    ManualExecutor executor;
    int waiting = 0;
    const auto now = parts_.clock.now();
    for (const auto &url : urls) {
        if (parts_.practice && !isHere(url))
            continue;
        {
            const std::lock_guard guard(mutex_);
            if (const auto known = links_.find(url); known != links_.end() && now - known->second.at < kKept)
                continue;
            if (isPrivate(url, parts_.practice)) {
                links_[url] = {LinkSeen::Answer::Private, 0, {}, now};
                continue;
            }
        }
        auto request = connect::linkRequest(url);
        request.timeout = kPatience;
        request.connectTimeout = kConnect;
        ++waiting;
        parts_.http.send(std::move(request), ours.get_token(), executor, [&, url](const net::Answer &answer) {
            --waiting;
            if (!answer && answer.error().error.code == Errc::Cancelled)
                return;
            auto seen = judged(url, answer);
            const std::lock_guard guard(mutex_);
            links_[url] = std::move(seen);
        });
    }
    executor.runUntil([&] { return waiting == 0 || stop.stop_requested(); }, kPatience + kConnect);
    ours.request_stop();
    executor.runUntil([&] { return waiting == 0; }, kLastAnswers);
}

Outside::Person Outside::personOf(const Account &account, const std::string &handle, const std::stop_token &stop)
{
    const auto key = std::make_pair(account.id, lowerAscii(handle));
    const auto now = parts_.clock.now();
    {
        const std::lock_guard guard(mutex_);
        if (const auto known = people_.find(key); known != people_.end() && now - known->second.at < kKept)
            return known->second.person;
    }
    const auto *connector = parts_.networks.find(account.connector);
    const Secret none;
    if (connector == nullptr || account.state != AccountState::Active || !connect::personRequest({account, none, now}, handle))
        return Person::NotTold;
    const auto there = parts_.courier.ask<bool>(
        *connector, account, net::RatePriority::Background, stop, [&](const connect::Context &context) { return connect::personRequest(context, handle); },
        [&](const connect::Context &context, const net::Response &response) { return connect::personThere(context, handle, response); });
    const auto person = !there ? Person::NotTold : *there ? Person::There : Person::Nobody;
    if (there) {
        const std::lock_guard guard(mutex_);
        people_[key] = {person, now};
    }
    return person;
}

Result<OutsideAnswer> Outside::look(const OutsideQuestion &question, const std::stop_token &stop)
{
    auto urls = spansOf(question, TextSpan::Kind::Link);
    if (urls.size() > kMostLinks)
        urls.resize(kMostLinks);
    {
        const std::lock_guard guard(mutex_);
        if (links_.size() > kMostKept)
            links_.clear();
        if (people_.size() > kMostKept)
            people_.clear();
    }
    followLinks(urls, stop);
    OutsideAnswer answer;
    using What = Finding::What;
    {
        const std::lock_guard guard(mutex_);
        for (const auto &url : urls)
            if (const auto seen = links_.find(url); seen != links_.end())
                answer.links.insert(*seen);
    }
    std::size_t asked = 0;
    for (const auto &one : question.texts)
        for (const auto &span : text::fromPlain(one.text).spans) {
            if (stop.stop_requested())
                return fail(Errc::Cancelled);
            if (const auto seen = answer.links.find(span.target); span.kind == TextSpan::Kind::Link && seen != answer.links.end()) {
                using Is = LinkSeen::Answer;
                const auto is = seen->second.answer;
                if (is != Is::Fine)
                    answer.findings.push_back({is == Is::Gone ? What::LinkGone : is == Is::Silent ? What::LinkSilent : What::LinkPrivate, false, one.account.id, seen->second.status,
                                               0, span.target});
            }
            if (span.kind != TextSpan::Kind::Mention || ++asked > kMostPeople)
                continue;
            const bool known = std::any_of(one.known.begin(), one.known.end(), [&](const std::string &handle) { return lowerAscii(handle) == lowerAscii(span.target); });
            const auto person = known ? Person::There : personOf(one.account, span.target, stop);
            if (person != Person::There)
                answer.findings.push_back({person == Person::Nobody ? What::MentionUnknown : What::MentionUnchecked, false, one.account.id, 0, 0, span.target});
        }
    return answer;
}

} // namespace vigie::plan
