// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/site.hpp"

#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"
#include "connect/common/xml.hpp"
#include "connect/wordpress/wire.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/net/link_header.hpp>
#include <vigie/text/rich_text.hpp>

#include <libxml/HTMLparser.h>

#include <algorithm>

namespace vigie::connect::wordpress {

namespace {

constexpr std::string_view kRelation = "https://api.w.org/";
constexpr std::size_t kMostBytes = 1U << 20; ///< of a page: what is looked for stands in its head
constexpr std::size_t kMostTitle = 200;

/// What the head of a page says of itself.
struct Head {
    std::string api, title;
    bool generator = false;
};

std::string textOf(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    if (content == nullptr)
        return {};
    std::string text(reinterpret_cast<const char *>(content));
    xmlFree(content);
    return text;
}

void readElement(const xmlNode *node, Head &head)
{
    const auto name = lowerAscii(reinterpret_cast<const char *>(node->name));
    if (name == "link" && head.api.empty() && xmlAttribute(node, "rel") == kRelation)
        head.api = xmlAttribute(node, "href");
    else if (name == "title" && head.title.empty())
        head.title = textOf(node);
    else if (name == "meta" && lowerAscii(xmlAttribute(node, "name")) == "generator" && lowerAscii(xmlAttribute(node, "content")).rfind("wordpress", 0) == 0)
        head.generator = true;
}

Head headOf(std::string_view html)
{
    Head head;
    html = html.substr(0, kMostBytes);
    eachElement(readHtml(html, "utf-8"), [&](const xmlNode *node) { readElement(node, head); });
    return head;
}

void trimSlashes(std::string &text)
{
    while (!text.empty() && text.back() == '/')
        text.pop_back();
}

/// The announced interface, seen from where the page came from.
std::optional<Site> siteAt(const std::string &announced, const net::Url &page)
{
    const auto resolved = net::resolveUrl(page.origin() + page.path, announced);
    const auto url = resolved ? net::parseUrl(*resolved) : Result<net::Url>(fail(Errc::InvalidInput));
    if (!url)
        return std::nullopt;
    Site site;
    auto path = url->path;
    bool plain = false;
    for (const auto &[name, value] : net::parseQuery(url->query))
        plain = plain || (name == "rest_route" && value == "/");
    if (plain) {
        site.api = page.origin() + path + "?rest_route=/";
        if (path.ends_with("/index.php"))
            path.resize(path.size() - std::string_view("/index.php").size());
    } else {
        trimSlashes(path);
        const auto last = path.rfind('/');
        if (last == std::string::npos || path.size() < 2)
            return std::nullopt; // an interface has a name ("wp-json", or what a plugin made of it)
        site.api = page.origin() + path + "/";
        path.resize(last);
        if (path.ends_with("/index.php"))
            path.resize(path.size() - std::string_view("/index.php").size());
    }
    trimSlashes(path);
    site.home = page.origin() + path;
    return site;
}

Site siteByRule(const std::string &home, bool plain)
{
    return {home, home + (plain ? "/?rest_route=/" : "/wp-json/")};
}

/// Is it the index of a REST interface that knows posts and comments?
bool isIndex(const net::Response &response)
{
    if (!response.ok())
        return false;
    const auto json = parseJson(response.body);
    if (!json)
        return false;
    const auto &spaces = arrayAt(*json, "namespaces");
    return std::any_of(spaces.begin(), spaces.end(), [](const Json &one) { return one.is_string() && one.get_ref<const std::string &>() == "wp/v2"; });
}

net::Request get(std::string url, const char *accept)
{
    net::Request request;
    request.url = std::move(url);
    request.headers.push_back({"Accept", accept});
    return request;
}

net::Request askIndex(const Site &site)
{
    return get(apiUrl(site.api, "/", {{"_fields", "name,home,namespaces"}}), "application/json");
}

std::string typedIn(const Account &account)
{
    const auto typed = account.setting(kSite);
    return typed.empty() ? account.instance : typed;
}

} // namespace

Result<std::string> siteAddress(std::string_view typed, bool privateNetwork)
{
    VIGIE_TRY(auto address, normaliseInstance(typed, privateNetwork));
    const auto scheme = typed.find("://");
    auto rest = std::string(scheme == std::string_view::npos ? typed : typed.substr(scheme + 3));
    rest.resize(std::min({rest.size(), rest.find('?'), rest.find('#'), rest.find_last_not_of(" \t\r\n") + 1}));
    const auto slash = rest.find('/');
    if (slash == std::string::npos)
        return address;
    auto path = rest.substr(slash);
    for (const std::string_view own : {"/wp-admin", "/wp-json", "/wp-login.php", "/index.php", "/xmlrpc.php"})
        path.resize(std::min(path.size(), path.find(own)));
    trimSlashes(path);
    const auto whole = net::parseUrl(address + path);
    return whole ? Result<std::string>(address + path) : fail(whole.error());
}

std::optional<Site> siteOf(const net::Response &response)
{
    const auto page = net::parseUrl(response.finalUrl);
    if (!page)
        return std::nullopt;
    if (const auto announced = net::linkOf(response, kRelation); !announced.empty())
        return siteAt(announced, *page);
    if (!response.ok())
        return std::nullopt;
    const auto head = headOf(response.body);
    if (!head.api.empty())
        return siteAt(head.api, *page);
    return std::nullopt;
}

std::optional<Candidate> guessSite(std::string_view typed)
{
    const auto has = [&](std::string_view part) { return typed.find(part) != std::string_view::npos; };
    if (!has("/wp-admin") && !has("/wp-json") && !has("/wp-login.php") && !has(".wordpress.com") && !has("?rest_route="))
        return std::nullopt;
    const auto address = siteAddress(typed, true);
    if (!address)
        return std::nullopt;
    return Candidate{"wordpress", *address, {{kSite, *address}}, *address, 60};
}

std::optional<net::Request> probeSite(std::string_view typed)
{
    // A handle is nobody's blog.
    if (typed.find('@') != std::string_view::npos)
        return std::nullopt;
    const auto address = siteAddress(typed, true); // whether a private address may be asked is decided where it is asked
    return address ? std::optional(get(*address + "/", "text/html, application/json;q=0.5")) : std::nullopt;
}

std::optional<Candidate> recogniseSite(const net::Response &response)
{
    const auto site = siteOf(response);
    if (!site)
        return std::nullopt;
    auto title = text::fromHtml(headOf(response.body).title).text;
    title = text::cleanUtf8(title.substr(0, kMostTitle));
    return Candidate{"wordpress", site->home, {{kSite, site->home}, {kApi, site->api}}, title.empty() ? site->home : title, 85};
}

Result<SignInProgress> signInSite(const SignInForm &form, std::span<const net::Response> soFar)
{
    VIGIE_TRY(const auto address, siteAddress(typedIn(form.account), allowsPrivateNetwork(form.account)));
    const auto &password = form.typed.field("password");
    if (form.way == AuthKind::Basic && (form.account.setting(kUser).empty() || password.empty()))
        return fail(Errc::InvalidInput, form.account.setting(kUser).empty() ? "missing: user" : "missing: password");
    if (form.way != AuthKind::Basic && form.way != AuthKind::None)
        return fail(Errc::Unsupported, "this network has no such sign-in");
    if (soFar.empty())
        return SignInProgress{get(address + "/", "text/html")};
    const auto announced = siteOf(soFar.front());
    const Site candidates[] = {announced.value_or(siteByRule(address, false)), siteByRule(address, true)};
    const auto tried = soFar.size() - 1; // answers about the interface itself
    if (tried > 0 && isIndex(soFar.back())) {
        const auto &site = candidates[tried - 1];
        if (address.rfind("https://", 0) == 0 && site.home.rfind("https://", 0) != 0)
            return fail(Errc::PolicyRefused, "the site leads from https to http: a password would travel in the clear");
        SignedIn done;
        if (form.way == AuthKind::Basic)
            done.credential.access = password;
        else
            done.credential.set("way", Secret("public")); // an entry of the secret store holds something
        done.instance = site.home;
        done.settings = {{kSite, site.home}, {kApi, site.api}};
        return SignInProgress{std::move(done)};
    }
    if (tried < std::size(candidates))
        return SignInProgress{askIndex(candidates[tried])};
    if (!soFar.front().ok() && !announced)
        return fail(httpError(soFar.front(), {}, form.now));
    return fail(Errc::Unsupported, "there is no WordPress at this address, or its REST interface is switched off");
}

} // namespace vigie::connect::wordpress
