// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_words.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <cstdlib>

namespace vigie::cli {

void ScopeOptions::addTo(CLI::App &command)
{
    command.add_option("--query", query, "a saved query by its name (default: the brand)");
    command.add_option("--words", words, "only mentions that satisfy this, in the query language");
    command.add_option("--network", networks, "only these networks")->delimiter(',');
    command.add_option("--lang", langs, "only mentions in these languages: fr, en ...")->delimiter(',');
    command.add_option("--tag", tags, "only mentions with one of these tags")->delimiter(',');
    command.add_option("--tone", tones, "only mentions of these tones: -1, 0, 1")->delimiter(',')->check(CLI::Range(-1, 1));
}

Result<insight::FigureScope> ScopeOptions::scope(store::Tx &tx) const
{
    insight::FigureScope out;
    out.networks = networks;
    out.words = words;
    out.langs = langs;
    for (const int tone : tones)
        out.tones.push_back(static_cast<std::int8_t>(tone));
    store::Queries kept(tx);
    VIGIE_TRY(const auto known, kept.tags());
    for (const auto &name : tags) {
        const auto found = std::find_if(known.begin(), known.end(), [&name](const Tag &tag) { return tag.name == name; });
        if (found == known.end())
            return fail(Errc::NotFound, "there is no tag called " + name);
        out.tags.push_back(found->id);
    }
    VIGIE_TRY(const auto queries, kept.all());
    for (const auto &one : queries)
        if (query.empty() ? one.role == QueryRole::Brand && !out.query : one.name == query)
            out.query = one.id;
    if (!query.empty() && !out.query)
        return fail(Errc::NotFound, "there is no saved query called " + query);
    return out;
}

void FigureOptions::addTo(CLI::App &command)
{
    command.add_option("--days", days, "length of the period that ends today")->check(CLI::Range(1, 3660));
    command.add_option("--from", from, "first day, as 2026-11-01");
    command.add_option("--to", to, "last day, counted as well");
    ScopeOptions::addTo(command);
    relays.addTo(command);
}

Result<insight::Period> FigureOptions::period(Instant now, const std::string &zone) const
{
    VIGIE_TRY(const auto today, localDay(now, zone));
    insight::Period out{today - days + 1, today + 1};
    if (!to.empty()) {
        VIGIE_TRY(const auto last, parseIsoDay(to));
        out = {last - days + 1, last + 1};
    }
    if (!from.empty()) {
        VIGIE_TRY(out.fromDay, parseIsoDay(from));
    }
    if (out.length() <= 0)
        return fail(Errc::InvalidInput, "the period ends before it begins");
    return out;
}

Result<insight::FigureScope> FigureOptions::scope(store::Tx &tx) const
{
    VIGIE_TRY(auto out, ScopeOptions::scope(tx));
    const auto counted = relays.over(tx);
    out.withoutRelays = !counted.withRelays();
    return out;
}

Result<std::vector<ReportFormat>> formatsOf(const std::vector<std::string> &words)
{
    std::vector<ReportFormat> out;
    for (const auto &word : words) {
        const auto format = reportFormatFrom(word);
        if (!format)
            return fail(Errc::InvalidInput, word + " is no form of a report: txt, html, pdf, csv, xlsx or ods");
        out.push_back(*format);
    }
    return out;
}

std::string shellLanguage()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char *value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string(value).rfind("fr", 0) == 0 ? "fr" : "en";
    return "en";
}

} // namespace vigie::cli
