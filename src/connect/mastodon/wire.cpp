// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/wire.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <cctype>

namespace vigie::connect::mastodon {

std::string baseOf(const Account &account)
{
    auto base = account.instance;
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    return base;
}

std::string hostOf(const std::string &instance)
{
    const auto scheme = instance.find("://");
    auto host = scheme == std::string::npos ? instance : instance.substr(scheme + 3);
    host.resize(std::min(host.size(), host.find('/')));
    return lowerAscii(host);
}

std::string localDomain(const Account &account)
{
    const auto sign = account.handle.rfind('@');
    if (sign != std::string::npos && sign + 1 < account.handle.size() && sign > 0)
        return lowerAscii(account.handle.substr(sign + 1));
    return hostOf(account.instance);
}

std::string canonicalHandle(std::string_view acct, const std::string &domain)
{
    while (!acct.empty() && acct.front() == '@')
        acct.remove_prefix(1);
    if (acct.empty())
        return {};
    const auto sign = acct.find('@');
    if (sign == std::string_view::npos)
        return std::string(acct) + "@" + domain;
    return std::string(acct.substr(0, sign + 1)) + lowerAscii(acct.substr(sign + 1));
}

net::Request request(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &query)
{
    net::Request made;
    made.method = method;
    made.url = baseOf(context.account) + path;
    if (!query.empty())
        made.url = net::withQuery(made.url, query);
    made.headers.push_back({"Accept", "application/json"});
    made.bearer = context.token;
    return withPermission(std::move(made), context.account);
}

net::Request formRequest(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &form)
{
    auto made = request(context, method, path);
    made.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    made.body = net::formEncode(form);
    return made;
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    if (response.status == 422 && blank(response.body)) {
        error.code = Errc::AuthRevoked;
        error.detail = "the server does not accept the token";
    }
    const auto said = lowerAscii(error.detail);
    if (response.status == 403 && said.find("scope") != std::string::npos)
        error.code = Errc::ScopeMissing;
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    return jsonOf(response);
}

Software softwareOf(std::string_view version)
{
    const auto name = lowerAscii(version);
    if (name.find("snac") != std::string::npos)
        return Software::Snac;
    if (name.find("gotosocial") != std::string::npos)
        return Software::GoToSocial;
    const auto dot = name.find('.');
    if (dot == std::string::npos || dot == 0 || !std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dot), [](unsigned char c) { return std::isdigit(c) != 0; }))
        return Software::Compatible;
    // GoToSocial counts from 0.x and does not name itself; others say "4.0.0 (compatible; Name 1.2)".
    if (dot == 1 && name[0] == '0')
        return Software::GoToSocial;
    const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '+' || c == '-'; });
    return plain ? Software::Mastodon : Software::Compatible;
}

} // namespace vigie::connect::mastodon
