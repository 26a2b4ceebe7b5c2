// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

constexpr std::chrono::hours kIdempotencyLife{1};

bool mayRead(const Status &status, Key viewer)
{
    return status.visibility == "public" || status.visibility == "unlisted" || status.author == viewer
           || std::find(status.mentions.begin(), status.mentions.end(), viewer) != status.mentions.end();
}

Status *readable(Api &api, const Call &call)
{
    Status *status = api.network.status(call.id());
    return status != nullptr && mayRead(*status, call.viewer) ? status : nullptr;
}

Reply invalid(const std::string &what) { return problem(422, "Validation failed: " + what); }

bool readPoll(const Call &call, Instant now, std::optional<Poll> *out, std::string *error)
{
    const std::vector<std::string> options = call.list("poll[options]");
    if (options.empty())
        return true;
    Poll poll;
    for (const std::string &option : options) {
        if (option.empty() || countCharacters(option) > 50)
            *error = "Poll options can't be longer than 50 characters each";
        poll.options.push_back({option, {}});
    }
    if (options.size() < 2 || options.size() > 4)
        *error = "Poll must have more than one item and at most 4";
    const auto seconds = static_cast<std::int64_t>(idFrom(call.param("poll[expires_in]")));
    if (seconds < 300 || seconds > 2'629'746)
        *error = "Poll duration is too short or too far into the future";
    poll.multiple = call.flag("poll[multiple]");
    poll.expiresAt = now + std::chrono::seconds(seconds);
    *out = poll;
    return error->empty();
}

/// What is wrong with a text and its files, as Mastodon says it; empty when nothing is.
std::string problemOf(Api &api, const Call &call, const NewStatus &draft)
{
    if (draft.text.find_first_not_of(" \t\r\n") == std::string::npos && draft.media.empty())
        return "Text can't be blank";
    if (countCharacters(draft.text) + countCharacters(draft.spoiler) > kMaxCharacters)
        return "Text character limit of 500 exceeded";
    if (draft.media.size() > 4)
        return "Cannot attach more than 4 files";
    for (const Key id : draft.media) {
        const auto it = api.network.media.find(id);
        if (it == api.network.media.end() || it->second.owner != call.viewer)
            return "Media attachment not found";
        if (it->second.processingPolls > 0)
            return "Cannot attach files that have not finished processing. Try again in a moment!";
    }
    return {};
}

Reply create(Api &api, Call &call)
{
    Network &network = api.network;
    if (call.has("scheduled_at") && !call.param("scheduled_at").empty())
        return invalid("Scheduled at is not offered here: Vigie's own clock posts");
    if (!call.idempotencyKey.empty() && !call.ignoreKey) {
        const auto known = network.idempotency.find(call.idempotencyKey);
        if (known != network.idempotency.end() && network.now() - known->second.second < kIdempotencyLife) {
            const Status *before = network.status(known->second.first);
            return before != nullptr ? json(statusJson(network, *before, call.viewer)) : notFound();
        }
    }
    NewStatus draft;
    draft.author = call.viewer;
    draft.text = call.param("status");
    draft.spoiler = call.param("spoiler_text");
    draft.lang = call.has("language") ? call.param("language") : network.account(call.viewer)->lang;
    draft.sensitive = call.flag("sensitive");
    draft.idempotencyKey = call.idempotencyKey;
    if (call.has("visibility") && !call.param("visibility").empty())
        draft.visibility = call.param("visibility");
    if (draft.visibility != "public" && draft.visibility != "unlisted" && draft.visibility != "private" && draft.visibility != "direct")
        return problem(422, "'" + draft.visibility + "' is not a valid visibility");
    for (const std::string &id : call.list("media_ids"))
        draft.media.push_back(idFrom(id));
    if (const std::string parent = call.param("in_reply_to_id"); !parent.empty()) {
        const Status *target = network.status(idFrom(parent));
        if (target == nullptr || !mayRead(*target, call.viewer))
            return problem(404, "The post you are trying to reply to does not appear to exist.");
        draft.inReplyTo = target->id;
    }
    std::string wrong = problemOf(api, call, draft);
    if (!wrong.empty() || !readPoll(call, network.now(), &draft.poll, &wrong))
        return invalid(wrong);
    const Status &status = network.post(std::move(draft));
    if (!call.idempotencyKey.empty())
        network.idempotency[call.idempotencyKey] = {status.id, network.now()};
    return json(statusJson(network, status, call.viewer));
}

