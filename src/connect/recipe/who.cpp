// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/who.hpp"

#include "connect/recipe/item_map.hpp"
#include "connect/recipe/request.hpp"
#include "connect/recipe/stream.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

/// The steps of "me" that have been answered, and the one that comes.
struct Introduction {
    Json outputs = Json::object();
    Json root;                             ///< of the last answer
    const StepPlan *next = nullptr;
    const net::Response *response = nullptr;
};

Result<Introduction> introduce(const Recipe &recipe, const Operation &operation, const Context &context, CallVariables &variables, std::span<const net::Response> soFar)
{
    Introduction so;
    std::size_t answered = 0;
    for (const auto &step : operation.steps) {
        Scope scope;
        scope.variables = &variables.function();
        if (step.when && !evaluate(*step.when, scope).truthy())
            continue;
        if (answered >= soFar.size()) {
            so.next = &step;
            return so;
        }
        const auto &response = soFar[answered++];
        VIGIE_TRY(so.root, readAnswer({recipe, &operation, &step.errors}, step.request, context, variables, response));
        so.response = &response;
        keepOutputs(step, so.root, response, variables.function(), so.outputs);
        setOutputs(so.outputs, variables);
    }
    return so;
}

void setLimits(const Recipe &recipe, const WhoPlan &plan, const Scope &scope, Limits &limits)
{
    const auto whole = [&](const std::optional<Expression> &how, int otherwise) {
        const auto number = how ? evaluate(*how, scope).number() : std::nullopt;
        return number && *number >= 0 && *number < 1e7 ? static_cast<int>(*number) : otherwise;
    };
    limits.maxCharacters = whole(plan.maxCharacters, recipe.descriptor.length.limit);
    limits.urlCost = recipe.descriptor.length.urlCost;
    limits.maxMedia = whole(plan.maxMedia, recipe.descriptor.capabilities.has(Capability::Images) ? limits.maxMedia : 0);
    if (plan.version)
        limits.serverVersion = evaluate(*plan.version, scope).text().substr(0, 100);
}

} // namespace

Result<std::optional<net::Request>> whoAmIRequest(const Recipe &recipe, const Context &context, std::span<const net::Response> soFar)
{
    CallVariables variables(context);
    const auto *operation = operationOf(recipe, "me", variables);
    if (operation == nullptr)
        return fail(Errc::Internal, "a recipe without \"me\"");
    VIGIE_TRY(const auto so, introduce(recipe, *operation, context, variables, soFar));
    if (so.next == nullptr)
        return std::optional<net::Request>();
    VIGIE_TRY(auto request, buildRequest(recipe, so.next->request, context, variables));
    return std::optional(std::move(request));
}

Result<WhoAmI> whoAmI(const Recipe &recipe, const Context &context, std::span<const net::Response> answers)
{
    CallVariables variables(context);
    const auto *operation = operationOf(recipe, "me", variables);
    if (operation == nullptr)
        return fail(Errc::Internal, "a recipe without \"me\"");
    VIGIE_TRY(const auto so, introduce(recipe, *operation, context, variables, answers));
    Budget budget;
    const Scope scope{&so.root, nullptr, &so.root, &variables.function(), so.response, &budget};
    WhoAmI who;
    const auto &plan = operation->who;
    if (plan.author)
        who.author = mapAuthor(*plan.author, scope);
    if (who.author.nativeId.empty())
        return fail(Errc::AuthRevoked, "the network does not say whose account this is");
    who.capabilities = recipe.descriptor.capabilities;
    for (const auto &one : plan.capabilities)
        if (evaluate(one.when, scope).truthy())
            who.capabilities.set(one.capability, one.reason);
    setLimits(recipe, plan, scope, who.limits);
    who.metrics = mapMetrics(plan.metrics, scope);
    if (plan.scopes)
        who.scopes = listOf([&] {
            auto text = evaluate(*plan.scopes, scope).text();
            std::replace(text.begin(), text.end(), ' ', ',');
            return text;
        }());
    who.apiSunset = recipe.sunset;
    for (const auto &[key, how] : plan.settings)
        if (auto value = evaluate(how, scope).text(); !value.empty())
            who.settings.push_back({key, std::move(value)});
    return who;
}

} // namespace vigie::connect::recipe
