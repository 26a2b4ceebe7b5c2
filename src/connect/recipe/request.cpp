// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/request.hpp"

#include "connect/common/base64.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

constexpr std::array<std::pair<std::string_view, net::Method>, 5> kMethods{
    {{"get", net::Method::Get}, {"post", net::Method::Post}, {"put", net::Method::Put}, {"patch", net::Method::Patch}, {"delete", net::Method::Delete}}};

BodyNode compileBody(const Node &node, const Compiler &compiler)
{
    BodyNode made;
    if (node.isObject() && node.has("$")) {
        if (node.members().size() != 1)
            node.problem("an object with \"$\" holds an expression and nothing else");
        made.leaf = compiler.expression(node.child("$"), false);
        return made;
    }
    if (node.isObject()) {
        made.kind = BodyNode::Kind::Object;
        for (const auto &[key, value] : node.members())
            made.members.emplace_back(key, compileBody(value, compiler));
    } else if (node.isArray()) {
        made.kind = BodyNode::Kind::Array;
        for (const auto &value : node.elements())
            made.members.emplace_back(std::string(), compileBody(value, compiler));
    } else if (node.isString()) {
        made.leaf = compiler.text(node);
    } else {
        made.leaf.constant = node.json();
    }
    return made;
}

/// Nothing for a leaf without a value.
std::optional<Json> fillBody(const BodyNode &node, const Scope &scope)
{
    if (node.kind == BodyNode::Kind::Leaf) {
        if (node.leaf.op == Expression::Op::Constant)
            return node.leaf.constant;
        const auto value = evaluate(node.leaf, scope);
        return value.absent() ? std::nullopt : std::optional(value.toJson());
    }
    auto made = node.kind == BodyNode::Kind::Object ? Json::object() : Json::array();
    for (const auto &[key, child] : node.members)
        if (auto value = fillBody(child, scope)) {
            if (node.kind == BodyNode::Kind::Object)
                made[key] = std::move(*value);
            else
                made.push_back(std::move(*value));
        }
    return made;
}

void addPairs(const std::vector<Part> &parts, const Scope &scope, net::QueryPairs &pairs, bool &secret)
{
    for (const auto &part : parts) {
        const auto value = evaluate(part.value, scope);
        if (value.absent())
            continue;
        secret = secret || part.value.secret;
        if (value.json().is_array())
            for (const auto &one : value.json())
                pairs.emplace_back(part.name, Value::of(one).text());
        else
            pairs.emplace_back(part.name, value.text());
    }
}

bool safeHeader(const std::string &value)
{
    return std::all_of(value.begin(), value.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F; });
}

Result<void> addHeaders(const std::vector<Part> &parts, const Scope &scope, net::Request &request)
{
    for (const auto &part : parts) {
        const auto value = evaluate(part.value, scope);
        if (value.absent())
            continue;
        auto written = value.text();
        if (!safeHeader(written))
            return fail(Errc::InvalidInput, "the header " + part.name + " would hold control characters");
        const auto same = [&](const auto &one) { return one.name == part.name; };
        request.headers.erase(std::remove_if(request.headers.begin(), request.headers.end(), same), request.headers.end());
        if (part.value.secret)
            request.secretHeaders.push_back({part.name, Secret(std::move(written))});
        else
            request.headers.push_back({part.name, std::move(written)});
    }
    return {};
}

Result<void> authorize(const Recipe &recipe, const Context &context, const Scope &scope, net::QueryPairs &query, net::Request &request)
{
    const auto *way = wayOf(recipe, context.credential);
    if (way == nullptr)
        return {};
    switch (way->helper) {
    case WayPlan::Helper::Bearer:
    case WayPlan::Helper::Signed:
        if (way->bearerPrefix.empty())
            request.bearer = context.token;
        else
            request.secretHeaders.push_back({"Authorization", Secret(way->bearerPrefix + std::string(context.token.reveal()))});
        break;
    case WayPlan::Helper::Basic: {
        const auto &user = context.secret("user"); // the password is the access, the name stands beside it
        request.secretHeaders.push_back({"Authorization", basicAuthorization(user.empty() ? Secret(context.account.setting("user")) : user, context.token)});
        break;
    }
    default: break;
    }
    VIGIE_CHECK(addHeaders(way->headers, scope, request));
    bool secret = false;
    addPairs(way->query, scope, query, secret);
    request.secretUrl = request.secretUrl || secret;
    return {};
}

} // namespace

