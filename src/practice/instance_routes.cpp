// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"

namespace vigie::practice {

void addInstanceRoutes(Api &api)
{
    using Auth = Api::Auth;
    const auto instance = [&api](bool v2) {
        Json body = instanceJson(api.network, v2, api.streams);
        if (const Account *brand = api.network.account(api.network.brand)) {
            const Json contact = accountJson(api.network, *brand);
            if (v2)
                body["contact"] = {{"email", "practice@vigie.test"}, {"account", contact}};
            else
                body["contact_account"] = contact;
        }
        return json(body);
    };
    api.route("GET", "/api/v2/instance", Auth::None, "", [instance](Call &) { return instance(true); });
    api.route("GET", "/api/v1/instance", Auth::None, "", [instance](Call &) { return instance(false); });
    api.route("GET", "/api/v1/custom_emojis", Auth::None, "", [&api](Call &) {
        Json all = Json::array();
        for (const std::string &code : api.network.emojis)
            all.push_back(emojiJson(api.network, code));
        return json(all);
    });
    api.route("GET", "/api/v1/instance/rules", Auth::None, "", [](Call &) { return json(Json::array()); });
    const auto healthy = [](Call &) {
        Reply reply;
        reply.type = "text/plain";
        reply.body = "OK";
        return reply;
    };
    api.route("GET", "/health", Auth::None, "", healthy);
    api.route("GET", "/api/v1/streaming/health", Auth::None, "", healthy);
}

} // namespace vigie::practice
