// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/fixture_run.hpp"

#include "connect/recipe/answer.hpp"

namespace vigie::connect::recipe {

namespace {

template <class Duration>
Json inSeconds(const std::optional<Duration> &wait)
{
    return wait ? Json(std::chrono::ceil<std::chrono::seconds>(*wait).count()) : Json(nullptr);
}

Json toldJson(const net::RateHint &hint)
{
    return {{"limit", hint.limit ? Json(*hint.limit) : Json(nullptr)}, {"remaining", hint.remaining ? Json(*hint.remaining) : Json(nullptr)},
            {"reset_s", inSeconds(hint.reset)}, {"wait_s", inSeconds(hint.wait)}};
}

} // namespace

FixtureRun::FixtureRun(const Recipe &recipe, const Connector &connector, const Json &fixture, std::string pointer)
    : recipe_(recipe), connector_(connector), fixture_(fixture), pointer_(std::move(pointer)), exchanges_(arrayAt(fixture, "exchanges")), expect_(at(fixture, "expect"))
{
    setAccount();
    const auto written = textAt(fixture_, "now");
    if (const auto now = parseRfc3339(written.empty() ? "2026-11-21T12:00:00Z" : written))
        now_ = *now;
    else
        stopAt("/now", "a time is expected here");
}

void FixtureRun::setAccount()
{
    const auto &who = at(fixture_, "account");
    account_.id = AccountId{1};
    account_.connector = recipe_.descriptor.id;
    account_.instance = textAt(who, "instance");
    if (account_.instance.empty())
        account_.instance = recipe_.asksInstance ? "https://server.example" : recipe_.fixedInstance;
    account_.nativeId = textAt(who, "id");
    account_.handle = textAt(who, "handle");
    account_.name = textAt(who, "name");
    account_.limits.maxCharacters = recipe_.descriptor.length.limit;
    for (const auto &[key, value] : at(fixture_, "settings").items())
        account_.set(key, value.is_string() ? value.get<std::string>() : dump(value));
    for (const auto &[key, value] : at(fixture_, "secrets").items()) {
        const Secret secret(value.is_string() ? value.get<std::string>() : std::string());
        if (key == "access")
            credential_.access = secret;
        else if (key == "refresh")
            credential_.refresh = secret;
        else
            credential_.set(key, secret);
    }
}

std::vector<std::string> FixtureRun::ids() const
{
    std::vector<std::string> all;
    for (const auto &one : arrayAt(fixture_, "ids"))
        all.push_back(asId(one));
    return all;
}

void FixtureRun::stopAt(const std::string &below, std::string message)
{
    if (stop_.message.empty())
        stop_ = {pointer_ + below, std::move(message)};
}

void FixtureRun::compare(const Json &expected, const Json &actual, const std::string &below)
{
    if (stop_.message.empty())
        stop_ = difference(expected, actual, pointer_ + below);
}

void FixtureRun::expect(const char *key, const Json &actual)
{
    if (expect_.contains(key))
        compare(expect_[key], actual, std::string("/expect/") + key);
}

void FixtureRun::expectItems(const std::vector<Item> &items, const std::vector<std::string> &reasons)
{
    auto all = Json::array();
    for (std::size_t i = 0; i < items.size(); ++i)
        all.push_back(neutral(items[i], i < reasons.size() ? reasons[i] : std::string()));
    expect("items", all);
}

bool FixtureRun::errorMissing()
{
    const auto wanted = textAt(expect_, "error");
    if (wanted.empty() || exchangesLeft())
        return false;
    stopAt("/expect/error", "\"" + wanted + "\" expected, no error came out");
    return true;
}

bool FixtureRun::errorCame(const Error &error, const std::string &below)
{
    const auto wanted = textAt(expect_, "error");
    if (wanted.empty()) {
        stopAt(below, std::string("an error came out: ") + errcName(error.code) + ": " + error.detail);
        return true;
    }
    if (wanted != errcName(error.code))
        stopAt("/expect/error", "\"" + wanted + "\" expected, \"" + errcName(error.code) + "\" came out: " + error.detail);
    expect("retry_after", inSeconds(error.retryAfter));
    if (const auto said = textAt(expect_, "detail"); !said.empty() && error.detail.find(said) == std::string::npos)
        stopAt("/expect/detail", "what came out does not say that: " + error.detail);
    return true;
}

std::optional<net::Response> FixtureRun::exchange(const net::Request &request)
{
    if (!exchangesLeft()) {
        stopAt("/exchanges", "one more request came out: " + std::string(net::methodName(request.method)) + " " + request.url);
        return std::nullopt;
    }
    const auto &exchange = exchanges_[used_++];
    if (stop_.message.empty())
        stop_ = requestDifference(at(exchange, "request"), request, pointer_ + lastExchange() + "/request");
    if (!stop_.message.empty())
        return std::nullopt;
    last_ = answerOf(exchange, request);
    return last_;
}

Difference FixtureRun::finish()
{
    if (exchangesLeft())
        stopAt("/exchanges/" + std::to_string(used_), "the run ended before this exchange");
    expect("told", toldJson(toldLimits(recipe_, last_, now_)));
    return stop_;
}

} // namespace vigie::connect::recipe
