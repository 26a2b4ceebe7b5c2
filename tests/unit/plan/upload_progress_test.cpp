// SPDX-License-Identifier: GPL-3.0-or-later
// A film on its way in pieces, and a line that is cut: it goes on with the piece that was missing, also in another run of the program,
// or begins anew once where the network has forgotten the rest; it is posted once.
#include "support/raw_server.hpp"
#include "support/temp_store.hpp"

#include <vigie/net/http.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>

using namespace vigie;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kPiece = 4'000'000, kFilm = 10'000'000; ///< three pieces

/// What it has of each upload, and what was posted with it. A cut comes in the middle of the piece that is next.
struct Network {
    struct Upload {
        std::map<int, std::string> pieces;
        bool ended = false;
    };
    std::mutex mutex;
    std::map<std::string, Upload> uploads;
    std::vector<std::string> posts;  ///< media ids
    int cutAt = -1;                  ///< pieces taken in before the line is cut
    int taken = 0;
    bool forgets = false;            ///< an upload that is continued is not there any more
    test::RawServer server{[this](test::RawServer::Connection &connection) { serve(connection); }};

    void serve(test::RawServer::Connection &connection)
    {
        for (;;) {
            if (cutIsNext()) {
                if (connection.readBytes(500'000).size() < 500'000) // the head and a part of the piece
                    return;
                {
                    const std::lock_guard lock(mutex);
                    cutAt = -1;
                }
                connection.reset();
                return;
            }
            const auto request = connection.readRequest();
            if (request.empty())
                return;
            const auto [status, body] = answer(request);
            if (!connection.reply(status, "Content-Type: application/json\r\n", body))
                return;
        }
    }
    bool cutIsNext()
    {
        const std::lock_guard lock(mutex);
        return cutAt >= 0 && taken == cutAt;
    }
    std::pair<int, std::string> answer(const std::string &request)
    {
        const std::lock_guard lock(mutex);
        const auto line = request.substr(0, request.find("\r\n"));
        const auto is = [&](const char *path) { return line.find(path) != std::string::npos; };
        if (is("/2/media/upload/initialize")) {
            const auto id = std::to_string(700 + uploads.size());
            uploads[id];
            return {200, R"({"data":{"id":")" + id + R"("}})"};
        }
        if (is("/append")) {
            const auto id = line.substr(line.find("upload/") + 7, 3);
            if (forgets && id == "700" && taken > 0) {
                forgets = false;
                return {404, R"({"title":"Not Found"})"};
            }
            const auto index = std::stoi(request.substr(request.find("\r\n\r\n", request.find("segment_index")) + 4));
            const auto begin = request.find("\r\n\r\n", request.find("name=\"media\"")) + 4;
            uploads[id].pieces[index] = request.substr(begin, request.rfind("\r\n--") - begin);
            ++taken;
            return {200, "{}"};
        }
        if (is("/finalize")) {
            uploads[line.substr(line.find("upload/") + 7, 3)].ended = true;
            return {200, R"({"data":{"id":"x"}})"};
        }
        if (is("POST /2/tweets")) {
            const auto at = request.find("media_ids");
            posts.push_back(at == std::string::npos ? std::string() : request.substr(request.find_first_of("0123456789", at), 3));
            return {201, R"({"data":{"id":"9001","text":"x"}})"};
        }
        return {404, "{}"};
    }
    [[nodiscard]] std::string film(const std::string &id)
    {
        std::string whole;
        for (const auto &[index, piece] : uploads[id].pieces)
            whole += piece;
        return whole;
    }
};

struct House {
    test::TempStore store;
    Network network;
    net::CurlEngine http{net::EngineOptions{}};
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    connect::Courier courier{{http, *secrets, rates, store.clock}};
    std::unique_ptr<plan::Publisher> publisher;
    std::string film;
    OutboundId row;

