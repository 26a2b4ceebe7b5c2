// SPDX-License-Identifier: GPL-3.0-or-later
// account add|list|test|pause|resume|remove, sync
#include "cli/context.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>

namespace vigie::cli {

namespace {

struct Options {
    std::string network, instance, tags, keywords, url, tokenEnv, way;
    std::vector<std::string> columns, settings, secretEnvs;
    bool paste = false, allowPrivate = false;
    std::int64_t account = 0;
    int pages = 200, backfill = 5;
};

nlohmann::json describe(const Account &account)
{
    return {{"id", account.id.value}, {"network", account.connector}, {"instance", account.instance}, {"handle", account.handle},
            {"name", account.name}, {"state", toString(account.state)}};
}

/// Who it is: the handle on a network of people, the name and the address of a feed (its handle is a mere host).
std::string labelOf(const Account &account, int width)
{
    if (account.connector == "feed")
        return oneLine(account.name.empty() || account.name == account.instance ? account.instance : account.name + "  " + account.instance, width);
    return oneLine(account.handle.empty() ? account.name : account.handle, width);
}

void printAccount(const Account &account)
{
    std::printf("%4lld  %-10s %-9s %s\n", static_cast<long long>(account.id.value), account.connector.c_str(), toString(account.state),
                labelOf(account, 100).c_str());
}

/// The token comes from the environment, so that it never stands in the process list.
Result<AccountId> addWithToken(app::Workspace &workspace, app::AddAccount wanted, const std::string &variable)
{
    const char *token = std::getenv(variable.c_str());
    if (token == nullptr || *token == '\0')
        return fail(Errc::InvalidInput, "the environment variable " + variable + " holds no token");
    wanted.credential.access = Secret(token);
    return workspace.addAccountAndWait(wanted, Context::interrupted());
}

/// "key=value" taken apart.
Result<std::pair<std::string, std::string>> pairOf(const std::string &written)
{
    const auto sign = written.find('=');
    if (sign == std::string::npos || sign == 0)
        return fail(Errc::InvalidInput, "not key=value: " + written);
    return std::pair(written.substr(0, sign), written.substr(sign + 1));
}

struct WayName {
    const char *name;
    connect::AuthKind kind;
};
constexpr WayName kWays[] = {{"none", connect::AuthKind::None}, {"basic", connect::AuthKind::Basic}, {"app-password", connect::AuthKind::AppPassword},
                             {"token", connect::AuthKind::Token}, {"api-key", connect::AuthKind::ApiKey}, {"signed-key", connect::AuthKind::SignedKey}};

/// Sign-in with what is typed: secrets from the environment, so that none stands in the process list.
Result<AccountId> addTyped(app::Workspace &workspace, app::AddAccount wanted, const Options &options)
{
    for (const auto &one : kWays)
        if (options.way == one.name)
            wanted.way = one.kind;
    for (const auto &written : options.secretEnvs) {
        VIGIE_TRY(const auto pair, pairOf(written));
        const char *value = std::getenv(pair.second.c_str());
        if (value == nullptr || *value == '\0')
            return fail(Errc::InvalidInput, "the environment variable " + pair.second + " holds nothing");
        wanted.typed.set(pair.first, Secret(value));
    }
    return workspace.addAccountAndWait(wanted, Context::interrupted());
}

Result<AccountId> addInBrowser(app::Workspace &workspace, const app::AddAccount &wanted, bool paste)
{
    ManualExecutor executor;
    std::optional<Result<AccountId>> answer;
    std::shared_ptr<app::SignIn> flow;
    bool asked = false;
    flow = workspace.signIn(
        wanted, paste, Context::interrupted(), executor,
        [&](const std::string &url) {
            std::fprintf(stderr, "Open this address in a browser and allow Vigie:\n\n  %s\n\n", url.c_str());
            asked = true;
        },
        [&](Result<AccountId> result) { answer = std::move(result); });
    while (!answer && !Context::interrupted().stop_requested()) {
        executor.runUntil([&] { return answer.has_value() || (asked && paste); }, std::chrono::milliseconds{500});
        if (asked && paste && !answer) {
            std::fprintf(stderr, "Code: ");
            std::string code;
            if (!std::getline(std::cin, code))
                return fail(Errc::Cancelled);
            flow->giveCode(code);
            asked = false;
        }
    }
    return answer ? std::move(*answer) : Result<AccountId>(fail(Errc::Cancelled));
}

int addAccount(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    app::AddAccount wanted;
    wanted.connector = options.network;
    wanted.instance = options.instance;
    wanted.allowPrivate = options.allowPrivate;
    for (const auto &[key, value] : {std::pair("tags", options.tags), std::pair("keywords", options.keywords), std::pair("url", options.url)})
        if (!value.empty())
            wanted.settings.push_back(AccountSetting{key, value});
    for (const auto &written : options.settings) {
        auto pair = pairOf(written);
        if (!pair)
            return context.failed(pair.error());
        wanted.settings.push_back(AccountSetting{std::move(pair->first), std::move(pair->second)});
    }
    const auto *connector = (*workspace)->catalogue().find(options.network);
    if (connector == nullptr)
        return context.failed(Error{Errc::InvalidInput, "no such network: " + options.network, 0, {}, {}});
    Result<AccountId> id = fail(Errc::Internal);
    if (!connector->describe().needsSignIn())
        id = (*workspace)->addAccountAndWait(wanted, Context::interrupted());
    else if (!options.way.empty())
        id = addTyped(**workspace, wanted, options);
    else if (!options.tokenEnv.empty())
        id = addWithToken(**workspace, wanted, options.tokenEnv);
    else
        id = addInBrowser(**workspace, wanted, options.paste);
    if (!id)
        return context.failed(id.error());
    const auto account = (*workspace)->store().readNow<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(*id); });
    if (!account)
        return context.failed(account.error());
    context.print(describe(*account), [&] { printAccount(*account); });
    return kOk;
}

