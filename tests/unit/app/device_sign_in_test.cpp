// SPDX-License-Identifier: GPL-3.0-or-later
// A sign-in with a code that is typed elsewhere, from the recipe of a network to the account, over a real connection to a server
// that keeps to RFC 8628: it counts, waits for the person, and takes no code twice.
#include "support/own_recipe.hpp"
#include "support/raw_server.hpp"
#include "unit/app/app_support.hpp"

#include <nlohmann/json.hpp>

using namespace vigie;
using namespace vigie::test;

namespace {

/// The folder where the person keeps networks of their own, for as long as it lives.
class OwnNetworks {
public:
    explicit OwnNetworks(const std::string &recipe)
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-config-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        if (const auto *before = std::getenv("XDG_CONFIG_HOME"))
            before_ = before;
        ::setenv("XDG_CONFIG_HOME", folder_.c_str(), 1);
        std::filesystem::create_directories(app::recipesFolder());
        std::ofstream(app::recipesFolder() + "/own.json") << recipe;
    }
    ~OwnNetworks()
    {
        before_ ? ::setenv("XDG_CONFIG_HOME", before_->c_str(), 1) : ::unsetenv("XDG_CONFIG_HOME");
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    OwnNetworks(const OwnNetworks &) = delete;
    OwnNetworks &operator=(const OwnNetworks &) = delete;

private:
    std::string folder_;
    std::optional<std::string> before_;
};

/// Grants a code, answers "not yet" until the person has typed it, then a token once.
class DeviceServer {
public:
    enum class Person : std::uint8_t { TypesAfterOnePoll, SaysNo, NeverComes };
    explicit DeviceServer(Person person) : person_(person) {}

    [[nodiscard]] std::string url() const { return server_.url(""); }
    [[nodiscard]] int polls() const { return polls_; }
    [[nodiscard]] std::vector<std::string> requests() const { return server_.requests(); }

private:
    void serve(RawServer::Connection &connection)
    {
        for (auto request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
            const auto [status, body] = answer(request);
            if (!connection.reply(status, "Content-Type: application/json\r\n", body))
                return;
        }
    }
    std::pair<int, std::string> answer(const std::string &request)
    {
        if (request.rfind("POST /device ", 0) == 0)
            return {200, R"({"device_code":"long-and-secret","user_code":"WDJB-MJHT","verification_uri":"https://porte.example/activate","interval":1,"expires_in":600})"};
        if (request.rfind("POST /token ", 0) == 0) {
            const int poll = polls_++;
            if (request.find("device_code=long-and-secret") == std::string::npos || request.find("client_id=our-client") == std::string::npos)
                return {400, R"({"error":"invalid_request"})"};
            if (person_ == Person::SaysNo)
                return {400, R"({"error":"access_denied"})"};
            if (person_ == Person::NeverComes || poll == 0)
                return {400, R"({"error":"authorization_pending"})"};
            return {200, R"({"access_token":"granted-0001","token_type":"bearer","scope":"read"})"};
        }
        if (request.rfind("GET /api/me ", 0) == 0 && request.find("Authorization: Bearer granted-0001") != std::string::npos)
            return {200, R"({"id":7,"login":"ada"})"};
        return {401, "{}"};
    }

    Person person_;
    std::atomic<int> polls_{0};
    RawServer server_{[this](RawServer::Connection &connection) { serve(connection); }}; // last: its threads use the rest
};

struct DeviceDesk {
    OwnNetworks networks{kDeviceRecipe};
    DeviceServer server;
    Desk desk;
    std::vector<app::DeviceCode> shown;
    std::vector<Result<AccountId>> answers;
    std::stop_source stop;
    std::shared_ptr<app::SignIn> flow;

    explicit DeviceDesk(DeviceServer::Person person) : server(person)
    {
        app::AddAccount wanted;
        wanted.connector = "porte";
        wanted.instance = server.url();
        wanted.allowPrivate = true;
        wanted.way = connect::AuthKind::DeviceCode;
        wanted.typed.set("client_id", Secret("our-client"));
        flow = desk.workspace->signInByDevice(
            wanted, stop.get_token(), desk.executor, [this](app::DeviceCode code) { shown.push_back(std::move(code)); },
            [this](Result<AccountId> answer) { answers.push_back(std::move(answer)); });
    }
    bool untilAnswer()
    {
        return desk.executor.runUntil([&] { return !answers.empty(); }, kPatience);
    }
};

} // namespace

TEST_CASE("device code over a real connection: shown, typed elsewhere, an account with its token in the keyring", "[device]")
{
    DeviceDesk device(DeviceServer::Person::TypesAfterOnePoll);
    REQUIRE(device.untilAnswer());
    REQUIRE(device.shown.size() == 1);
    CHECK(device.shown.front().userCode == "WDJB-MJHT");
    CHECK(device.shown.front().verifyUrl == "https://porte.example/activate");
    const auto account = device.desk.account(must(device.answers.front()));
    CHECK(account.nativeId == "7");
    CHECK(account.handle == "ada");
    CHECK(device.server.polls() == 2);
    const auto credential = must(connect::credentialFrom(must(device.desk.secrets->get(account.secretKey()))));
    CHECK(credential.access.reveal() == "granted-0001");
    CHECK(credential.field("client_id").reveal() == "our-client");
    CHECK_FALSE(device.desk.anyFileHolds("granted-0001"));
    // The secret half of the code goes in bodies, never in an address.
    for (const auto &request : device.server.requests())
        CHECK(request.substr(0, request.find("\r\n")).find("long-and-secret") == std::string::npos);
}

TEST_CASE("device code over a real connection: a person who says no, and a hand that lets go", "[device]")
{
    SECTION("no")
    {
        DeviceDesk device(DeviceServer::Person::SaysNo);
        REQUIRE(device.untilAnswer());
        REQUIRE_FALSE(device.answers.front());
        CHECK(device.answers.front().error().code == Errc::Forbidden);
    }
    SECTION("let go")
    {
        DeviceDesk device(DeviceServer::Person::NeverComes);
        REQUIRE(device.desk.executor.runUntil([&] { return !device.shown.empty() && device.server.polls() > 0; }, kPatience));
        device.stop.request_stop();
        REQUIRE(device.untilAnswer());
        CHECK(device.answers.front().error().code == Errc::Cancelled);
    }
}
