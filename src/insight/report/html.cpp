// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/charts.hpp"
#include "insight/report/render.hpp"

#include <vigie/base/html.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie_embedded/report_files.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr double kWide = 500; ///< points of a chart; the browser scales it

std::string_view embeddedFile(std::string_view name)
{
    for (const auto &file : embedded::report_files)
        if (name == file.name)
            return file.data;
    return {};
}

class SvgCanvas final : public Canvas {
public:
    void stroke(const std::vector<Spot> &points, Rgb color, double width, bool dashed) override
    {
        std::string path;
        for (const auto &point : points)
            path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "" : " ", point.x, point.y);
        out_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"#{:06x}\" stroke-width=\"{:.1f}\"{}/>\n", path, color, width,
                            dashed ? " stroke-dasharray=\"3 2.5\"" : "");
    }
    void rect(double x, double y, double w, double h, Rgb color) override
    {
        out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#{:06x}\"/>\n", x, y, w, h, color);
    }
    void text(double x, double y, const std::string &words, double size, Rgb color, Anchor anchor, double room) override
    {
        auto shown = words;
        if (room > 0 && width(words, size) > room) {
            shortenUtf8(shown, static_cast<std::size_t>(std::max(room / (size * 0.56), 1.0)));
            shown += "\xE2\x80\xA6";
        }
        const char *place = anchor == Anchor::Start ? "start" : anchor == Anchor::Middle ? "middle" : "end";
        out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.1f}\" fill=\"#{:06x}\" text-anchor=\"{}\">{}</text>\n", x, y, size, color, place, escapeHtml(shown));
    }
    double width(const std::string &words, double size) override
    {
        const auto letters = std::count_if(words.begin(), words.end(), [](char c) { return !continuesUtf8(c); });
        return static_cast<double>(letters) * size * 0.56;
    }
    [[nodiscard]] std::string svg(double height, const std::string &title) const
    {
        return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">\n{}</svg>\n", kWide, height, escapeHtml(title), out_);
    }

private:
    std::string out_;
};

class Page {
public:
    Page(const Report &report, const ReportWords &words) : report_(report), words_(words) {}

    std::string html()
    {
        const auto title = escapeHtml(words_.depthTitle(report_));
        head();
        figures();
        if (report_.request.depth != ReportDepth::Line) {
            charts();
            lists();
        }
        if (report_.request.depth == ReportDepth::Annex)
            annex();
        return "<!DOCTYPE html>\n<html lang=\"" + words_.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>\n" + std::string(embeddedFile("style.css"))
               + "</style>\n</head>\n<body>\n" + out_ + "<footer>" + escapeHtml(words_.word("made", {words_.moment(report_.madeAt, report_.zone), report_.zone}))
               + "</footer>\n</body>\n</html>\n";
    }

private:
    void head()
    {
        out_ += "<header>\n";
        if (!report_.workspace.empty())
            out_ += "<p class=\"kicker\">" + escapeHtml(report_.workspace) + "</p>\n";
        out_ += "<h1><bdi>" + escapeHtml(words_.depthTitle(report_)) + "</bdi></h1>\n<p class=\"period\">" + escapeHtml(words_.period(report_.request.period)) + "</p>\n<p class=\"notes\">";
        for (const auto &note : words_.notes(report_))
            out_ += escapeHtml(note) + " ";
        out_ += "</p>\n</header>\n";
        if (report_.request.depth == ReportDepth::Line)
            out_ += "<p class=\"line\">" + escapeHtml(reportLine(report_)) + "</p>\n";
        if (!report_.comment.empty())
            out_ += "<section class=\"comment\"><h2>" + word("comment") + "</h2><p>" + escapeHtml(report_.comment) + "</p>"
                    + (report_.commentBy.empty() ? "" : "<p class=\"by\">" + escapeHtml(report_.commentBy) + "</p>") + "</section>\n";
    }
    [[nodiscard]] std::string word(const char *key) const { return escapeHtml(words_.word(key)); }
    static std::string cell(const std::string &text, const char *kind = "") { return fmt::format("<td{}>{}</td>", kind, escapeHtml(text)); }

