// SPDX-License-Identifier: GPL-3.0-or-later
// trends: what people speak of now and did not before
#include "cli/query_words.hpp"
#include "cli/relay_choice.hpp"

#include <vigie/insight/trends.hpp>
#include <vigie/store/queries.hpp>

#include <cstdio>
#include <map>

namespace vigie::cli {

namespace {

using insight::TrendSpan;

const std::map<std::string, TrendSpan> kSpans{{"1h", TrendSpan::Hour}, {"24h", TrendSpan::Day}, {"7d", TrendSpan::Week}};

nlohmann::json toJson(const insight::Trends &trends)
{
    auto terms = nlohmann::json::array();
    for (const auto &trend : trends.terms)
        terms.push_back({{"term", trend.form}, {"kind", insight::toString(trend.kind)}, {"query", trend.query}, {"score", trend.score}, {"authors", trend.authors},
                         {"mentions", trend.mentions}, {"authors_before", trend.authorsBefore}, {"mentions_before", trend.mentionsBefore}, {"expected", trend.expected}});
    auto before = nlohmann::json::array();
    for (const auto &stretch : trends.before)
        before.push_back({{"from", toRfc3339(stretch.from)}, {"to", toRfc3339(stretch.to)}, {"seen", stretch.seen}, {"used", stretch.used}});
    return {{"from", toRfc3339(trends.now.from)}, {"to", toRfc3339(trends.now.to)}, {"authors", trends.authors}, {"mentions", trends.mentions},
            {"authors_before", trends.authorsBefore}, {"comparable", trends.comparable()}, {"every", trends.every}, {"seen", trends.now.seen}, {"before", before}, {"terms", terms}};
}

void print(const insight::Trends &trends)
{
    for (const auto &trend : trends.terms)
        std::printf("%7.1f  %4d author(s), %.1f before  %4d mention(s)  %-6s  %s\n", trend.score, trend.authors, trend.authorsBefore, trend.mentions,
                    insight::toString(trend.kind), oneLine(trend.form, 60).c_str());
    std::size_t unread = 0;
    for (const auto &stretch : trends.before)
        unread += stretch.used ? 0 : 1;
    if (!trends.comparable())
        std::printf("Nothing was read of the time before: what is new cannot be told.\n");
    else if (trends.terms.empty())
        std::printf("Nothing new: %d author(s), usually %.1f, speak of what is spoken of anyway.\n", trends.authors, trends.authorsBefore);
    if (trends.comparable() && unread > 0)
        std::printf("%zu of %zu stretches before were not read and do not count.\n", unread, trends.before.size());
    if (trends.every > 1)
        std::printf("Each %dth mention was read; the counts are of those.\n", trends.every);
}

int trends(const Context &context, const std::string &typed, const std::string &span, const RelayChoice &relays, int limit)
{
    const auto source = sourceOf(typed);
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    const auto ground = store.readNow<text::QueryContext>([](store::Tx &tx) { return store::Queries(tx).context(); });
    if (!ground)
        return context.failed(ground.error());
    if (const auto query = text::parseAndBind(source, *ground); !query)
        return failedQuery(context, source, query.error());
    insight::TrendRequest request{source, kSpans.at(span), false, limit, {}};
    request.progress = [&context](double share) {
        context.progress("reading: " + std::to_string(static_cast<int>(share * 100)) + " %");
        return !Context::interrupted().stop_requested();
    };
    const auto found = store.readNow<insight::Trends>([&](store::Tx &tx) {
        const auto counted = relays.over(tx);
        request.withoutRelays = !counted.withRelays();
        return insight::TrendFinder(tx).find(request);
    });
    context.progressDone();
    if (!found)
        return context.failed(found.error());
    context.print(toJson(*found), [&] { print(*found); });
    return kOk;
}

} // namespace

void addTrendsCommand(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::string query, now = "24h";
        RelayChoice relays;
        int limit = 30;
    };
    auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand("trends", "what people speak of now and did not before");
    command->add_option("query", options->query, "among which mentions; * is everything")->required();
    command->add_option("--now", options->now, "1h, 24h or 7d")->check(CLI::IsMember({"1h", "24h", "7d"}));
    options->relays.addTo(*command);
    command->add_option("-n,--limit", options->limit, "how many terms")->check(CLI::Range(1, 1000));
    command->callback([&code, &context, options] { code = trends(context, options->query, options->now, options->relays, options->limit); });
}

} // namespace vigie::cli
