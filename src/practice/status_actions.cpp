// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

using Change = std::function<void(Api &, Status &, Key viewer)>;

void addAction(Api &api, const char *verb, const char *scope, Change change)
{
    const std::string pattern = std::string("/api/v1/statuses/:id/") + verb;
    api.route("POST", pattern.c_str(), Api::Auth::User, scope, [&api, change = std::move(change)](Call &call) {
        Status *status = api.network.status(call.id());
        if (status == nullptr)
            return notFound();
        change(api, *status, call.viewer);
        ++api.network.changes;
        return json(statusJson(api.network, *status, call.viewer));
    });
}

void addFlag(Api &api, const char *verb, bool on)
{
    addAction(api, verb, "write:bookmarks", [on](Api &, Status &status, Key viewer) {
        if (on)
            status.bookmarkedBy.insert(viewer);
        else
            status.bookmarkedBy.erase(viewer);
    });
}

Reply whoDid(Api &api, const std::vector<Key> &people)
{
    Json body = Json::array();
    for (const Key id : people)
        if (const Account *account = api.network.account(id); account != nullptr && body.size() < 80)
            body.push_back(accountJson(api.network, *account));
    return json(body);
}

Poll *findPoll(Api &api, Key id)
{
    // A poll's id is the one after its post's.
    Status *status = api.network.status(id - 1);
    return status != nullptr && status->poll && status->poll->id == id ? &*status->poll : nullptr;
}

Reply vote(Api &api, Call &call)
{
    Poll *poll = findPoll(api, call.id());
    if (poll == nullptr)
        return notFound();
    const std::vector<std::string> choices = call.list("choices");
    const bool voted = std::any_of(poll->options.begin(), poll->options.end(),
                                   [&](const PollOption &option) { return option.voters.count(call.viewer) != 0; });
    if (poll->expiresAt <= api.network.now())
        return problem(422, "Validation failed: The poll has already ended");
    if (voted)
        return problem(422, "Validation failed: You have already voted on this poll");
    if (choices.empty() || (choices.size() > 1 && !poll->multiple))
        return problem(422, "Validation failed: The chosen vote option does not exist");
    for (const std::string &choice : choices)
        if (choice.size() != 1 || choice[0] < '0' || static_cast<std::size_t>(choice[0] - '0') >= poll->options.size())
            return problem(422, "Validation failed: The chosen vote option does not exist");
    for (const std::string &choice : choices)
        poll->options[static_cast<std::size_t>(choice[0] - '0')].voters.insert(call.viewer);
    ++api.network.changes;
    return json(pollJson(api.network, *poll, call.viewer));
}

} // namespace

void addStatusActions(Api &api)
{
    using Auth = Api::Auth;
    addAction(api, "favourite", "write:favourites", [](Api &a, Status &s, Key viewer) { a.network.favourite(viewer, s.id, true); });
    addAction(api, "unfavourite", "write:favourites", [](Api &a, Status &s, Key viewer) { a.network.favourite(viewer, s.id, false); });
    addFlag(api, "bookmark", true);
    addFlag(api, "unbookmark", false);
    addAction(api, "mute", "write:mutes", [](Api &a, Status &s, Key) { a.network.mutedThreads.insert(s.id); });
    addAction(api, "unmute", "write:mutes", [](Api &a, Status &s, Key) { a.network.mutedThreads.erase(s.id); });
    addAction(api, "unreblog", "write:statuses", [](Api &a, Status &s, Key viewer) { a.network.unboost(viewer, s.id); });
    api.route("POST", "/api/v1/statuses/:id/reblog", Auth::User, "write:statuses", [&api](Call &call) {
        const Status *wrapper = api.network.boost(call.viewer, call.id());
        return wrapper != nullptr ? json(statusJson(api.network, *wrapper, call.viewer)) : notFound();
    });
    api.route("GET", "/api/v1/statuses/:id/favourited_by", Auth::None, "", [&api](Call &call) {
        const Status *status = api.network.status(call.id());
        return status == nullptr ? notFound() : whoDid(api, {status->favouritedBy.begin(), status->favouritedBy.end()});
    });
    api.route("GET", "/api/v1/statuses/:id/reblogged_by", Auth::None, "", [&api](Call &call) {
        const Status *status = api.network.status(call.id());
        if (status == nullptr)
            return notFound();
        std::vector<Key> people;
        for (const Key id : status->boosts)
            if (const Status *wrapper = api.network.status(id))
                people.push_back(wrapper->author);
        return whoDid(api, people);
    });
    api.route("GET", "/api/v1/polls/:id", Auth::None, "", [&api](Call &call) {
        const Poll *poll = findPoll(api, call.id());
        return poll != nullptr ? json(pollJson(api.network, *poll, call.viewer)) : notFound();
    });
    api.route("POST", "/api/v1/polls/:id/votes", Auth::User, "write:statuses", [&api](Call &call) { return vote(api, call); });
}

} // namespace vigie::practice
