// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/objective_words.hpp"

#include "cli/formula_commands.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/formula_help.hpp>

#include <cstdio>

namespace vigie::cli {

using Json = nlohmann::json;

namespace {

Json actionJson(const IndicatorAction &action)
{
    return {{"action", action.id.value}, {"kind", toString(action.kind)}, {"row", action.row}, {"name", action.name}, {"day", dayOrNull(action.day)}, {"gone", action.gone}};
}

Json pointJson(const insight::CurvePoint &point)
{
    return {{"day", toIsoDay(point.day)}, {"value", orNull(point.value)}, {"low", point.interval ? Json(point.interval->low) : Json()},
            {"high", point.interval ? Json(point.interval->high) : Json()}, {"version", point.version}};
}

} // namespace

Json toJson(const insight::IndicatorStanding &one, const std::string &lang)
{
    auto out = Json{{"indicator", "i" + std::to_string(one.indicator.id.value)},
                    {"objective", one.isCuriosity() ? Json() : Json("o" + std::to_string(one.indicator.objective.value))},
                    {"curiosity", one.isCuriosity()},
                    {"name", one.indicator.name},
                    {"owner", one.indicator.owner},
                    {"formula", one.indicator.formula},
                    {"version", one.indicator.version},
                    {"span", toString(one.indicator.span)},
                    {"direction", toString(one.indicator.direction)},
                    {"start", toIsoDay(one.indicator.start)},
                    {"due", dayOrNull(one.due)},
                    {"target", orNull(one.indicator.target)},
                    {"start_value", orNull(one.path.startValue)},
                    {"expected", orNull(one.answer.expected)},
                    {"state", insight::toString(one.answer.state)},
                    {"mistake", one.wrong ? toJson(*one.wrong, lang) : Json()}};
    out.update(toJson(one.value));
    return out;
}

Json toJson(const std::vector<insight::ObjectiveStanding> &objectives, const std::vector<insight::IndicatorStanding> &curiosities, const std::string &lang)
{
    auto rows = Json::array(), indicators = Json::array();
    const auto walk = [&](const auto &self, const std::vector<insight::ObjectiveStanding> &among, int depth) -> void {
        for (const auto &one : among) {
            const auto parent = one.objective.parent;
            rows.push_back({{"objective", "o" + std::to_string(one.objective.id.value)}, {"under", parent ? Json("o" + std::to_string(parent.value)) : Json()}, {"depth", depth},
                            {"name", one.objective.name}, {"note", one.objective.note}, {"owner", one.objective.owner}, {"due", dayOrNull(one.objective.due)},
                            {"state", insight::toString(one.state)}});
            for (const auto &indicator : one.indicators)
                indicators.push_back(toJson(indicator, lang));
            self(self, one.children, depth + 1);
        }
    };
    walk(walk, objectives, 0);
    for (const auto &one : curiosities)
        indicators.push_back(toJson(one, lang));
    return {{"objectives", rows}, {"indicators", indicators}};
}

void print(const insight::IndicatorStanding &one, int depth, const std::string &lang)
{
    std::printf("%*s%-9s i%lld %s: %s", depth * 2, "", insight::toString(one.answer.state), static_cast<long long>(one.indicator.id.value), oneLine(one.indicator.name, kObjectiveWidth).c_str(),
                one.wrong ? insight::formulaSentence(*one.wrong, lang).c_str() : shown(one.value).c_str());
    if (one.indicator.target)
        std::printf(", %s %s%s", one.indicator.direction == IndicatorDirection::AtLeast ? "at least" : "at most", shown(*one.indicator.target, one.value.unit).c_str(),
                    one.due ? (" by " + toIsoDay(*one.due)).c_str() : "");
    std::printf("\n");
}

void print(const insight::ObjectiveStanding &one, int depth, const std::string &lang)
{
    std::printf("%*s%-9s o%lld %s%s\n", depth * 2, "", insight::toString(one.state), static_cast<long long>(one.objective.id.value), oneLine(one.objective.name, kObjectiveWidth).c_str(),
                one.objective.due ? (" by " + toIsoDay(*one.objective.due)).c_str() : "");
    for (const auto &indicator : one.indicators)
        print(indicator, depth + 1, lang);
    for (const auto &child : one.children)
        print(child, depth + 1, lang);
}

Json toJson(const insight::IndicatorCurve &curve, const std::string &lang)
{
    auto points = Json::array(), earlier = Json::array(), versions = Json::array(), actions = Json::array();
    for (const auto &one : curve.points)
        points.push_back(pointJson(one));
    for (const auto &one : curve.earlier)
        earlier.push_back(pointJson(one));
    for (const auto &one : curve.versions)
        versions.push_back({{"version", one.version}, {"formula", one.formula}, {"since", toRfc3339(one.since)}});
    for (const auto &one : curve.actions)
        actions.push_back(actionJson(one));
    auto out = toJson(curve.standing, lang);
    out.update(Json{{"points", points}, {"earlier", earlier}, {"versions", versions}, {"actions", actions}});
    return out;
}

} // namespace vigie::cli
