// SPDX-License-Identifier: GPL-3.0-or-later
// campaign list, add, coverage, day
#include "cli/calendar_commands.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/campaigns.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr int kWidth = 50;

struct Options {
    std::string name, day, zone, objective;
    bool apply = false;
};

Json campaignJson(const Campaign &campaign)
{
    auto phases = Json::array();
    for (const auto &phase : campaign.phases)
        phases.push_back({{"name", phase.name}, {"from", phase.fromDay}, {"to", phase.toDay}});
    return {{"campaign", campaign.id.value}, {"name", campaign.name}, {"day", campaign.day ? Json(toIsoDay(*campaign.day)) : Json()}, {"zone", campaign.zone},
            {"owner", campaign.owner}, {"objective", campaign.objective}, {"audience", campaign.audience}, {"messages", campaign.messages},
            {"budget_cents", campaign.budgetCents ? Json(*campaign.budgetCents) : Json()}, {"currency", campaign.currency},
            {"reach_target", campaign.reachTarget ? Json(*campaign.reachTarget) : Json()}, {"embargo", campaign.embargo ? Json(toRfc3339(*campaign.embargo)) : Json()},
            {"phases", phases}};
}

/// By number or by name.
Result<Campaign> named(store::Tx &tx, const std::string &name)
{
    VIGIE_TRY(const auto all, store::Campaigns(tx).all(true));
    for (const auto &one : all)
        if (one.name == name || std::to_string(one.id.value) == name)
            return one;
    return fail(Errc::NotFound, "no campaign \"" + name + "\"");
}

int list(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<Campaign>>([](store::Tx &tx) { return store::Campaigns(tx).all(); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all)
        array.push_back(campaignJson(one));
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("%4lld  %s  %s, %zu phases\n", static_cast<long long>(one.id.value), one.day ? toIsoDay(*one.day).c_str() : "no day yet", oneLine(one.name, kWidth).c_str(),
                        one.phases.size());
    });
    return kOk;
}

/// The template's keys in words.
std::string words(std::string key)
{
    std::replace(key.begin(), key.end(), '_', ' ');
    if (!key.empty() && key.front() >= 'a' && key.front() <= 'z')
        key.front() = static_cast<char>(key.front() - 'a' + 'A');
    return key;
}

int add(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto day = parseIsoDay(options.day);
    if (!day)
        return context.failed(day.error());
    Campaign campaign;
    campaign.name = options.name;
    campaign.objective = options.objective;
    campaign.owner = (*workspace)->person();
    campaign.zone = options.zone.empty() ? (*workspace)->zone() : options.zone;
    campaign.day = *day;
    for (const auto &phase : plan::kStandardPhases)
        campaign.phases.push_back({{}, words(phase.key), phase.fromDay, phase.toDay});
    std::vector<plan::CampaignStep> steps;
    for (const auto &step : plan::kStandardSteps)
        steps.push_back({words(step.key), step.day, step.minute, step.phase});
    const auto made = (*workspace)->store().writeNow<Campaign>(
        [&](store::Tx &tx) -> Result<Campaign> {
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            for (const auto &account : accounts)
                if (account.capabilities.has(Capability::Publish))
                    campaign.channels.push_back(account.id);
            VIGIE_TRY(const auto id, plan::CampaignDesk(tx, (*workspace)->catalogue()).makeWith(campaign, steps));
            return store::Campaigns(tx).get(id);
        },
        store::Durability::Full);
    if (!made)
        return context.failed(made.error());
    context.print({{"campaign", campaignJson(*made)}, {"posts", steps.size()}},
                  [&] { std::printf("campaign %lld, %s, day D %s: %zu drafts\n", static_cast<long long>(made->id.value), oneLine(made->name, kWidth).c_str(), options.day.c_str(), steps.size()); });
    return kOk;
}

struct Table {
    Campaign campaign;
    plan::Coverage coverage;
    std::vector<Account> accounts;
};

