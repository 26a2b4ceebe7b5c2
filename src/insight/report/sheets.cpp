// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/sheets.hpp"

#include <cmath>

namespace vigie::insight {

namespace {

SheetCell whole(std::int64_t value) { return SheetNumber{static_cast<double>(value), 0}; }

int decimalsOf(Unit unit) { return unit == Unit::Count || unit == Unit::People || unit == Unit::Views || unit == Unit::Seconds ? 0 : 2; }

Sheet figures(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("figures");
    sheet.columns = {words.word("figure"), words.word("value"), words.word("unit"), words.word("n"), words.word("low"), words.word("high"), words.word("before"),
                     words.word("change"), words.word("distinguishable"), words.word("last_year"), words.word("target")};
    sheet.widths = {30, 12, 14, 10, 12, 12, 12, 44, 15, 12, 12};
    for (const auto &figure : report.figures) {
        const auto &now = figure.now();
        const int decimals = decimalsOf(now.unit);
        const auto bound = [&](double Interval::*side) { return now.interval ? numberOr((*now.interval).*side, decimals) : SheetCell(); };
        sheet.rows.push_back({words.name(now.key), numberOr(now.value, decimals), words.unitName(now.unit), whole(now.n), bound(&Interval::low), bound(&Interval::high),
                              numberOr(figure.change.before.value, decimals), words.change(figure),
                              figure.change.interval ? SheetCell(words.word(figure.change.distinguishable ? "yes" : "no")) : SheetCell(),
                              numberOr(figure.lastYear.value, decimals), numberOr(figure.target, decimals)});
    }
    return sheet;
}

Sheet days(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("days_title");
    sheet.columns = {words.word("date"), words.word("total"), words.word("positive"), words.word("neutral"), words.word("negative")};
    sheet.widths = {14, 10, 10, 10, 10};
    auto day = report.request.period.fromDay;
    for (const auto &one : report.days)
        sheet.rows.push_back({SheetDay{day++}, whole(one.total()), whole(one.positive), whole(one.neutral), whole(one.negative)});
    return sheet;
}

Sheet panel(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("share_title");
    sheet.columns = {words.word("brand"), words.word("mentions_word"), words.word("share") + " (%)"};
    sheet.widths = {36, 12, 12};
    for (const auto &one : report.panel)
        sheet.rows.push_back({one.name, whole(one.mentions), SheetNumber{one.share * 100, 2}});
    return sheet;
}

Sheet members(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("members_title");
    sheet.columns = {words.word("member"), "@", words.word("mentions_word"), words.word("tone"), words.word("followers")};
    sheet.widths = {36, 36, 12, 12, 12};
    for (const auto &member : report.members)
        sheet.rows.push_back({member.name, "@" + member.handle, whole(member.mentions), numberOr(member.meanTone, 2),
                              member.audience < 0 ? SheetCell() : SheetCell(SheetNumber{member.audience, 0})});
    if (report.membersLeftOut > 0)
        sheet.rows.push_back({words.plural("members_left_out", report.membersLeftOut)});
    return sheet;
}

Sheet definitions(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("definitions");
    sheet.columns = {words.word("figure"), words.word("definition"), words.word("formula"), words.word("notes_title")};
    sheet.widths = {26, 56, 56, 44};
    for (const auto &figure : report.figures) {
        std::string notes;
        for (const auto *said : {&figure.now().notes, &figure.change.notes})
            for (const auto &note : *said)
                notes += (notes.empty() ? "" : " ") + words.note(note, report.zone);
        sheet.rows.push_back({words.name(figure.now().key), words.definition(figure.now().key), words.formula(figure.now().key), notes});
    }
    return sheet;
}

Sheet about(const Report &report, const ReportWords &words)
{
    Sheet sheet;
    sheet.name = words.word("about");
    sheet.columns = {words.word("about")};
    sheet.widths = {110};
    const auto say = [&](const std::string &text) {
        if (!text.empty())
            sheet.rows.push_back({text});
    };
    say(words.depthTitle(report));
    say(report.workspace);
    say(words.period(report.request.period));
    for (const auto &note : words.notes(report))
        say(note);
    say(words.word("zone", {report.zone}));
    say(report.querySource.empty() ? std::string() : words.word("query", {report.querySource}));
    say(words.word("interval_note"));
    say(report.comment.empty() ? std::string() : words.word("comment") + (report.commentBy.empty() ? "" : " (" + report.commentBy + ")"));
    say(report.comment);
    say(words.word("made", {words.moment(report.madeAt, report.zone), report.zone}));
    return sheet;
}

} // namespace

SheetCell numberOr(const std::optional<double> &value, int decimals)
{
    return value && std::isfinite(*value) ? SheetCell(SheetNumber{*value, decimals}) : SheetCell();
}

std::vector<Sheet> sheetsOf(const Report &report, const ReportWords &words)
{
    std::vector<Sheet> all{figures(report, words)};
    if (report.request.depth != ReportDepth::Line) {
        all.push_back(days(report, words));
        all.push_back(panel(report, words));
        all.push_back(members(report, words));
    }
    if (report.request.depth == ReportDepth::Annex)
        all.push_back(definitions(report, words));
    all.push_back(about(report, words));
    std::vector<Sheet> out;
    for (auto &sheet : all)
        if (!sheet.rows.empty())
            out.push_back(std::move(sheet));
    return out;
}

} // namespace vigie::insight
