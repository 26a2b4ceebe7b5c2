// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/metrics.hpp"

#include "connect/meta/mapping.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace vigie::connect::meta {

namespace {

using Shape = MetricName::Shape;
constexpr bool kAccount = true, kPost = false, kUnique = true, kTimes = false;
constexpr auto kFacebook = Network::Facebook, kInstagram = Network::Instagram, kThreads = Network::Threads;

// The least settled names come first: where Meta does not say which one it refuses, they are the first to be left out.
constexpr std::array kNames{
    MetricName{kFacebook, kAccount, "reach", "page_total_media_view_unique", "2025-06-15", "", "", kUnique, Shape::Sum},
    MetricName{kFacebook, kAccount, "views", "page_media_view", "2025-06-15", "", "", kTimes, Shape::Sum},
    MetricName{kFacebook, kAccount, "engagements", "page_post_engagements", "", "", "", kTimes, Shape::Sum},
    MetricName{kFacebook, kAccount, "followers", "page_follows", "", "", "", kTimes, Shape::Last},
    MetricName{kFacebook, kAccount, "reach", "page_impressions_unique", "", "2025-06-15", "page_total_media_view_unique", kUnique, Shape::Sum},
    MetricName{kFacebook, kAccount, "impressions", "page_impressions", "", "2025-11-15", "page_media_view", kTimes, Shape::Sum},
    MetricName{kFacebook, kAccount, "fans", "page_fans", "", "2025-11-15", "page_follows", kTimes, Shape::Last},
    MetricName{kFacebook, kPost, "reach", "post_total_media_view_unique", "2025-06-15", "", "", kUnique, Shape::Total},
    MetricName{kFacebook, kPost, "views", "post_media_view", "2025-11-15", "", "", kTimes, Shape::Total},
    MetricName{kFacebook, kPost, "clicks", "post_clicks", "", "", "", kTimes, Shape::Total},
    MetricName{kFacebook, kPost, "reactions", "post_reactions_by_type_total", "", "", "", kTimes, Shape::Total},
    MetricName{kFacebook, kPost, "reach", "post_impressions_unique", "", "2025-06-15", "post_total_media_view_unique", kUnique, Shape::Total},
    MetricName{kFacebook, kPost, "impressions", "post_impressions", "", "2025-11-15", "post_media_view", kTimes, Shape::Total},
    MetricName{kInstagram, kAccount, "views", "views", "2025-01-01", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kAccount, "profile_clicks", "profile_links_taps", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kAccount, "engagements", "total_interactions", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kAccount, "reach", "reach", "", "", "", kUnique, Shape::Total},
    MetricName{kInstagram, kAccount, "impressions", "impressions", "", "2025-04-21", "views", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "views", "views", "2025-01-01", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "engagements", "total_interactions", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "reposts", "shares", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "saves", "saved", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "reach", "reach", "", "", "", kUnique, Shape::Total},
    MetricName{kInstagram, kPost, "replies", "comments", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "likes", "likes", "", "", "", kTimes, Shape::Total},
    MetricName{kInstagram, kPost, "impressions", "impressions", "", "2025-04-21", "views", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "link_clicks", "clicks", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "views", "views", "", "", "", kTimes, Shape::Sum},
    MetricName{kThreads, kAccount, "quotes", "quotes", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "reposts", "reposts", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "replies", "replies", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "likes", "likes", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kAccount, "followers", "followers_count", "", "", "", kTimes, Shape::Last},
    MetricName{kThreads, kPost, "shares", "shares", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kPost, "quotes", "quotes", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kPost, "reposts", "reposts", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kPost, "replies", "replies", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kPost, "likes", "likes", "", "", "", kTimes, Shape::Total},
    MetricName{kThreads, kPost, "views", "views", "", "", "", kTimes, Shape::Total},
};

constexpr std::chrono::hours kMostDays{90 * 24}; ///< one call gives no more

std::string epoch(Instant at)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

/// A day of it lies before `day`'s end, none of its end before `day`.
bool validOn(const MetricName &metric, const std::string &day)
{
    return (*metric.from == '\0' || day >= metric.from) && (*metric.until == '\0' || day < metric.until);
}

std::string join(const std::vector<const MetricName *> &metrics)
{
    std::string names;
    for (const auto *metric : metrics)
        names += (names.empty() ? "" : ",") + std::string(metric->name);
    return names;
}

/// Posts have figures, comments have none, and one of them would make the whole call fail.
std::vector<std::string> withFigures(const Account &account, const InsightSpec &spec)
{
    std::vector<std::string> posts;
    for (const auto &post : spec.posts) {
        const bool comment = keptId(post).kind != Kept::Medium || (networkOf(account) == Network::Facebook && post.rfind(account.nativeId + "_", 0) != 0);
        if (!comment && checkedId(post))
            posts.push_back(post);
    }
    return posts;
}

/// A number, or the sum of an object of numbers (reactions by their kind).
std::optional<double> numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_object() || value.empty())
        return std::nullopt;
    double sum = 0;
    for (const auto &part : value) {
        if (!part.is_number())
            return std::nullopt;
        sum += part.get<double>();
    }
    return sum;
}

