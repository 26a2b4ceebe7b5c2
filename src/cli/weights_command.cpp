// SPDX-License-Identifier: GPL-3.0-or-later
// weights: what each reason weighs in the queue
#include "cli/decision.hpp"
#include "cli/desk_commands.hpp"

#include <vigie/desk/desk.hpp>

#include <charconv>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

/// "question=30" as a member of what is kept; what is no weight of the queue is refused.
Result<void> put(Json &weights, const std::string &typed)
{
    const auto equals = typed.find('=');
    const auto name = typed.substr(0, equals), text = equals == std::string::npos ? std::string() : typed.substr(equals + 1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!weights.contains(name))
        return fail(Errc::InvalidInput, "\"" + name + "\" is no weight of the queue");
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || value < 0 || value > 1000)
        return fail(Errc::InvalidInput, name + "= wants a number from 0 to 1000");
    weights[name] = value;
    return {};
}

int show(const Context &context, const std::vector<std::string> &typed, bool reset)
{
    const auto changed = [&](store::Tx &tx) -> Result<Json> {
        VIGIE_TRY(const auto now, desk::Desk(tx).weights());
        auto weights = Json::parse((reset ? desk::QueueWeights{} : now).toJson());
        for (const auto &one : typed)
            VIGIE_CHECK(put(weights, one));
        if (reset || !typed.empty()) {
            VIGIE_TRY(const auto wanted, desk::QueueWeights::fromJson(weights.dump()));
            VIGIE_CHECK(desk::Desk(tx).setWeights(wanted));
        }
        return weights;
    };
    const bool writes = reset || !typed.empty();
    auto workspace = context.open(writes);
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    const auto weights = writes ? store.writeNow<Json>(changed, store::Durability::Full) : store.readNow<Json>(changed);
    if (!weights)
        return context.failed(weights.error());
    context.print(*weights, [&] {
        for (const auto &[name, value] : weights->items())
            std::printf("%-16s %g\n", name.c_str(), value.get<double>());
    });
    return kOk;
}

} // namespace

void addWeightsCommand(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::vector<std::string> set;
        bool reset = false;
    };
    auto options = std::make_shared<Options>();
    auto *weights = app.add_subcommand("weights", "what each reason weighs in the queue");
    weights->add_option("--set", options->set, "NAME=POINTS; may be repeated");
    weights->add_flag("--reset", options->reset, "as delivered");
    weights->callback([&code, &context, options] { code = show(context, options->set, options->reset); });
}

} // namespace vigie::cli
