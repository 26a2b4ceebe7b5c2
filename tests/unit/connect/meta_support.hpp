// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of Meta's three networks share: accounts, answers, and a form read back.
#pragma once

#include "connect/common/json.hpp"
#include "connect/meta/meta.hpp"

#include <vigie/net/url.hpp>

#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vigie::connect::metatest {

struct Desk {
    Account account;
    Secret token{"EAAB-s3cr3t-token"};
    Credential credential;
    Instant now = parseRfc3339("2026-11-21T12:00:00Z").value();
    std::unique_ptr<Connector> connector;

    explicit Desk(const std::string &network)
    {
        connector = network == "facebook" ? makeFacebook() : network == "instagram" ? makeInstagram() : makeThreads();
        account.id = AccountId{7};
        account.connector = network;
        account.nativeId = "100";
        account.handle = network == "facebook" ? "Maison Dubreuil" : "maisondubreuil";
        account.name = "Maison Dubreuil";
        account.limits.maxCharacters = connector->describe().length.limit;
        account.limits.maxMedia = 10;
        credential.access = token;
    }
    [[nodiscard]] Context context() const { return {account, token, now, &credential}; }
};

inline net::Response answer(int status, const std::string &body, std::vector<net::Header> headers = {})
{
    net::Response response;
    response.status = status;
    response.body = body;
    response.headers = std::move(headers);
    response.finalUrl = "https://graph.facebook.com/v25.0/x";
    return response;
}

inline std::map<std::string, std::string> formOf(const net::Request &request)
{
    std::map<std::string, std::string> found;
    for (const auto &[name, value] : net::parseQuery(request.body))
        found[name] = value;
    for (const auto &part : request.form)
        found[part.name] = part.filePath.empty() ? part.value : "@" + part.filePath;
    return found;
}

inline std::map<std::string, std::string> queryOf(const net::Request &request)
{
    std::map<std::string, std::string> found;
    if (const auto mark = request.url.find('?'); mark != std::string::npos)
        for (const auto &[name, value] : net::parseQuery(std::string_view(request.url).substr(mark + 1)))
            found[name] = value;
    return found;
}

inline std::string pathOf(const net::Request &request)
{
    return net::parseUrl(request.url).value().path;
}

inline Outbound outboundOf(OutboundKind kind, std::string text, std::string target = {})
{
    Outbound outbound;
    outbound.kind = kind;
    outbound.targetNative = std::move(target);
    OutboundPart part;
    part.text = std::move(text);
    outbound.parts.push_back(std::move(part));
    return outbound;
}

inline PublishJob jobOf(const Outbound &outbound)
{
    return {outbound, 0, outbound.kind == OutboundKind::Reply ? outbound.targetNative : std::string{}, {}};
}

} // namespace vigie::connect::metatest
