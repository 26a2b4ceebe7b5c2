// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/reports.hpp>

#include "store/session.hpp"

#include <vigie/base/ascii.hpp>

#include <sstream>

namespace vigie::store {

namespace {

constexpr int kMinutesOfDay = 24 * 60, kLastDayOfMonth = 28, kDaysOfWeek = 7;

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<std::string> parted(const std::string &words)
{
    std::vector<std::string> out;
    std::istringstream in(words);
    for (std::string word; in >> word;)
        out.push_back(word);
    return out;
}

std::vector<std::string> numberWords(const std::vector<TagId> &tags)
{
    std::vector<std::string> out;
    for (const auto tag : tags)
        out.push_back(std::to_string(tag.value));
    return out;
}

std::vector<std::string> numberWords(const std::vector<std::int8_t> &tones)
{
    std::vector<std::string> out;
    for (const auto tone : tones)
        out.push_back(std::to_string(tone));
    return out;
}

std::string formatWords(const std::vector<ReportFormat> &formats)
{
    std::vector<std::string> words;
    for (const auto format : formats)
        words.emplace_back(toString(format));
    return joined(words);
}

std::vector<ReportFormat> formatsFrom(const std::string &words)
{
    std::vector<ReportFormat> out;
    for (const auto &word : parted(words))
        if (const auto format = reportFormatFrom(word))
            out.push_back(*format);
    return out;
}

std::vector<ReportComment> loadComments(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<ReportComment> out;
    session.each<std::string, std::int32_t, std::int32_t, std::string, std::string, Instant>(
        "SELECT page, from_day, to_day, text, person, at FROM report_comment" + where, std::move(values),
        [&](std::string page, std::int32_t from, std::int32_t to, std::string text, std::string person, Instant at) {
            out.push_back({std::move(page), from, to, std::move(text), std::move(person), at});
        });
    return out;
}

std::vector<ReportPlan> loadPlans(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<ReportPlan> out;
    session.each<ReportPlanId, std::string, std::string, QueryId, std::string, bool, std::string, std::string, std::string>(
        "SELECT id, name, page, query_id, networks, without_relays, depth, formats, language FROM report_plan" + where, values,
        [&](ReportPlanId id, std::string name, std::string page, QueryId query, const std::string &networks, bool withoutRelays, const std::string &depth,
            const std::string &formats, std::string language) {
            ReportPlan plan;
            plan.id = id;
            plan.name = std::move(name);
            plan.page = std::move(page);
            plan.brand = query;
            plan.networks = parted(networks);
            plan.withoutRelays = withoutRelays;
            plan.depth = reportDepthFrom(depth).value_or(ReportDepth::Page);
            plan.formats = formatsFrom(formats);
            plan.language = std::move(language);
            out.push_back(std::move(plan));
        });
    std::size_t filtered = 0;
    session.each<std::string, std::string, std::string, std::string>(
        "SELECT words, languages, tags, tones FROM report_plan" + where, values, [&](std::string words, const std::string &langs, const std::string &tags, const std::string &tones) {
            auto &plan = out[filtered++];
            plan.words = std::move(words);
            plan.langs = parted(langs);
            for (const auto &tag : parted(tags))
                plan.tags.emplace_back(std::stoll(tag));
            for (const auto &tone : parted(tones))
                plan.tones.push_back(static_cast<std::int8_t>(std::stoi(tone)));
        });
    std::size_t next = 0;
    session.each<std::string, int, int, std::string, bool, Instant, std::optional<Instant>, std::string, std::string>(
        "SELECT every, day, minute, folder, is_on, since, tried_at, made_file, problem FROM report_plan" + where, std::move(values),
        [&](const std::string &every, int day, int minute, std::string folder, bool on, Instant since, std::optional<Instant> tried, std::string made, std::string problem) {
            auto &plan = out[next++];
            plan.every = every == "month" ? ReportPlan::Every::Month : ReportPlan::Every::Week;
            plan.day = day;
            plan.minute = minute;
            plan.folder = std::move(folder);
            plan.on = on;
            plan.since = since;
            plan.triedAt = tried;
            plan.madeFile = std::move(made);
            plan.problem = std::move(problem);
        });
    return out;
}

Result<void> checkPlan(const ReportPlan &plan)
{
    const bool monthly = plan.every == ReportPlan::Every::Month;
    if (trimmed(plan.name).empty())
        return fail(Errc::InvalidInput, "a report that is made by itself needs a name");
    if (trimmed(plan.folder).empty())
        return fail(Errc::InvalidInput, "a report that is made by itself needs a folder");
    if (plan.formats.empty())
        return fail(Errc::InvalidInput, "a report needs a form");
    if (plan.day < 1 || plan.day > (monthly ? kLastDayOfMonth : kDaysOfWeek))
        return fail(Errc::InvalidInput, monthly ? "the day of the month is 1 to 28, which every month has" : "the day of the week is 1 (Monday) to 7");
    if (plan.minute < 0 || plan.minute >= kMinutesOfDay)
        return fail(Errc::InvalidInput, "the hour is 00:00 to 23:59");
    if (plan.language != "en" && plan.language != "fr")
        return fail(Errc::InvalidInput, "reports are written in en or fr");
    return {};
}

} // namespace

Result<std::optional<ReportComment>> Reports::comment(const std::string &page, std::int32_t fromDay, std::int32_t toDay)
{
    return tx_.session().guard([&]() -> std::optional<ReportComment> {
        auto found = loadComments(tx_.session(), " WHERE page=? AND from_day=? AND to_day=?", binds(page, fromDay, toDay));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<ReportComment>> Reports::comments(const std::string &page)
{
    return tx_.session().guard([&] { return loadComments(tx_.session(), " WHERE page=? ORDER BY from_day DESC, to_day DESC", binds(page)); });
}

Result<std::optional<ReportComment>> Reports::setComment(const ReportComment &wanted)
{
    if (wanted.toDay <= wanted.fromDay)
        return fail(Errc::InvalidInput, "the period is empty");
    VIGIE_TRY(const auto before, comment(wanted.page, wanted.fromDay, wanted.toDay));
    VIGIE_CHECK(tx_.session().guard([&] {
        if (trimmed(wanted.text).empty())
            tx_.session().exec("DELETE FROM report_comment WHERE page=? AND from_day=? AND to_day=?", wanted.page, wanted.fromDay, wanted.toDay);
        else
            tx_.session().exec("INSERT INTO report_comment(page, from_day, to_day, text, person, at) VALUES(?,?,?,?,?,?)"
                               " ON CONFLICT(page, from_day, to_day) DO UPDATE SET text=excluded.text, person=excluded.person, at=excluded.at",
                               wanted.page, wanted.fromDay, wanted.toDay, wanted.text, wanted.person, tx_.now());
        tx_.change().settings = true;
    }));
    return before;
}

Result<std::vector<ReportPlan>> Reports::plans()
{
    return tx_.session().guard([&] { return loadPlans(tx_.session(), " ORDER BY name, id", {}); });
}

Result<ReportPlan> Reports::plan(ReportPlanId id)
{
    return tx_.session().guard([&]() -> Result<ReportPlan> {
        auto found = loadPlans(tx_.session(), " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such report");
        return std::move(found.front());
    });
}

Result<ReportPlanId> Reports::save(const ReportPlan &wanted)
{
    VIGIE_CHECK(checkPlan(wanted));
    if (wanted.id)
        VIGIE_CHECK(plan(wanted.id));
    auto &session = tx_.session();
    return session.guard([&]() -> Result<ReportPlanId> {
        const std::string name(trimmed(wanted.name));
        if (session.one<int>("SELECT 1 FROM report_plan WHERE name=? AND id<>?", name, wanted.id))
            return fail(Errc::Duplicate, "another report is called so");
        const std::string every = wanted.every == ReportPlan::Every::Month ? "month" : "week";
        tx_.change().settings = true;
        if (wanted.id) {
            // Another day or hour begins from now: what it would have been due before was not asked for.
            session.exec("UPDATE report_plan SET since=?, problem='' WHERE id=? AND (every<>? OR day<>? OR minute<>? OR is_on<>?)", tx_.now(), wanted.id, every, wanted.day,
                         wanted.minute, wanted.on);
            session.exec("UPDATE report_plan SET words=?, languages=?, tags=?, tones=? WHERE id=?", wanted.words, joined(wanted.langs), joined(numberWords(wanted.tags)),
                         joined(numberWords(wanted.tones)), wanted.id);
            session.exec("UPDATE report_plan SET name=?, page=?, query_id=?, networks=?, without_relays=?, depth=?, formats=?, language=?, every=?, day=?, minute=?, folder=?,"
                         " is_on=? WHERE id=?",
                         name, wanted.page, wanted.brand, joined(wanted.networks), wanted.withoutRelays, std::string(toString(wanted.depth)), formatWords(wanted.formats),
                         wanted.language, every, wanted.day, wanted.minute, wanted.folder, wanted.on, wanted.id);
            return wanted.id;
        }
        session.exec("INSERT INTO report_plan(name, page, query_id, networks, without_relays, depth, formats, language, every, day, minute, folder, is_on, since, made_file, problem,"
                     " words, languages, tags, tones) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,'','',?,?,?,?)",
                     name, wanted.page, wanted.brand, joined(wanted.networks), wanted.withoutRelays, std::string(toString(wanted.depth)), formatWords(wanted.formats), wanted.language,
                     every, wanted.day, wanted.minute, wanted.folder, wanted.on, tx_.now(), wanted.words, joined(wanted.langs), joined(numberWords(wanted.tags)),
                     joined(numberWords(wanted.tones)));
        return ReportPlanId{session.one<std::int64_t>("SELECT id FROM report_plan WHERE name=?", name).value_or(0)};
    });
}

Result<void> Reports::remove(ReportPlanId id)
{
    VIGIE_CHECK(plan(id));
    return tx_.session().guard([&] {
        tx_.session().exec("DELETE FROM report_plan WHERE id=?", id);
        tx_.change().settings = true;
    });
}

Result<void> Reports::settle(const ReportPlan &done)
{
    return tx_.session().guard([&] {
        tx_.session().exec("UPDATE report_plan SET since=?, tried_at=?, made_file=?, problem=? WHERE id=?", done.since, done.triedAt, done.madeFile, done.problem, done.id);
        tx_.change().settings = true;
    });
}

} // namespace vigie::store
