// SPDX-License-Identifier: GPL-3.0-or-later
// Expected signatures: the examples of "Authenticating Requests: Using the Authorization Header", Amazon S3 API Reference.
#include <vigie/net/s3_signature.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::net;

namespace {

constexpr const char *kNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

Instant day()
{
    return *parseRfc3339("2013-05-24T00:00:00Z");
}
S3Key key()
{
    return {"AKIAIOSFODNN7EXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), "us-east-1"};
}
std::string signatureOf(Request request, const std::string &payload)
{
    REQUIRE(signS3(request, key(), day(), payload));
    REQUIRE(request.secretHeaders.size() == 1);
    const std::string header(request.secretHeaders[0].value.reveal());
    return header.substr(header.rfind('=') + 1);
}
Request of(Method method, std::string path)
{
    Request request;
    request.method = method;
    request.url = "https://examplebucket.s3.amazonaws.com" + path;
    return request;
}

} // namespace

TEST_CASE("signatures for object stores are those of the published examples", "[s3]")
{
    auto part = of(Method::Get, "/test.txt");
    part.headers.push_back({"Range", "bytes=0-9"});
    CHECK(signatureOf(part, kNothing) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    auto put = of(Method::Put, "/test$file.text");
    put.headers.push_back({"Date", "Fri, 24 May 2013 00:00:00 GMT"});
    put.headers.push_back({"x-amz-storage-class", "REDUCED_REDUNDANCY"});
    CHECK(signatureOf(put, "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072") == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    put.url = "https://examplebucket.s3.amazonaws.com/test%24file.text"; // escaped or not, it is the same object
    CHECK(signatureOf(put, "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072") == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");

    CHECK(signatureOf(of(Method::Get, "/?lifecycle"), kNothing) == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    CHECK(signatureOf(of(Method::Get, "/?prefix=J&max-keys=2"), kNothing) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST_CASE("a body that is not signed says so, and the secret stands in no plain header", "[s3]")
{
    auto request = of(Method::Put, "/film.mp4");
    REQUIRE(signS3(request, key(), day(), {}));
    bool said = false;
    for (const auto &header : request.headers) {
        said = said || (header.name == "x-amz-content-sha256" && header.value == "UNSIGNED-PAYLOAD");
        CHECK(header.value.find("wJalr") == std::string::npos);
    }
    CHECK(said);
    CHECK(std::string(request.secretHeaders[0].value.reveal()).find("wJalr") == std::string::npos);
}

TEST_CASE("a key that is not whole signs nothing", "[s3]")
{
    auto request = of(Method::Get, "/");
    auto half = key();
    half.region.clear();
    const auto refused = signS3(request, half, day(), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::InvalidInput);
    CHECK(request.secretHeaders.empty());
}
