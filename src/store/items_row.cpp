// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/items_row.hpp"

#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"

#include <algorithm>
#include <unordered_map>

namespace vigie::store {

namespace {

constexpr std::string_view kSelect =
    "SELECT i.id, i.source_id, s.connector, s.instance, i.native_id, i.uri, i.permalink, i.kind, i.visibility, i.state, i.state_at,"
    " i.author_id, i.author_handle, i.author_name, i.ours, i.title, i.text, i.warning, i.spans, i.sensitive, i.lang,"
    " i.published_at, i.fetched_at, i.date_precision, i.edited_at, i.rating, i.container, i.metrics, i.tone, i.tone_label,"
    " i.tone_manual, m.native_id, m.handle, m.name, m.bio, m.avatar_url, m.profile_url, m.bot, m.opt_out, m.created_at, m.metrics"
    " FROM json_each(?1) j CROSS JOIN item i ON i.id=j.value JOIN source s ON s.id=i.source_id LEFT JOIN member m ON m.id=i.author_id";

std::optional<Instant> instantAt(const HotStatement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return fromMicros(row.integer(column));
}

void readAuthor(const HotStatement &row, Item &item)
{
    auto &author = item.author;
    if (item.authorId) {
        author.nativeId = row.text(31);
        author.handle = row.text(32);
        author.name = row.text(33);
        author.bio = row.text(34);
        author.avatarUrl = row.text(35);
        author.profileUrl = row.text(36);
        author.bot = row.integer(37) != 0;
        author.optOut = row.integer(38) != 0;
        author.createdAt = instantAt(row, 39);
        author.metrics = unpackMetrics(row.text(40));
    }
    if (!row.isNull(12))
        author.handle = row.text(12);
    if (!row.isNull(13))
        author.name = row.text(13);
}

StoredRow readRow(const HotStatement &row)
{
    StoredRow out;
    auto &item = out.item;
    item.id = ItemId{row.integer(0)};
    out.source = row.integer(1);
    item.connector = row.text(2);
    item.instance = row.text(3);
    item.nativeId = row.text(4);
    item.uri = unpackLink(row.text(5), item);
    item.permalink = unpackLink(row.text(6), item);
    item.kind = static_cast<ItemKind>(row.integer(7));
    item.visibility = static_cast<Visibility>(row.integer(8));
    item.state = static_cast<ItemState>(row.integer(9));
    out.stateAt = instantAt(row, 10);
    item.authorId = MemberId{row.integer(11)};
    item.ours = AccountId{row.integer(14)};
    item.title = row.text(15);
    item.text = row.text(16);
    item.warning = row.text(17);
    item.spans = unpackSpans(row.text(18), item.text);
    item.sensitive = row.integer(19) != 0;
    item.lang = row.text(20);
    item.publishedAt = fromMicros(row.integer(21));
    item.fetchedAt = fromMicros(row.integer(22));
    item.precision = static_cast<TimePrecision>(row.integer(23));
    item.editedAt = instantAt(row, 24);
    if (!row.isNull(25))
        item.rating = row.real(25);
    item.container = row.text(26);
    item.metrics = unpackMetrics(row.text(27));
    item.tone = static_cast<float>(row.real(28));
    item.toneLabel = static_cast<std::int8_t>(row.integer(29));
    item.toneManual = row.integer(30) != 0;
    readAuthor(row, item);
    return out;
}

void addRefs(Session &session, const std::string &list, const std::unordered_map<ItemId, StoredRow *> &rows)
{
    auto &refs = session.hot("SELECT r.item_id, r.relation, r.target_native, r.target_id FROM json_each(?1) j CROSS"
                             " JOIN item_ref r ON r.item_id=j.value ORDER BY r.item_id, r.position");
    refs.bind(list);
    while (refs.next())
        if (const auto it = rows.find(ItemId{refs.integer(0)}); it != rows.end())
            it->second->item.refs.push_back({static_cast<Relation>(refs.integer(1)), std::string(refs.text(2)), ItemId{refs.integer(3)}});
}

void addMedia(Session &session, const std::string &list, const std::unordered_map<ItemId, StoredRow *> &rows)
{
    auto &media = session.hot("SELECT d.item_id, d.kind, d.url, d.preview_url, d.native_id, d.alt, d.mime, d.width, d.height, d.duration_ms"
                              " FROM json_each(?1) j CROSS JOIN media d ON d.item_id=j.value ORDER BY d.item_id, d.position");
    media.bind(list);
    while (media.next()) {
        const auto it = rows.find(ItemId{media.integer(0)});
        if (it == rows.end())
            continue;
        MediaRef ref;
        ref.kind = static_cast<MediaRef::Kind>(media.integer(1));
        ref.url = media.text(2);
        ref.previewUrl = media.text(3);
        ref.nativeId = media.text(4);
        ref.alt = media.text(5);
        ref.mime = media.text(6);
        ref.width = static_cast<int>(media.integer(7));
        ref.height = static_cast<int>(media.integer(8));
        if (!media.isNull(9))
            ref.durationMs = media.integer(9);
        it->second->item.media.push_back(std::move(ref));
    }
}

} // namespace

std::vector<StoredRow> loadItems(Session &session, std::span<const ItemId> ids)
{
    const std::string list = idList(ids);
    std::unordered_map<ItemId, StoredRow> found;
    found.reserve(ids.size());
    auto &items = session.hot(kSelect);
    items.bind(list);
    while (items.next()) {
        auto row = readRow(items);
        const auto id = row.item.id;
        found.insert_or_assign(id, std::move(row));
    }
    std::unordered_map<ItemId, StoredRow *> places;
    for (auto &[id, row] : found)
        places.emplace(id, &row);
    addRefs(session, list, places);
    addMedia(session, list, places);
    std::vector<StoredRow> out;
    out.reserve(found.size());
    for (const auto id : ids)
        if (const auto it = found.find(id); it != found.end()) {
            out.push_back(std::move(it->second));
            found.erase(it);
        }
    return out;
}

std::optional<StoredRow> loadItem(Session &session, ItemId id)
{
    auto rows = loadItems(session, std::span(&id, 1));
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

bool isGone(ItemState state)
{
    return state == ItemState::DeletedByAuthor || state == ItemState::RemovedByModeration || state == ItemState::AccountGone
           || state == ItemState::Unavailable;
}

} // namespace vigie::store
