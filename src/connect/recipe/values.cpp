// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/values.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

Value textOrNothing(std::string text)
{
    return text.empty() ? Value() : Value::text(std::move(text));
}

} // namespace

Value CallVariables::get(std::string_view name) const
{
    if (const auto found = own_.find(name); found != own_.end())
        return found->second;
    if (name.rfind("secret.", 0) == 0) {
        const auto key = name.substr(7);
        const auto &secret = key == "access" || credential_ == nullptr ? token_ : credential_->field(key);
        return textOrNothing(std::string(secret.reveal()));
    }
    if (name.rfind("setting.", 0) == 0)
        return textOrNothing(account_.setting(name.substr(8)));
    if (name == "instance") {
        auto instance = account_.instance;
        while (!instance.empty() && instance.back() == '/')
            instance.pop_back();
        return textOrNothing(std::move(instance));
    }
    if (name == "host") {
        const auto url = net::parseUrl(account_.instance);
        return url ? textOrNothing(url->host) : Value();
    }
    if (name == "account.id")
        return textOrNothing(account_.nativeId);
    if (name == "account.handle")
        return textOrNothing(account_.handle);
    if (name == "account.name")
        return textOrNothing(account_.name);
    if (name == "now")
        return Value(now_);
    return {};
}

std::vector<std::string> listOf(const std::string &setting)
{
    std::vector<std::string> all;
    std::string one;
    for (const char c : setting + ",") {
        if (c != ',' && c != '\n' && c != ';') {
            one += c;
            continue;
        }
        const auto first = one.find_first_not_of(" \t\r");
        if (first != std::string::npos) {
            auto word = one.substr(first, one.find_last_not_of(" \t\r") - first + 1);
            if (std::find(all.begin(), all.end(), word) == all.end())
                all.push_back(std::move(word));
        }
        one.clear();
    }
    return all;
}

} // namespace vigie::connect::recipe
