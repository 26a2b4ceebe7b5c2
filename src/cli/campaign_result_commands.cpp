// SPDX-License-Identifier: GPL-3.0-or-later
// campaign results, spend, unspend
#include "cli/calendar_commands.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/campaign_results.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Options {
    std::string name, day, what;
    double amount = 0;
    std::int64_t line = 0;
};

Result<CampaignId> named(store::Tx &tx, const std::string &name)
{
    VIGIE_TRY(const auto all, store::Campaigns(tx).all(true));
    for (const auto &one : all)
        if (one.name == name || std::to_string(one.id.value) == name)
            return one.id;
    return fail(Errc::NotFound, "no campaign \"" + name + "\"");
}

Json sumJson(const plan::ResultSum &sum)
{
    return {{"posts", sum.posts}, {"reach", sum.withReach > 0 ? Json(sum.reach) : Json()}, {"reach_of", sum.withReach}, {"views", sum.withViews > 0 ? Json(sum.views) : Json()},
            {"views_of", sum.withViews}, {"reactions", sum.withReactions > 0 ? Json(sum.reactions) : Json()}, {"reactions_of", sum.withReactions}};
}

struct Shown {
    plan::CampaignResult result;
    plan::Coverage coverage;
    std::vector<Account> accounts;
};

int results(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto shown = (*workspace)->store().readNow<Shown>([&](store::Tx &tx) -> Result<Shown> {
        Shown out;
        VIGIE_TRY(const auto id, named(tx, options.name));
        VIGIE_TRY(const auto campaign, store::Campaigns(tx).get(id));
        VIGIE_TRY(const auto posts, store::Campaigns(tx).posts(id));
        VIGIE_TRY(out.accounts, store::Accounts(tx).all(true));
        VIGIE_TRY(out.result, plan::readCampaignResult(tx, id));
        out.coverage = plan::coverage(campaign, posts);
        return out;
    });
    if (!shown)
        return context.failed(shown.error());
    const auto &result = shown->result;
    auto channels = Json::array(), lines = Json::array();
    for (std::size_t i = 0; i < shown->coverage.channels.size(); ++i) {
        const auto found = std::find_if(shown->accounts.begin(), shown->accounts.end(), [&](const Account &one) { return one.id == shown->coverage.channels[i]; });
        auto channel = sumJson(result.channels[i]);
        channel["account"] = found != shown->accounts.end() ? found->handle : std::to_string(shown->coverage.channels[i].value);
        channels.push_back(std::move(channel));
    }
    for (const auto &line : result.spending)
        lines.push_back({{"line", line.id}, {"day", toIsoDay(line.day)}, {"cents", line.cents}, {"what", line.what}});
    const auto perThousand = result.centsPerThousand();
    context.print({{"currency", result.currency}, {"budget_cents", result.budgetCents ? Json(*result.budgetCents) : Json()}, {"spent_cents", result.spentCents},
                   {"reach_target", result.reachTarget ? Json(*result.reachTarget) : Json()}, {"cents_per_thousand", perThousand ? Json(*perThousand) : Json()},
                   {"all", sumJson(result.all)}, {"channels", channels}, {"spending", lines}},
                  [&] {
                      std::printf("spent %.2f %s", static_cast<double>(result.spentCents) / 100, result.currency.c_str());
                      if (result.budgetCents)
                          std::printf(" of %.2f", static_cast<double>(*result.budgetCents) / 100);
                      std::printf("\n%d posts are out; ", result.all.posts);
                      if (result.all.withReach > 0)
                          std::printf("%.0f people reached, by %d of them", result.all.reach, result.all.withReach);
                      else
                          std::printf("reach not given");
                      if (result.reachTarget)
                          std::printf("; %lld were to be reached", static_cast<long long>(*result.reachTarget));
                      std::printf("\n");
                      for (const auto &line : result.spending)
                          std::printf("%4lld  %s  %10.2f  %s\n", static_cast<long long>(line.id), toIsoDay(line.day).c_str(), static_cast<double>(line.cents) / 100, oneLine(line.what, 50).c_str());
                  });
    return kOk;
}

int spend(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    store::CampaignSpending line;
    line.cents = static_cast<std::int64_t>(std::llround(options.amount * 100));
    line.what = options.what;
    const auto day = options.day.empty() ? localDay((*workspace)->clock().now(), (*workspace)->zone()) : parseIsoDay(options.day);
    if (!day)
        return context.failed(day.error());
    line.day = *day;
    const auto id = (*workspace)->store().writeNow<std::int64_t>(
        [&](store::Tx &tx) -> Result<std::int64_t> {
            VIGIE_TRY(const auto campaign, named(tx, options.name));
            return store::CampaignResults(tx).spend(campaign, line);
        },
        store::Durability::Full);
    if (!id)
        return context.failed(id.error());
    context.print({{"line", *id}, {"day", toIsoDay(line.day)}, {"cents", line.cents}, {"what", line.what}}, [&] { std::printf("noted as line %lld\n", static_cast<long long>(*id)); });
    return kOk;
}

int unspend(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto line = (*workspace)->store().writeNow<store::CampaignSpending>(
        [&](store::Tx &tx) -> Result<store::CampaignSpending> {
            VIGIE_TRY(const auto campaign, named(tx, options.name));
            return store::CampaignResults(tx).unspend(campaign, options.line);
        },
        store::Durability::Full);
    if (!line)
        return context.failed(line.error());
    context.print({{"line", line->id}, {"day", toIsoDay(line->day)}, {"cents", line->cents}, {"what", line->what}}, [&] { std::printf("line %lld is gone\n", static_cast<long long>(line->id)); });
    return kOk;
}

} // namespace

void addCampaignResultCommands(CLI::App &campaign, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *showing = campaign.add_subcommand("results", "what it was to cost and to reach, beside what it has cost and reached");
    showing->add_option("NAME", options->name, "of the campaign, or its number")->required();
    showing->callback([&code, &context, options] { code = results(context, *options); });
    auto *noting = campaign.add_subcommand("spend", "notes what was spent, in the campaign's currency");
    noting->add_option("NAME", options->name, "of the campaign, or its number")->required();
    noting->add_option("AMOUNT", options->amount, "120.50; less than nothing: paid back")->required()->check(CLI::Range(-1e9, 1e9));
    noting->add_option("--day", options->day, "2026-11-21 (today unless given)");
    noting->add_option("--what", options->what, "for what");
    noting->callback([&code, &context, options] { code = spend(context, *options); });
    auto *taking = campaign.add_subcommand("unspend", "takes a line away");
    taking->add_option("NAME", options->name, "of the campaign, or its number")->required();
    taking->add_option("LINE", options->line, "its number, as 'campaign results' gives it")->required();
    taking->callback([&code, &context, options] { code = unspend(context, *options); });
}

} // namespace vigie::cli
