// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/strings.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace vigie::connect {

namespace {

bool startsWithFolded(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
        return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
    });
}

/// "Größe.example" to "xn--gre-0qa0i.example"; the rules of UTS 46 without transitional processing, as browsers do.
Result<std::string> toAsciiHost(const std::string &host)
{
    if (std::all_of(host.begin(), host.end(), [](unsigned char c) { return c < 0x80; }))
        return host;
    UErrorCode status = U_ZERO_ERROR;
    UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &status);
    if (U_FAILURE(status) != 0)
        return fail(Errc::Internal, "no table for international host names");
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    std::array<char, 256> out{};
    const auto length = uidna_nameToASCII_UTF8(idna, host.data(), static_cast<std::int32_t>(host.size()), out.data(),
                                               static_cast<std::int32_t>(out.size()), &info, &status);
    uidna_close(idna);
    if (U_FAILURE(status) != 0 || info.errors != 0 || length <= 0 || length >= static_cast<std::int32_t>(out.size()))
        return fail(Errc::InvalidInput, "not a host name");
    return std::string(out.data(), static_cast<std::size_t>(length));
}

struct Typed {
    std::string scheme;    ///< empty when none was typed
    std::string authority; ///< host, maybe with a port
};

/// What is left of an address, a handle or a bare name when all but scheme and host is taken away.
Result<Typed> take(std::string text)
{
    Typed typed;
    for (const std::string_view scheme : {"https://", "http://"})
        if (startsWithFolded(text, scheme)) {
            typed.scheme = scheme.substr(0, scheme.size() - 3);
            text.erase(0, scheme.size());
        }
    if (typed.scheme.empty() && text.find("://") != std::string::npos)
        return fail(Errc::InvalidInput, "only http and https addresses can be used");
    if (typed.scheme.empty() && startsWithFolded(text, "acct:"))
        text.erase(0, 5);
    if (typed.scheme.empty() && !text.empty() && text.front() == '@')
        text.erase(0, 1);
    text.resize(std::min({text.size(), text.find('/'), text.find('?'), text.find('#')}));
    const auto sign = text.rfind('@');
    if (sign != std::string::npos) {
        if (!typed.scheme.empty())
            return fail(Errc::InvalidInput, "an address must not hold a name or a password before the host");
        text.erase(0, sign + 1);
    }
    typed.authority = text;
    return typed;
}

/// Names that never belong to the internet (RFC 6762, RFC 8375, ICANN's .internal) or that house networks use all the same,
/// and literal addresses of private networks.
bool ofPrivateNetwork(const std::string &host)
{
    if (host.find_first_not_of("0123456789.") == std::string::npos || host.find(':') != std::string::npos)
        return net::isPrivateLiteral(host);
    for (const std::string_view ending : {".local", ".lan", ".internal", ".home.arpa"})
        if (host.size() > ending.size() && std::string_view(host).substr(host.size() - ending.size()) == ending)
            return true;
    return host.find('.') == std::string::npos;
}

constexpr std::string_view kPrivateKey = "private_network", kAllowed = "allowed";

} // namespace

bool allowsPrivateNetwork(const Account &account)
{
    return account.setting(kPrivateKey) == kAllowed;
}

void allowPrivateNetwork(std::vector<AccountSetting> &settings, bool allowed)
{
    settings.erase(std::remove_if(settings.begin(), settings.end(), [](const AccountSetting &one) { return one.key == kPrivateKey; }), settings.end());
    if (allowed)
        settings.push_back({std::string(kPrivateKey), std::string(kAllowed)});
}

net::Request withPermission(net::Request request, const Account &account)
{
    if (!allowsPrivateNetwork(account))
        return request;
    const auto wanted = net::parseUrl(request.url);
    // A feed's address may be kept as a setting, and what was typed there may lack its scheme.
    for (auto known : {account.instance, account.setting("url")}) {
        if (!known.empty() && known.find("://") == std::string::npos)
            known.insert(0, "https://");
        const auto own = net::parseUrl(known);
        request.privateNetwork = request.privateNetwork || (wanted && own && wanted->host == own->host);
    }
    return request;
}

Result<std::string> normaliseInstance(std::string_view input, bool privateNetwork)
{
    VIGIE_TRY(const auto typed, take(std::string(trimmed(input))));
    auto host = typed.authority;
    std::string port;
    const auto colon = host.rfind(':');
    const bool bracketed = !host.empty() && host.back() == ']';
    if (colon != std::string::npos && !bracketed) {
        port = host.substr(colon);
        host.erase(colon);
    }
    while (!host.empty() && host.back() == '.')
        host.pop_back();
    if (host.empty() || host.find_first_of(" \t\\<>\"'%") != std::string::npos)
        return fail(Errc::InvalidInput, "no host name in it");
    VIGIE_TRY(const auto ascii, toAsciiHost(host));
    VIGIE_TRY(auto url, net::parseUrl("https://" + ascii + port));
    if (url.credentials)
        return fail(Errc::InvalidInput, "an address must not hold a name or a password before the host");
    const bool loopback = net::isLoopbackHost(url.host);
    if (!loopback && url.host.find('.') == std::string::npos && url.host.find(':') == std::string::npos && typed.scheme.empty() && port.empty() && !privateNetwork)
        return fail(Errc::InvalidInput, "a server has a name such as social.example");
    // Nobody runs TLS on a loopback address unless told so; everywhere else a token travels over https only.
    // A server of one's own house seldom has a certificate: http is kept where the person asked for both.
    const bool house = privateNetwork && typed.scheme == "http" && ofPrivateNetwork(url.host);
    if ((loopback && typed.scheme != "https") || house) {
        VIGIE_TRY(url, net::parseUrl("http://" + ascii + port));
    }
    return url.origin();
}

} // namespace vigie::connect
