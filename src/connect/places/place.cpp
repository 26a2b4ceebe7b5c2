// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/places/place.hpp"

#include "connect/common/http_error.hpp"
#include "connect/common/upload.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/net/url.hpp>

namespace vigie::connect::places {

namespace {

constexpr const char *kTrialText = "Vigie looks whether what it puts here can be fetched by everybody.\n";
constexpr std::size_t kNameBytes = 12;

/// Address of a file of the folder that a setting names.
Result<std::string> fileOf(const Account &account, const char *setting, const std::string &name)
{
    auto folder = account.setting(setting);
    while (!folder.empty() && folder.back() == '/')
        folder.pop_back();
    VIGIE_TRY(const auto url, net::parseUrl(folder));
    if (url.credentials || !url.query.empty() || !url.fragment.empty())
        return fail(Errc::InvalidInput, "the address of the folder holds a password, a question or a mark: " + net::urlForLog(folder));
    return folder + "/" + net::encodeComponent(name);
}

/// Nobody guesses it, and it is the same at each look, so that a trial that was cut short leaves one file at the most.
std::string trialName(const Account &account)
{
    return "vigie-" + sha256(account.setting(kFolder) + "\n" + account.setting(kUser), kNameBytes) + ".txt";
}

Result<net::Request> remove(const Account &account, const std::string &name)
{
    net::Request request;
    request.method = net::Method::Delete;
    VIGIE_TRY(request.url, fileOf(account, kFolder, name));
    return request;
}

} // namespace

Descriptor placeDescriptor()
{
    Descriptor all;
    all.family = "place";
    all.rate = {300, std::chrono::seconds{300}, std::chrono::hours{1}};
    all.verification = Verification::RealServer;
    return all;
}

Result<SignInProgress> Place::signIn(const SignInForm &form, std::span<const net::Response> /*soFar*/) const
{
    const auto folder = form.account.setting(kFolder);
    VIGIE_TRY(const auto url, net::parseUrl(folder));
    VIGIE_CHECK(fileOf(form.account, kFolder, "x"));
    VIGIE_CHECK(fileOf(form.account, kPublic, "x"));
    SignedIn done;
    VIGIE_TRY(done.instance, normaliseInstance(folder, allowsPrivateNetwork(form.account)));
    if (url.scheme == "http" && done.instance.rfind("http://", 0) != 0)
        return fail(Errc::PolicyRefused, "a password would travel in the clear: the address has to begin with https");
    done.credential.access = form.typed.field("password");
    if (form.account.setting(kUser).empty() || done.credential.access.empty())
        return fail(Errc::InvalidInput, form.account.setting(kUser).empty() ? "missing: user" : "missing: password");
    return SignInProgress{std::move(done)};
}

Result<std::optional<net::Request>> Place::buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const
{
    if (soFar.size() >= 3 || (soFar.size() == 1 && !soFar[0].ok()))
        return std::nullopt;
    const auto name = trialName(context.account);
    net::Request request;
    if (soFar.size() == 1) {
        VIGIE_TRY(request.url, fileOf(context.account, kPublic, name)); // as anybody: without what signs us in
    } else {
        const bool first = soFar.empty();
        const std::string body = first ? kTrialText : "";
        request.method = first ? net::Method::Put : net::Method::Delete;
        VIGIE_TRY(request.url, fileOf(context.account, kFolder, name));
        if (first)
            request.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        request.body = body;
        VIGIE_CHECK(authorise(context, request, sha256(body)));
    }
    return std::optional(withPermission(std::move(request), context.account));
}

Result<WhoAmI> Place::parseWhoAmI(const Context &context, std::span<const net::Response> answers) const
{
    if (answers.empty())
        return fail(Errc::Internal, "nothing was asked");
    if (!answers[0].ok())
        return fail(httpError(answers[0], context.token, context.now));
    if (answers.size() < 2 || !answers[1].ok() || answers[1].body != kTrialText)
        return fail(Errc::ContentRefused, "a line of text was put into the folder, and is not found at the public address: the two addresses are not of the same folder, or not everybody may read it");
    VIGIE_TRY(const auto folder, net::parseUrl(context.account.setting(kFolder)));
    WhoAmI who;
    who.author.nativeId = folder.origin() + folder.path;
    who.author.handle = folder.host;
    who.author.name = folder.host + (folder.path == "/" ? std::string() : folder.path);
    return who;
}

Result<net::Request> Place::buildHost(const Context &context, const OutboundMedia &media, const std::string &name) const
{
    net::Request request;
    request.method = net::Method::Put;
    VIGIE_TRY(request.url, fileOf(context.account, kFolder, name));
    request.headers = {{"Content-Type", media.mime}};
    request.bodyFile = media.path;
    request.timeout = kUploadTimeout;
    VIGIE_CHECK(authorise(context, request, media.sha256));
    return withPermission(std::move(request), context.account);
}

Result<HostsFiles::Hosted> Place::parseHost(const Context &context, const std::string &name, const net::Response &response) const
{
    if (!response.ok())
        return fail(httpError(response, context.token, context.now));
    VIGIE_TRY(auto address, fileOf(context.account, kPublic, name));
    return Hosted{std::move(address), name};
}

Result<net::Request> Place::buildUnhost(const Context &context, const std::string &handle) const
{
    VIGIE_TRY(auto request, remove(context.account, handle));
    VIGIE_CHECK(authorise(context, request, sha256("")));
    return withPermission(std::move(request), context.account);
}

Result<void> Place::parseUnhost(const Context &context, const net::Response &response) const
{
    if (response.ok() || response.status == 404 || response.status == 410)
        return {};
    return fail(httpError(response, context.token, context.now));
}

} // namespace vigie::connect::places
