// SPDX-License-Identifier: GPL-3.0-or-later
// The person's WordPress as the place where other networks fetch files: a real media library, and a network that fetches the picture
// from it as Threads and Instagram do, before it takes the post.
#include "integration/wordpress/bench.hpp"

#include "support/raw_server.hpp"
#include "support/tiny_picture.hpp"

#include <vigie/connect/extensions.hpp>

#include <algorithm>
#include <iterator>
#include <mutex>

using namespace vigie;
using namespace vigie::wptest;

namespace {

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

net::Response get(net::HttpClient &http, const std::string &address)
{
    net::Request request;
    request.url = address;
    auto answer = http.sendAndWait(std::move(request));
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

/// Takes a container only when it could fetch the picture, without any sign-in, as it is on our disk.
class Fetching {
public:
    explicit Fetching(std::string expected) : expected_(std::move(expected)) {}
    [[nodiscard]] std::string url() const { return server_.url(""); }
    [[nodiscard]] std::vector<std::string> fetched() const
    {
        const std::lock_guard guard(mutex_);
        return fetched_;
    }
    [[nodiscard]] int published() const
    {
        const std::lock_guard guard(mutex_);
        return published_;
    }

private:
    void serve(test::RawServer::Connection &connection)
    {
        for (auto request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
            const auto [status, body] = answer(request);
            if (!connection.reply(status, "Content-Type: application/json\r\n", body))
                return;
        }
    }
    std::pair<int, std::string> answer(const std::string &request)
    {
        const auto line = request.substr(0, request.find("\r\n"));
        const bool posts = line.rfind("POST", 0) == 0;
        const std::lock_guard guard(mutex_);
        if (line.find("publishing_limit") != std::string::npos)
            return {200, "{}"};
        if (posts && line.find("_publish") != std::string::npos) {
            ++published_;
            return {200, R"({"id":"9100"})"};
        }
        if (posts) {
            const auto form = net::parseQuery(request.substr(request.find("\r\n\r\n") + 4));
            const auto address = std::find_if(form.begin(), form.end(), [](const auto &pair) { return pair.first == "image_url"; });
            if (address == form.end())
                return {400, R"({"error":{"code":100,"message":"no picture"}})"};
            net::Request fetch;
            fetch.url = address->second;
            const auto picture = http_.sendAndWait(std::move(fetch));
            fetched_.push_back(address->second);
            if (!picture || picture->status != 200 || picture->body != expected_)
                return {400, R"({"error":{"code":9004,"message":"the picture cannot be fetched"}})"};
            return {200, R"({"id":"9001"})"};
        }
        if (line.find("/9001") != std::string::npos)
            return {200, R"({"status":"FINISHED","status_code":"FINISHED","id":"9001"})"};
        return {200, R"({"id":"9100","permalink":"https://network.example/p/9100","timestamp":"2026-11-21T10:00:00+0000"})"};
    }
    std::string expected_;
    mutable std::mutex mutex_;
    std::vector<std::string> fetched_;
    int published_ = 0;
    net::CurlEngine http_{engineOptions()};
    test::RawServer server_{[this](test::RawServer::Connection &connection) { serve(connection); }}; // last: its threads use the rest
};

} // namespace

TEST_CASE("place 1: a file is put into the media library, anybody gets its very bytes, and nobody does once it is taken away")
{
    Site site;
    Bench bench(site, "writer");
    const auto path = (bench.folder / "velo.png").string();
    test::writeTinyPicture(path);
    const auto *files = connect::extension<connect::HostsFiles>(*bench.catalogue.find("wordpress"));
    REQUIRE(files != nullptr);
    const auto account = bench.accountNow();
    const OutboundMedia media{path, "image/png", "Un velo", {}, {}};
    const std::string name = "0123456789abcdef.png";
    const auto hosted = must(bench.courier->ask<connect::HostsFiles::Hosted>(
        *bench.catalogue.find("wordpress"), account, net::RatePriority::User, {}, [&](const connect::Context &context) { return files->buildHost(context, media, name); },
        [&](const connect::Context &context, const net::Response &response) { return files->parseHost(context, name, response); }));
    CHECK(hosted.address.rfind(site.url, 0) == 0);
    const auto there = get(bench.curl, hosted.address);
    CHECK(there.status == 200);
    CHECK(there.header("content-type") == "image/png");
    CHECK(there.body == bytesOf(path));
    CHECK(site.rest(net::Method::Get, "/media/" + hosted.handle, "").status == 200);
    for (int again = 0; again < 2; ++again) { // what is gone already is taken away
        const auto away = bench.courier->ask<bool>(
            *bench.catalogue.find("wordpress"), account, net::RatePriority::User, {}, [&](const connect::Context &context) { return files->buildUnhost(context, hosted.handle); },
            [&](const connect::Context &context, const net::Response &response) -> Result<bool> {
                VIGIE_CHECK(files->parseUnhost(context, response));
                return true;
            });
        INFO((away ? std::string() : away.error().detail));
        CHECK(away.has_value());
    }
    CHECK(get(bench.curl, hosted.address).status == 404);
    CHECK(site.rest(net::Method::Get, "/media/" + hosted.handle, "").status == 404);
}

TEST_CASE("place 2: a post of Threads or Instagram leaves with a picture that the network fetched from the site, which is then taken away")
{
    const std::string network = GENERATE("threads", "instagram");
    Site site;
    Bench bench(site, "writer");
    const auto path = (bench.folder / "velo.png").string();
    test::writeTinyPicture(path);
    Fetching there(bytesOf(path));
    Account account;
    account.connector = network;
    account.instance = there.url();
    account.nativeId = account.handle = "77";
    account.capabilities.set(Capability::Publish).set(Capability::Images);
    account.limits.maxCharacters = 500;
    connect::choosePlace(account.settings, bench.account);
    const auto id = bench.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    const auto saved = bench.read<Account>([&](store::Tx &tx) { return store::Accounts(tx).get(id); });
    connect::Credential credential;
    credential.access = Secret("access-1");
    REQUIRE(bench.secrets->set(saved.secretKey(), connect::toSecret(credential)));
    Outbound wanted;
    wanted.account = id;
    wanted.state = OutboundState::Planned;
    wanted.parts.resize(1);
    wanted.parts[0].text = "Un velo dans la neige";
    wanted.parts[0].idempotencyKey = "key of " + network;
    wanted.parts[0].media = {{path, "image/png", "Un velo", {}, {}}};
    wanted.createdAt = wanted.changedAt = bench.clock.now();
    wanted.dueAt = bench.clock.now();
    const auto row = bench.write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(wanted); });
    bench.publish();
    const auto sent = bench.outbound(row);
    INFO((sent.error ? sent.error->detail : std::string()));
    CHECK(sent.state == OutboundState::Sent);
    CHECK(there.published() == 1);
    REQUIRE(there.fetched().size() == 1);
    CHECK(there.fetched().front().rfind(site.url, 0) == 0);
    // Nothing of it stays on the person's site.
    CHECK(until([&] {
        bench.publish();
        return bench.outbound(row).parts[0].media[0].placedAs.empty();
    }, std::chrono::seconds{30}));
    CHECK(get(bench.curl, there.fetched().front()).status == 404);
    CHECK(there.published() == 1);
}
