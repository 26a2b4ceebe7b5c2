// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"
#include "practice/png.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

constexpr std::size_t kLargestImage = 16U << 20;
constexpr int kSlowPolls = 2;

Reply upload(Api &api, Call &call)
{
    const auto file = std::find_if(call.files.begin(), call.files.end(), [](const Upload &one) { return one.name == "file"; });
    if (file == call.files.end() || file->bytes.empty())
        return problem(422, "Validation failed: File can't be blank");
    static constexpr std::string_view kTypes[] = {"image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4"};
    if (std::find(std::begin(kTypes), std::end(kTypes), file->mime) == std::end(kTypes))
        return problem(422, "Validation failed: File content type is invalid, File is invalid");
    if (file->bytes.size() > kLargestImage && file->mime.rfind("image/", 0) == 0)
        return problem(422, "Validation failed: File file size must be less than 16 MB");
    const std::string description = call.param("description");
    if (countCharacters(description) > 1500)
        return problem(422, "Validation failed: Description is too long");
    Media media;
    media.id = api.network.nextId(api.network.now());
    media.owner = call.viewer;
    media.mime = file->mime;
    media.description = description;
    media.bytes = file->bytes;
    media.processingPolls = file->fileName.find("slow") != std::string::npos ? kSlowPolls : 0;
    imageSize(media.bytes, &media.width, &media.height);
    const Media &stored = api.network.media[media.id] = std::move(media);
    api.network.touched.media.insert(stored.id);
    ++api.network.changes;
    return json(mediaJson(api.network, stored), stored.processingPolls > 0 ? 202 : 200);
}

Media *ownMedia(Api &api, const Call &call)
{
    const auto it = api.network.media.find(call.id());
    return it != api.network.media.end() && it->second.owner == call.viewer ? &it->second : nullptr;
}

Reply picture(std::string bytes, const std::string &mime)
{
    Reply reply;
    reply.type = mime;
    reply.body = std::move(bytes);
    reply.headers.push_back({"Cache-Control", "public, max-age=86400"});
    return reply;
}

Key idOfFile(const std::string &name) { return idFrom(name.substr(0, name.find('.'))); }

} // namespace

void addMediaRoutes(Api &api)
{
    using Auth = Api::Auth;
    api.route("POST", "/api/v2/media", Auth::User, "write:media", [&api](Call &call) { return upload(api, call); });
    api.route("POST", "/api/v1/media", Auth::User, "write:media", [&api](Call &call) { return upload(api, call); });
    api.route("GET", "/api/v1/media/:id", Auth::User, "write:media", [&api](Call &call) {
        Media *media = ownMedia(api, call);
        if (media == nullptr)
            return notFound();
        const int left = media->processingPolls;
        if (left > 0)
            --media->processingPolls;
        return json(mediaJson(api.network, *media), left > 1 ? 206 : 200);
    });
    api.route("PUT", "/api/v1/media/:id", Auth::User, "write:media", [&api](Call &call) {
        Media *media = ownMedia(api, call);
        if (media == nullptr)
            return notFound();
        media->description = call.param("description");
        api.network.touched.media.insert(media->id);
        ++api.network.changes;
        return json(mediaJson(api.network, *media));
    });
    api.route("GET", "/avatars/:file", Auth::None, "", [&api](Call &call) {
        const Account *account = api.network.account(idOfFile(call.captured[0]));
        return account != nullptr ? picture(avatarPng(account->id), "image/png") : notFound();
    });
    api.route("GET", "/emoji/:file", Auth::None, "", [&api](Call &call) {
        const std::string code = call.captured[0].substr(0, call.captured[0].find('.'));
        return api.network.emojis.count(code) != 0 ? picture(avatarPng(std::hash<std::string>{}(code)), "image/png") : notFound();
    });
    api.route("GET", "/media/:file", Auth::None, "", [&api](Call &call) {
        const auto it = api.network.media.find(idOfFile(call.captured[0]));
        if (it == api.network.media.end())
            return notFound();
        const Media &media = it->second;
        return picture(media.paint >= 0 ? picturePng(static_cast<std::uint64_t>(media.paint), media.width, media.height) : media.bytes,
                       media.mime);
    });
}

} // namespace vigie::practice
