// SPDX-License-Identifier: GPL-3.0-or-later
// Places for files that networks fetch themselves: what is asked of a WebDAV server, of an object store, of a WordPress site.
#include <vigie/connect/connector.hpp>
#include <vigie/connect/extensions.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;

namespace {

net::Response answer(int status, std::string body = {})
{
    net::Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

struct Place {
    Catalogue networks = builtinCatalogue();
    const Connector *connector;
    const HostsFiles *files;
    Account account;
    Credential credential;
    Instant now = *parseRfc3339("2026-11-22T10:00:00Z");

    explicit Place(const char *id) : connector(networks.find(id)), files(connector != nullptr ? extension<HostsFiles>(*connector) : nullptr)
    {
        REQUIRE(files != nullptr);
        account.connector = id;
        account.instance = "https://cloud.example";
        account.set("url", "https://cloud.example/dav/my%20files/");
        account.set("public", "https://media.example/vigie");
        account.set("user", "marie");
        account.set("region", "eu-west-3");
        account.set("api", "https://cloud.example/wp-json/");
        credential.access = Secret("open sesame");
    }
    [[nodiscard]] Context context() const { return {account, credential.access, now, &credential}; }
};

OutboundMedia film()
{
    OutboundMedia media;
    media.path = "/tmp/un film.mp4";
    media.mime = "video/mp4";
    media.sha256 = std::string(64, 'a');
    return media;
}

std::string headerOf(const net::Request &request, const std::string &name)
{
    for (const auto &header : request.headers)
        if (header.name == name)
            return header.value;
    return {};
}

} // namespace

TEST_CASE("webdav: a file is streamed into the folder and found at the public address", "[places]")
{
    const Place place("webdav");
    const auto put = place.files->buildHost(place.context(), film(), "0a1b.mp4");
    REQUIRE(put);
    CHECK(put->method == net::Method::Put);
    CHECK(put->bodyFile == "/tmp/un film.mp4");
    CHECK(put->body.empty());
    CHECK(headerOf(*put, "Content-Type") == "video/mp4");
    REQUIRE(put->secretHeaders.size() == 1);
    CHECK(put->secretHeaders[0].value.reveal() == "Basic bWFyaWU6b3BlbiBzZXNhbWU=");
    const auto hosted = place.files->parseHost(place.context(), "0a1b.mp4", answer(201));
    REQUIRE(hosted);
    CHECK(hosted->address == "https://media.example/vigie/0a1b.mp4");
    const auto away = place.files->buildUnhost(place.context(), hosted->handle);
    REQUIRE(away);
    CHECK(away->method == net::Method::Delete);
    CHECK(away->url == put->url);
    CHECK(place.files->parseUnhost(place.context(), answer(204)));
    CHECK(place.files->parseUnhost(place.context(), answer(404))); // somebody took it away already
    CHECK_FALSE(place.files->parseUnhost(place.context(), answer(403)));
    const auto full = place.files->parseHost(place.context(), "0a1b.mp4", answer(507));
    REQUIRE_FALSE(full);
    CHECK(full.error().httpStatus == 507);
}

TEST_CASE("s3: the body is signed where its digest is known", "[places]")
{
    const Place place("s3");
    auto media = film();
    const auto known = place.files->buildHost(place.context(), media, "0a1b.mp4");
    REQUIRE(known);
    CHECK(headerOf(*known, "x-amz-content-sha256") == media.sha256);
    CHECK(headerOf(*known, "x-amz-date") == "20261122T100000Z");
    media.sha256.clear();
    const auto unknown = place.files->buildHost(place.context(), media, "0a1b.mp4");
    REQUIRE(unknown);
    CHECK(headerOf(*unknown, "x-amz-content-sha256") == "UNSIGNED-PAYLOAD");
    REQUIRE(known->secretHeaders.size() == 1);
    const std::string authorization(known->secretHeaders[0].value.reveal());
    CHECK(authorization.find("Credential=marie/20261122/eu-west-3/s3/aws4_request") != std::string::npos);
    CHECK(authorization.find("open sesame") == std::string::npos);
    CHECK(authorization.find("content-type;host;x-amz-content-sha256;x-amz-date") != std::string::npos);
}

TEST_CASE("wordpress: the media library takes a file, tells its address, and gives it up for good", "[places]")
{
    const Place place("wordpress");
    const auto put = place.files->buildHost(place.context(), film(), "0a1b.mp4");
    REQUIRE(put);
    REQUIRE(put->form.size() == 1);
    CHECK(put->form[0].filePath == "/tmp/un film.mp4");
    CHECK(put->form[0].fileName == "0a1b.mp4");
    const auto hosted = place.files->parseHost(place.context(), "0a1b.mp4", answer(201, R"({"id":41,"source_url":"https://cloud.example/wp-content/uploads/2026/11/0a1b.mp4"})"));
    REQUIRE(hosted);
    CHECK(hosted->address == "https://cloud.example/wp-content/uploads/2026/11/0a1b.mp4");
    const auto away = place.files->buildUnhost(place.context(), hosted->handle);
    REQUIRE(away);
    CHECK(away->method == net::Method::Delete);
    CHECK(away->url.find("/wp/v2/media/41?force=true") != std::string::npos);
    CHECK_FALSE(place.files->buildUnhost(place.context(), "../users/1"));
}

TEST_CASE("connecting a place tries it: what is put there must be found by everybody", "[places]")
{
    for (const char *id : {"webdav", "s3"}) {
        INFO(id);
        const Place place(id);
        std::vector<net::Response> answers;
        std::vector<net::Request> asked;
        const auto go = [&](auto respond) {
            answers.clear();
            asked.clear();
            while (true) {
                auto next = place.connector->buildWhoAmI(place.context(), answers);
                REQUIRE(next);
                if (!*next)
                    return place.connector->parseWhoAmI(place.context(), answers);
                asked.push_back(**next);
                answers.push_back(respond(asked));
                REQUIRE(asked.size() < 9);
            }
        };
        const auto good = go([](const auto &requests) { return requests.size() == 2 ? answer(200, requests[0].body) : answer(201); });
        REQUIRE(good);
        CHECK(good->author.handle == "cloud.example");
        REQUIRE(asked.size() == 3);
        CHECK(asked[1].url.rfind("https://media.example/vigie/vigie-", 0) == 0);
        CHECK(asked[1].secretHeaders.empty()); // as anybody
        CHECK(asked[1].bearer.empty());
        CHECK(asked[2].method == net::Method::Delete);

        const auto elsewhere = go([](const auto &requests) { return requests.size() == 2 ? answer(404) : answer(201); });
        REQUIRE_FALSE(elsewhere);
        CHECK(elsewhere.error().code == Errc::ContentRefused);
        CHECK(asked.size() == 3); // and nothing is left behind

        const auto refused = go([](const auto &) { return answer(401); });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code != Errc::ContentRefused);
        CHECK(asked.size() == 1);
    }
}

TEST_CASE("no password travels in the clear, and none stands in an address", "[places]")
{
    Place place("webdav");
    Credential typed;
    typed.set("password", Secret("open sesame"));
    const auto signIn = [&] { return place.connector->signIn({place.account, typed, AuthKind::Basic, place.now}, {}); };
    const auto good = signIn();
    REQUIRE(good);
    const auto *in = std::get_if<SignedIn>(&*good);
    REQUIRE(in != nullptr);
    CHECK(in->instance == "https://cloud.example");
    CHECK(in->credential.access.reveal() == "open sesame");
    place.account.set("url", "http://cloud.example/dav");
    CHECK_FALSE(signIn());
    place.account.set("url", "https://marie:open@cloud.example/dav");
    CHECK_FALSE(signIn());
    place.account.set("url", "https://cloud.example/dav");
    place.account.set("user", "");
    const auto nobody = signIn();
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().detail == "missing: user");
}

TEST_CASE("the place of an account is kept with its settings", "[places]")
{
    std::vector<AccountSetting> settings{{"media_base", "https://media.example"}};
    Account account;
    choosePlace(settings, AccountId{12});
    choosePlace(settings, AccountId{13});
    account.settings = settings;
    CHECK(placeOf(account) == AccountId{13});
    choosePlace(settings, {});
    CHECK(settings.size() == 1);
    CHECK_FALSE(placeOf(Account{}));
}
