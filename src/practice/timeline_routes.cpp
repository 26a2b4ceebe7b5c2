// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

Reply statusPage(Api &api, Call &call, std::vector<Key> fit)
{
    const std::vector<Key> ids = page(call, std::move(fit), {20, 40});
    Json body = Json::array();
    for (const Key id : ids)
        body.push_back(statusJson(api.network, *api.network.status(id), call.viewer));
    Reply reply = json(body);
    addLinks(reply, api.network, call, ids);
    return reply;
}

bool hidden(const Network &network, const Status &status)
{
    return network.muted.count(status.author) != 0 || network.blocked.count(status.author) != 0;
}

Reply tagTimeline(Api &api, Call &call)
{
    const auto tagged = [&](const std::vector<std::string> &names, const Status &status, bool every) {
        std::size_t found = 0;
        for (const std::string &name : names)
            found += std::any_of(status.tags.begin(), status.tags.end(),
                                 [&](const std::string &tag) { return foldTag(tag) == foldTag(name); }) ? 1U : 0U;
        return every ? found == names.size() : found > 0;
    };
    std::vector<Key> candidates = api.network.idsWithTag(foldTag(call.captured[0]));
    for (const std::string &other : call.list("any")) {
        const std::vector<Key> more = api.network.idsWithTag(foldTag(other));
        candidates.insert(candidates.end(), more.begin(), more.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<Key> fit;
    for (const Key id : candidates) {
        const Status *status = api.network.status(id);
        if (status != nullptr && status->visibility == "public" && status->boostOf == 0 && !hidden(api.network, *status)
            && tagged(call.list("all"), *status, true) && !tagged(call.list("none"), *status, false)
            && !(call.flag("only_media") && status->media.empty()))
            fit.push_back(id);
    }
    return statusPage(api, call, std::move(fit));
}

Reply homeTimeline(Api &api, Call &call)
{
    std::vector<Key> fit;
    for (const auto &[id, status] : api.network.statuses)
        if (!status.deleted && (status.author == call.viewer || api.network.followed.count(status.author) != 0)
            && !hidden(api.network, status))
            fit.push_back(id);
    return statusPage(api, call, std::move(fit));
}

Reply publicTimeline(Api &api, Call &call)
{
    std::vector<Key> fit;
    for (const auto &[id, status] : api.network.statuses) {
        const Account *author = api.network.account(status.author);
        const bool local = author != nullptr && author->host.empty();
        if (!status.deleted && status.visibility == "public" && status.boostOf == 0 && status.inReplyTo == 0
            && !hidden(api.network, status) && !(call.flag("local") && !local) && !(call.flag("remote") && local))
            fit.push_back(id);
    }
    return statusPage(api, call, std::move(fit));
}

Reply notificationPage(Api &api, Call &call)
{
    const std::vector<std::string> types = call.list("types"), excluded = call.list("exclude_types");
    const auto in = [](const std::vector<std::string> &list, const std::string &type) {
        return std::find(list.begin(), list.end(), type) != list.end();
    };
    const Key from = idFrom(call.param("account_id"));
    std::vector<Key> fit;
    for (const auto &[id, note] : api.network.notifications)
        if (note.owner == call.viewer && (types.empty() || in(types, note.type)) && !in(excluded, note.type) && (from == 0 || from == note.account))
            fit.push_back(id);
    const std::vector<Key> ids = page(call, fit, {40, 80});
    Json body = Json::array();
    for (const Key id : ids)
        body.push_back(notificationJson(api.network, api.network.notifications.at(id)));
    Reply reply = json(body);
    addLinks(reply, api.network, call, ids);
    return reply;
}

std::vector<std::string> searchWords(const std::string &query)
{
    std::vector<std::string> words;
    std::string current;
    bool quoted = false;
    for (const char c : query + ' ') {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            if (!current.empty())
                words.push_back(foldTag(current));
            current.clear();
        } else {
            current += c;
        }
    }
    return words;
}

Reply search(Api &api, Call &call)
{
    const std::vector<std::string> words = searchWords(call.param("q"));
    const std::string type = call.param("type");
    if (words.empty())
        return problem(400, "param is missing or the value is empty: q");
    Json accounts = Json::array(), statuses = Json::array(), tags = Json::array();
    const std::size_t limit = std::clamp<std::size_t>(idFrom(call.param("limit")) == 0 ? 20 : idFrom(call.param("limit")), 1, 40);
    std::size_t skip = idFrom(call.param("offset"));
    if (type.empty() || type == "accounts") {
        if (const Account *exact = api.network.accountNamed(call.param("q")))
            accounts.push_back(accountJson(api.network, *exact));
        else
            for (const auto &[id, account] : api.network.accounts)
                if (accounts.size() < limit && foldTag(account.name + ' ' + account.acct()).find(words[0]) != std::string::npos)
                    accounts.push_back(accountJson(api.network, account));
    }
    const Key max = idFrom(call.param("max_id")), min = idFrom(call.param("min_id"));
    if ((type.empty() || type == "statuses") && call.viewer != 0) {
        for (auto it = api.network.statuses.rbegin(); it != api.network.statuses.rend() && statuses.size() < limit; ++it) {
            const Status &status = it->second;
            if (status.deleted || status.boostOf != 0 || status.visibility != "public" || (max != 0 && status.id >= max)
                || (min != 0 && status.id <= min))
                continue;
            const std::string text = foldTag(status.text);
            const bool all = std::all_of(words.begin(), words.end(), [&](const std::string &word) { return text.find(word) != std::string::npos; });
            if (all && skip > 0)
                --skip;
            else if (all)
                statuses.push_back(statusJson(api.network, status, call.viewer));
        }
    }
    return json({{"accounts", accounts}, {"statuses", statuses}, {"hashtags", tags}});
}

Reply conversations(Api &api, Call &call)
{
    std::map<Key, Key> latest; // first post of a private thread -> its newest
    for (const auto &[id, status] : api.network.statuses) {
        const bool with = status.author == call.viewer
                          || std::find(status.mentions.begin(), status.mentions.end(), call.viewer) != status.mentions.end();
        if (status.deleted || status.visibility != "direct" || !with)
            continue;
        const std::vector<Key> above = api.network.ancestors(status);
        latest[above.empty() ? id : above.front()] = id;
    }
    std::vector<Key> newest;
    for (const auto &[root, id] : latest)
        newest.push_back(id);
    std::sort(newest.begin(), newest.end());
    const std::vector<Key> ids = page(call, newest, {20, 40});
    Json body = Json::array();
    for (const Key id : ids) {
        const Status &status = *api.network.status(id);
        Json people = Json::array();
        std::set<Key> who(status.mentions.begin(), status.mentions.end());
        who.insert(status.author);
        who.erase(call.viewer);
        for (const Key one : who)
            people.push_back(accountJson(api.network, *api.network.account(one)));
        body.push_back({{"id", idText(id)}, {"unread", status.author != call.viewer}, {"accounts", people},
                        {"last_status", statusJson(api.network, status, call.viewer)}});
    }
    Reply reply = json(body);
    addLinks(reply, api.network, call, ids);
    return reply;
}

} // namespace