bool hasRequest(const Node &node)
{
    return std::any_of(kMethods.begin(), kMethods.end(), [&](const auto &one) { return node.has(one.first); });
}

std::vector<Part> compileParts(const Node &node, const Compiler &compiler)
{
    std::vector<Part> parts;
    if (!node.isObject() && !node.json().is_null())
        node.problem("an object is expected here");
    for (const auto &[name, value] : node.members())
        parts.push_back({name, compiler.expression(value, false)});
    return parts;
}

RequestPlan compileRequest(const Node &node, const Compiler &outer)
{
    RequestPlan plan;
    auto compiler = outer;
    for (const auto &one : node.child("let").elements()) {
        for (const auto &[name, value] : one.members()) {
            plan.let.emplace_back(name, compiler.expression(value, false));
            compiler.allow(name);
        }
    }
    if (const auto let = node.find("let"); let && !let->isArray())
        let->problem("a list of {name: expression} is expected here");
    int methods = 0;
    for (const auto &[key, method] : kMethods)
        if (const auto found = node.find(key)) {
            ++methods;
            plan.method = method;
            if (!found->isString())
                found->problem("the path is expected here");
            plan.path = compiler.text(*found);
            const auto written = found->isString() ? found->json().get<std::string>() : std::string("/");
            if (!written.empty() && written[0] != '/' && written[0] != '?' && written.rfind("https://", 0) != 0 && written.rfind("{", 0) != 0)
                found->problem("a path begins with '/', or with https:// for another host");
        }
    if (methods != 1)
        node.problem("one of get, post, put, patch, delete is expected here");
    plan.query = compileParts(node.child("query"), compiler);
    plan.form = compileParts(node.child("form"), compiler);
    plan.headers = compileParts(node.child("headers"), compiler);
    if (const auto json = node.find("json"))
        plan.json = compileBody(*json, compiler);
    if (const auto body = node.find("body"))
        plan.bodyText = compiler.text(*body);
    plan.contentType = node.text("content_type");
    if (const auto multipart = node.find("multipart")) {
        for (const auto &[name, value] : multipart->members()) {
            if (value.isObject() && value.flag("file"))
                plan.fileField = name;
            else
                plan.multipart.push_back({name, compiler.expression(value, false)});
        }
    }
    if (static_cast<int>(node.has("form")) + static_cast<int>(node.has("json")) + static_cast<int>(node.has("body")) + static_cast<int>(node.has("multipart")) > 1)
        node.problem("a request has one body: form, json, body or multipart");
    if (const auto cost = node.find("cost"); cost && cost->object({"bucket", "units", "micro_dollars"})) {
        plan.cost.bucket = cost->text("bucket");
        plan.cost.units = static_cast<int>(cost->number("units", 1, 0, 1'000'000));
        plan.cost.microDollars = cost->number("micro_dollars", 0, 0, 1'000'000'000);
    }
    if (const auto expect = node.find("expect")) {
        for (const auto &one : expect->elements())
            if (one.json().is_number_integer())
                plan.expect.push_back(one.json().get<int>());
            else
                one.problem("a status is expected here");
        if (!expect->isArray())
            expect->problem("a list of statuses is expected here");
    }
    plan.anonymous = node.flag("anonymous");
    plan.noAnswer = node.word("answer", {"json", "none"}, 0) == 1;
    return plan;
}

Secret basicAuthorization(const Secret &user, const Secret &password)
{
    return Secret("Basic " + toBase64(std::string(user.reveal()) + ":" + std::string(password.reveal())));
}

const WayPlan *wayOf(const Recipe &recipe, const Credential *credential)
{
    if (recipe.ways.empty())
        return nullptr;
    if (credential != nullptr)
        for (const auto &way : recipe.ways)
            if (way.id == credential->field("way").reveal())
                return &way;
    return &recipe.ways.front();
}

bool mayAsk(const Recipe &recipe, const CallVariables &variables, const std::string &url)
{
    const auto wanted = net::parseUrl(url);
    if (!wanted || wanted->credentials)
        return false;
    Scope scope;
    scope.variables = &variables.function();
    if (const auto base = fill(recipe.base, scope, {}))
        if (const auto own = net::parseUrl(*base); own && net::sameOrigin(*own, *wanted))
            return true;
    return wanted->scheme == "https" && std::find(recipe.hosts.begin(), recipe.hosts.end(), wanted->host) != recipe.hosts.end();
}

Result<net::Request> buildRequest(const Recipe &recipe, const RequestPlan &plan, const Context &context, const CallVariables &variables, const OutboundMedia *media)
{
    std::vector<std::pair<std::string_view, Value>> named;
    const Variables withNamed = [&](std::string_view name) {
        for (const auto &[known, value] : named)
            if (known == name)
                return value;
        return variables.get(name);
    };
    Scope scope;
    scope.variables = &withNamed;
    named.reserve(plan.let.size());
    for (const auto &[name, how] : plan.let)
        named.emplace_back(name, evaluate(how, scope));
    const auto path = fill(plan.path, scope, [](std::string_view part) { return net::encodeComponent(part); });
    if (!path)
        return fail(Errc::InvalidInput, "a part of the address has no value");
    net::Request request;
    request.method = plan.method;
    request.url = *path;
    if (path->rfind("https://", 0) != 0) {
        const auto base = fill(recipe.base, scope, {});
        if (!base)
            return fail(Errc::InvalidInput, "the address of the server is not known");
        request.url = *base + *path;
    }
    request.secretUrl = plan.path.secret || recipe.base.secret;
    if (!mayAsk(recipe, variables, request.url))
        return fail(Errc::PolicyRefused, "the recipe does not name this host");
    request.headers.push_back({"Accept", "application/json"});
    VIGIE_CHECK(addHeaders(recipe.headers, scope, request));
    VIGIE_CHECK(addHeaders(plan.headers, scope, request));
    net::QueryPairs query, form;
    addPairs(plan.query, scope, query, request.secretUrl);
    if (!plan.anonymous)
        VIGIE_CHECK(authorize(recipe, context, scope, query, request));
    if (!query.empty())
        request.url = net::withQuery(request.url, query);
    bool secretBody = false;
    if (plan.json) {
        request.headers.push_back({"Content-Type", plan.contentType.empty() ? "application/json" : plan.contentType});
        request.body = dump(fillBody(*plan.json, scope).value_or(Json()));
    } else if (plan.bodyText) {
        request.headers.push_back({"Content-Type", plan.contentType.empty() ? "text/plain; charset=utf-8" : plan.contentType});
        request.body = fill(*plan.bodyText, scope, {}).value_or(std::string());
    } else if (!plan.fileField.empty() || !plan.multipart.empty()) {
        net::QueryPairs parts;
        addPairs(plan.multipart, scope, parts, secretBody);
        for (auto &[name, value] : parts)
            request.form.push_back({name, std::move(value), {}, {}, {}});
        if (media != nullptr && !plan.fileField.empty())
            request.form.push_back({plan.fileField, {}, media->path, media->path.substr(media->path.rfind('/') + 1), media->mime});
    } else if (!plan.form.empty()) {
        addPairs(plan.form, scope, form, secretBody);
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.body = net::formEncode(form);
    }
    request.cost = plan.cost;
    return withPermission(std::move(request), context.account);
}

Result<net::Request> buildLinked(const Recipe &recipe, const RequestPlan &plan, const Context &context, const CallVariables &variables, const std::string &url)
{
    if (!mayAsk(recipe, variables, url))
        return fail(Errc::PolicyRefused, "the server names a next page on another host");
    Scope scope;
    scope.variables = &variables.function();
    net::Request request;
    request.url = url;
    request.secretUrl = recipe.base.secret;
    request.headers.push_back({"Accept", "application/json"});
    VIGIE_CHECK(addHeaders(recipe.headers, scope, request));
    VIGIE_CHECK(addHeaders(plan.headers, scope, request));
    net::QueryPairs query;
    if (!plan.anonymous)
        VIGIE_CHECK(authorize(recipe, context, scope, query, request));
    if (!query.empty())
        request.url = net::withQuery(request.url, query);
    request.cost = plan.cost;
    return withPermission(std::move(request), context.account);
}

} // namespace vigie::connect::recipe
