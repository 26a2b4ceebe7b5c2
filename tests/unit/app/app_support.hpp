// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of one's own beside a practice network, and a browser that does what a person would click.
#pragma once

#include "support/must.hpp"

#include <vigie/app/workspace.hpp>
#include <vigie/net/url.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vigie::test {

constexpr std::chrono::seconds kPatience{20};

class Desk {
public:
    explicit Desk(std::chrono::milliseconds signInPatience = std::chrono::minutes{10})
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-app-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        practice::Options how;
        how.community = false;
        server = must(practice::Server::start(clock, how));
        app::OpenWorkspace options;
        options.path = folder + "/workspace.vigie";
        options.secrets = secrets;
        options.signInPatience = signInPatience;
        workspace = must(app::Workspace::open(options));
    }
    ~Desk()
    {
        workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    [[nodiscard]] app::AddAccount wanted() const
    {
        app::AddAccount account;
        account.connector = "mastodon";
        account.instance = server->url();
        return account;
    }
    /// A browser: no cookies, but it follows redirects.
    net::Answer visit(const std::string &url)
    {
        net::Request request;
        request.url = url;
        return browser.sendAndWait(std::move(request));
    }
    template <class T>
    Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)> &start)
    {
        std::optional<Result<T>> answer;
        start([&](Result<T> result) { answer = std::move(result); });
        REQUIRE(executor.runUntil([&] { return answer.has_value(); }, kPatience));
        return std::move(*answer);
    }
    Account account(AccountId id)
    {
        return must(workspace->store().readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); }));
    }
    Result<app::Removal> remove(AccountId id)
    {
        return waitFor<app::Removal>([&](std::function<void(Result<app::Removal>)> done) { workspace->removeAccount(id, {}, executor, std::move(done)); });
    }
    /// Every file beside the workspace that holds these bytes.
    [[nodiscard]] bool anyFileHolds(const std::string &bytes) const
    {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            if (text.str().find(bytes) != std::string::npos)
                return true;
        }
        return false;
    }
    /// What the network says to this token: 200, or 401 once it was revoked.
    int statusOf(const Secret &token)
    {
        net::Request request;
        request.url = server->url() + "/api/v1/accounts/verify_credentials";
        request.bearer = token;
        const auto answer = browser.sendAndWait(std::move(request));
        return answer ? answer->status : 0;
    }

    SystemClock clock;
    std::string folder;
    std::unique_ptr<practice::Server> server;
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    ManualExecutor executor;
    net::CurlEngine browser{net::EngineOptions{}};
    std::unique_ptr<app::Workspace> workspace;
};

/// One sign-in under way: what was shown, and what it was answered.
struct Journey {
    std::shared_ptr<app::SignIn> flow;
    std::stop_source stop;
    std::string url;
    std::vector<Result<AccountId>> answers;

    void start(Desk &desk, bool paste, std::optional<app::AddAccount> account = {})
    {
        flow = desk.workspace->signIn(
            account ? *account : desk.wanted(), paste, stop.get_token(), desk.executor, [this](const std::string &address) { url = address; },
            [this](Result<AccountId> result) { answers.push_back(std::move(result)); });
    }
    bool untilUrl(Desk &desk)
    {
        return desk.executor.runUntil([&] { return !url.empty() || !answers.empty(); }, kPatience) && !url.empty();
    }
    bool untilAnswer(Desk &desk)
    {
        return desk.executor.runUntil([&] { return !answers.empty(); }, kPatience);
    }
    [[nodiscard]] std::string param(const std::string &name) const
    {
        for (const auto &[key, value] : net::parseQuery(must(net::parseUrl(url)).query))
            if (key == name)
                return value;
        return {};
    }
    [[nodiscard]] Errc refusal() const
    {
        REQUIRE(answers.size() == 1);
        REQUIRE_FALSE(answers.front());
        return answers.front().error().code;
    }
};

} // namespace vigie::test
