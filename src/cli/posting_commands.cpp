// SPDX-License-Identifier: GPL-3.0-or-later
// posting times, load, again, used, counts: what one's own posts say before and after the next one
#include "cli/context.hpp"

#include <vigie/app/post_load.hpp>
#include <vigie/insight/post_after.hpp>
#include <vigie/insight/post_times.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using nlohmann::json;
const char *const kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::chrono::hours kWeek{24 * 7};

template <class T>
json orNull(const std::optional<T> &value)
{
    return value ? json(*value) : json();
}

json orNull(const std::optional<Instant> &at)
{
    return at ? json(toRfc3339(*at)) : json();
}

int times(const Context &context, std::int64_t account, int limit)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto zone = (*workspace)->zone();
    const auto found = (*workspace)->store().readNow<insight::PostTimes>([&](store::Tx &tx) { return insight::postTimes(tx, AccountId{account}, zone); });
    if (!found)
        return context.failed(found.error());
    auto hours = json::array();
    for (const auto &hour : found->hours)
        if (static_cast<int>(hours.size()) < limit)
            hours.push_back({{"weekday", hour.weekday + 1}, {"hour", hour.hour}, {"posts", hour.posts}, {"expected", hour.value}, {"low", hour.low}, {"high", hour.high},
                             {"distinguishable", hour.distinguishable}});
    context.print({{"zone", zone}, {"posts", found->posts}, {"without_counts", found->without}, {"enough", found->enough}, {"unit", found->rate ? "share of followers" : "reactions"},
                   {"usual", found->usual}, {"hours", hours}},
                  [&] {
                      if (!found->enough)
                          return static_cast<void>(std::printf("Nothing can be said about hours yet: %d post(s) have counts of a week, and it takes %d.\n", found->posts, insight::kFewestPosts));
                      std::printf("%d posts of the last 16 weeks; usual: %.4g %s. Hours of %s.\n", found->posts, found->usual, found->rate ? "of the followers" : "reactions", zone.c_str());
                      for (int i = 0; i < std::min(limit, static_cast<int>(found->hours.size())); ++i) {
                          const auto &hour = found->hours[static_cast<std::size_t>(i)];
                          std::printf("%s %02d:00  %.4g [%.4g, %.4g]  %d post(s)%s\n", kDays[hour.weekday], hour.hour, hour.value, hour.low, hour.high, hour.posts,
                                      hour.distinguishable ? "" : "  not distinguishable");
                      }
                  });
    return kOk;
}

json testJson(const insight::LoadBackTest &test)
{
    return {{"posts", test.posts}, {"mean_actual", test.meanActual}, {"mean_error", test.meanError}, {"naive_error", test.naiveError}, {"bias", test.bias},
            {"covered", test.covered}, {"hour_error", test.hourError}, {"naive_hour_error", test.naiveHourError}};
}

int load(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    struct Read {
        std::shared_ptr<app::LoadModel> model;
        std::vector<app::LoadSource> sources;
        Instant from;
    };
    const auto read = (*workspace)->store().readNow<Read>([&](store::Tx &tx) -> Result<Read> {
        Read out;
        VIGIE_TRY(auto model, app::readLoad(tx, (*workspace)->zone()));
        out.model = std::make_shared<app::LoadModel>(std::move(model));
        out.from = std::chrono::floor<std::chrono::hours>(tx.now());
        VIGIE_TRY(out.sources, app::plannedSources(tx, out.from, out.from + kWeek));
        return out;
    });
    if (!read)
        return context.failed(read.error());
    auto &model = *read->model;
    const bool enough = model.load.enough();
    const auto forecast = enough ? app::forecast(model, read->sources, read->from, read->from + kWeek) : app::LoadForecast{};
    auto hours = json::array(), alone = json::array(), plans = json::array();
    for (const auto &hour : forecast.hours)
        hours.push_back({{"from", toRfc3339(hour.from)}, {"expected", hour.expected}, {"on_duty", hour.onDuty}});
    for (const auto &one : forecast.unattended)
        alone.push_back({{"from", toRfc3339(one.from)}, {"to", toRfc3339(one.to)}, {"expected", one.expected}});
    for (const auto &source : read->sources) {
        const auto day = model.load.total(source.account, source.at);
        if (enough)
            plans.push_back({{"plan", source.plan.value}, {"account", source.account.value}, {"at", toRfc3339(source.at)}, {"expected", day.value}, {"low", day.low}, {"high", day.high}});
    }
    context.print({{"enough", enough}, {"posts", model.load.posts()}, {"duty_known", model.duty.known()}, {"total", forecast.total}, {"hours", hours}, {"unattended", alone},
                   {"plans", plans}, {"back_test", testJson(model.test)}},
                  [&] {
                      if (!enough)
                          return static_cast<void>(std::printf("Comments are forecast from %d posts on; there are %d that are three days old.\n", insight::kFewestLoadPosts, model.load.posts()));
                      std::printf("%.1f comments to expect in the coming week, learnt from %d posts.\n", forecast.total, model.load.posts());
                      for (const auto &one : forecast.unattended)
                          std::printf("nobody on duty  %s - %s  %.1f\n", toRfc3339(one.from).c_str(), toRfc3339(one.to).c_str(), one.expected);
                      if (!model.duty.known())
                          std::printf("When somebody is on duty is not known: no calendar is set.\n");
                      std::printf("Back-test on %d posts: off by %.2f comments in 24 hours (a plain mean: %.2f), mean %.1f; %.0f %% inside their interval.\n", model.test.posts,
                                  model.test.meanError, model.test.naiveError, model.test.meanActual, model.test.covered * 100);
                  });
    return kOk;
}

