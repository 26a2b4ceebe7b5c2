// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/turn.hpp"

#include "connect/common/cursor.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

int countIn(const Json &object, const char *key)
{
    return static_cast<int>(std::clamp<std::int64_t>(intAt(object, key).value_or(0), 0, 1'000'000));
}

} // namespace

bool Mark::knows(const std::string &id) const
{
    return std::find(seen.begin(), seen.end(), id) != seen.end();
}

std::string Mark::text() const
{
    Json all{{"seen", seen}, {"at", momentJson(at)}};
    if (!ack.empty())
        all["ack"] = ack;
    return dump(all);
}

Mark Mark::from(const std::string &cursor)
{
    Mark mark;
    if (const auto json = parseJson(cursor)) {
        mark.seen = textsIn(*json, "seen");
        mark.at = momentIn(*json, "at");
        mark.ack = textAt(*json, "ack");
    }
    return mark;
}

std::string Turn::text() const
{
    Json all{{"n", number}};
    const auto put = [&](const char *key, const auto &value, bool there) {
        if (there)
            all[key] = value;
    };
    put("page", page, !page.empty());
    put("url", url, !url.empty());
    put("until", momentJson(until), until.has_value());
    put("ids", ids, !ids.empty());
    put("listed", listed, listed);
    put("top", top, !top.empty());
    put("topAt", momentJson(topAt), topAt.has_value());
    put("same", same, !same.empty());
    put("empty", empty, empty > 0);
    put("known", known, known > 0);
    return dump(all);
}

Turn Turn::from(const std::string &token)
{
    Turn turn;
    if (const auto json = parseJson(token)) {
        turn.page = textAt(*json, "page");
        turn.url = textAt(*json, "url");
        turn.until = momentIn(*json, "until");
        turn.ids = textsIn(*json, "ids");
        turn.listed = boolAt(*json, "listed");
        turn.top = textsIn(*json, "top");
        turn.topAt = momentIn(*json, "topAt");
        turn.same = textAt(*json, "same");
        turn.number = countIn(*json, "n");
        turn.empty = countIn(*json, "empty");
        turn.known = countIn(*json, "known");
    }
    return turn;
}

} // namespace vigie::connect::recipe
