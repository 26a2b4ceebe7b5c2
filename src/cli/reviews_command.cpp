// SPDX-License-Identifier: GPL-3.0-or-later
// reviews: what they add up to; reviews signals: those worth a second look, with reasons and never a verdict
#include "cli/reviews_command.hpp"

#include <vigie/desk/review_site.hpp>
#include <vigie/insight/reviews.hpp>

#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;
using insight::ReviewFigures;
using insight::ReviewPage;

struct Asked {
    std::vector<std::string> networks, langs;
    std::string place, by = "place", csv, lang = "en";
    int days = 0;
};

Json numberOrNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

Json toJson(const ReviewFigures &figures)
{
    Json out = {{"reviews", figures.reviews}, {"rated", figures.rated}, {"mean", numberOrNull(figures.mean)}, {"distribution", figures.distribution},
                {"recent_mean", numberOrNull(figures.recentMean)}, {"recent", figures.recent}, {"bayesian", numberOrNull(figures.bayesian)}, {"answered", figures.answered},
                {"late", figures.late}, {"response_rate", numberOrNull(figures.responseRate)}, {"response_median", numberOrNull(figures.responseMedian)},
                {"response_p90", numberOrNull(figures.responseP90)}, {"undated", figures.undated}};
    out["good_share_low"] = figures.goodShare ? Json(figures.goodShare->first) : Json();
    out["good_share_high"] = figures.goodShare ? Json(figures.goodShare->second) : Json();
    out["trend"] = Json();
    if (const auto &trend = figures.trend)
        out["trend"] = {{"k", trend->k}, {"before", trend->before}, {"now", trend->now}, {"low", trend->difference.low}, {"high", trend->difference.high},
                        {"distinguishable", trend->distinguishable()}};
    return out;
}

std::string shown(const std::optional<double> &value, const char *format)
{
    if (!value)
        return "no data";
    char text[64];
    std::snprintf(text, sizeof text, format, *value);
    return text;
}

void print(const std::string &name, const ReviewFigures &figures)
{
    std::printf("%-32s %6lld  %8s  %8s  %8s  %s\n", oneLine(name.empty() ? "(none)" : name, 32).c_str(), static_cast<long long>(figures.reviews), shown(figures.mean, "%.2f").c_str(),
                shown(figures.recentMean, "%.2f").c_str(), shown(figures.bayesian, "%.2f").c_str(), shown(figures.responseRate, "%.0f %%").c_str());
}

void printTrend(const ReviewFigures &figures)
{
    if (const auto &trend = figures.trend)
        std::printf("last %d against the %d before: %.2f, was %.2f, difference between %+.2f and %+.2f%s\n", trend->k, trend->k, trend->now, trend->before, trend->difference.low,
                    trend->difference.high, trend->distinguishable() ? "" : ": not distinguishable");
    if (figures.goodShare)
        std::printf("four stars or more: between %.0f and %.0f %%\n", figures.goodShare->first * 100, figures.goodShare->second * 100);
}

Result<ReviewPage> pageFor(const Context &context, const Asked &asked)
{
    VIGIE_TRY(const auto workspace, context.open(false));
    return workspace->store().readNow<ReviewPage>([&](store::Tx &tx) -> Result<ReviewPage> {
        insight::ReviewRequest request;
        request.scope.networks = asked.networks;
        request.scope.langs = asked.langs;
        request.by = insight::reviewSplitFrom(asked.by).value_or(insight::ReviewSplit::Place);
        if (!asked.place.empty())
            request.place = asked.place;
        if (asked.days > 0) {
            VIGIE_TRY(const auto today, localDay(tx.now(), workspace->zone()));
            request.period = insight::Period{today - asked.days + 1, today + 1};
        }
        return insight::ReviewReader(tx).page(request);
    });
}

int figures(const Context &context, const Asked &asked)
{
    const auto page = pageFor(context, asked);
    if (!page)
        return context.failed(page.error());
    auto groups = Json::array();
    for (const auto &group : page->groups) {
        groups.push_back(toJson(group.figures));
        groups.back()["key"] = group.key;
    }
    context.print({{"all", toJson(page->all)}, {"by", asked.by}, {"groups", groups}}, [&] {
        std::printf("%-32s %6s  %8s  %8s  %8s  %s\n", asked.by.c_str(), "n", "mean", "2 years", "bayesian", "answered");
        for (const auto &group : page->groups)
            print(group.key, group.figures);
        print("all", page->all);
        printTrend(page->all);
    });
    return kOk;
}

