// SPDX-License-Identifier: GPL-3.0-or-later
// account list|test|pause|resume|remove, sync; add and show have files of their own
#include "cli/account_words.hpp"

#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <cstdio>
#include <map>

namespace vigie::cli {

namespace {

struct Options {
    std::int64_t account = 0;
    int pages = 200, backfill = 5;
};

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
            std::printf("No account yet: vigie-cli account find ADDRESS, then vigie-cli account add NETWORK\n");
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
    addAccountAddCommands(*account, context, code);
    addAccountShowCommand(*account, context, code);
    addAccountPlaceCommand(*account, context, code);
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
