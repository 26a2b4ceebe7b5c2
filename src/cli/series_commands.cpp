// SPDX-License-Identifier: GPL-3.0-or-later
// calendar series begin, list, days, skip, keep
#include "cli/calendar_commands.hpp"

#include <vigie/plan/occurrences.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/store/post_queues.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr int kWidth = 50;

struct Options {
    std::int64_t series = 0;
    std::size_t count = 12;
    std::int64_t post = 0;
    std::string day, rule;
    bool planned = false;
};

const char *toString(plan::Occurrence::What what)
{
    using What = plan::Occurrence::What;
    switch (what) {
    case What::ToCome: return "to_come";
    case What::Made: return "made";
    case What::Left: return "left";
    case What::Skipped: return "skipped";
    }
    return "";
}

int list(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<PostSeries>>([](store::Tx &tx) { return store::PostSeriesRows(tx).all(); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all)
        array.push_back({{"series", one.id.value}, {"rule", one.rule}, {"starts", vigie::toString(one.starts)}, {"zone", one.zone}, {"planned", one.planned},
                         {"skipped", one.skipped}, {"text", one.post.text}});
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("%4lld  %s  %s\n", static_cast<long long>(one.id.value), one.rule.c_str(), oneLine(one.post.text, kWidth).c_str());
    });
    return kOk;
}

int begin(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto id = (*workspace)->store().writeNow<SeriesId>(
        [&](store::Tx &tx) { return plan::SeriesDesk(tx, (*workspace)->catalogue()).begin(PlanId{options.post}, options.rule, options.planned); }, store::Durability::Full);
    if (!id)
        return context.failed(id.error());
    context.print({{"series", id->value}, {"post", options.post}, {"rule", options.rule}},
                  [&] { std::printf("Series %lld; 'calendar undo' takes it back.\n", static_cast<long long>(id->value)); });
    return kOk;
}

int days(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<plan::Occurrence>>(
        [&](store::Tx &tx) { return plan::Occurrences(tx, (*workspace)->catalogue()).next(SeriesId{options.series}, options.count); });
    if (!found)
        return context.failed(found.error());
    auto array = Json::array();
    for (const auto &one : *found)
        array.push_back({{"day", one.day}, {"wall", vigie::toString(one.wall)}, {"what", toString(one.what)}, {"post", one.post ? Json(one.post.value) : Json()}});
    context.print(array, [&] {
        for (const auto &one : *found)
            std::printf("%s  %s\n", vigie::toString(one.wall).c_str(), toString(one.what));
    });
    return kOk;
}

int turn(const Context &context, const Options &options, bool skip)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto step = (*workspace)->store().writeNow<store::CalendarStepId>(
        [&](store::Tx &tx) {
            plan::Occurrences occurrences(tx, (*workspace)->catalogue());
            return skip ? occurrences.skip(SeriesId{options.series}, options.day) : occurrences.bringBack(SeriesId{options.series}, options.day);
        },
        store::Durability::Full);
    if (!step)
        return context.failed(step.error());
    context.print({{"series", options.series}, {"day", options.day}, {"skipped", skip}}, [&] {
        std::printf("%s %s; 'calendar undo' takes it back.\n", options.day.c_str(), skip ? "is left out" : "is in the series again");
    });
    return kOk;
}

} // namespace

void addSeriesCommands(CLI::App &calendar, Context &context, int &code)
{
    auto *series = calendar.add_subcommand("series", "posts that repeat, and the days they are of");
    series->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto *beginning = series->add_subcommand("begin", "a post that has its hour becomes the first of a series");
    beginning->add_option("POST", options->post, "its number, as 'calendar list' gives it")->required();
    beginning->add_option("RULE", options->rule, "of RFC 5545: FREQ=WEEKLY;BYDAY=TU")->required();
    beginning->add_flag("--planned", options->planned, "each occurrence is planned as it is made; else each is a draft");
    beginning->callback([&code, &context, options] { code = begin(context, *options); });
    series->add_subcommand("list", "series that have not ended")->callback([&code, &context] { code = list(context); });
    auto *showing = series->add_subcommand("days", "days to come of a series, those of which no post was made yet among them");
    showing->add_option("SERIES", options->series, "its number")->required();
    showing->add_option("--count", options->count, "how many (12 unless given)")->check(CLI::Range(1, 1000));
    showing->callback([&code, &context, options] { code = days(context, *options); });
    for (const bool skip : {true, false}) {
        auto *turning = skip ? series->add_subcommand("skip", "leaves one day out; a post that was made of it goes")
                             : series->add_subcommand("keep", "brings a day back that was left out");
        turning->add_option("SERIES", options->series, "its number")->required();
        turning->add_option("DAY", options->day, "2026-11-24")->required();
        turning->callback([&code, &context, options, skip] { code = turn(context, *options, skip); });
    }
}

} // namespace vigie::cli
