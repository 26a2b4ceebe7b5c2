// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/relevance_rows.hpp"

#include "store/undo.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

std::optional<std::string> imageOf(const std::optional<RelevanceMark> &mark)
{
    if (!mark)
        return std::nullopt;
    return Json{{"about", mark->about}, {"at", toMicros(mark->at)}, {"who", mark->who}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<RelevanceMark> fromImage(ItemId item, const std::optional<std::string> &image)
{
    const auto json = image ? Json::parse(*image, nullptr, false) : Json();
    if (!json.is_object())
        return std::nullopt;
    return RelevanceMark{item, json.value("about", true), fromMicros(json.value("at", std::int64_t{0})), json.value("who", std::string())};
}

std::string imageOf(const FilterSetting &setting)
{
    return Json{{"on", setting.on}, {"threshold", setting.threshold}}.dump();
}

FilterSetting settingFrom(const std::optional<std::string> &image)
{
    const auto json = image ? Json::parse(*image, nullptr, false) : Json();
    FilterSetting out;
    if (json.is_object()) {
        out.on = json.value("on", out.on);
        out.threshold = json.value("threshold", out.threshold);
    }
    return out;
}

struct Recorded {
    QueryId query;
    ItemId item;
    std::optional<std::string> before, after;
};

std::vector<Recorded> recordedRows(Session &session, ChangeSetId id, const char *kind)
{
    std::vector<Recorded> out;
    session.each<QueryId, ItemId, std::optional<std::string>, std::optional<std::string>>(
        "SELECT row_id, other_id, before_json, after_json FROM change_row WHERE change_set_id=? AND kind=?", binds(id, kind),
        [&](QueryId query, ItemId item, std::optional<std::string> before, std::optional<std::string> after) {
            out.push_back({query, item, std::move(before), std::move(after)});
        });
    return out;
}

} // namespace

void recordRelevanceMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &after)
{
    RowChange change;
    change.kind = kRelevanceChange;
    change.row = query.value;
    change.other = item.value;
    change.before = imageOf(relevanceMark(tx.session(), query, item));
    change.after = imageOf(after);
    recordRow(tx, change);
}

void recordFilterSetting(Tx &tx, QueryId query, const FilterSetting &after)
{
    RowChange change;
    change.kind = kFilterChange;
    change.row = query.value;
    change.before = imageOf(filterSetting(tx.session(), query));
    change.after = imageOf(after);
    recordRow(tx, change);
}

int relevanceChangedSince(Session &session, ChangeSetId id)
{
    int moved = 0;
    for (const auto &row : recordedRows(session, id, kRelevanceChange))
        moved += imageOf(relevanceMark(session, row.query, row.item)) != row.after ? 1 : 0;
    for (const auto &row : recordedRows(session, id, kFilterChange))
        moved += imageOf(filterSetting(session, row.query)) != row.after ? 1 : 0;
    return moved;
}

void restoreRelevance(Tx &tx, ChangeSetId id)
{
    for (const auto &row : recordedRows(tx.session(), id, kFilterChange))
        settleFilter(tx, row.query, settingFrom(row.before));
    for (const auto &row : recordedRows(tx.session(), id, kRelevanceChange))
        settleMark(tx, row.query, row.item, fromImage(row.item, row.before));
}

} // namespace vigie::store