    House()
    {
        film.resize(kFilm);
        std::uint32_t value = 12345;
        for (auto &byte : film) {
            value = value * 1664525U + 1013904223U;
            byte = static_cast<char>(value >> 24);
        }
        std::ofstream(store.folder.file("film.mp4"), std::ios::binary) << film;
        Account account;
        account.connector = "x";
        account.instance = network.server.url("");
        account.nativeId = account.handle = "77";
        account.capabilities.set(Capability::Publish).set(Capability::Video);
        account.settings = {{"budget", "20"}};
        account.limits.maxCharacters = 280;
        const auto id = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
        const auto saved = store.read([&](store::Tx &tx) { return store::Accounts(tx).get(id); });
        connect::Credential credential;
        credential.access = Secret("access-1");
        REQUIRE(secrets->set(saved.secretKey(), connect::toSecret(credential)));
        Outbound wanted;
        wanted.account = id;
        wanted.state = OutboundState::Planned;
        wanted.parts.resize(1);
        wanted.parts[0].text = "Le film";
        wanted.parts[0].media = {{store.folder.file("film.mp4"), "video/mp4", "Un velo", {}, ""}};
        wanted.createdAt = wanted.changedAt = store.clock.now();
        wanted.dueAt = store.clock.now();
        row = store.write([&](store::Tx &tx) { return store::Outbox(tx).add(wanted); });
        restart();
    }
    /// Another run of the program.
    void restart()
    {
        publisher.reset();
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, courier, store.clock});
        publisher->onWait([this](std::chrono::seconds span, std::stop_token) { store.clock.advance(span); });
    }
    Outbound run()
    {
        const auto ran = publisher->runDue();
        INFO((ran ? std::string() : ran.error().detail));
        REQUIRE(ran);
        auto outbound = store.read([&](store::Tx &tx) { return store::Outbox(tx).get(row); });
        UNSCOPED_INFO((outbound.error ? std::string(errcName(outbound.error->code)) + ": " + outbound.error->detail : std::string("no error")));
        return outbound;
    }
    void change(const std::function<void(Outbound &)> &how)
    {
        store.write([&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(auto outbound, store::Outbox(tx).get(row));
            how(outbound);
            VIGIE_CHECK(store::Outbox(tx).update(outbound, OutboundState::Planned));
            return true;
        });
    }
};

} // namespace

TEST_CASE("an upload that is cut in the middle of a piece goes on with that piece, in another run of the program, and is posted once", "[plan][upload]")
{
    House house;
    house.network.cutAt = 1;
    const auto cut = house.run();
    REQUIRE(cut.state == OutboundState::Planned);
    CHECK(house.network.posts.empty());
    CHECK(house.network.uploads["700"].pieces.size() == 1);
    house.restart();
    house.store.clock.advance(10min);
    const auto sent = house.run();
    CHECK(sent.state == OutboundState::Sent);
    CHECK(house.network.uploads.size() == 1); // begun once
    CHECK(house.network.taken == 3);          // each piece was taken in once
    CHECK((house.network.film("700") == house.film)); // ten million bytes are not printed
    CHECK(house.network.posts == std::vector<std::string>{"700"});
    house.store.clock.advance(10min);
    house.run();
    CHECK(house.network.posts.size() == 1);
}

TEST_CASE("what the network has forgotten meanwhile is begun anew, once, and is posted once", "[plan][upload]")
{
    House house;
    house.network.cutAt = 2;
    REQUIRE(house.run().state == OutboundState::Planned);
    house.network.forgets = true;
    house.store.clock.advance(10min);
    CHECK(house.run().state == OutboundState::Sent);
    CHECK(house.network.uploads.size() == 2);
    CHECK((house.network.film("701") == house.film));
    CHECK(house.network.posts == std::vector<std::string>{"701"});
}

TEST_CASE("an upload for other words or of yesterday is not continued", "[plan][upload]")
{
    House house;
    house.network.cutAt = 2;
    REQUIRE(house.run().state == OutboundState::Planned);
    const bool words = GENERATE(true, false);
    if (words)
        house.change([](Outbound &outbound) { outbound.parts[0].text = "Un autre film"; });
    house.store.clock.advance(words ? std::chrono::minutes{10} : std::chrono::hours{24});
    CHECK(house.run().state == OutboundState::Sent);
    CHECK(house.network.uploads.size() == 2);
    CHECK(house.network.posts == std::vector<std::string>{"701"});
}
