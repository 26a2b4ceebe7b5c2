// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"

namespace vigie::practice {

namespace {

/// Streaming has a server and messages of its own.
void addStream(Api &api, const char *path, std::function<Reply(Call &, Reply)> open)
{
    api.route("GET", path, Api::Auth::None, "", [&api, open = std::move(open)](Call &call) {
        if (!api.streams)
            return notFound();
        if (call.bearer.empty())
            return problem(401, "Missing access token");
        if (call.viewer == 0)
            return problem(401, "Invalid access token");
        if (call.scopes.find("read") == std::string::npos)
            return problem(401, "Access token does not have the required scopes");
        Reply reply;
        reply.type = "text/event-stream";
        reply.headers.push_back({"Cache-Control", "private, no-store"});
        return open(call, std::move(reply));
    });
}

void addFixed(Api &api, const char *path, const char *channel)
{
    addStream(api, path, [channel](Call &, Reply reply) {
        reply.channel = channel;
        return reply;
    });
}

} // namespace

void addStreamRoutes(Api &api)
{
    addStream(api, "/api/v1/streaming/user", [&api](Call &call, Reply reply) {
        reply.channel = api.network.userChannel(call.viewer);
        return reply;
    });
    addFixed(api, "/api/v1/streaming/user/notification", "user:notification");
    addStream(api, "/api/v1/streaming/hashtag", [](Call &call, Reply reply) {
        const std::string tag = foldTag(call.param("tag"));
        if (tag.empty())
            return problem(400, "Missing tag name parameter");
        reply.channel = "hashtag:" + tag;
        return reply;
    });
}

} // namespace vigie::practice
