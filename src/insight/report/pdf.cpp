// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/charts.hpp"
#include "insight/report/paper.hpp"
#include "insight/report/render.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace vigie::insight {

namespace {

constexpr std::size_t kMembersOnPage = 5;
constexpr double kMembersHead = 75, kMembersRow = 17; ///< points: heading, head of the table and what is left out; a row

class Printed {
public:
    Printed(const Report &report, const ReportWords &words, Paper &paper) : report_(report), words_(words), paper_(paper) {}

    void print()
    {
        head();
        figures();
        if (report_.request.depth == ReportDepth::Line)
            return;
        charts();
        lists();
        if (report_.request.depth == ReportDepth::Annex)
            annex();
    }

private:
    void head()
    {
        if (!report_.workspace.empty())
            paper_.text(report_.workspace, {9, kAccent, true, 2});
        paper_.text(words_.depthTitle(report_), {19, kInk, true, 3});
        paper_.text(words_.period(report_.request.period), {11, kInk, false, 4});
        std::string notes;
        for (const auto &note : words_.notes(report_))
            notes += (notes.empty() ? "" : " ") + note;
        paper_.text(notes, {8, kQuiet, false, 6});
        if (report_.request.depth == ReportDepth::Line)
            paper_.text(reportLine(report_), {10.5, kInk, false, 6});
        if (!report_.comment.empty()) {
            paper_.heading(words_.word("comment"), 11, 24);
            paper_.quote(report_.comment, report_.commentBy);
        }
    }
    void figures()
    {
        const bool targets = std::any_of(report_.figures.begin(), report_.figures.end(), [](const auto &one) { return one.target.has_value(); });
        paper_.heading(words_.word("figures"), 12, 50);
        std::vector<std::string> names;
        for (const char *key : {"figure", "value", "before", "change", "last_year", "stands_on"})
            names.push_back(words_.word(key));
        std::vector<PaperColumn> columns{{0.22, false, true}, {0.13, false, true}, {0.12}, {0.29}, {0.14}, {0.1}};
        if (targets) {
            names.push_back(words_.word("target"));
            columns = {{0.2, false, true}, {0.12, false, true}, {0.11}, {0.26}, {0.13}, {0.09}, {0.09}};
        }
        paper_.tableHead(names, columns);
        for (const auto &figure : report_.figures) {
            const auto &now = figure.now();
            std::vector<std::string> cells{words_.name(now.key), words_.value(now), words_.value(figure.change.before), words_.change(figure),
                                           words_.lastYear(figure), words_.number(static_cast<double>(now.n))};
            if (targets)
                cells.push_back(figure.target ? words_.value(figure.target, now.unit) : std::string());
            paper_.tableRow(cells);
        }
    }
    void chart(const char *key, void (*draw)(Canvas &, const Report &, const ReportWords &, double), double height)
    {
        paper_.heading(words_.word(key), 11, height);
        paper_.drawing(height, [&](Canvas &canvas, double width) { draw(canvas, report_, words_, width); });
    }
    void charts()
    {
        const bool any = std::any_of(report_.days.begin(), report_.days.end(), [](const ReportToneDay &day) { return day.total() > 0; });
        if (!any) {
            paper_.space(8);
            paper_.text(words_.word("no_mentions"), {});
            return;
        }
        chart("mentions_by_day", drawMentions, kChartHeight);
        chart("tone_by_day", drawTones, kChartHeight);
    }
    void lists()
    {
        if (!report_.panel.empty())
            chart("share_title", drawShares, shareHeight(report_));
        const auto shown = std::min(report_.members.size(), kMembersOnPage);
        if (paper_.left() >= kMembersHead + kMembersRow * static_cast<double>(shown))
            membersSaid_ = members(shown); // a page is one page: where there is no room, who speaks is in the annex alone
    }
    /// The first `shown` of those who speak most; answers how many that are.
    std::size_t members(std::size_t shown)
    {
        if (report_.members.empty() && report_.membersLeftOut == 0)
            return 0;
        paper_.heading(words_.word("members_title"), 11, 40);
        if (!report_.members.empty())
            paper_.tableHead({words_.word("member"), "@", words_.word("mentions_word"), words_.word("followers")}, {{0.4, false, true}, {0.34}, {0.12, true}, {0.14, true}});
        for (std::size_t i = 0; i < shown; ++i) {
            const auto &member = report_.members[i];
            paper_.tableRow({member.name, "@" + member.handle, words_.number(static_cast<double>(member.mentions)),
                             member.audience < 0 ? std::string() : words_.number(member.audience)});
        }
        if (report_.membersLeftOut > 0)
            paper_.text(words_.plural("members_left_out", report_.membersLeftOut), {8, kQuiet});
        return shown;
    }
    void annex()
    {
        paper_.newPage();
        paper_.heading(words_.word("annex"), 16, 60);
        paper_.heading(words_.word("definitions"), 12, 50);
        for (const auto &figure : report_.figures) {
            const auto &now = figure.now();
            paper_.text(words_.name(now.key), {9.5, kInk, true, 1});
            paper_.text(words_.definition(now.key), {8.5, kInk, false, 1});
            std::set<std::string> told; // of now and of the change: each once
            for (const auto *said : {&now.notes, &figure.change.notes})
                for (const auto &note : *said)
                    if (const auto words = words_.note(note, report_.zone); told.insert(words).second)
                        paper_.text(words, {8, kQuiet, false, 1});
            paper_.text(words_.formula(now.key), {7.5, kQuiet, false, 6});
        }
        paper_.heading(words_.word("about"), 12, 30);
        paper_.text(words_.word("interval_note"), {8.5});
        paper_.text(words_.word("zone", {report_.zone}), {8.5});
        const auto against = report_.figures.empty() ? report_.request.period : lastYear(report_.request.period);
        paper_.text(words_.word("last_year_note", {words_.day(against.fromDay), words_.day(against.toDay - 1)}), {8.5});
        if (!report_.querySource.empty())
            paper_.text(words_.word("query", {report_.querySource}), {8.5});
        if (membersSaid_ < report_.members.size())
            members(report_.members.size());
        paper_.heading(words_.word("days_title"), 12, 50);
        std::vector<std::string> names;
        for (const char *key : {"date", "total", "positive", "neutral", "negative"})
            names.push_back(words_.word(key));
        paper_.tableHead(names, {{0.4, false, true}, {0.15, true}, {0.15, true}, {0.15, true}, {0.15, true}});
        auto day = report_.request.period.fromDay;
        for (const auto &one : report_.days) {
            std::vector<std::string> cells{words_.day(day++)};
            for (const auto count : {one.total(), one.positive, one.neutral, one.negative})
                cells.push_back(words_.number(static_cast<double>(count)));
            paper_.tableRow(cells);
        }
    }

