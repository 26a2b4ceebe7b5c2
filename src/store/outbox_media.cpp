// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox_media.hpp"

#include "store/hot_statement.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

using Json = nlohmann::json;

std::string mediaToJson(const std::vector<OutboundMedia> &media)
{
    auto array = Json::array();
    for (const auto &one : media) {
        auto entry = Json{{"path", one.path}, {"mime", one.mime}, {"alt", one.alt}, {"sha256", one.sha256}, {"native", one.nativeId}};
        if (!one.address.empty())
            entry["address"] = one.address;
        if (!one.placedAs.empty())
            entry["placed"] = one.placedAs; // outbound_part_placed looks for it
        array.push_back(std::move(entry));
    }
    return array.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<OutboundMedia> mediaFromJson(const std::string &json)
{
    std::vector<OutboundMedia> media;
    const auto array = Json::parse(json, nullptr, false);
    // A post whose pictures cannot be read must not leave without them.
    if (!array.is_array())
        throw HotError("the media of an outbound cannot be read", SQLITE_CORRUPT);
    for (const auto &one : array) {
        if (!one.is_object())
            continue;
        const auto text = [&one](const char *key) {
            const auto found = one.find(key);
            return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        media.push_back(OutboundMedia{text("path"), text("mime"), text("alt"), text("sha256"), text("native"), {}, text("address"), text("placed")});
    }
    return media;
}

} // namespace vigie::store