int coverage(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto table = (*workspace)->store().readNow<Table>([&](store::Tx &tx) -> Result<Table> {
        Table out;
        VIGIE_TRY(out.campaign, named(tx, options.name));
        VIGIE_TRY(const auto posts, store::Campaigns(tx).posts(out.campaign.id));
        VIGIE_TRY(out.accounts, store::Accounts(tx).all(true));
        out.coverage = plan::coverage(out.campaign, posts);
        return out;
    });
    if (!table)
        return context.failed(table.error());
    const auto nameOf = [&](AccountId id) {
        const auto found = std::find_if(table->accounts.begin(), table->accounts.end(), [id](const Account &one) { return one.id == id; });
        return found != table->accounts.end() ? found->handle : std::to_string(id.value);
    };
    const int holes = table->coverage.holes(table->campaign.channels.size());
    auto cells = Json::array();
    for (std::size_t row = 0; row < table->coverage.phases.size(); ++row)
        for (std::size_t column = 0; column < table->coverage.channels.size(); ++column) {
            const auto &cell = table->coverage.cells[row][column];
            cells.push_back({{"phase", table->coverage.phases[row].name}, {"account", nameOf(table->coverage.channels[column])}, {"drafts", cell.drafts}, {"planned", cell.planned},
                             {"sent", cell.sent}});
        }
    context.print({{"campaign", campaignJson(table->campaign)}, {"holes", holes}, {"cells", cells}}, [&] {
        for (const auto &cell : cells)
            std::printf("%-24s %-28s %d drafts, %d planned, %d sent\n", oneLine(cell["phase"].get<std::string>(), 24).c_str(), oneLine(cell["account"].get<std::string>(), 28).c_str(),
                        cell["drafts"].get<int>(), cell["planned"].get<int>(), cell["sent"].get<int>());
        std::printf("%d holes\n", holes);
    });
    return kOk;
}

const char *toString(plan::DayMove::What what)
{
    using What = plan::DayMove::What;
    switch (what) {
    case What::Moves: return "moves";
    case What::Locked: return "locked";
    case What::Left: return "sent";
    case What::Past: return "past";
    case What::Embargo: return "embargo";
    }
    return "";
}

int day(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto wanted = parseIsoDay(options.day);
    if (!wanted)
        return context.failed(wanted.error());
    auto &store = (*workspace)->store();
    const auto work = [&](store::Tx &tx) -> Result<plan::DayChange> {
        VIGIE_TRY(const auto campaign, named(tx, options.name));
        plan::CampaignDesk desk(tx, (*workspace)->catalogue());
        return options.apply ? desk.setDay(campaign.id, *wanted) : desk.tryDay(campaign.id, *wanted);
    };
    const auto change = options.apply ? store.writeNow<plan::DayChange>(work, store::Durability::Full) : store.readNow<plan::DayChange>(work);
    if (!change)
        return context.failed(change.error());
    auto moves = Json::array();
    for (const auto &move : change->moves)
        moves.push_back({{"what", toString(move.what)}, {"post", move.post.value}, {"event", move.event.value}, {"title", move.title}, {"from", vigie::toString(move.from)},
                         {"to", vigie::toString(move.to)}});
    context.print({{"applied", options.apply}, {"day", options.day}, {"moves", moves}}, [&] {
        for (const auto &move : change->moves)
            std::printf("%-7s %s -> %s  %s\n", toString(move.what), vigie::toString(move.from).c_str(), vigie::toString(move.to).c_str(), oneLine(move.title, kWidth).c_str());
        std::printf("%d move. %s\n", change->count(plan::DayMove::What::Moves), options.apply ? "Done, as one step; 'calendar undo' takes it back." : "Nothing was written; --apply does it.");
    });
    return kOk;
}

} // namespace

void addCampaignCommands(CLI::App &app, Context &context, int &code)
{
    auto *campaign = app.add_subcommand("campaign", "communication plans: phases around a day D, and what each says where");
    campaign->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto *listing = campaign->add_subcommand("list", "campaigns, by their day");
    listing->callback([&code, &context] { code = list(context); });
    auto *making = campaign->add_subcommand("add", "a campaign with phases and nine drafts from D-30 to D+7");
    making->add_option("NAME", options->name, "as it is to be called")->required();
    making->add_option("--day", options->day, "day D: 2026-11-21")->required();
    making->add_option("--zone", options->zone, "of its hours (the workspace's unless given)");
    making->add_option("--objective", options->objective, "what it is to reach");
    making->callback([&code, &context, options] { code = add(context, *options); });
    auto *table = campaign->add_subcommand("coverage", "posts by phase and account, with the holes");
    table->add_option("NAME", options->name, "of the campaign, or its number")->required();
    table->callback([&code, &context, options] { code = coverage(context, *options); });
    auto *moving = campaign->add_subcommand("day", "another day D: what is not locked moves with it; a trial unless --apply");
    moving->add_option("NAME", options->name, "of the campaign, or its number")->required();
    moving->add_option("DAY", options->day, "2026-11-21")->required();
    moving->add_flag("--apply", options->apply, "carry it out, as one step");
    moving->callback([&code, &context, options] { code = day(context, *options); });
    addCampaignResultCommands(*campaign, context, code);
}

} // namespace vigie::cli
