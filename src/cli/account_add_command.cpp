// SPDX-License-Identifier: GPL-3.0-or-later
// account add in all its ways, account find. Secrets come from the environment or from standard input, never as arguments: those
// stand in the process list.
#include "cli/account_words.hpp"

#include <vigie/store/members.hpp>

#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>

namespace vigie::cli {

namespace {

struct Options {
    std::string network, instance, tags, keywords, url, tokenEnv, way, stdinKey;
    std::vector<std::string> fields, secrets;
    bool paste = false, allowPrivate = false;
};

Error input(std::string detail)
{
    return Error{Errc::InvalidInput, std::move(detail), 0, {}, {}};
}

Result<std::pair<std::string, std::string>> split(const std::string &entry)
{
    const auto sign = entry.find('=');
    if (sign == std::string::npos || sign == 0)
        return fail(input("write it as key=value: " + entry.substr(0, sign)));
    return std::pair(entry.substr(0, sign), entry.substr(sign + 1));
}

Result<Secret> fromEnvironment(const std::string &variable)
{
    const char *value = std::getenv(variable.c_str());
    if (value == nullptr || *value == '\0')
        return fail(input("the environment variable " + variable + " holds nothing"));
    return Secret(value);
}

/// Everything typed, by the key that the network asks for it under.
Result<std::map<std::string, Secret>> typedOf(const Options &options)
{
    std::map<std::string, Secret> typed;
    for (const auto &[key, value] : {std::pair("instance", options.instance), std::pair("tags", options.tags), std::pair("keywords", options.keywords), std::pair("url", options.url)})
        if (!value.empty())
            typed[key] = Secret(value);
    for (const auto &entry : options.fields) {
        VIGIE_TRY(const auto field, split(entry));
        typed[field.first] = Secret(field.second);
    }
    for (const auto &entry : options.secrets) {
        VIGIE_TRY(const auto secret, split(entry));
        VIGIE_TRY(typed[secret.first], fromEnvironment(secret.second));
    }
    if (!options.stdinKey.empty()) {
        std::string line;
        std::getline(std::cin, line);
        typed[options.stdinKey] = Secret(std::move(line));
    }
    return typed;
}

Result<const connect::SignInWay *> wayOf(const connect::Descriptor &network, const Options &options)
{
    if (options.way.empty())
        return network.ways.empty() ? nullptr : &network.ways.front();
    for (const auto &known : kWays)
        if (options.way == known.name) {
            if (const auto *way = network.way(known.kind))
                return way;
            std::string offered;
            for (const auto &way : network.ways)
                offered += std::string(offered.empty() ? "" : ", ") + wayName(way.kind);
            return fail(input(network.name + " has no such sign-in; it has: " + (offered.empty() ? "none" : offered)));
        }
    return fail(input("no such way to sign in: " + options.way));
}

std::string words(const app::FieldProblem &problem, const connect::Descriptor &network, const connect::SignInWay *way)
{
    using What = app::FieldProblem::What;
    bool secret = false;
    for (const auto &field : app::fieldsOf(network, way))
        secret = secret || (field.key == problem.key && field.kind == connect::FieldSpec::Kind::Secret);
    switch (problem.what) {
    case What::Missing: return problem.key + " is missing: give it with " + (secret ? "--secret " + problem.key + "=ENVVAR" : "--field " + problem.key + "=...");
    case What::NoAddress: return problem.key + " is not the address of a server";
    case What::NoChoice: return problem.key + " has no such value";
    case What::NoMoney: return problem.key + " is no amount";
    case What::NoFile: return problem.key + " is no file that can be read";
    case What::EmptyFile: return problem.key + " is an empty file";
    case What::LargeFile: return problem.key + " is too large for a key: another file?";
    }
    return problem.key;
}

/// Waits for a sign-in that ends on its own; `each` runs between two looks.
Result<AccountId> awaited(ManualExecutor &executor, std::optional<Result<AccountId>> &answer, const std::function<bool()> &each)
{
    while (!answer && !Context::interrupted().stop_requested()) {
        executor.runUntil([&] { return answer.has_value(); }, std::chrono::milliseconds{300});
        if (!answer && !each())
            return fail(Errc::Cancelled);
    }
    return answer ? std::move(*answer) : Result<AccountId>(fail(Errc::Cancelled));
}

/// What was pasted is there at once, in all its lines.
bool moreIsPasted()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 200) > 0 && (input.revents & POLLIN) != 0;
}

Result<AccountId> addInBrowser(app::Workspace &workspace, const app::AddAccount &wanted, bool paste)
{
    ManualExecutor executor;
    std::optional<Result<AccountId>> answer;
    bool asked = false;
    const auto flow = workspace.signIn(
        wanted, paste, Context::interrupted(), executor,
        [&](const std::string &url) {
            std::fprintf(stderr, "Open this address in a browser and allow Vigie:\n\n  %s\n\n", url.c_str());
            asked = true;
        },
        [&](Result<AccountId> result) { answer = std::move(result); });
    return awaited(executor, answer, [&] {
        if (!asked || !flow->wantsCode())
            return true;
        std::fprintf(stderr, "Code: ");
        std::string code, more;
        if (!std::getline(std::cin, code))
            return false;
        while (moreIsPasted() && std::getline(std::cin, more))
            code += more; // a sealed answer has several lines
        flow->giveCode(code);
        asked = false;
        return true;
    });
}

