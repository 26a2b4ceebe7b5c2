// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/items.hpp>

#include "store/items_packed.hpp"
#include "store/items_row.hpp"
#include "store/tone_lessons.hpp"
#include "store/undo.hpp"
#include "store/items_writer.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

AnalysedItem::AnalysedItem(Item item)
    : item_(std::move(item)), words_(text::foldedText(item_)), tokens_(text::filterTokens(item_, item_.connector))
{
}

Result<std::vector<StoredItem>> Items::store(std::span<const AnalysedItem> items)
{
    return tx_.session().guard([&] { return ItemWriter(tx_).store(items); });
}

Result<void> Items::setState(ItemId id, ItemState state)
{
    return tx_.session().guard([&]() -> Result<void> {
        const auto row = loadItem(tx_.session(), id);
        if (!row)
            return fail(Errc::NotFound, "no such item");
        if (row->item.state == state)
            return {};
        Item after = row->item;
        after.state = state;
        ItemWriter(tx_).rewrite(*row, std::move(after));
        return {};
    });
}

Result<void> Items::setAuthorGone(const std::string &connector, const std::string &instance, const std::string &memberNativeId)
{
    return tx_.session().guard([&]() -> Result<void> {
        const auto ids = tx_.session().column<ItemId>("SELECT i.id FROM item i JOIN member m ON m.id=i.author_id JOIN source s ON s.id=m.source_id"
                                                      " WHERE s.connector=? AND s.instance=? AND m.native_id=? AND i.state=?",
                                                      connector, instance, memberNativeId, ItemState::Visible);
        for (const auto id : ids)
            VIGIE_CHECK(setState(id, ItemState::AccountGone));
        return {};
    });
}

Result<ItemId> Items::findNative(const std::string &connector, const std::string &instance, const std::string &nativeId)
{
    return tx_.session().guard([&]() -> Result<ItemId> {
        const auto id = tx_.session().one<ItemId>("SELECT i.id FROM source s JOIN item i ON i.source_id=s.id"
                                                  " WHERE s.connector=? AND s.instance=? AND i.native_id=?",
                                                  connector, instance, nativeId);
        if (!id)
            return fail(Errc::NotFound, "no such item");
        return *id;
    });
}

Result<void> Items::setTone(ItemId id, int label)
{
    if (label < -1 || label > 1)
        return fail(Errc::InvalidInput, "tone is -1, 0 or 1");
    return tx_.session().guard([&]() -> Result<void> {
        const auto row = loadItem(tx_.session(), id);
        if (!row)
            return fail(Errc::NotFound, "no such item");
        noteToneLesson(tx_.session(), row->item, tx_.now());
        Item after = row->item;
        after.tone = static_cast<float>(label);
        after.toneLabel = static_cast<std::int8_t>(label);
        after.toneManual = true;
        recordRow(tx_, RowChange{"tone", id.value, 0, {}, toneImage(row->item), toneImage(after)});
        ItemWriter(tx_).rewrite(*row, std::move(after));
        return {};
    });
}

Result<std::optional<Item>> Items::get(ItemId id)
{
    return tx_.session().guard([&]() -> Result<std::optional<Item>> {
        auto row = loadItem(tx_.session(), id);
        if (!row)
            return std::optional<Item>();
        return std::optional<Item>(std::move(row->item));
    });
}

Result<std::vector<ItemRevision>> Items::revisions(ItemId id)
{
    return tx_.session().guard([&] {
        std::vector<ItemRevision> out;
        tx_.session().each<int, std::string, std::string, std::string, Instant, std::optional<Instant>>(
            "SELECT number, title, text, warning, seen_at, edited_at FROM item_revision WHERE item_id=? ORDER BY number", binds(id),
            [&](int number, std::string title, std::string text, std::string warning, Instant seen, std::optional<Instant> edited) {
                out.push_back({number, std::move(title), std::move(text), std::move(warning), seen, edited});
            });
        return out;
    });
}

Result<std::vector<MetricValue>> Items::latestMetrics(ItemId id)
{
    return tx_.session().guard([&]() -> Result<std::vector<MetricValue>> {
        const auto packed = tx_.session().one<std::string>("SELECT metrics FROM item WHERE id=?", id);
        if (!packed)
            return fail(Errc::NotFound, "no such item");
        return unpackMetrics(*packed);
    });
}

} // namespace vigie::store
