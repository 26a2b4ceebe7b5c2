// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/boards.hpp>

#include "store/session.hpp"

#include <vigie/base/ascii.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

Json tagsJson(const std::vector<TagId> &tags)
{
    auto out = Json::array();
    for (const auto tag : tags)
        out.push_back(tag.value);
    return out;
}

std::string bodyOf(const Board &board)
{
    const auto &choice = board.choice;
    auto tiles = Json::array();
    for (const auto &tile : board.tiles)
        tiles.push_back({{"id", tile.id}, {"kind", toString(tile.kind)}, {"metric", tile.metric}, {"split", tile.split},
                         {"at", {tile.place.x, tile.place.y, tile.place.w, tile.place.h}}});
    const Json body{{"span", toString(choice.span)},   {"from", choice.fromDay},        {"to", choice.toDay},       {"campaign", choice.campaign.value},
                    {"compare", toString(choice.compare)}, {"query", choice.query.value}, {"words", choice.words},    {"networks", choice.networks},
                    {"langs", choice.langs},           {"tags", tagsJson(choice.tags)}, {"tones", choice.tones},    {"tiles", std::move(tiles)}};
    return body.dump();
}

/// A value of the kind of `fallback`, which stands in for one that is missing or of another kind.
template <class T>
T valueOr(const Json &json, const char *key, T fallback)
{
    const auto found = json.find(key);
    if (found == json.end())
        return fallback;
    try {
        return found->template get<T>();
    } catch (const Json::exception &) {
        return fallback;
    }
}

std::optional<BoardTile> tileFrom(const Json &json)
{
    const auto kind = tileKindFrom(valueOr<std::string>(json, "kind", {}));
    const auto at = valueOr<std::vector<int>>(json, "at", {});
    if (!kind || at.size() != 4)
        return std::nullopt;
    return BoardTile{valueOr(json, "id", 0), *kind, valueOr<std::string>(json, "metric", {}), valueOr<std::string>(json, "split", {}), {at[0], at[1], at[2], at[3]}};
}

void readBody(const std::string &text, Board &board)
{
    const auto body = Json::parse(text, nullptr, false);
    if (!body.is_object())
        return;
    auto &choice = board.choice;
    choice.span = boardSpanFrom(valueOr<std::string>(body, "span", {})).value_or(choice.span);
    choice.fromDay = valueOr(body, "from", choice.fromDay);
    choice.toDay = valueOr(body, "to", choice.toDay);
    choice.campaign = CampaignId{valueOr<std::int64_t>(body, "campaign", 0)};
    choice.compare = boardCompareFrom(valueOr<std::string>(body, "compare", {})).value_or(choice.compare);
    choice.query = QueryId{valueOr<std::int64_t>(body, "query", 0)};
    choice.words = valueOr<std::string>(body, "words", {});
    choice.networks = valueOr(body, "networks", choice.networks);
    choice.langs = valueOr(body, "langs", choice.langs);
    for (const auto tag : valueOr<std::vector<std::int64_t>>(body, "tags", {}))
        choice.tags.push_back(TagId{tag});
    choice.tones = valueOr(body, "tones", choice.tones);
    if (const auto tiles = body.find("tiles"); tiles != body.end() && tiles->is_array())
        for (const auto &one : *tiles)
            if (one.is_object())
                if (auto tile = tileFrom(one))
                    board.tiles.push_back(std::move(*tile));
}

std::vector<Board> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Board> out;
    session.each<BoardId, std::string, std::string, std::string, int, std::string>(
        "SELECT id, kind, key, name, position, body FROM board" + where, std::move(values),
        [&](BoardId id, const std::string &kind, std::string key, std::string name, int position, const std::string &body) {
            const auto known = boardKindFrom(kind);
            if (!known)
                return;
            Board board;
            board.id = id;
            board.kind = *known;
            board.key = std::move(key);
            board.name = std::move(name);
            board.position = position;
            readBody(body, board);
            out.push_back(std::move(board));
        });
    return out;
}

} // namespace

Result<std::vector<Board>> Boards::all()
{
    return tx_.session().guard([&] { return load(tx_.session(), " ORDER BY position, id", {}); });
}

Result<Board> Boards::get(BoardId id)
{
    return tx_.session().guard([&]() -> Result<Board> {
        auto found = load(tx_.session(), " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such page");
        return std::move(found.front());
    });
}

Result<BoardId> Boards::save(const Board &board)
{
    const std::string name(trimmed(board.name));
    if (name.empty() && board.key.empty())
        return fail(Errc::InvalidInput, "a page needs a name");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<BoardId> {
        const int end = session.one<int>("SELECT coalesce(max(position), -1) + 1 FROM board").value_or(0);
        tx_.change().settings = true;
        if (!board.id) {
            session.exec("INSERT INTO board(kind, key, name, position, body) VALUES(?,?,?,?,?)", std::string(toString(board.kind)), board.key, name, end, bodyOf(board));
            return session.one<BoardId>("SELECT last_insert_rowid()").value_or(BoardId{});
        }
        session.exec("INSERT INTO board(id, kind, key, name, position, body) VALUES(?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET kind=excluded.kind, key=excluded.key,"
                     " name=excluded.name, position=excluded.position, body=excluded.body",
                     board.id, std::string(toString(board.kind)), board.key, name, board.position, bodyOf(board));
        return board.id;
    });
}

Result<void> Boards::remove(BoardId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (!session.one<int>("SELECT 1 FROM board WHERE id<>? LIMIT 1", id))
            return fail(Errc::InvalidInput, "the only page stays");
        if (session.exec("DELETE FROM board WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such page");
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Boards::move(BoardId id, int place)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        auto ids = session.column<BoardId>("SELECT id FROM board ORDER BY position, id");
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end())
            return fail(Errc::NotFound, "no such page");
        ids.erase(found);
        ids.insert(ids.begin() + std::clamp(place, 0, static_cast<int>(ids.size())), id);
        for (std::size_t i = 0; i < ids.size(); ++i)
            session.exec("UPDATE board SET position=? WHERE id=?", static_cast<int>(i), ids[i]);
        tx_.change().settings = true;
        return {};
    });
}

Result<void> Boards::begin(std::span<const Board> first)
{
    auto &session = tx_.session();
    VIGIE_TRY(const bool any, session.guard([&] { return session.one<int>("SELECT 1 FROM board LIMIT 1").has_value(); }));
    if (any)
        return {};
    for (const auto &board : first)
        VIGIE_CHECK(save(board));
    return {};
}

} // namespace vigie::store