void addTimelineRoutes(Api &api)
{
    using Auth = Api::Auth;
    api.route("GET", "/api/v1/timelines/tag/:tag", Auth::None, "", [&api](Call &call) { return tagTimeline(api, call); });
    api.route("GET", "/api/v1/timelines/home", Auth::User, "read:statuses", [&api](Call &call) { return homeTimeline(api, call); });
    api.route("GET", "/api/v1/timelines/public", Auth::None, "", [&api](Call &call) { return publicTimeline(api, call); });
    api.route("GET", "/api/v1/notifications", Auth::User, "read:notifications", [&api](Call &call) { return notificationPage(api, call); });
    api.route("GET", "/api/v1/notifications/unread_count", Auth::User, "read:notifications", [&api](Call &call) {
        const auto &all = api.network.notifications;
        const auto own = std::count_if(all.begin(), all.end(), [&](const auto &one) { return one.second.owner == call.viewer; });
        return json({{"count", std::min<std::ptrdiff_t>(100, own)}});
    });
    api.route("GET", "/api/v1/notifications/:id", Auth::User, "read:notifications", [&api](Call &call) {
        const auto it = api.network.notifications.find(call.id());
        return it == api.network.notifications.end() || it->second.owner != call.viewer ? notFound() : json(notificationJson(api.network, it->second));
    });
    api.route("GET", "/api/v2/search", Auth::User, "read:search", [&api](Call &call) { return search(api, call); });
    api.route("GET", "/api/v1/conversations", Auth::User, "read:statuses", [&api](Call &call) { return conversations(api, call); });
}

} // namespace vigie::practice