int listAccounts(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto accounts = (*workspace)->store().readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); });
    if (!accounts)
        return context.failed(accounts.error());
    auto array = nlohmann::json::array();
    for (const auto &account : *accounts)
        array.push_back(describe(account));
    context.print(array, [&] {
        if (accounts->empty())
            std::printf("No account yet: vigie-cli account add mastodon --instance https://...\n");
        for (const auto &account : *accounts)
            printAccount(account);
    });
    return kOk;
}

int setState(const Context &context, std::int64_t id, AccountState state)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto account = (*workspace)->store().writeNow<Account>([&](store::Tx &tx) -> Result<Account> {
        VIGIE_CHECK(store::Accounts(tx).setState(AccountId{id}, state));
        return store::Accounts(tx).get(AccountId{id});
    });
    if (!account)
        return context.failed(account.error());
    context.print(describe(*account), [&] { printAccount(*account); });
    return kOk;
}

template <class T>
Result<T> waitFor(const std::function<void(Executor &, std::function<void(Result<T>)>)> &start)
{
    ManualExecutor executor;
    std::optional<Result<T>> answer;
    start(executor, [&](Result<T> result) { answer = std::move(result); });
    while (!answer)
        executor.runUntil([&] { return answer.has_value(); }, std::chrono::milliseconds{500});
    return std::move(*answer);
}

int removeAccount(const Context &context, std::int64_t id)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = waitFor<app::Removal>([&](Executor &reply, std::function<void(Result<app::Removal>)> finish) {
        (*workspace)->removeAccount(AccountId{id}, Context::interrupted(), reply, std::move(finish));
    });
    if (!done)
        return context.failed(done.error());
    const auto &left = done->stillValid;
    context.print({{"account", id}, {"removed", true}, {"token_revoked", done->revoked}, {"token_still_valid", left.has_value()}, {"instance", done->instance},
                   {"error", left ? nlohmann::json(errcName(left->code)) : nlohmann::json()}, {"detail", left ? left->detail : ""}}, [&] {
        std::printf("%s was removed; its history stays.\n", oneLine(done->name, 80).c_str());
        if (left)
            std::fprintf(stderr, "The token could not be revoked at %s (%s); revoke it in the network's settings.\n", oneLine(done->instance, 100).c_str(),
                         oneLine(left->detail.empty() ? errcName(left->code) : left->detail, 200).c_str());
    });
    return left ? kPartly : kOk;
}

int testAccount(const Context &context, std::int64_t id)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto who = waitFor<connect::WhoAmI>([&](Executor &reply, std::function<void(Result<connect::WhoAmI>)> finish) {
        (*workspace)->testAccount(AccountId{id}, Context::interrupted(), reply, std::move(finish));
    });
    if (!who)
        return context.failed(who.error());
    context.print({{"handle", who->author.handle}, {"characters", who->limits.maxCharacters}, {"server", who->limits.serverVersion}}, [&] {
        std::printf("Signed in as %s on %s (%d characters)\n", oneLine(who->author.handle, 80).c_str(), oneLine(who->limits.serverVersion, 60).c_str(),
                    who->limits.maxCharacters);
    });
    return kOk;
}

