// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/objective_rows.hpp"

#include "store/zone_days.hpp"

#include <vigie/base/civil_day.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace vigie::store {

namespace {

constexpr std::size_t kNameBytes = 80;

/// The beginning of a text as a name, whole characters.
std::string shortName(const std::string &text)
{
    auto out = text.substr(0, text.find('\n'));
    if (out.size() > kNameBytes) {
        auto end = kNameBytes;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U)
            --end;
        out.resize(end);
    }
    return out;
}

/// What the action leads to, as it is now.
void lookUp(Session &session, IndicatorAction &action)
{
    using Kind = IndicatorAction::Kind;
    const auto dayOf = [&](const std::optional<Instant> &at) { return at ? std::optional<std::int32_t>(session.days().dayOf(*at)) : std::nullopt; };
    if (action.kind == Kind::Campaign) {
        const auto row = session.one<std::string, std::optional<std::int32_t>>("SELECT name, day FROM campaign WHERE id=?", action.row);
        action.gone = !row;
        if (row)
            std::tie(action.name, action.day) = *row;
        return;
    }
    const char *sql = action.kind == Kind::Event ? "SELECT name, starts_at FROM calendar_event WHERE id=? AND deleted_at IS NULL"
                      : action.kind == Kind::Post ? "SELECT text, due_at FROM plan_item WHERE id=? AND deleted_at IS NULL"
                                                  : "SELECT coalesce((SELECT text FROM outbound_part WHERE outbound_id=o.id ORDER BY position LIMIT 1), ''), "
                                                    "coalesce(due_at, created_at) FROM outbound o WHERE id=?";
    const auto row = session.one<std::string, std::optional<Instant>>(sql, action.row);
    action.gone = !row;
    if (row) {
        action.name = shortName(std::get<0>(*row));
        action.day = dayOf(std::get<1>(*row));
    }
}

} // namespace

const ObjectiveRowKind &objectiveRowKind(std::string_view name)
{
    static const std::array<ObjectiveRowKind, 3> kKinds{
        ObjectiveRowKind{"objective", "objective", {"parent_id", "position", "name", "note", "owner", "due_day", "removed"}},
        ObjectiveRowKind{"indicator", "indicator",
                         {"objective_id", "position", "name", "owner", "version", "query_id", "span", "direction", "target", "start_value", "start_day", "due_day", "removed"}},
        ObjectiveRowKind{"action", "indicator_action", {"indicator_id", "kind", "row_id", "name", "day", "removed"}}};
    return name == "objective" ? kKinds[0] : name == "indicator" ? kKinds[1] : kKinds[2];
}

std::optional<std::string> objectiveRowJson(Session &session, const ObjectiveRowKind &kind, std::int64_t id)
{
    std::string fields;
    for (const auto *column : kind.columns)
        fields += std::string(fields.empty() ? "'" : ", '") + column + "', " + column;
    return session.one<std::string>("SELECT json_object(" + fields + ") FROM " + kind.table + " WHERE id=?", id);
}

void writeObjectiveRow(Session &session, const ObjectiveRowKind &kind, std::int64_t id, const std::string &json)
{
    std::string names, values;
    for (const auto *column : kind.columns) {
        names += std::string(names.empty() ? "" : ", ") + column;
        values += std::string(values.empty() ? "" : ", ") + "json_extract(v, '$." + column + "')";
    }
    session.exec(std::string("UPDATE ") + kind.table + " SET (" + names + ") = (SELECT " + values + " FROM (SELECT ? AS v)) WHERE id=?", json, id);
}

std::vector<Objective> loadObjectives(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Objective> out;
    session.each<ObjectiveId, ObjectiveId, int, std::string, std::string, std::string, std::optional<std::int32_t>>(
        "SELECT id, parent_id, position, name, note, owner, due_day FROM objective WHERE removed=0" + where + " ORDER BY parent_id, position, id", std::move(values),
        [&](ObjectiveId id, ObjectiveId parent, int position, std::string name, std::string note, std::string owner, std::optional<std::int32_t> due) {
            out.push_back({id, parent, position, std::move(name), std::move(note), std::move(owner), due});
        });
    return out;
}

std::vector<Indicator> loadIndicators(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Indicator> out;
    session.each<IndicatorId, ObjectiveId, int, std::string, std::string, std::string, int, QueryId, std::string, std::string, std::optional<double>, std::optional<double>, std::int32_t,
                 std::optional<std::int32_t>>(
        "SELECT i.id, objective_id, position, name, owner, v.formula, i.version, query_id, span, direction, target, start_value, start_day, due_day FROM indicator i "
        "JOIN indicator_version v ON v.indicator_id = i.id AND v.version = i.version WHERE removed=0" + where + " ORDER BY objective_id, position, i.id",
        std::move(values),
        [&](IndicatorId id, ObjectiveId objective, int position, std::string name, std::string owner, std::string formula, int version, QueryId query, std::string span,
            std::string direction, std::optional<double> target, std::optional<double> startValue, std::int32_t start, std::optional<std::int32_t> due) {
            out.push_back({id, objective, position, std::move(name), std::move(owner), std::move(formula), version, query, indicatorSpanFrom(span).value_or(IndicatorSpan::Month),
                           indicatorDirectionFrom(direction).value_or(IndicatorDirection::AtLeast), target, startValue, start, due});
        });
    return out;
}

std::vector<IndicatorAction> loadActions(Session &session, IndicatorId id)
{
    std::vector<IndicatorAction> out;
    session.each<IndicatorActionId, std::string, std::int64_t, std::string, std::optional<std::int32_t>>(
        "SELECT id, kind, row_id, name, day FROM indicator_action WHERE indicator_id=? AND removed=0 ORDER BY id", binds(id),
        [&](IndicatorActionId action, std::string kind, std::int64_t row, std::string name, std::optional<std::int32_t> day) {
            out.push_back({action, id, indicatorActionFrom(kind).value_or(IndicatorAction::Kind::Note), row, std::move(name), day, false});
        });
    for (auto &action : out)
        if (action.kind != IndicatorAction::Kind::Note)
            lookUp(session, action);
    std::stable_sort(out.begin(), out.end(), [](const IndicatorAction &a, const IndicatorAction &b) { return a.day && (!b.day || *a.day < *b.day); });
    return out;
}

} // namespace vigie::store