int signalsOf(const Context &context, const Asked &asked)
{
    const auto page = pageFor(context, asked);
    if (!page)
        return context.failed(page.error());
    if (!asked.csv.empty()) {
        std::ofstream file(asked.csv, std::ios::binary);
        file << insight::sheetsCsv(*page, asked.lang);
        file.close();
        if (!file)
            return context.failed(Error{Errc::Storage, asked.csv + " could not be written", 0, {}, {}});
    }
    auto sheets = Json::array();
    for (const auto &sheet : page->sheets) {
        auto reasons = Json::array();
        for (const auto &reason : sheet.reasons)
            reasons.push_back({{"signal", insight::toString(reason.signal)}, {"weight", insight::weightOf(reason.signal)}, {"value", reason.value}, {"usual", reason.usual},
                               {"other", reason.other ? Json(reason.other.value) : Json()}, {"text", insight::reasonText(reason, asked.lang)}});
        sheets.push_back({{"review", sheet.review.value}, {"weight", sheet.weight}, {"reasons", reasons}});
    }
    context.print(sheets, [&] {
        for (const auto &sheet : page->sheets) {
            std::printf("%lld  weight %d\n", static_cast<long long>(sheet.review.value), sheet.weight);
            for (const auto &reason : sheet.reasons)
                std::printf("    %s\n", insight::reasonText(reason, asked.lang).c_str());
        }
        if (page->sheets.empty())
            std::printf("No review of the last 90 days has two independent signals.\n");
    });
    return kOk;
}

struct Answer {
    std::string text, site = "tripadvisor", review, author, lang;
    int answers = 0;
};

/// 1 when something is found, as `charter check`; 8 when the site refuses it.
int check(const Context &context, const Answer &answer)
{
    const auto marks = desk::checkSiteAnswer(answer.site, answer.text, answer.lang, {answer.review, answer.author, answer.answers});
    auto array = Json::array();
    bool blocks = false;
    for (const auto &mark : marks) {
        blocks = blocks || mark.blocks;
        array.push_back({{"rule", desk::toString(mark.rule)}, {"blocks", mark.blocks}, {"begin", mark.begin}, {"end", mark.end}, {"found", mark.found}, {"sentence", mark.sentence}});
    }
    context.print(array, [&] {
        for (const auto &mark : marks)
            std::printf("%-13s %s  \"%s\"\n", desk::toString(mark.rule), mark.blocks ? "refused" : "look   ", oneLine(mark.sentence.empty() ? mark.found : mark.sentence, 120).c_str());
        if (marks.empty())
            std::printf("Nothing to say.\n");
    });
    return blocks ? kRefused : marks.empty() ? kOk : kPartly;
}

void addCheck(CLI::App &reviews, Context &context, int &code)
{
    auto answer = std::make_shared<Answer>();
    auto *command = reviews.add_subcommand("check", "an answer to a review, held against the rules of its site: 1 look again, 8 the site refuses it");
    command->add_option("text", answer->text, "the answer")->required();
    command->add_option("--site", answer->site, "whose rules")->check(CLI::IsMember({"tripadvisor", "google", "trustpilot"}));
    command->add_option("--review", answer->review, "the words of the review");
    command->add_option("--author", answer->author, "who wrote it");
    command->add_option("--lang", answer->lang, "of the answer; without it, it is told from the words");
    command->add_option("--answers", answer->answers, "answers it has already")->check(CLI::Range(0, 1000));
    command->callback([&code, &context, answer] { code = check(context, *answer); });
}

void addScope(CLI::App &command, const std::shared_ptr<Asked> &asked)
{
    command.add_option("--network", asked->networks, "only these networks");
    command.add_option("--in", asked->langs, "only reviews in these languages");
    command.add_option("--place", asked->place, "only this place, as it is written");
    command.add_option("--days", asked->days, "only the last days; without it all there are")->check(CLI::Range(1, 36600));
}

} // namespace

void addReviewsCommands(CLI::App &app, Context &context, int &code)
{
    auto asked = std::make_shared<Asked>();
    auto *reviews = app.add_subcommand("reviews", "what the reviews add up to");
    reviews->require_subcommand(0, 1);
    addScope(*reviews, asked);
    reviews->add_option("--by", asked->by, "place, stars, language, network, age or answered")->check(CLI::IsMember({"place", "stars", "language", "network", "age", "answered"}));
    auto *signals = reviews->add_subcommand("signals", "reviews with two independent signals, with their reasons and never a verdict");
    signals->add_option("--csv", asked->csv, "also write them to this file, without who wrote them");
    signals->add_option("--lang", asked->lang, "of the reasons: en or fr")->check(CLI::IsMember({"en", "fr"}));
    addCheck(*reviews, context, code);
    reviews->callback([&code, &context, asked, reviews, signals] {
        if (!reviews->get_subcommands().empty() && !reviews->got_subcommand(signals))
            return;
        code = reviews->got_subcommand(signals) ? signalsOf(context, *asked) : figures(context, *asked);
    });
}

} // namespace vigie::cli