Reply update(Api &api, Call &call)
{
    Status *status = api.network.status(call.id());
    if (status == nullptr || status->author != call.viewer)
        return notFound();
    NewStatus draft;
    draft.text = call.has("status") ? call.param("status") : status->text;
    draft.spoiler = call.has("spoiler_text") ? call.param("spoiler_text") : status->spoiler;
    for (const std::string &id : call.list("media_ids"))
        draft.media.push_back(idFrom(id));
    if (const std::string wrong = problemOf(api, call, draft); !wrong.empty())
        return invalid(wrong);
    if (call.has("media_ids[]") || call.has("media_ids"))
        status->media = draft.media;
    if (call.has("language"))
        status->lang = call.param("language");
    api.network.edit(*status, draft.text, draft.spoiler);
    return json(statusJson(api.network, *status, call.viewer));
}

Reply erase(Api &api, Call &call)
{
    Status *status = api.network.status(call.id());
    if (status == nullptr || status->author != call.viewer)
        return notFound();
    Json body = statusJson(api.network, *status, call.viewer);
    body["text"] = status->text;
    body.erase("content");
    api.network.remove(status->id);
    return json(body);
}

Reply context(Api &api, Call &call)
{
    const Status *status = readable(api, call);
    if (status == nullptr)
        return notFound();
    const std::size_t most = call.viewer != 0 ? 4096 : 60;
    const auto views = [&](const std::vector<Key> &ids) {
        Json out = Json::array();
        for (const Key id : ids)
            if (const Status *one = api.network.status(id); one != nullptr && out.size() < most && mayRead(*one, call.viewer))
                out.push_back(statusJson(api.network, *one, call.viewer));
        return out;
    };
    return json({{"ancestors", views(api.network.ancestors(*status))}, {"descendants", views(api.network.descendants(status->id))}});
}

Reply several(Api &api, Call &call)
{
    Json body = Json::array();
    for (const std::string &id : call.list("id"))
        if (const Status *status = api.network.status(idFrom(id)); status != nullptr && mayRead(*status, call.viewer))
            body.push_back(statusJson(api.network, *status, call.viewer));
    return json(body);
}

} // namespace

void addStatusRoutes(Api &api)
{
    using Auth = Api::Auth;
    api.route("POST", "/api/v1/statuses", Auth::User, "write:statuses", [&api](Call &call) { return create(api, call); });
    api.route("GET", "/api/v1/statuses", Auth::None, "", [&api](Call &call) { return several(api, call); });
    api.route("GET", "/api/v1/statuses/:id", Auth::None, "", [&api](Call &call) {
        const Status *status = readable(api, call);
        return status != nullptr ? json(statusJson(api.network, *status, call.viewer)) : notFound();
    });
    api.route("PUT", "/api/v1/statuses/:id", Auth::User, "write:statuses", [&api](Call &call) { return update(api, call); });
    api.route("DELETE", "/api/v1/statuses/:id", Auth::User, "write:statuses", [&api](Call &call) { return erase(api, call); });
    api.route("GET", "/api/v1/statuses/:id/context", Auth::None, "", [&api](Call &call) { return context(api, call); });
    api.route("GET", "/api/v1/statuses/:id/history", Auth::None, "", [&api](Call &call) {
        const Status *status = readable(api, call);
        return status != nullptr ? json(historyJson(api.network, *status)) : notFound();
    });
    api.route("GET", "/api/v1/statuses/:id/source", Auth::User, "read:statuses", [&api](Call &call) {
        const Status *status = readable(api, call);
        return status != nullptr ? json({{"id", idText(status->id)}, {"text", status->text}, {"spoiler_text", status->spoiler}})
                                 : notFound();
    });
    api.route("GET", "/api/v1/scheduled_statuses", Auth::User, "read:statuses", [](Call &) { return json(Json::array()); });
}

} // namespace vigie::practice
