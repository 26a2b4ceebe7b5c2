// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/connector.hpp"

#include "connect/recipe/answer.hpp"
#include "connect/recipe/load.hpp"
#include "connect/recipe/stream.hpp"
#include "connect/recipe/who.hpp"
#include "connect/recipe/write.hpp"

#include <vigie/connect/declared_counts.hpp>
#include <vigie/connect/extensions.hpp>
#include <vigie/net/url.hpp>

#include <vigie_embedded/recipes.hpp>

#include <algorithm>
#include <set>

namespace vigie::connect::recipe {

namespace {

Result<const Operation *> readingOperation(const Recipe &recipe, std::string_view name, const CallVariables &variables)
{
    const auto *operation = operationOf(recipe, name, variables);
    if (operation == nullptr || !operation->request)
        return fail(Errc::Unsupported);
    return operation;
}

void setIds(const Operation &operation, std::span<const std::string> ids, CallVariables &variables)
{
    auto list = Json::array();
    std::string joined;
    for (const auto &id : ids) {
        joined += (joined.empty() ? "" : operation.separator) + id;
        list.push_back(id);
    }
    if (!ids.empty())
        variables.setText("id", ids.front());
    variables.setText("ids", std::move(joined));
    variables.set("id_list", Value(std::move(list)));
}

/// What a recipe reads of posts is what its network gives: the maps are the declaration.
std::vector<DeclaredCount> countsOf(const Recipe &recipe)
{
    std::vector<DeclaredCount> all;
    const auto add = [&](const std::vector<MetricField> &fields) {
        for (const auto &field : fields)
            if (std::none_of(all.begin(), all.end(), [&](const DeclaredCount &one) { return one.key == field.key; }))
                all.push_back({field.key, {}, {}, {}, {}, {}, {}, {}, false});
    };
    for (const auto &operation : recipe.operations) {
        for (const auto &selector : operation.items)
            for (const auto &choice : selector.maps)
                add(choice.map->metrics);
        if (operation.name == "metrics.post")
            add(operation.who.metrics);
    }
    return all;
}

class RecipeConnector final : public Connector, public TellsLimits, public OpensAnswers, public DeclaresCounts {
public:
    explicit RecipeConnector(std::shared_ptr<const Recipe> recipe) : recipe_(std::move(recipe)) {}

