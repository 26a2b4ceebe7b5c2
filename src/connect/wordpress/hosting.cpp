// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/hosting.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/upload.hpp"
#include "connect/wordpress/wire.hpp"

#include <algorithm>

namespace vigie::connect::wordpress {

Result<net::Request> hostRequest(const Context &context, const OutboundMedia &media, const std::string &name)
{
    if (!signedIn(context))
        return fail(Errc::NoSecret, "only who signs in on the site can put files there");
    auto upload = request(context, net::Method::Post, "/wp/v2/media", {{"_fields", "id,source_url"}});
    upload.timeout = kUploadTimeout;
    upload.form.push_back(fileField("file", media));
    upload.form.back().fileName = name;
    return upload;
}

Result<HostsFiles::Hosted> hosted(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    HostsFiles::Hosted file{urlAt(body, "source_url"), idAt(body, "id")};
    if (file.address.empty() || file.handle.empty())
        return fail(Errc::Protocol, "the upload got no address");
    return file;
}

Result<net::Request> unhostRequest(const Context &context, const std::string &id)
{
    if (id.empty() || !std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return fail(Errc::InvalidInput, "not a file of the media library");
    return request(context, net::Method::Delete, "/wp/v2/media/" + id, {{"force", "true"}, {"_fields", "deleted"}});
}

Result<void> unhosted(const Context &context, const net::Response &response)
{
    if (response.ok() || response.status == 404 || response.status == 410)
        return {};
    return fail(refusal(context, response));
}

} // namespace vigie::connect::wordpress