MetricValue valueOf(const MetricName &metric, const Json &entry)
{
    MetricValue found{metric.key, 0, ValueStatus::Missing};
    if (const auto total = numberOf(at(at(entry, "total_value"), "value")))
        return {metric.key, *total, ValueStatus::Ok};
    int days = 0;
    for (const auto &day : arrayAt(entry, "values")) {
        const auto value = numberOf(at(day, "value"));
        if (!value)
            continue;
        ++days;
        found.value = metric.shape == Shape::Sum ? found.value + *value : *value;
        found.status = ValueStatus::Ok;
    }
    if (metric.unique && metric.shape == Shape::Sum && days > 1) // the same person on two days would be counted twice
        return {metric.key, 0, ValueStatus::NotApplicable};
    return found;
}

InsightAnswer::Line lineOf(const std::string &nativeId, const std::vector<const MetricName *> &asked, const Json &data)
{
    InsightAnswer::Line line{nativeId, {}};
    for (const auto *metric : asked) {
        const auto entry = std::find_if(data.begin(), data.end(), [&](const Json &one) { return textAt(one, "name") == metric->name; });
        line.metrics.push_back(entry == data.end() ? MetricValue{metric->key, 0, ValueStatus::Missing} : valueOf(*metric, *entry));
    }
    return line;
}

bool nameIn(const std::string &text, const std::string &name)
{
    const auto isWord = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    for (auto found = text.find(name); found != std::string::npos; found = text.find(name, found + 1)) {
        const auto end = found + name.size();
        if ((found == 0 || !isWord(text[found - 1])) && (end >= text.size() || !isWord(text[end])))
            return true;
    }
    return false;
}

/// Which of the names is meant by "metric[2] must be one of the following values: likes, ..." or "invalid metric: plays".
std::vector<std::string> refusedNames(const std::string &said, const std::vector<const MetricName *> &asked)
{
    std::vector<std::string> unknown;
    const auto list = said.find("following values");
    if (list != std::string::npos) {
        const auto allowed = said.substr(list);
        for (const auto *metric : asked)
            if (!nameIn(allowed, metric->name))
                unknown.emplace_back(metric->name);
        if (!unknown.empty())
            return unknown;
    }
    for (const auto *metric : asked)
        if (nameIn(said, metric->name))
            unknown.emplace_back(metric->name);
    if (unknown.empty() && !asked.empty())
        unknown.emplace_back(asked.front()->name);
    return unknown;
}

/// The whole sentence: the short one of an error is cut, and the list of what is allowed is long.
std::string messageOf(const net::Response &response)
{
    const auto body = parseJson(response.body);
    return body ? textAt(at(*body, "error"), "message") : std::string{};
}

} // namespace

std::span<const MetricName> metricNames()
{
    return kNames;
}

std::vector<const MetricName *> metricsToAsk(Network network, bool ofAccount, Instant day, std::span<const std::string> without)
{
    std::vector<const MetricName *> wanted;
    const auto date = toRfc3339(day).substr(0, 10);
    for (const auto &metric : kNames)
        if (metric.network == network && metric.ofAccount == ofAccount && validOn(metric, date) && std::find(without.begin(), without.end(), metric.name) == without.end())
            wanted.push_back(&metric);
    return wanted;
}

Result<net::Request> insightsRequest(const Context &context, const InsightSpec &spec)
{
    const auto network = networkOf(context.account);
    const bool ofAccount = spec.posts.empty();
    const auto metrics = metricsToAsk(network, ofAccount, context.now, spec.without);
    if (metrics.empty())
        return fail(Errc::Unsupported, "none of the known figures is offered any more");
    if (!ofAccount) {
        std::string ids;
        const auto posts = withFigures(context.account, spec);
        for (const auto &post : posts)
            ids += (ids.empty() ? "" : ",") + post;
        if (posts.empty())
            return fail(Errc::Unsupported, "none of these is a post with figures");
        if (posts.size() == 1)
            return get(context, "/" + ids + "/insights", {{"metric", join(metrics)}});
        return get(context, "/", {{"ids", ids}, {"fields", "insights.metric(" + join(metrics) + ")"}});
    }
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    net::QueryPairs query{{"metric", join(metrics)}};
    if (network == Network::Facebook)
        query.emplace_back("period", "day");
    if (network == Network::Instagram) {
        query.emplace_back("period", "day");
        query.emplace_back("metric_type", "total_value");
    }
    query.emplace_back("since", epoch(std::max(spec.from, spec.to - kMostDays)));
    query.emplace_back("until", epoch(spec.to));
    return get(context, "/" + account + (network == Network::Threads ? "/threads_insights" : "/insights"), query);
}

Result<InsightAnswer> insightsAnswer(const Context &context, const InsightSpec &spec, const net::Response &response)
{
    const auto asked = metricsToAsk(networkOf(context.account), spec.posts.empty(), context.now, spec.without);
    InsightAnswer answer;
    const auto body = bodyOf(context, response);
    if (!body) {
        const auto said = messageOf(response);
        const bool metric = body.error().code == Errc::Unsupported && said.find("metric") != std::string::npos;
        if (!metric)
            return fail(body.error());
        answer.unknown = refusedNames(said, asked);
        return answer;
    }
    const auto posts = withFigures(context.account, spec);
    if (posts.size() <= 1) {
        answer.lines.push_back(lineOf(posts.empty() ? std::string{} : posts.front(), asked, arrayAt(*body, "data")));
        return answer;
    }
    for (const auto &post : posts)
        answer.lines.push_back(lineOf(post, asked, arrayAt(at(at(*body, post), "insights"), "data")));
    return answer;
}

} // namespace vigie::connect::meta
