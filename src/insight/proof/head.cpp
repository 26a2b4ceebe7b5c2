// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/head.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/text/query.hpp>

#include <cmath>

namespace vigie::insight {

using Json = nlohmann::json;

Json figureJson(const Metric &metric)
{
    const auto en = metricWords(metric.key, "en"), fr = metricWords(metric.key, "fr");
    return {{"key", metric.key}, {"version", metric.version}, {"unit", toString(metric.unit)}, {"formula", metric.formula}, {"name", {{"en", en.name}, {"fr", fr.name}}},
            {"definition", {{"en", en.definition}, {"fr", fr.definition}}}};
}

Result<Json> periodJson(const Period &period, const std::string &zone, Instant asOf)
{
    VIGIE_TRY(const auto from, dayStart(period.fromDay, zone));
    VIGIE_TRY(const auto to, dayStart(period.toDay, zone));
    return Json{{"from", toIsoDay(period.fromDay)}, {"to", toIsoDay(period.toDay - 1)}, {"zone", zone}, {"from_at", toRfc3339(from)}, {"to_at", toRfc3339(to)}, {"as_of", toRfc3339(asOf)}};
}

Json tableJson(ProofRows kind, std::size_t count, const std::string &text)
{
    return {{"file", fileOf(kind)}, {"columns", columnsOf(kind)}, {"count", count}, {"sha256", sha256(text)}};
}

Json resultJson(const Figure &figure)
{
    const auto number = [](const std::optional<double> &value) { return value && std::isfinite(*value) ? Json(*value) : Json(); };
    Json interval;
    if (figure.interval)
        interval = {number(figure.interval->low), number(figure.interval->high)};
    return {{"value", number(figure.value)}, {"n", figure.n}, {"interval", interval}};
}

std::string headText(const Json &head) { return head.dump(2) + "\n"; }

std::string fieldsText(const Json &head)
{
    std::string out;
    const auto fields = head.flatten();
    for (const auto &[place, value] : fields.items())
        out += sha256(value.dump()) + "  " + place + '\n';
    return out;
}

Result<ReadHead> readHead(const Json &head)
{
    ReadHead out;
    if (head.at("format").get<int>() != kProofFormat)
        return fail(Errc::Unsupported, "a proof of format " + head.at("format").dump() + "; this program reads format " + std::to_string(kProofFormat));
    const auto &figure = head.at("figure"), &period = head.at("period");
    out.of.key = figure.at("key").get<std::string>();
    const int version = figure.at("version").get<int>();
    out.metric = metric(out.of.key);
    if (out.metric == nullptr || out.metric->version != version)
        return fail(Errc::Unsupported, "this program does not know version " + std::to_string(version) + " of " + out.of.key + "; " + head.at("program").get<std::string>() + " made it");
    out.zone = period.at("zone").get<std::string>();
    VIGIE_TRY(out.of.period.fromDay, parseIsoDay(period.at("from").get<std::string>()));
    VIGIE_TRY(const auto last, parseIsoDay(period.at("to").get<std::string>()));
    out.of.period.toDay = last + 1;
    VIGIE_TRY(out.asOf, parseRfc3339(period.at("as_of").get<std::string>()));
    out.of.subject = QueryId{head.at("scope").at("subject").get<std::int64_t>()};
    out.of.settings = head.at("settings").get<std::map<std::string, std::string>>();
    out.of.settings["workspace.zone"] = out.zone;
    for (const auto &query : head.at("queries"))
        out.of.queries.emplace_back(QueryId{query.at("number").get<std::int64_t>()}, queryRoleFrom(query.at("role").get<std::string>()));
    return out;
}

Result<Json> saidAgain(Json head, const ReadHead &read, const Figure &figure)
{
    head["figure"] = figureJson(*read.metric);
    VIGIE_TRY(head["period"], periodJson(read.of.period, read.zone, read.asOf));
    for (auto &query : head["queries"]) {
        const auto parsed = text::parseQuery(query.at("query").get<std::string>());
        query["reads_as"] = parsed ? text::toSource(parsed->root) : std::string();
        query["role"] = toString(queryRoleFrom(query.at("role").get<std::string>()));
    }
    head["result"] = resultJson(figure);
    return head;
}

} // namespace vigie::insight