    const Report &report_;
    const ReportWords &words_;
    Paper &paper_;
    std::size_t membersSaid_ = 0; ///< on the page
};

} // namespace

namespace {

PaperAbout aboutOf(const Report &report, const ReportWords &words, double pixelsPerPoint)
{
    PaperAbout about;
    about.title = words.depthTitle(report);
    about.author = report.workspace;
    about.language = words.language();
    about.madeAt = report.madeAt;
    about.footer = words.word("made", {words.moment(report.madeAt, report.zone), report.zone});
    about.pageWords = [&words](int page, int pages) { return words.word("page", {std::to_string(page), std::to_string(pages)}); };
    about.pixelsPerPoint = pixelsPerPoint;
    return about;
}

/// "Page 1 of 3" is known once everything has its place.
int pagesOf(const Report &report, const ReportWords &words)
{
    Paper counted(aboutOf(report, words, 0), 0);
    Printed(report, words, counted).print();
    return counted.page();
}

} // namespace

Result<std::string> reportPdf(const Report &report, const ReportWords &words, const std::stop_token &stop)
{
    const int pages = pagesOf(report, words);
    if (stop.stop_requested())
        return fail(Errc::Cancelled);
    Paper paper(aboutOf(report, words, 0), pages);
    Printed(report, words, paper).print();
    return paper.finish();
}

Result<std::vector<std::string>> reportPictures(const Report &report, double pixelsPerPoint, std::stop_token stop)
{
    VIGIE_TRY(const auto words, ReportWords::create(report.request.language));
    const int pages = pagesOf(report, words);
    if (stop.stop_requested())
        return fail(Errc::Cancelled);
    Paper paper(aboutOf(report, words, pixelsPerPoint), pages);
    Printed(report, words, paper).print();
    return paper.finishPictures();
}

} // namespace vigie::insight
