// SPDX-License-Identifier: GPL-3.0-or-later
// account show: how one account is, and what Vigie can and cannot do there.
#include "cli/account_words.hpp"

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

using nlohmann::json;

json when(const std::optional<Instant> &at)
{
    return at ? json(toRfc3339(*at)) : json();
}

json healthOf(const app::Health &health)
{
    json gaps = json::array(), causes = json::array(), spent = json::array();
    for (const auto &gap : health.gaps)
        gaps.push_back({{"stream", gap.key.stream}, {"from", toRfc3339(gap.from)}, {"to", toRfc3339(gap.to)}, {"reason", gap.reason}});
    for (const auto &cause : health.causes)
        causes.push_back({{"error", errcName(cause.error.code)}, {"detail", cause.error.detail}, {"streams", cause.streams}, {"since", when(cause.since)}});
    for (const auto &one : health.spent)
        spent.push_back({{"bucket", one.bucket}, {"money", one.money}, {"used", one.used}, {"limit", one.limit ? json(*one.limit) : json()}, {"renews_at", when(one.renewsAt)}});
    json silence;
    if (health.silence)
        silence = {{"since", toRfc3339(health.silence->lastItem)}, {"quiet_seconds", health.silence->quiet.count()}, {"usual_seconds", health.silence->usual.count()}};
    return {{"sign_in", lifeName(health.life)}, {"sign_in_ends", when(health.lifeEnds)}, {"lag_seconds", health.lag ? json(health.lag->count()) : json()}, {"gaps", gaps},
            {"causes", causes}, {"spent", spent}, {"silence", silence}};
}

json abilitiesOf(const std::vector<app::Ability> &abilities, bool offered)
{
    json array = json::array();
    for (const auto &one : abilities)
        if (one.offered == offered) {
            json entry{{"what", toString(one.what)}, {"reason", toString(one.why)}};
            if (offered)
                entry["tried"] = triedName(one.tried);
            array.push_back(std::move(entry));
        }
    return array;
}

void printHealth(const app::AccountStatus &status)
{
    const auto &health = status.health;
    std::printf("sign-in       %s%s\n", lifeName(health.life), health.lifeEnds ? (", until " + toRfc3339(*health.lifeEnds)).c_str() : "");
    std::printf("last success  %s\n", status.account.lastSeenAt ? toRfc3339(*status.account.lastSeenAt).c_str() : "none yet");
    if (health.lag)
        std::printf("behind by     %lld s\n", static_cast<long long>(health.lag->count()));
    for (const auto &one : health.spent)
        std::printf("spent         %s%s: %.2f%s\n", one.money ? "money this month, in dollars" : "units today, ", one.bucket.c_str(),
                    static_cast<double>(one.used) / (one.money ? 1e6 : 1), one.limit ? (" of " + std::to_string(*one.limit / (one.money ? 1'000'000 : 1))).c_str() : "");
    for (const auto &gap : health.gaps)
        std::printf("gap           %s  %s to %s (%s)\n", oneLine(gap.key.stream, 40).c_str(), toRfc3339(gap.from).c_str(), toRfc3339(gap.to).c_str(), gap.reason.c_str());
    for (const auto &cause : health.causes)
        std::printf("trouble       %s (%zu stream(s))\n", oneLine(cause.error.detail.empty() ? errcName(cause.error.code) : cause.error.detail, 120).c_str(), cause.streams.size());
    if (health.silence)
        std::printf("silent        since %s; its usual pauses are up to %lld s\n", toRfc3339(health.silence->lastItem).c_str(), static_cast<long long>(health.silence->usual.count()));
}

int showAccount(const Context &context, std::int64_t id)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto status = (*workspace)->statusNow();
    if (!status)
        return context.failed(status.error());
    const auto found = std::find_if(status->accounts.begin(), status->accounts.end(), [id](const auto &one) { return one.account.id.value == id; });
    if (found == status->accounts.end())
        return context.failed(Error{Errc::NotFound, "no such account", 0, {}, {}});
    const auto *connector = (*workspace)->catalogue().find(found->account.connector);
    const auto abilities = connector != nullptr ? app::abilitiesOf(connector->describe(), &found->account) : std::vector<app::Ability>{};
    auto object = describe(found->account);
    object["scopes"] = found->account.session.scopes;
    object["last_success"] = when(found->account.lastSeenAt);
    object["seen_up_to"] = when(found->seenUpTo);
    object["health"] = healthOf(found->health);
    object["can"] = abilitiesOf(abilities, true);
    object["cannot"] = abilitiesOf(abilities, false);
    object["policy"] = {{"keep", toString(found->account.policy.persist)}, {"export", toString(found->account.policy.exports)}, {"attribution", found->account.policy.attribution}};
    context.print(object, [&] {
        printAccount(found->account);
        printHealth(*found);
        for (const auto &one : abilities)
            std::printf("%-13s %-18s %s%s%s\n", one.offered ? "can" : "cannot", toString(one.what), one.offered && !isConditional(one.why) ? "" : toString(one.why),
                        one.offered && isConditional(one.why) ? ", " : "", one.offered ? triedName(one.tried) : "");
    });
    return kOk;
}

} // namespace

void addAccountShowCommand(CLI::App &account, Context &context, int &code)
{
    auto id = std::make_shared<std::int64_t>(0);
    auto *show = account.add_subcommand("show", "how an account is, and what can be done there");
    show->add_option("id", *id, "its number in the list")->required();
    show->callback([&code, &context, id] { code = showAccount(context, *id); });
}

} // namespace vigie::cli