    const Descriptor &describe() const override { return recipe_->descriptor; }
    net::RateHint toldLimits(const net::Response &response, Instant now) const override { return recipe::toldLimits(*recipe_, response, now); }
    std::vector<DeclaredCount> postCounts() const override { return countsOf(*recipe_); }
    bool oneAllowance() const override { return recipe_->told && recipe_->told->ofAccount; }
    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(*recipe_, context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return whoAmI(*recipe_, context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(*recipe_, account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(*recipe_, context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(*recipe_, context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return idRequest("thread", context, std::span(&id, 1)); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &id, const net::Response &response) const override
    {
        VIGIE_TRY(auto mapped, idAnswer("thread", context, std::span(&id, 1), response));
        return ThreadAnswer{std::move(mapped.items)};
    }
    int lookupBatch(const Account &account) const override
    {
        const Secret none;
        const CallVariables variables(account, nullptr, none, Instant{});
        const auto *operation = operationOf(*recipe_, "lookup", variables);
        return operation == nullptr ? 1 : operation->batch;
    }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override
    {
        if (ids.empty())
            return fail(Errc::InvalidInput, "nothing named");
        return idRequest("lookup", context, ids);
    }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override
    {
        LookupAnswer answer;
        auto mapped = idAnswer("lookup", context, ids, response);
        if (!mapped && (mapped.error().code == Errc::NotFound || mapped.error().code == Errc::Gone) && ids.size() == 1) {
            answer.gone.assign(ids.begin(), ids.end());
            return answer;
        }
        VIGIE_CHECK(mapped);
        std::set<std::string> seen;
        for (const auto &item : mapped->items)
            seen.insert(item.nativeId);
        for (auto &signal : mapped->signals)
            answer.gone.push_back(std::move(signal.nativeId));
        const CallVariables variables(context);
        const auto *operation = operationOf(*recipe_, "lookup", variables);
        for (const auto &id : ids)
            if (operation->absentMeansGone && seen.count(id) == 0 && std::find(answer.gone.begin(), answer.gone.end(), id) == answer.gone.end())
                answer.gone.push_back(id);
        answer.items = std::move(mapped->items);
        return answer;
    }
    Result<net::Request> buildInsights(const Context &context, const InsightSpec &spec) const override
    {
        CallVariables variables(context);
        VIGIE_TRY(const auto *operation, insightOperation(spec, variables));
        return buildRequest(*recipe_, *operation->request, context, variables);
    }
    Result<InsightAnswer> parseInsights(const Context &context, const InsightSpec &spec, const net::Response &response) const override
    {
        CallVariables variables(context);
        VIGIE_TRY(const auto *operation, insightOperation(spec, variables));
        VIGIE_TRY(const auto root, readAnswer({*recipe_, operation}, *operation->request, context, variables, response));
        InsightAnswer answer;
        if (!operation->who.metrics.empty()) {
            Budget budget;
            const Scope scope{&root, nullptr, &root, &variables.function(), &response, &budget};
            answer.lines.push_back({spec.posts.empty() ? std::string() : spec.posts.front(), mapMetrics(operation->who.metrics, scope)});
            return answer;
        }
        VIGIE_TRY(auto mapped, mapEntries(*recipe_, *operation, variables, root, response));
        for (auto &item : mapped.items)
            answer.lines.push_back({std::move(item.nativeId), std::move(item.metrics)});
        return answer;
    }

    std::string sentText(const Context &context, const PublishJob &job) const override { return outgoingText(*recipe_, context, job); }
    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return publishStep(*recipe_, context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return publishAbsorb(*recipe_, context, job, state, response); }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return readBackRequest(*recipe_, context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return readBack(*recipe_, context, job, response); }
    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return ownRequest(*recipe_, context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return ownPage(*recipe_, context, std::string(), response); }

    std::optional<Candidate> guess(std::string_view typed) const override;
    std::optional<net::Request> probe(std::string_view typed) const override;
    std::optional<Candidate> recognise(std::string_view typed, const net::Response &response) const override;

    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const override { return recipe::signIn(*recipe_, form, soFar); }
    Result<net::Request> buildRefresh(const Context &context) const override { return refreshRequest(*recipe_, context); }
    Result<Credential> parseRefresh(const Context &context, const net::Response &response) const override { return refreshed(*recipe_, context, response); }
    Result<Credential> mint(const Context &context) const override { return minted(*recipe_, context); }
    Result<net::Request> buildDeviceGrant(const Account &account, const Credential &typed) const override { return deviceRequest(*recipe_, account, typed); }
    Result<DeviceGrant> parseDeviceGrant(const net::Response &response) const override { return deviceGrant(*recipe_, response); }
    Result<net::Request> buildDevicePoll(const Account &account, const Credential &typed, const DeviceGrant &grant) const override { return devicePollRequest(*recipe_, account, typed, grant); }
    Result<Credential> parseDevicePoll(const net::Response &response, Instant now) const override { return tokenFrom(*recipe_, AuthKind::DeviceCode, response, now); }
    Result<std::string> authorizeUrl(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge) const override { return authorizeAddress(*recipe_, instance, app, redirectUri, state, challenge); }
    Result<net::Request> buildToken(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier) const override { return tokenRequest(*recipe_, instance, app, redirectUri, code, verifier); }
    Result<Credential> parseToken(const net::Response &response, Instant now) const override { return tokenFrom(*recipe_, AuthKind::OAuthCode, response, now); }
    Result<OAuthApp> makeApp() const override { return sealingApp(*recipe_); }
    Result<Credential> openAnswer(const OAuthApp &app, const std::string &state, const std::string &answer, Instant now) const override { return openedAnswer(*recipe_, app, state, answer, now); }
    Result<net::Request> buildRevoke(const std::string &instance, const OAuthApp &app, const Secret &token) const override { return revokeRequest(*recipe_, instance, app, token); }

private:
    Result<const Operation *> insightOperation(const InsightSpec &spec, CallVariables &variables) const
    {
        if (spec.posts.empty() && operationOf(*recipe_, "metrics.account", variables) == nullptr && operationOf(*recipe_, "metrics.post", variables) != nullptr)
            return fail(Errc::InvalidInput, "figures are known of posts alone");
        VIGIE_TRY(const auto *operation, readingOperation(*recipe_, spec.posts.empty() ? "metrics.account" : "metrics.post", variables));
        setIds(*operation, spec.posts, variables);
        variables.set("from", Value(spec.from));
        variables.set("to", Value(spec.to));
        return operation;
    }
    Result<net::Request> idRequest(std::string_view name, const Context &context, std::span<const std::string> ids) const
    {
        CallVariables variables(context);
        VIGIE_TRY(const auto *operation, readingOperation(*recipe_, name, variables));
        setIds(*operation, ids, variables);
        return buildRequest(*recipe_, *operation->request, context, variables);
    }
    Result<Mapped> idAnswer(std::string_view name, const Context &context, std::span<const std::string> ids, const net::Response &response) const
    {
        CallVariables variables(context);
        VIGIE_TRY(const auto *operation, readingOperation(*recipe_, name, variables));
        setIds(*operation, ids, variables);
        VIGIE_TRY(const auto root, readAnswer({*recipe_, operation}, *operation->request, context, variables, response));
        return mapEntries(*recipe_, *operation, variables, root, response);
    }
    [[nodiscard]] Account typedAccount(std::string_view typed) const
    {
        Account account;
        account.connector = recipe_->descriptor.id;
        if (const auto instance = normaliseInstance(typed))
            account.instance = *instance;
        return account;
    }

    std::shared_ptr<const Recipe> recipe_;
};

std::optional<Candidate> RecipeConnector::guess(std::string_view typed) const
{
    const auto instance = normaliseInstance(typed);
    const auto url = instance ? net::parseUrl(*instance) : Result<net::Url>(fail(Errc::InvalidInput));
    if (!url)
        return std::nullopt;
    const auto &hosts = recipe_->discovery.hosts;
    const bool ours = std::any_of(hosts.begin(), hosts.end(), [&](const std::string &host) { return url->host == host || (url->host.size() > host.size() && url->host.substr(url->host.size() - host.size() - 1) == "." + host); });
    if (!ours)
        return std::nullopt;
    Candidate candidate;
    candidate.connector = recipe_->descriptor.id;
    candidate.instance = recipe_->asksInstance ? *instance : recipe_->fixedInstance;
    candidate.name = recipe_->descriptor.name;
    candidate.certainty = 90;
    return candidate;
}

std::optional<net::Request> RecipeConnector::probe(std::string_view typed) const
{
    const auto account = typedAccount(typed);
    if (!recipe_->discovery.probe || account.instance.empty())
        return std::nullopt;
    const Secret none;
    const CallVariables variables(account, nullptr, none, Instant{});
    Scope scope;
    scope.variables = &variables.function();
    const auto path = fill(*recipe_->discovery.probe, scope, {});
    if (!path)
        return std::nullopt;
    net::Request request;
    request.url = account.instance + *path;
    request.headers.push_back({"Accept", "application/json"});
    request.maxBody = 1U << 20;
    return request;
}

std::optional<Candidate> RecipeConnector::recognise(std::string_view typed, const net::Response &response) const
{
    const auto account = typedAccount(typed);
    const auto body = parseJson(response.body);
    if (!recipe_->discovery.recognise || account.instance.empty() || !response.ok() || !body)
        return std::nullopt;
    const Secret none;
    const CallVariables variables(account, nullptr, none, Instant{});
    Budget budget;
    const Scope scope{&*body, nullptr, &*body, &variables.function(), &response, &budget};
    if (!evaluate(*recipe_->discovery.recognise, scope).truthy())
        return std::nullopt;
    Candidate candidate;
    candidate.connector = recipe_->descriptor.id;
    candidate.instance = account.instance;
    candidate.name = recipe_->discovery.name ? evaluate(*recipe_->discovery.name, scope).text() : std::string();
    if (candidate.name.empty())
        candidate.name = recipe_->descriptor.name;
    candidate.certainty = 95;
    return candidate;
}

} // namespace

std::unique_ptr<Connector> makeConnector(std::shared_ptr<const Recipe> recipe)
{
    return std::make_unique<RecipeConnector>(std::move(recipe));
}

std::vector<std::unique_ptr<Connector>> builtinRecipes()
{
    // Compiled once; connectors share what never changes. The tests see to it that all of them load.
    static const auto kRecipes = [] {
        std::vector<std::shared_ptr<const Recipe>> all;
        for (const auto &file : embedded::recipes) {
            std::vector<Problem> problems;
            if (auto recipe = loadRecipe(file.data, problems))
                all.push_back(std::move(recipe));
        }
        return all;
    }();
    std::vector<std::unique_ptr<Connector>> connectors;
    for (const auto &recipe : kRecipes)
        connectors.push_back(makeConnector(recipe));
    return connectors;
}

} // namespace vigie::connect::recipe
