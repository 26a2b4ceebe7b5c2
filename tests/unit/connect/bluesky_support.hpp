// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the Bluesky connector share.
#pragma once

#include "connect/bluesky/bluesky.hpp"
#include "connect/common/json.hpp"

#include <vigie/net/url.hpp>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace vigie::connect::test {

struct SkyDesk {
    Account account;
    Secret token{"s3cr3t-token"};
    Instant now = parseRfc3339("2026-11-21T20:00:00Z").value();
    std::unique_ptr<Connector> connector = makeBluesky();

    SkyDesk()
    {
        account.id = AccountId{7};
        account.connector = "bluesky";
        account.instance = "https://bsky.social";
        account.nativeId = "did:plc:brand";
        account.handle = "brand.test";
        account.settings = {{"tags", "velo, #Cafe"}, {"keywords", "Maison Dubreuil"}, {"pds", "https://pds.example"}};
        account.limits.maxCharacters = 300;
        account.limits.maxMedia = 4;
        account.limits.maxImageBytes = 2'000'000;
    }
    [[nodiscard]] Context context() const { return {account, token, now}; }
};

inline net::Response skyAnswer(int status, std::string body, std::vector<net::Header> headers = {})
{
    net::Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    return response;
}

inline std::string skyFile(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace vigie::connect::test
