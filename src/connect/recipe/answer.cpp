// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/answer.hpp"

#include "connect/common/http_error.hpp"
#include "connect/recipe/request.hpp"

#include <vigie/base/log.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

constexpr int kLongestDetail = 300;

bool speaksOf(const ErrorRule &rule, int status)
{
    return rule.statuses.empty() || std::any_of(rule.statuses.begin(), rule.statuses.end(), [&](int one) { return one < 10 ? status / 100 == one : status == one; });
}

std::optional<std::chrono::seconds> waitOf(const ErrorRule &rule, const Scope &scope, const net::Response &response, Instant now)
{
    if (!rule.retryAfter)
        return std::nullopt;
    const auto value = evaluate(*rule.retryAfter, scope);
    if (value.absent())
        return std::nullopt;
    const auto server = net::serverNow(response, now);
    if (value.time())
        return std::chrono::ceil<std::chrono::seconds>(std::max(*value.time() - server, Micros{0}));
    if (rule.milliseconds) {
        const auto ms = value.number();
        return ms && *ms >= 0 && *ms < 8.64e7 ? std::optional(std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(static_cast<std::int64_t>(*ms)))) : std::nullopt;
    }
    const auto wait = net::parseReset(value.text(), server, rule.as == Errc::QuotaExhausted);
    return wait ? std::optional(std::chrono::ceil<std::chrono::seconds>(*wait)) : std::nullopt;
}

Error errorOf(const ErrorRule &rule, const Scope &scope, const net::Response &response, const Context &context)
{
    auto error = httpError(response, context.token, context.now);
    error.code = rule.as;
    if (rule.detail) {
        const auto said = evaluate(*rule.detail, scope).text();
        if (!said.empty())
            error.detail = log::redacted(text::elide(text::fromHtml(said).text, kLongestDetail));
    }
    const bool waits = rule.as == Errc::RateLimited || rule.as == Errc::QuotaExhausted || rule.as == Errc::Pending || rule.as == Errc::Server;
    if (const auto wait = waitOf(rule, scope, response, context.now))
        error.retryAfter = wait;
    else if (waits && !error.retryAfter)
        error.retryAfter = net::retryAfterOf(response, context.now);
    return error;
}

/// With a refresh token at hand, 401 asks for a renewal before anybody is bothered.
bool renewable(const Recipe &recipe, const Context &context)
{
    const auto *way = wayOf(recipe, context.credential);
    if (way == nullptr)
        return false;
    if (way->helper == WayPlan::Helper::Signed)
        return true;
    return way->oauth && way->oauth->refresh && context.credential != nullptr && !context.credential->refresh.empty();
}

} // namespace

std::vector<ErrorRule> compileErrors(const Node &node, Compiler compiler)
{
    std::vector<ErrorRule> rules;
    if (!node.isArray() && !node.json().is_null())
        node.problem("a list of rules is expected here");
    compiler.allow("status");
    for (const auto &one : node.elements()) {
        if (!one.object({"status", "if", "as", "retry_after", "retry_unit", "detail"}))
            continue;
        ErrorRule rule;
        if (const auto status = one.find("status")) {
            for (const auto &entry : status->isArray() ? status->elements() : std::vector<Node>{*status}) {
                if (entry.json().is_number_integer())
                    rule.statuses.push_back(entry.json().get<int>());
                else if (entry.json() == "4xx" || entry.json() == "5xx")
                    rule.statuses.push_back(entry.json().get<std::string>()[0] - '0');
                else if (entry.json() != "any")
                    entry.problem("a status, \"4xx\", \"5xx\" or \"any\" is expected here");
            }
        } else {
            rule.statuses = {4, 5};
        }
        if (const auto when = one.find("if"))
            rule.when = compiler.expression(*when);
        const auto name = one.requiredText("as");
        rule.as = errcFromName(name);
        if (!name.empty() && (rule.as == Errc::Internal || rule.as == Errc::Storage)) {
            std::vector<std::string> known;
            for (unsigned i = 0; i < static_cast<unsigned>(Errc::Storage); ++i)
                known.emplace_back(errcName(static_cast<Errc>(i)));
            one.child("as").problem("unknown error \"" + name + "\"" + suggestion(name, known));
        }
        if (const auto wait = one.find("retry_after"))
            rule.retryAfter = compiler.expression(*wait);
        rule.milliseconds = one.word("retry_unit", {"auto", "ms"}, 0) == 1;
        if (const auto detail = one.find("detail"))
            rule.detail = compiler.expression(*detail);
        rules.push_back(std::move(rule));
    }
    return rules;
}

net::RateHint toldLimits(const Recipe &recipe, const net::Response &response, Instant now)
{
    net::RateHint hint;
    if (!recipe.told)
        return hint;
    const auto &told = *recipe.told;
    const auto body = told.inBody ? parseJson(response.body) : Result<Json>(Json());
    static const Json kNothing;
    const auto &root = body ? *body : kNothing;
    Budget budget;
    const Scope scope{&root, nullptr, &root, nullptr, &response, &budget};
    const auto count = [&](const std::optional<Expression> &how) -> std::optional<std::int64_t> {
        const auto number = how ? evaluate(*how, scope).number() : std::nullopt;
        return number && *number >= 0 && *number < 1e12 ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
    };
    const auto server = net::serverNow(response, now);
    const auto wait = [&](const std::optional<Expression> &how) -> std::optional<std::chrono::milliseconds> {
        const auto value = how ? evaluate(*how, scope) : Value();
        if (value.absent())
            return std::nullopt;
        return net::parseReset(value.text(), server, told.daily);
    };
    hint.limit = count(told.limit);
    hint.remaining = count(told.remaining);
    hint.reset = wait(told.reset);
    hint.wait = wait(told.wait);
    return hint;
}

Result<Json> readAnswer(const AnswerReader &reader, const RequestPlan &plan, const Context &context, const CallVariables &variables, const net::Response &response)
{
    const auto blank = response.body.find_first_not_of(" \t\r\n") == std::string::npos;
    auto parsed = blank ? Result<Json>(Json()) : parseJson(response.body);
    static const Json kNothing;
    const auto &root = parsed ? *parsed : kNothing;
    Budget budget;
    const Variables withStatus = [&](std::string_view name) { return name == "status" ? Value(Json(response.status)) : variables.get(name); };
    const Scope scope{&root, nullptr, &root, &withStatus, &response, &budget};
    for (const auto *rules : {reader.more, reader.operation != nullptr ? &reader.operation->errors : nullptr, &reader.recipe.errors}) {
        if (rules == nullptr)
            continue;
        for (const auto &rule : *rules)
            if (speaksOf(rule, response.status) && (!rule.when || evaluate(*rule.when, scope).truthy()))
                return fail(errorOf(rule, scope, response, context));
    }
    const bool good = plan.expect.empty() ? response.ok() : std::find(plan.expect.begin(), plan.expect.end(), response.status) != plan.expect.end();
    if (!good) {
        auto error = httpError(response, context.token, context.now);
        if (response.status == 401 && renewable(reader.recipe, context))
            error.code = Errc::AuthExpired;
        if (reader.write && response.status == 400)
            error.code = Errc::ContentRefused;
        if (response.ok())
            error.code = Errc::Protocol;
        return fail(std::move(error));
    }
    if (plan.noAnswer)
        return Json();
    if (!parsed)
        parsed.error().httpStatus = response.status;
    return parsed;
}

} // namespace vigie::connect::recipe