Result<AccountId> addByDevice(app::Workspace &workspace, const app::AddAccount &wanted)
{
    ManualExecutor executor;
    std::optional<Result<AccountId>> answer;
    const auto flow = workspace.signInByDevice(
        wanted, Context::interrupted(), executor,
        [](const app::DeviceCode &code) {
            std::fprintf(stderr, "Type this code on %s and allow Vigie:\n\n  %s\n\n", oneLine(code.verifyUrl, 200).c_str(), oneLine(code.userCode, 60).c_str());
        },
        [&](Result<AccountId> result) { answer = std::move(result); });
    return awaited(executor, answer, [] { return true; });
}

Result<AccountId> addAs(app::Workspace &workspace, const connect::Descriptor &network, const Options &options)
{
    VIGIE_TRY(const auto typed, typedOf(options));
    const connect::SignInWay *way = nullptr;
    if (options.tokenEnv.empty()) {
        VIGIE_TRY(way, wayOf(network, options));
    }
    auto wanted = app::composed(network, way, typed, options.allowPrivate).and_then(app::readKeyFiles);
    if (!wanted)
        return fail(input(words(wanted.error(), network, way)));
    if (!options.tokenEnv.empty()) {
        VIGIE_TRY(wanted->credential.access, fromEnvironment(options.tokenEnv));
        return workspace.addAccountAndWait(*wanted, Context::interrupted());
    }
    switch (wanted->way) {
    case connect::AuthKind::OAuthCode: return addInBrowser(workspace, *wanted, options.paste);
    case connect::AuthKind::DeviceCode: return addByDevice(workspace, *wanted);
    default: return workspace.addAccountAndWait(*wanted, Context::interrupted());
    }
}

int addAccount(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto *connector = (*workspace)->catalogue().find(options.network);
    if (connector == nullptr)
        return context.failed(input("no such network: " + options.network + " (vigie-cli connector list names them, vigie-cli account find ADDRESS finds out)"));
    const auto id = addAs(**workspace, connector->describe(), options);
    if (!id)
        return context.failed(id.error());
    const auto account = (*workspace)->store().readNow<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(*id); });
    if (!account)
        return context.failed(account.error());
    context.print(describe(*account), [&] { printAccount(*account); });
    return kOk;
}

int findAccount(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    app::DiscoverOptions how;
    how.allowPrivate = options.allowPrivate;
    const auto found = (*workspace)->discoverAndWait(options.network, how, Context::interrupted());
    if (!found)
        return context.failed(found.error());
    if (found->candidates.empty())
        return context.failed(found->trouble.value_or(Error{Errc::NotFound, "nobody there is of a network that Vigie speaks", 0, {}, {}}));
    auto array = nlohmann::json::array();
    for (const auto &candidate : found->candidates) {
        auto settings = nlohmann::json::array();
        for (const auto &[key, value] : candidate.settings)
            settings.push_back({{"key", key}, {"value", value}});
        array.push_back({{"network", candidate.connector}, {"instance", candidate.instance}, {"name", candidate.name}, {"certainty", candidate.certainty}, {"settings", settings}});
    }
    context.print({{"candidates", array}, {"complete", found->complete}}, [&] {
        for (const auto &candidate : found->candidates)
            std::printf("%3d %%  %-12s %s  %s\n", candidate.certainty, candidate.connector.c_str(), oneLine(candidate.name, 60).c_str(),
                        oneLine(!candidate.instance.empty() || candidate.settings.empty() ? candidate.instance : candidate.settings.front().value, 100).c_str());
    });
    return kOk;
}

} // namespace

void addAccountAddCommands(CLI::App &account, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *add = account.add_subcommand("add", "connect an account");
    add->add_option("network", options->network, "its id, as 'connector list' names it: mastodon, feed, ...")->required();
    add->add_option("--instance", options->instance, "server, such as https://social.example");
    add->add_option("--url", options->url, "address of a feed or of a page that names one");
    add->add_option("--tags", options->tags, "hashtags to listen to, separated by commas");
    add->add_option("--keywords", options->keywords, "words to search for, separated by commas");
    add->add_option("--way", options->way, "how to sign in: browser, device, token, app-password, basic, api-key, signed-key (default: the network's first)");
    add->add_option("--field,--set", options->fields, "key=value that the network asks for and that is no secret");
    add->add_option("--secret,--secret-env", options->secrets, "key=ENVVAR: a secret, from an environment variable (never give one as an argument)");
    add->add_option("--secret-stdin", options->stdinKey, "key of a secret that is read from standard input");
    add->add_option("--token-env", options->tokenEnv, "environment variable that holds a ready-made token");
    add->add_flag("--allow-private", options->allowPrivate, "the server is in a private network (192.168..., 10...) and that is meant so");
    add->add_flag("--paste", options->paste, "copy the code by hand instead of the loopback redirect");
    add->callback([&code, &context, options] { code = addAccount(context, *options); });
    auto *find = account.add_subcommand("find", "what a typed address or handle is");
    find->add_option("address", options->network, "such as @maison@social.example or https://blog.example")->required();
    find->add_flag("--allow-private", options->allowPrivate, "the server is in a private network and that is meant so");
    find->callback([&code, &context, options] { code = findAccount(context, *options); });
}

} // namespace vigie::cli
