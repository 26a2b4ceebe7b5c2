// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/tracking.hpp>

#include <vigie/net/url.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/rich_text.hpp>
#include <vigie/text/typography.hpp>
#include <vigie/text/unseen.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::plan {

namespace {

/// Letters without accents, digits, hyphens: one spelling of a campaign, whoever types it.
std::string slug(std::string_view words)
{
    std::string out;
    for (const char c : text::fold(words)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (kept)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

const std::string *valueNamed(std::string_view name, const TrackingValues &values)
{
    const std::pair<std::string_view, const std::string *> all[] = {{"network", &values.network}, {"account", &values.account}, {"campaign", &values.campaign},
                                                                    {"date", &values.date},       {"lang", &values.lang},       {"post", &values.post}};
    for (const auto &[known, value] : all)
        if (known == name)
            return value;
    return nullptr;
}

bool isOfSite(const std::string &host, const std::vector<std::string> &sites)
{
    return sites.empty() || std::any_of(sites.begin(), sites.end(), [&](const std::string &site) {
               return host == site || (host.size() > site.size() && host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
           });
}

/// French no-break spaces, as answers get them. X counts the narrow one twice: there it is the wider one, which counts once.
std::string typeset(std::string text, const std::string &lang, const Account &account)
{
    if (lang != "fr")
        return text;
    text = text::frenchSpaces(text);
    constexpr std::string_view kNarrow = "\xE2\x80\xAF", kWide = "\xC2\xA0";
    if (account.connector == "x")
        for (auto at = text.find(kNarrow); at != std::string::npos; at = text.find(kNarrow, at))
            text.replace(at, kNarrow.size(), kWide);
    return text;
}

/// Of the words themselves where they are an account's own, else what the person said of the post.
std::string languageOf(const PlanItem &plan, const PlanVariant &variant)
{
    if (variant.overridden)
        return text::detectLanguage(variant.text, plan.lang);
    return plan.lang.empty() ? text::detectLanguage(plan.text) : plan.lang;
}

} // namespace

TrackingValues trackingValues(const PlanItem &plan, const Account &account, const std::string &campaign)
{
    TrackingValues values{account.connector, account.handle, campaign, {}, plan.lang, plan.id ? std::to_string(plan.id.value) : std::string()};
    if (plan.wall) {
        char day[16];
        std::snprintf(day, sizeof day, "%04d-%02d-%02d", plan.wall->year, plan.wall->month, plan.wall->day);
        values.date = day;
    }
    return values;
}

Result<std::string> trackingValue(const std::string &pattern, const TrackingValues &values)
{
    std::string filled;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        filled += pattern.substr(at, open - at);
        if (open == std::string::npos)
            break;
        const auto close = pattern.find('}', open);
        const auto *value = close == std::string::npos ? nullptr : valueNamed(std::string_view(pattern).substr(open + 1, close - open - 1), values);
        if (value == nullptr) {
            Error error{Errc::InvalidInput, "no such name: " + pattern.substr(open), 0, {}, {}};
            error.position = open;
            return fail(std::move(error));
        }
        filled += *value;
        at = close + 1;
    }
    return slug(filled);
}

TrackedLink trackedLink(const std::string &url, const Tracking &tracking, const TrackingValues &values)
{
    TrackedLink link{url, {}};
    const auto parsed = net::parseUrl(url);
    if (!tracking.on || !parsed || parsed->credentials || !isOfSite(parsed->host, tracking.sites))
        return link;
    const auto there = net::parseQuery(parsed->query);
    net::QueryPairs added;
    const std::pair<const char *, const std::string *> wanted[] = {
        {"utm_source", &tracking.source}, {"utm_medium", &tracking.medium}, {"utm_campaign", &tracking.campaign}, {"utm_content", &tracking.content}, {"utm_term", &tracking.term}};
    for (const auto &[parameter, pattern] : wanted) {
        const auto value = trackingValue(*pattern, values);
        if (!value || value->empty())
            continue;
        const auto known = std::find_if(there.begin(), there.end(), [name = std::string(parameter)](const auto &pair) { return pair.first == name; });
        if (known == there.end())
            added.emplace_back(parameter, *value);
        else if (known->second != *value)
            link.conflicts.push_back({url, parameter, known->second, *value});
    }
    if (!added.empty())
        link.url = net::withQuery(url, added);
    return link;
}

Leaving leavingText(const PlanItem &plan, const PlanVariant &variant, const Account &account, const Tracking &tracking, const std::string &campaign)
{
    Leaving leaving;
    auto text = typeset(text::normalised(variant.overridden ? variant.text : plan.text), languageOf(plan, variant), account);
    if (!tracking.on) {
        leaving.text = std::move(text);
        return leaving;
    }
    const auto values = trackingValues(plan, account, campaign);
    const auto rich = text::fromPlain(text);
    if (rich.text != text) { // broken bytes: left as they are
        leaving.text = std::move(text);
        return leaving;
    }
    std::size_t at = 0;
    for (const auto &span : rich.spans) {
        if (span.kind != TextSpan::Kind::Link)
            continue;
        const auto url = text.substr(span.begin, span.end - span.begin);
        auto link = trackedLink(url, tracking, values);
        leaving.text.append(text, at, span.begin - at);
        leaving.tracked += link.url == url ? 0 : 1;
        leaving.text += link.url;
        at = span.end;
        std::move(link.conflicts.begin(), link.conflicts.end(), std::back_inserter(leaving.conflicts));
    }
    leaving.text.append(text, at, std::string::npos);
    return leaving;
}

} // namespace vigie::plan
