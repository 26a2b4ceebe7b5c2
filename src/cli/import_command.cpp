// SPDX-License-Identifier: GPL-3.0-or-later
// import: a file of mentions, looked at first, with a mapping that is guessed, given or kept
#include "cli/context.hpp"

#include <vigie/connect/file_import.hpp>
#include <vigie/desk/import_rules.hpp>
#include <vigie/intake/importer.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

namespace vigie::cli {

namespace {

struct Options {
    std::string file, mapping, saveAs, ratingScale;
    bool preview = false, rules = false;
};

Result<connect::ImportMapping> mappingFor(const Context &, app::Workspace &workspace, const Options &options)
{
    if (options.mapping.empty()) {
        VIGIE_TRY(auto mapping, connect::guessMapping(options.file));
        mapping.zone = workspace.zone(); // whoever exports a file writes the time of the clock on the wall
        return mapping;
    }
    VIGIE_TRY(const auto saved, workspace.store().readNow<std::vector<connect::ImportMapping>>([](store::Tx &tx) { return intake::savedMappings(tx); }));
    for (const auto &mapping : saved)
        if (mapping.name == options.mapping)
            return mapping;
    std::ifstream file(options.mapping);
    if (!file)
        return fail(Errc::NotFound, "no saved mapping and no file is called " + options.mapping);
    std::stringstream text;
    text << file.rdbuf();
    // What --preview --json printed is taken as it is, with the mapping inside.
    const auto whole = nlohmann::json::parse(text.str(), nullptr, false);
    if (whole.is_object() && whole.contains("mapping"))
        return connect::ImportMapping::fromJson(whole["mapping"].dump());
    return connect::ImportMapping::fromJson(text.str());
}

/// What a reason of a bad line means to a person.
std::string reasonText(const std::string &reason)
{
    static const std::map<std::string, std::string> kTexts{{"unclosed-quote", "a quote is opened and never closed"},
                                                           {"columns", "fewer cells than the heading has"},
                                                           {"no-text", "no text, no title and no rating"},
                                                           {"date", "the date cannot be read (date_format in the mapping says how)"},
                                                           {"json", "not a JSON object"},
                                                           {"utf8", "bytes that are not UTF-8"},
                                                           {"too-long", "longer than a mention can be"},
                                                           {"rating", "a rating beyond the scale of the others (--rating-scale says another)"}};
    const auto found = kTexts.find(reason);
    return found == kTexts.end() ? reason : found->second;
}

std::string scaleText(connect::RatingScale scale)
{
    switch (scale) {
    case connect::RatingScale::Detect: return "not known";
    case connect::RatingScale::Stars: return "of five stars";
    case connect::RatingScale::Ten: return "of ten";
    case connect::RatingScale::Twenty: return "of twenty";
    case connect::RatingScale::Hundred: return "per cent";
    case connect::RatingScale::One: return "parts of one";
    case connect::RatingScale::Thumbs: return "thumbs up and down";
    }
    return {};
}

const char *reasonName(connect::RatingReading::Reason reason)
{
    switch (reason) {
    case connect::RatingReading::Reason::Given: return "given";
    case connect::RatingReading::Reason::Highest: return "highest";
    case connect::RatingReading::Reason::Shares: return "shares";
    case connect::RatingReading::Reason::TwoWays: return "two-ways";
    case connect::RatingReading::Reason::TooHigh: return "too-high";
    case connect::RatingReading::Reason::NoNumbers: return "no-numbers";
    }
    return "";
}

std::string because(const connect::RatingReading &ratings)
{
    switch (ratings.reason) {
    case connect::RatingReading::Reason::Given: return "as you said";
    case connect::RatingReading::Reason::Highest: return fmt::format("{} number(s) from {:g} to {:g}", ratings.numbers, ratings.lowest, ratings.highest);
    case connect::RatingReading::Reason::Shares: return "nothing is above 1, and there are smaller parts than halves";
    case connect::RatingReading::Reason::TwoWays: return "there are only two values";
    case connect::RatingReading::Reason::TooHigh: return fmt::format("{:g} is beyond every scale: numbers are not taken for ratings, --rating-scale says what they are of", ratings.highest);
    case connect::RatingReading::Reason::NoNumbers: return "no rating is a bare number";
    }
    return {};
}

void printRatings(const connect::RatingReading &ratings)
{
    std::printf("Ratings are %s: %s\n", scaleText(ratings.scale).c_str(), because(ratings).c_str());
    if (ratings.own > 0)
        std::printf("  %lld say of how many they are, and are read so\n", static_cast<long long>(ratings.own));
    if (ratings.unread > 0)
        std::printf("  %lld are no ratings: their lines have none\n", static_cast<long long>(ratings.unread));
    if (ratings.beyond > 0)
        std::printf("  %lld are beyond that: their lines would be left out\n", static_cast<long long>(ratings.beyond));
}

nlohmann::json ratingsJson(const std::optional<connect::RatingReading> &ratings)
{
    if (!ratings)
        return nullptr;
    return {{"scale", connect::toString(ratings->scale)}, {"reason", reasonName(ratings->reason)}, {"numbers", ratings->numbers}, {"lowest", ratings->lowest},
            {"highest", ratings->highest}, {"own", ratings->own}, {"unread", ratings->unread}, {"beyond", ratings->beyond}};
}

/// Which column became what, and the first rows as they would be imported.
int printPreview(const Context &context, const connect::ImportMapping &mapping, const Options &options)
{
    const auto preview = connect::previewFile(options.file, mapping, Context::interrupted());
    if (!preview)
        return context.failed(preview.error());
    auto rows = nlohmann::json::array();
    for (const auto &item : preview->items)
        rows.push_back({{"at", item.precision == TimePrecision::Unknown ? nlohmann::json() : nlohmann::json(toRfc3339(item.publishedAt))},
                        {"author", item.author.handle}, {"text", item.text}, {"title", item.title}, {"rating", item.rating ? nlohmann::json(*item.rating) : nlohmann::json()}});
    auto bad = nlohmann::json::array();
    for (const auto &line : preview->bad)
        bad.push_back({{"line", line.line}, {"reason", line.reason}});
    context.print({{"mapping", nlohmann::json::parse(preview->mapping.toJson())}, {"encoding", preview->encoding}, {"ratings", ratingsJson(preview->ratings)}, {"items", rows}, {"bad_lines", bad}}, [&] {
        std::printf("%s, times without a zone are of %s\n", preview->encoding.c_str(), preview->mapping.zone.c_str());
        for (const auto &column : preview->mapping.columns)
            std::printf("  %-30s -> %s\n", oneLine(column.source, 30).c_str(), connect::toString(column.field));
        if (preview->ratings)
            printRatings(*preview->ratings);
        std::printf("%zu usable and %zu bad line(s) among those looked at; the first:\n", preview->items.size(), preview->bad.size());
        for (std::size_t i = 0; i < preview->items.size() && i < 5; ++i) {
            const auto &item = preview->items[i];
            std::printf("  %-16s  %-20s  %s\n", item.precision == TimePrecision::Unknown ? "no date" : toRfc3339(item.publishedAt).substr(0, 16).c_str(),
                        oneLine(item.author.handle, 20).c_str(), oneLine(item.title.empty() ? item.text : item.title, 70).c_str());
        }
        for (std::size_t i = 0; i < preview->bad.size() && i < 5; ++i)
            std::printf("  line %lld: %s\n", static_cast<long long>(preview->bad[i].line), reasonText(preview->bad[i].reason).c_str());
        std::printf("Nothing was imported. --json prints the mapping, which --mapping takes back.\n");
    });
    return preview->items.empty() ? kPartly : kOk;
}

/// History: tagged and closed by the rules, but nobody is called.
Result<desk::ImportRuled> runRules(const Context &context, app::Workspace &workspace, Instant since)
{
    constexpr int kSlice = 2000;
    desk::ImportRuled so;
    while (!so.done && !Context::interrupted().stop_requested()) {
        VIGIE_TRY(so, workspace.store().writeNow<desk::ImportRuled>([&, so](store::Tx &tx) mutable -> Result<desk::ImportRuled> {
            VIGIE_CHECK(desk::ruleImported(tx, since, kSlice, so));
            return so;
        }));
        context.progress(std::to_string(so.seen) + " shown to the rules");
    }
    context.progressDone();
    return so;
}

int importFile(const Context &context, const Options &options)
{
    auto workspace = context.open(false); // a file needs no network and no token
    if (!workspace)
        return context.failed(workspace.error());
    auto mapping = mappingFor(context, **workspace, options);
    if (!mapping)
        return context.failed(mapping.error());
    if (!options.ratingScale.empty())
        mapping->ratingScale = connect::ratingScaleOf(options.ratingScale).value_or(connect::RatingScale::Detect);
    if (options.preview)
        return printPreview(context, *mapping, options);
    if (!options.saveAs.empty()) {
        mapping->name = options.saveAs;
        const auto saved = (*workspace)->store().writeNow<void>([&](store::Tx &tx) { return intake::saveMapping(tx, *mapping); });
        if (!saved)
            return context.failed(saved.error());
    }
    const auto begun = (*workspace)->clock().now();
    const auto report = (*workspace)->importAndWait(options.file, *mapping, [&](const intake::ImportReport &now, double share) {
        context.progress(std::to_string(static_cast<int>(share * 100)) + " %, " + std::to_string(now.added) + " added");
    }, Context::interrupted());
    context.progressDone();
    if (!report)
        return context.failed(report.error());
    const auto ruled = options.rules ? runRules(context, **workspace, begun) : Result<desk::ImportRuled>(desk::ImportRuled());
    if (!ruled)
        return context.failed(ruled.error());
    auto bad = nlohmann::json::array();
    for (const auto &line : report->bad)
        bad.push_back({{"line", line.line}, {"reason", line.reason}});
    context.print({{"read", report->read}, {"added", report->added}, {"known", report->known}, {"changed", report->changed}, {"bad", report->badCount},
                   {"undated", report->undated}, {"bad_lines", bad}, {"cancelled", report->cancelled}, {"ruled", ruled->seen}, {"rule_changes", ruled->changes}}, [&] {
        std::printf("%lld read, %lld added, %lld already here, %lld changed, %lld bad line(s)\n", static_cast<long long>(report->read),
                    static_cast<long long>(report->added), static_cast<long long>(report->known), static_cast<long long>(report->changed),
                    static_cast<long long>(report->badCount));
        if (report->undated > 0)
            std::printf("%lld without a date: they stand at the moment of this import\n", static_cast<long long>(report->undated));
        if (options.rules)
            std::printf("%d shown to the rules, %d change(s) by them\n", ruled->seen, ruled->changes);
        else if (report->added > 0)
            std::printf("The rules were not run over them: what is imported is history (--rules runs them, \"rule apply\" runs one later)\n");
        for (std::size_t i = 0; i < report->bad.size() && i < 20; ++i)
            std::printf("  line %lld: %s: %s\n", static_cast<long long>(report->bad[i].line), reasonText(report->bad[i].reason).c_str(), oneLine(report->bad[i].excerpt, 70).c_str());
        if (report->badCount > 20)
            std::printf("  ... all of them with --json\n");
    });
    if (report->cancelled)
        return kInterrupted;
    return report->badCount == 0 ? kOk : kPartly;
}

} // namespace

void addImportCommand(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *import = app.add_subcommand("import", "mentions from a CSV, TSV or NDJSON file");
    import->add_option("file", options->file, "the file")->required();
    import->add_option("--mapping", options->mapping, "name of a saved mapping, or a JSON file; guessed when left out");
    import->add_option("--save-mapping", options->saveAs, "keep the mapping under this name");
    std::vector<std::string> scales;
    for (const auto scale : connect::kRatingScales)
        scales.emplace_back(connect::toString(scale));
    import->add_option("--rating-scale", options->ratingScale, "of how many its ratings are: detect (look at the whole column), 5, 10, 20, 100, 1, thumbs")->check(CLI::IsMember(scales));
    import->add_flag("--preview", options->preview, "show the mapping that would be used and the first rows, import nothing");
    import->add_flag("--rules", options->rules, "run the rules for arriving mentions over what is new: they tag, close and note, and call nobody");
    import->callback([&code, &context, options] { code = importFile(context, *options); });
}

} // namespace vigie::cli
