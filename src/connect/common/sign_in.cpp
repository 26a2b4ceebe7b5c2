// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/sign_in.hpp"

namespace vigie::connect {

net::Request tokenForm(const std::string &url, const net::QueryPairs &form)
{
    net::Request made;
    made.method = net::Method::Post;
    made.url = url;
    made.headers = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    made.body = net::formEncode(form);
    made.followRedirects = false;
    return made;
}

std::string codeIn(const std::string &typed)
{
    if (const auto url = net::parseUrl(typed))
        for (const auto &[name, value] : net::parseQuery(url->query))
            if (name == "code")
                return value;
    return typed;
}

} // namespace vigie::connect