int again(const Context &context, int limit)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<insight::Evergreen>>([&](store::Tx &tx) { return insight::evergreens(tx, static_cast<std::size_t>(limit)); });
    if (!found)
        return context.failed(found.error());
    auto rows = json::array();
    for (const auto &one : *found)
        rows.push_back({{"item", one.post.item.value}, {"account", one.post.account.value}, {"at", toRfc3339(one.post.at)}, {"text", one.post.text}, {"reactions", orNull(one.post.engagements)},
                        {"usual", one.usual}, {"times", one.times}, {"posts", one.others}, {"days", one.days}});
    context.print(rows, [&] {
        for (const auto &one : *found)
            std::printf("%lld  x%.1f of %.0f, %d days ago  %s\n", static_cast<long long>(one.post.item.value), one.times, one.usual, one.days, oneLine(one.post.text, 90).c_str());
        if (found->empty())
            std::printf("No text stands out, names no day, and was not said for %d days.\n", insight::kEvergreenDays);
    });
    return kOk;
}

int used(const Context &context, const std::string &text)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<insight::UsedText>>([&](store::Tx &tx) { return insight::usedAlready(tx, text, {}, 20); });
    if (!found)
        return context.failed(found.error());
    auto rows = json::array();
    for (const auto &one : *found)
        rows.push_back({{"item", one.item ? json(one.item.value) : json()}, {"plan", one.plan ? json(one.plan.value) : json()}, {"account", one.account.value},
                        {"at", one.at == Instant{} ? json() : json(toRfc3339(one.at))}, {"likeness", one.likeness}, {"text", one.text}});
    context.print(rows, [&] {
        for (const auto &one : *found)
            std::printf("%s  %s  %.0f %% alike  %s\n", one.item ? "used   " : "planned", one.at == Instant{} ? "no day" : toRfc3339(one.at).c_str(), one.likeness * 100, oneLine(one.text, 80).c_str());
        if (found->empty())
            std::printf("Nothing like it was posted or is planned.\n");
    });
    return found->empty() ? kOk : kPartly;
}

int counts(const Context &context, std::int64_t item)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<insight::PostAfter>([&](store::Tx &tx) { return insight::postAfter(tx, ItemId{item}); });
    if (!found)
        return context.failed(found.error());
    auto metrics = json::array(), ages = json::array();
    for (const auto &metric : found->series.metrics) {
        auto points = json::array();
        for (const auto &point : metric.points)
            points.push_back({{"age_hours", point.age}, {"read_at", orNull(point.readAt)}, {"value", orNull(point.value)}, {"why", toString(point.why)}, {"lower", point.lower},
                              {"estimated", point.estimated}});
        metrics.push_back({{"count", metric.key}, {"points", points}});
    }
    for (const auto &age : found->ages)
        ages.push_back({{"age_hours", age.age}, {"reactions", orNull(age.engagements)}, {"others", age.others}, {"median", age.median}, {"low", age.low}, {"high", age.high},
                        {"better_than", age.better}});
    context.print({{"item", item}, {"published", toRfc3339(found->series.publishedAt)}, {"next", orNull(found->series.nextAt)}, {"metrics", metrics}, {"ages", ages}}, [&] {
        for (const auto &metric : found->series.metrics) {
            std::printf("%-12s", metric.key.c_str());
            for (const auto &point : metric.points) {
                if (point.value)
                    std::printf("  %dh: %.0f%s", point.age, *point.value, point.lower ? " (lower)" : "");
                else
                    std::printf("  %dh: not given (%s)", point.age, toString(point.why));
            }
            std::printf("\n");
        }
        for (const auto &age : found->ages)
            if (age.engagements)
                std::printf("after %d h: %.0f reactions; others: median %.0f of %d, more than %d of them\n", age.age, *age.engagements, age.median, age.others, age.better);
    });
    return kOk;
}

} // namespace

void addPostingCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::int64_t account = 0, item = 0;
        int limit = 10;
        std::string text;
    };
    auto options = std::make_shared<Options>();
    auto *posting = app.add_subcommand("posting", "what your own posts say before and after the next one");
    posting->require_subcommand(1);
    auto *when = posting->add_subcommand("times", "hours of the week that did better than usual, with their intervals");
    when->add_option("--account", options->account, "of this account alone");
    when->add_option("-n,--limit", options->limit, "how many hours")->check(CLI::Range(1, 168));
    when->callback([&code, &context, options] { code = times(context, options->account, options->limit); });
    posting->add_subcommand("load", "comments to expect in the coming week, and hours with nobody on duty")->callback([&code, &context] { code = load(context); });
    auto *more = posting->add_subcommand("again", "texts that could be said again, with the reasons");
    more->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 100));
    more->callback([&code, &context, options] { code = again(context, options->limit); });
    auto *same = posting->add_subcommand("used", "where nearly the same text was used or is planned; 1 when it was");
    same->add_option("text", options->text, "the text")->required();
    same->callback([&code, &context, options] { code = used(context, options->text); });
    auto *after = posting->add_subcommand("counts", "the counts of a post of yours at fixed ages, beside others at the same age");
    after->add_option("item", options->item, "number of the post")->required();
    after->callback([&code, &context, options] { code = counts(context, options->item); });
}

} // namespace vigie::cli
