// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"

#include <algorithm>

namespace vigie::practice {

namespace {

Reply verifyCredentials(Api &api, Call &call)
{
    const Account *account = api.network.account(call.viewer);
    Json body = accountJson(api.network, *account);
    body["source"] = {{"privacy", "public"}, {"sensitive", false}, {"language", account->lang}, {"note", account->note},
                      {"fields", Json::array()}, {"follow_requests_count", 0}};
    return json(body);
}

Reply accountStatuses(Api &api, Call &call)
{
    if (api.network.account(call.id()) == nullptr)
        return notFound();
    const bool own = call.viewer == call.id();
    std::vector<Key> fit;
    for (const Key id : api.network.postsOf(call.id())) {
        const Status &status = *api.network.status(id);
        const bool visible = own || status.visibility == "public" || status.visibility == "unlisted";
        if (visible && !(call.flag("exclude_replies") && status.inReplyTo != 0)
            && !(call.flag("exclude_reblogs") && status.boostOf != 0) && !(call.flag("only_media") && status.media.empty())
            && !call.flag("pinned"))
            fit.push_back(id);
    }
    const std::vector<Key> ids = page(call, fit, {20, 40});
    Json body = Json::array();
    for (const Key id : ids)
        body.push_back(statusJson(api.network, *api.network.status(id), call.viewer));
    Reply reply = json(body);
    addLinks(reply, api.network, call, ids);
    return reply;
}

Reply accountSearch(Api &api, Call &call)
{
    std::string wanted = foldTag(call.param("q"));
    if (!wanted.empty() && wanted.front() == '@')
        wanted.erase(0, 1);
    Json body = Json::array();
    for (const auto &[id, account] : api.network.accounts)
        if (body.size() < 40
            && (foldTag(account.acct()).find(wanted) != std::string::npos || foldTag(account.name).find(wanted) != std::string::npos))
            body.push_back(accountJson(api.network, account));
    return json(body);
}

/// mute, block, follow and their opposites change one set and answer with the relationship.
void addRelation(Api &api, const char *verb, const char *scope, std::set<Key> Network::*set, bool on)
{
    const std::string pattern = std::string("/api/v1/accounts/:id/") + verb;
    api.route("POST", pattern.c_str(), Api::Auth::User, scope, [&api, set, on](Call &call) {
        const Account *account = api.network.account(call.id());
        if (account == nullptr)
            return notFound();
        if (account->id == call.viewer)
            return problem(403, "This action is not allowed");
        if (on)
            (api.network.*set).insert(account->id);
        else
            (api.network.*set).erase(account->id);
        ++api.network.changes;
        return json(relationshipJson(api.network, *account));
    });
}

Reply report(Api &api, Call &call)
{
    const Account *account = api.network.account(idFrom(call.param("account_id")));
    if (account == nullptr)
        return notFound();
    Json statusIds = Json::array();
    for (const std::string &id : call.list("status_ids"))
        statusIds.push_back(id);
    ++api.network.changes;
    return json({{"id", std::to_string(++api.network.reports)}, {"action_taken", false}, {"action_taken_at", nullptr},
                 {"category", call.has("category") ? call.param("category") : "other"}, {"comment", call.param("comment")},
                 {"forwarded", call.flag("forward")}, {"created_at", isoMillis(api.network.now())},
                 {"status_ids", statusIds}, {"rule_ids", nullptr}, {"target_account", accountJson(api.network, *account)}});
}

} // namespace

void addAccountRoutes(Api &api)
{
    using Auth = Api::Auth;
    api.route("GET", "/api/v1/accounts/verify_credentials", Auth::User, "read:accounts",
              [&api](Call &call) { return verifyCredentials(api, call); });
    api.route("GET", "/api/v1/preferences", Auth::User, "read:accounts", [](Call &) {
        return json({{"posting:default:visibility", "public"}, {"posting:default:sensitive", false},
                     {"posting:default:language", "fr"}, {"reading:expand:media", "default"}, {"reading:expand:spoilers", false}});
    });
    api.route("GET", "/api/v1/accounts/lookup", Auth::None, "", [&api](Call &call) {
        const Account *account = api.network.accountNamed(call.param("acct"));
        return account != nullptr ? json(accountJson(api.network, *account)) : notFound();
    });
    api.route("GET", "/api/v1/accounts/search", Auth::User, "read:accounts", [&api](Call &call) { return accountSearch(api, call); });
    api.route("GET", "/api/v1/accounts/relationships", Auth::User, "read:follows", [&api](Call &call) {
        Json body = Json::array();
        for (const std::string &id : call.list("id"))
            if (const Account *account = api.network.account(idFrom(id)))
                body.push_back(relationshipJson(api.network, *account));
        return json(body);
    });
    api.route("GET", "/api/v1/accounts/:id", Auth::None, "", [&api](Call &call) {
        const Account *account = api.network.account(call.id());
        return account != nullptr ? json(accountJson(api.network, *account)) : notFound();
    });
    api.route("GET", "/api/v1/accounts/:id/statuses", Auth::None, "", [&api](Call &call) { return accountStatuses(api, call); });
    addRelation(api, "mute", "write:mutes", &Network::muted, true);
    addRelation(api, "unmute", "write:mutes", &Network::muted, false);
    addRelation(api, "block", "write:blocks", &Network::blocked, true);
    addRelation(api, "unblock", "write:blocks", &Network::blocked, false);
    addRelation(api, "follow", "write:follows", &Network::followed, true);
    addRelation(api, "unfollow", "write:follows", &Network::followed, false);
    api.route("POST", "/api/v1/reports", Auth::User, "write:reports", [&api](Call &call) { return report(api, call); });
}

} // namespace vigie::practice
