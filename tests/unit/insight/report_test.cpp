// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/charts.hpp"
#include "insight/report/render.hpp"
#include "insight/report/sheets.hpp"
#include "insight/zip.hpp"
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/report.hpp>
#include <vigie/insight/report_plan.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/reports.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>

using namespace vigie;
using namespace vigie::test;
using namespace vigie::insight;

namespace {

constexpr std::int32_t kFirst = 20'758; // 2026-11-01
constexpr const char *kHostile = "<script>alert(1)</script> & \"co\"";

ReportFigure figure(const std::string &key, Unit unit, double now, double before, std::int64_t n)
{
    ReportFigure out;
    out.change.now.key = key;
    out.change.now.unit = unit;
    out.change.now.value = now;
    out.change.now.n = n;
    out.change.before = out.change.now;
    out.change.before.value = before;
    out.change.period = {kFirst, kFirst + 30};
    out.change.against = {kFirst - 30, kFirst};
    out.change.absolute = now - before;
    out.lastYear.unit = unit;
    return out;
}

Report sample(const std::string &language, ReportDepth depth)
{
    Report report;
    report.request.period = {kFirst, kFirst + 30};
    report.request.language = language;
    report.request.depth = depth;
    report.workspace = "Maison Dubreuil";
    report.brandName = kHostile;
    report.querySource = "velo OR vélo";
    report.zone = "Europe/Paris";
    auto mentions = figure("mentions", Unit::Count, 1234, 1000, 1234);
    mentions.change.relative = 0.234;
    mentions.change.interval = Interval{0.13, 0.34};
    mentions.change.intervalIsRelative = mentions.change.distinguishable = true;
    auto tone = figure("net_sentiment", Unit::Points, -12.34, -10, 1234);
    tone.change.interval = Interval{-8, 3.3};
    tone.change.now.notes.push_back({insight::Note::Kind::SmallSample, 12, {}});
    report.figures = {mentions, tone};
    for (int i = 0; i < 30; ++i)
        report.days.push_back({i % 3, 20 + i, i % 7});
    report.mentionsBefore.assign(30, 25.0);
    report.mentionsBefore[4] = std::nan("");
    report.panel = {{"Concurrent", 900, 0.6}, {kHostile, 600, 0.4}};
    store::TopMember member;
    member.name = "=1+1";
    member.handle = "ada@social.example";
    member.mentions = 40;
    report.members = {member};
    report.membersLeftOut = 2;
    report.coverage.seenShare = 0.9997;
    report.coverage.openGaps = 1;
    report.coverage.gapTime = std::chrono::minutes{13};
    report.coverageBefore.seenShare = 1;
    report.comment = "Le salon a fait parler.\n<b>À suivre</b>";
    report.commentBy = "Inès";
    report.madeAt = Instant{std::chrono::seconds{1'796'000'000}};
    return report;
}

std::string render(const Report &report, ReportFormat format) { return must(renderReport(report, format)); }

std::map<std::string, std::string> unpacked(const std::string &bytes)
{
    TempFolder folder;
    const auto path = folder.file("a.zip");
    std::ofstream(path, std::ios::binary) << bytes;
    std::map<std::string, std::string> files;
    must(readZip(path, [&](const std::string &name, ZipFile &file, double) -> Result<void> {
        for (;;) {
            VIGIE_TRY(const auto block, file.next());
            if (block.empty())
                return {};
            files[name] += block;
        }
    }));
    return files;
}

} // namespace

TEST_CASE("numbers, dates and changes are written as the language has it", "[report]")
{
    const auto fr = must(ReportWords::create("fr")), en = must(ReportWords::create("en"));
    CHECK(fr.number(1234567) == "1\u202F234\u202F567");
    CHECK(en.number(1234567) == "1,234,567");
    CHECK(fr.number(-12.345, 1) == "\u221212,3");
    CHECK(fr.number(-0.04, 1) == "0,0");
    CHECK(fr.day(kFirst) == "1er novembre 2026");
    CHECK(en.day(kFirst) == "1 November 2026");
    CHECK(fr.duration(59) == "59\u00A0s");
    CHECK(fr.duration(3 * 3600 + 5 * 60) == "3\u00A0h\u00A005");
    CHECK(en.duration(3 * 86'400) == "3\u00A0d\u00A00\u00A0h");
    const auto report = sample("fr", ReportDepth::Page);
    CHECK(fr.change(report.figures[0]) == "+23\u00A0%, entre +13\u00A0% et +34\u00A0%");
    CHECK(en.change(report.figures[1]) == "\u22122.3\u00A0pt, not distinguishable from chance");
    CHECK(en.coverage(report.coverage) == "99.9% of the period seen, 1 gap (13\u00A0min)"); // never 100 % while something is missing
    CHECK_FALSE(ReportWords::create("de"));
}

TEST_CASE("nothing is never told as nought", "[report]")
{
    const auto en = must(ReportWords::create("en"));
    ReportFigure none;
    none.change.now.unit = Unit::Percent;
    CHECK(en.value(std::nullopt, Unit::Percent) == "no data");
    CHECK(en.change(none).empty());
    none.change.now.value = 4;
    CHECK(en.change(none) == "nothing before to compare with");
    none.change.isNew = true;
    CHECK(en.change(none) == "new");
}

TEST_CASE("words of others are words in every form", "[report]")
{
    const auto report = sample("fr", ReportDepth::Annex);
    const auto html = render(report, ReportFormat::Html);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("<b>\xC3\x80") == std::string::npos);
    CHECK(html.find("&lt;script&gt;") != std::string::npos);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    const auto csv = render(report, ReportFormat::Csv);
    CHECK(csv.find("\"'=1+1\"") != std::string::npos); // a spreadsheet must not compute it
    const auto ods = unpacked(render(report, ReportFormat::Ods));
    CHECK(ods.at("mimetype") == "application/vnd.oasis.opendocument.spreadsheet");
    CHECK(ods.at("content.xml").find("<script>") == std::string::npos);
    CHECK(ods.at("content.xml").find("<text:p>=1+1</text:p>") != std::string::npos);
    const auto xlsx = unpacked(render(report, ReportFormat::Xlsx));
    REQUIRE(xlsx.count("xl/sharedStrings.xml") == 1);
    CHECK(xlsx.at("xl/sharedStrings.xml").find("=1+1") != std::string::npos);
    for (const auto &[name, bytes] : xlsx)
        CHECK(bytes.find("<f>") == std::string::npos);
}

TEST_CASE("the same report gives the same bytes, and another date only another date line", "[report]")
{
    for (const char *language : {"en", "fr"}) {
        const auto report = sample(language, ReportDepth::Annex);
        auto later = report;
        later.madeAt += std::chrono::hours{24 * 40};
        for (const auto format : {ReportFormat::Text, ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Ods}) {
            INFO(toString(format) << " " << language);
            const auto once = render(report, format);
            CHECK(once.size() > 200);
            CHECK(once == render(report, format));
            CHECK(once != render(later, format));
        }
        const auto words = must(ReportWords::create(language));
        auto html = render(report, ReportFormat::Html), other = render(later, ReportFormat::Html);
        const auto cut = [&](std::string &text, Instant at) {
            const auto line = words.moment(at, report.zone);
            const auto place = text.find(line);
            REQUIRE(place != std::string::npos);
            text.erase(place, line.size());
        };
        cut(html, report.madeAt);
        cut(other, later.madeAt);
        CHECK(html == other);
    }
}

namespace {

/// Any report: hostile words, figures of any size or none, days of nothing, long comments.
Report drawnReport(std::mt19937 &random)
{
    const auto below = [&random](unsigned most) { return random() % most; };
    auto report = sample(below(2) == 0 ? "en" : "fr", static_cast<ReportDepth>(below(3)));
    const auto words = [&] {
        std::string out(below(60), ' ');
        for (auto &letter : out)
            letter = "a <&\"=\n;,%1"[below(11)];
        return out;
    };
    report.brandName = words();
    report.comment = words();
    report.request.title = words();
    const std::optional<double> values[] = {std::nullopt, 0.0, -3.25, 1e9};
    for (auto &figure : report.figures) {
        figure.change.now.value = values[below(4)];
        figure.change.now.n = below(1'000'000);
        figure.change.distinguishable = below(2) == 0;
        figure.target = values[below(2)];
    }
    for (auto &day : report.days)
        day.positive = below(500);
    report.membersLeftOut = static_cast<int>(below(3));
    return report;
}

/// What differs between two files of the same report of another day: the stretches that are left when the date lines are taken out.
std::string without(std::string text, const std::vector<std::string> &dates)
{
    for (const auto &date : dates)
        for (auto place = text.find(date); place != std::string::npos; place = text.find(date))
            text.erase(place, date.size());
    return text;
}

} // namespace

TEST_CASE("any report gives the same bytes again, and but for its date line on another day", "[report]")
{
    std::mt19937 random(20261122);
    for (int draw = 0; draw < 60; ++draw) {
        INFO("draw " << draw);
        const auto report = drawnReport(random);
        auto later = report;
        later.madeAt += std::chrono::hours{24};
        const auto words = must(ReportWords::create(report.request.language));
        std::vector<std::string> dates;
        for (const auto &one : {report, later})
            for (const auto &text : {words.moment(one.madeAt, one.zone), toRfc3339(one.madeAt), toRfc3339(one.madeAt).substr(0, 19)})
                dates.push_back(text);
        for (const auto format : {ReportFormat::Text, ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Ods}) {
            INFO(toString(format));
            const auto once = render(report, format);
            CHECK(once == render(report, format));
            if (format == ReportFormat::Pdf)
                continue; // its words are drawn and packed: where two differ cannot be told from their bytes
            const bool packed = format == ReportFormat::Xlsx || format == ReportFormat::Ods;
            const auto parts = packed ? unpacked(once) : std::map<std::string, std::string>{{"", once}};
            const auto others = packed ? unpacked(render(later, format)) : std::map<std::string, std::string>{{"", render(later, format)}};
            REQUIRE(parts.size() == others.size());
            for (const auto &[name, bytes] : parts) {
                INFO(name);
                CHECK(without(bytes, dates) == without(others.at(name), dates));
            }
        }
    }
}

TEST_CASE("every formula is told in French, too", "[report]")
{
    const auto fr = must(ReportWords::create("fr")), en = must(ReportWords::create("en"));
    for (const auto &one : catalogue()) {
        INFO(one.key);
        CHECK(en.formula(one.key) == one.formula);
        CHECK(fr.formula(one.key) != one.formula);
        CHECK(fr.formula(one.key).rfind(fr.name(one.key), 0) == 0);
    }
}

TEST_CASE("a plan keeps the whole scope of its page", "[report]")
{
    TempStore store;
    ReportPlan plan;
    plan.name = "Lundi";
    plan.folder = "/tmp";
    const FigureScope scope{QueryId{7}, "velo OR \"vélo cargo\"", {"mastodon", "bluesky"}, {"fr"}, {TagId{3}, TagId{12}}, {-1, 1}, true};
    setScope(plan, scope);
    CHECK(scopeOf(plan) == scope);
    const auto id = store.write([&](store::Tx &tx) { return store::Reports(tx).save(plan); });
    auto kept = store.read([&](store::Tx &tx) { return store::Reports(tx).plan(id); });
    CHECK(scopeOf(kept) == scope);
    kept.words.clear();
    kept.tones = {0};
    store.write([&](store::Tx &tx) { return store::Reports(tx).save(kept); });
    CHECK(scopeOf(store.read([&](store::Tx &tx) { return store::Reports(tx).plan(id); })) == scopeOf(kept));
}

TEST_CASE("files for the eyes, when a folder is given", "[report]")
{
    const char *folder = std::getenv("VIGIE_PICTURES");
    for (const char *language : {"fr", "en"}) {
        auto report = sample(language, ReportDepth::Annex);
        report.brandName = "Maison Dubreuil \u2014 t\u00E9l\u00E9phonie, \u00E9clairage et tr\u00E8s longs noms de marques qui ne tiennent pas sur une ligne";
        report.panel[1].name = report.brandName;
        const auto pdf = render(report, ReportFormat::Pdf), html = render(report, ReportFormat::Html);
        CHECK(pdf.substr(0, 5) == "%PDF-");
        CHECK(html.find("</html>") != std::string::npos);
        if (folder == nullptr)
            continue;
        for (const auto format : {ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Xlsx, ReportFormat::Ods})
            must(writeReportFile(std::string(folder) + "/report-" + language + "." + toString(format), render(report, format), true));
    }
}

TEST_CASE("depths hold what they promise", "[report]")
{
    const auto line = render(sample("en", ReportDepth::Line), ReportFormat::Text);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(line.find("Mentions 1,234 (+23%, between +13% and +34%)") != std::string::npos);
    CHECK(line.find("99.9% of the period seen") != std::string::npos);
    const auto page = render(sample("en", ReportDepth::Page), ReportFormat::Html), annex = render(sample("en", ReportDepth::Annex), ReportFormat::Html);
    CHECK(page.find("<svg") != std::string::npos);
    CHECK(page.find("Definitions") == std::string::npos);
    CHECK(annex.find("Definitions") != std::string::npos);
    CHECK(annex.find(metric("mentions")->formula) != std::string::npos);
    CHECK(annex.find("too few to conclude") != std::string::npos);
    CHECK(page.find("2 members are not named") != std::string::npos);
}

TEST_CASE("a table holds numbers as numbers", "[report]")
{
    const auto en = must(ReportWords::create("en"));
    const auto sheets = sheetsOf(sample("en", ReportDepth::Annex), en);
    const auto &figures = sheets.front();
    REQUIRE(figures.rows.size() == 2);
    CHECK(std::get<SheetNumber>(figures.rows[1][1]).value == -12.34);
    CHECK(std::holds_alternative<std::monostate>(figures.rows[0][9])); // no figure a year before: an empty cell
    for (const auto &sheet : sheets) {
        INFO(sheet.name);
        CHECK(sheet.widths.size() == sheet.columns.size());
        for (const auto &row : sheet.rows)
            CHECK(row.size() <= sheet.columns.size());
    }
    const auto csv = render(sample("fr", ReportDepth::Page), ReportFormat::Csv);
    CHECK(csv.find(";-12,34;") != std::string::npos);
}

TEST_CASE("pages are shown as they are printed", "[report]")
{
    const auto pictures = must(reportPictures(sample("fr", ReportDepth::Annex), 1.5));
    CHECK(pictures.size() >= 2);
    for (const auto &picture : pictures)
        CHECK(picture.substr(1, 3) == "PNG");
    CHECK(pictures[0] != pictures[1]);
    CHECK(must(reportPictures(sample("fr", ReportDepth::Line), 1)).size() == 1);
}

TEST_CASE("an axis has a step that people count in", "[report]")
{
    CHECK(axisSteps(0) == std::vector<double>{0, 1});
    CHECK(axisSteps(std::nan("")) == std::vector<double>{0, 1});
    CHECK(axisSteps(7) == std::vector<double>{0, 2, 4, 6, 8});
    CHECK(axisSteps(100) == std::vector<double>{0, 50, 100});
    for (const double most : {1.0, 3.0, 19.0, 999.0, 12'345.0, 5e6}) {
        const auto steps = axisSteps(most);
        CHECK(steps.back() >= most);
        CHECK(steps.size() <= 6);
    }
}

TEST_CASE("a file that is there is not written over", "[report]")
{
    TempFolder folder;
    const auto path = folder.file("r.txt");
    must(writeReportFile(path, "one", false));
    const auto refused = writeReportFile(path, "two", false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Duplicate);
    std::string kept;
    std::ifstream(path) >> kept;
    CHECK(kept == "one");
    must(writeReportFile(path, "two", true));
    CHECK(must(writeReportInto(folder.path().string(), "r.txt", "three")) == folder.file("r (2).txt"));
    CHECK(writeReportFile(folder.file("none/r.txt"), "x", false).error().code == Errc::NotFound);
}

TEST_CASE("when a report is due and of which days", "[report]")
{
    ReportPlan plan;
    plan.day = 1; // Monday
    plan.minute = 8 * 60;
    const auto at = [](const char *text) { return must(parseRfc3339(text)); };
    const auto weekly = must(nextDue(plan, at("2026-11-22T16:00:00Z"), "Europe/Paris"));
    CHECK(toRfc3339(weekly.at).substr(0, 19) == "2026-11-23T07:00:00");
    CHECK(toIsoDay(weekly.period.fromDay) == "2026-11-16");
    CHECK(toIsoDay(weekly.period.toDay) == "2026-11-23");
    CHECK(toRfc3339(must(nextDue(plan, weekly.at, "Europe/Paris")).at).substr(0, 10) == "2026-11-30"); // the next, never the same again
    plan.every = ReportPlan::Every::Month;
    plan.day = 3;
    const auto monthly = must(nextDue(plan, at("2026-03-03T12:00:00Z"), "Europe/Paris"));
    CHECK(toRfc3339(monthly.at).substr(0, 19) == "2026-04-03T06:00:00"); // summer time
    CHECK(toIsoDay(monthly.period.fromDay) == "2026-03-01");
    CHECK(toIsoDay(monthly.period.toDay) == "2026-04-01");
    plan.every = ReportPlan::Every::Week;
    plan.day = 7;
    plan.minute = 150; // 02:30 does not exist on 2026-03-29
    CHECK(toRfc3339(must(nextDue(plan, at("2026-03-28T12:00:00Z"), "Europe/Paris")).at).substr(0, 19) == "2026-03-29T01:00:00");
    CHECK_FALSE(nextDue(plan, at("2026-03-28T12:00:00Z"), "Mars/Olympus"));
}

TEST_CASE("a report is gathered from the workspace, with the comment that is kept", "[report]")
{
    TempStore store;
    Columns columns;
    store.write([](store::Tx &tx) -> Result<void> {
        VIGIE_CHECK(store::Settings(tx).set("workspace.zone", "Europe/Paris"));
        VIGIE_CHECK(store::Settings(tx).set("workspace.name", "Dubreuil"));
        SavedQuery query;
        query.name = "Girouette";
        query.source = "girouette";
        query.role = QueryRole::Brand;
        VIGIE_CHECK(store::Queries(tx).save(query));
        std::vector<store::AnalysedItem> items;
        for (int i = 0; i < 10; ++i)
            items.push_back(analysed(toned(item("n" + std::to_string(i), "une girouette " + std::to_string(i), kNoon - std::chrono::hours{24 * (i % 5)}), i % 3 - 1)));
        VIGIE_CHECK(store::Items(tx).store(items));
        return {};
    });
    const auto today = must(localDay(kNoon, "Europe/Paris"));
    store.write([&](store::Tx &tx) -> Result<void> {
        VIGIE_CHECK(store::Reports(tx).setComment({"overview", today - 6, today + 1, "Semaine calme.", "Inès", tx.now()}));
        return {};
    });
    ReportRequest request;
    request.period = {today - 6, today + 1};
    const auto report = store.read([&](store::Tx &tx) { return gatherReport(tx, columns, request); });
    CHECK(report.workspace == "Dubreuil");
    CHECK(report.brandName == "Girouette");
    CHECK(report.comment == "Semaine calme.");
    REQUIRE(!report.figures.empty());
    CHECK(report.figures.front().now().key == "mentions");
    std::int64_t all = 0;
    for (const auto &day : report.days)
        all += day.total();
    CHECK(all == 10);
    CHECK(report.figures.front().now().value == Approx(10)); // the days sum up to the figure
    CHECK(reportFileName(report, ReportFormat::Pdf) == "report-girouette-" + toIsoDay(today - 6) + "-" + toIsoDay(today) + ".pdf");
    request.period = {5, 5};
    CHECK_FALSE(store->readNow<Report>([&](store::Tx &tx) { return gatherReport(tx, columns, request); }));
}