int sync(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    intake::RunOptions run;
    run.maxPagesPerStream = options.pages;
    run.backfillPages = options.backfill;
    int pages = 0;
    run.progress = [&](const intake::StreamReport &stream) { context.progress(stream.key.stream + ": page " + std::to_string(++pages)); };
    const auto account = options.account != 0 ? std::optional(AccountId{options.account}) : std::nullopt;
    if (auto *server = (*workspace)->practiceServer())
        server->step();
    const auto report = (*workspace)->syncAndWait(account, run, Context::interrupted());
    context.progressDone();
    if (!report)
        return context.failed(report.error());
    auto array = nlohmann::json::array();
    for (const auto &stream : report->streams)
        array.push_back({{"account", stream.key.account.value}, {"stream", stream.key.stream}, {"pages", stream.pages}, {"inserted", stream.inserted},
                         {"revised", stream.revised}, {"seen", stream.seen}, {"unreadable", stream.unreadable},
                         {"error", stream.error ? nlohmann::json(errcName(stream.error->code)) : nlohmann::json()}});
    context.print({{"streams", array}, {"inserted", report->inserted()}}, [&] {
        std::map<std::int64_t, std::string> labels;
        if (const auto accounts = (*workspace)->store().readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); }))
            for (const auto &one : *accounts)
                labels[one.id.value] = labelOf(one, 36);
        for (const auto &stream : report->streams)
            std::printf("%-36s %-20s %4d page(s) %6d new %4d changed%s%s\n", labels[stream.key.account.value].c_str(), oneLine(stream.key.stream, 20).c_str(), stream.pages, stream.inserted, stream.revised,
                        stream.error ? "  " : "", stream.error ? oneLine(stream.error->detail.empty() ? errcName(stream.error->code) : stream.error->detail, 90).c_str() : "");
        std::printf("%d new mention(s)\n", report->inserted());
    });
    return report->ok() ? kOk : kPartly;
}

} // namespace

void addAccountCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *account = app.add_subcommand("account", "the accounts of this workspace")->require_subcommand(1);
    auto *add = account->add_subcommand("add", "connect an account");
    add->add_option("network", options->network, "mastodon, wordpress, feed ...")->required();
    add->add_option("--instance", options->instance, "server, such as https://social.example");
    add->add_option("--url", options->url, "address of a feed or of a page that names one");
    add->add_option("--tags", options->tags, "hashtags to listen to, separated by commas");
    add->add_option("--keywords", options->keywords, "words to search for, separated by commas");
    add->add_option("--token-env", options->tokenEnv, "environment variable that holds a token (never give a token as an argument)");
    std::vector<std::string> ways;
    for (const auto &one : kWays)
        ways.emplace_back(one.name);
    add->add_option("--way", options->way, "how to sign in with what is typed")->check(CLI::IsMember(ways));
    add->add_option("--set", options->settings, "key=value: what the network asks for (url, user ...)");
    add->add_option("--secret-env", options->secretEnvs, "key=VARIABLE: a secret the network asks for, from the environment");
    add->add_flag("--allow-private", options->allowPrivate, "the server is in a private network (192.168..., 10...) and that is meant so");
    add->add_flag("--paste", options->paste, "copy the code by hand instead of the loopback redirect");
    add->callback([&code, &context, options] { code = addAccount(context, *options); });
    account->add_subcommand("list", "all of them")->callback([&] { code = listAccounts(context); });
    for (const auto *name : {"test", "pause", "resume", "remove"}) {
        auto *one = account->add_subcommand(name, std::string(name) + " an account");
        one->add_option("id", options->account, "its number in the list")->required();
        one->callback([&code, &context, options, what = std::string(name)] {
            code = what == "test"     ? testAccount(context, options->account)
                   : what == "remove" ? removeAccount(context, options->account)
                                      : setState(context, options->account, what == "pause" ? AccountState::Paused : AccountState::Active);
        });
    }
    auto *run = app.add_subcommand("sync", "read what is new");
    run->add_option("--account", options->account, "only this one");
    run->add_option("--pages", options->pages, "pages of news per stream at most")->check(CLI::Range(1, 100'000));
    run->add_option("--backfill", options->backfill, "pages of history per stream")->check(CLI::Range(0, 100'000));
    run->callback([&code, &context, options] { code = sync(context, *options); });
}

} // namespace vigie::cli