    void figures()
    {
        const bool targets = std::any_of(report_.figures.begin(), report_.figures.end(), [](const auto &one) { return one.target.has_value(); });
        out_ += "<section><h2>" + word("figures") + "</h2>\n<table class=\"figures\"><thead><tr>";
        for (const char *key : {"figure", "value", "before", "change", "last_year", "stands_on"})
            out_ += "<th scope=\"col\">" + word(key) + "</th>";
        out_ += (targets ? "<th scope=\"col\">" + word("target") + "</th>" : "") + std::string("</tr></thead>\n<tbody>\n");
        for (const auto &figure : report_.figures) {
            const auto &now = figure.now();
            out_ += "<tr><th scope=\"row\">" + escapeHtml(words_.name(now.key)) + "</th>" + cell(words_.value(now), " class=\"value\"")
                    + cell(words_.value(figure.change.before)) + cell(words_.change(figure), " class=\"change\"") + cell(words_.lastYear(figure))
                    + cell(words_.number(static_cast<double>(now.n))) + (targets ? cell(figure.target ? words_.value(figure.target, now.unit) : std::string()) : "") + "</tr>\n";
        }
        out_ += "</tbody></table></section>\n";
    }
    void chart(const char *key, void (*draw)(Canvas &, const Report &, const ReportWords &, double), double height)
    {
        SvgCanvas canvas;
        draw(canvas, report_, words_, kWide);
        out_ += "<section><h2>" + word(key) + "</h2>\n" + canvas.svg(height, words_.word(key)) + "</section>\n";
    }
    void charts()
    {
        const bool any = std::any_of(report_.days.begin(), report_.days.end(), [](const ReportToneDay &day) { return day.total() > 0; });
        if (!any)
            out_ += "<p>" + word("no_mentions") + "</p>\n";
        if (any) {
            chart("mentions_by_day", drawMentions, kChartHeight);
            chart("tone_by_day", drawTones, kChartHeight);
        }
    }
    void lists()
    {
        if (!report_.panel.empty())
            chart("share_title", drawShares, shareHeight(report_));
        if (!report_.members.empty() || report_.membersLeftOut > 0) {
            out_ += "<section><h2>" + word("members_title") + "</h2>\n";
            if (!report_.members.empty())
                out_ += "<table><thead><tr><th scope=\"col\">" + word("member") + "</th><th scope=\"col\">" + word("mentions_word") + "</th></tr></thead><tbody>\n";
            for (const auto &member : report_.members)
                out_ += "<tr><th scope=\"row\"><bdi>" + escapeHtml(member.name) + "</bdi> <span>@" + escapeHtml(member.handle) + "</span></th>"
                        + cell(words_.number(static_cast<double>(member.mentions)), " class=\"value\"") + "</tr>\n";
            if (!report_.members.empty())
                out_ += "</tbody></table>\n";
            if (report_.membersLeftOut > 0)
                out_ += "<p class=\"notes\">" + escapeHtml(words_.plural("members_left_out", report_.membersLeftOut)) + "</p>\n";
            out_ += "</section>\n";
        }
    }
    void annex()
    {
        out_ += "<section class=\"annex\"><h2>" + word("annex") + "</h2>\n<h3>" + word("definitions") + "</h3>\n<dl>\n";
        for (const auto &figure : report_.figures) {
            const auto &now = figure.now();
            out_ += "<dt>" + escapeHtml(words_.name(now.key)) + "</dt><dd><p>" + escapeHtml(words_.definition(now.key)) + "</p>";
            out_ += "<p><code>" + escapeHtml(words_.formula(now.key)) + "</code></p>";
            for (const auto *said : {&now.notes, &figure.change.notes})
                for (const auto &note : *said)
                    out_ += "<p class=\"notes\">" + escapeHtml(words_.note(note, report_.zone)) + "</p>";
            out_ += "</dd>\n";
        }
        out_ += "</dl>\n<p class=\"notes\">" + word("interval_note") + " " + escapeHtml(words_.word("zone", {report_.zone})) + "</p>\n";
        if (!report_.querySource.empty())
            out_ += "<p class=\"notes\">" + escapeHtml(words_.word("query", {report_.querySource})) + "</p>\n";
        out_ += "<h3>" + word("days_title") + "</h3>\n<table class=\"days\"><thead><tr>";
        for (const char *key : {"date", "total", "positive", "neutral", "negative"})
            out_ += "<th scope=\"col\">" + word(key) + "</th>";
        out_ += "</tr></thead><tbody>\n";
        auto day = report_.request.period.fromDay;
        for (const auto &one : report_.days) {
            out_ += "<tr><th scope=\"row\">" + escapeHtml(words_.day(day++)) + "</th>";
            for (const auto count : {one.total(), one.positive, one.neutral, one.negative})
                out_ += cell(words_.number(static_cast<double>(count)), " class=\"value\"");
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></section>\n";
    }

    const Report &report_;
    const ReportWords &words_;
    std::string out_;
};

} // namespace

std::string reportHtml(const Report &report, const ReportWords &words) { return Page(report, words).html(); }

} // namespace vigie::insight
