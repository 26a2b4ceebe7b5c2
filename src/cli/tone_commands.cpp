// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tone_commands.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/insight/tone_accuracy.hpp>
#include <vigie/intake/tone_run.hpp>
#include <vigie/store/items.hpp>
#include <vigie/text/tone_item.hpp>

#include <cmath>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;
using insight::ToneAccuracy;
using insight::ToneShare;
using store::ToneState;

constexpr const char *kNames[] = {"negative", "neutral", "positive"};

struct Options {
    std::int64_t item = 0;
    std::string label;
    int limit = 50;
};

struct Measured {
    ToneAccuracy accuracy;
    ToneState state;
    std::vector<text::ToneLayerWord> words;
};

const char *named(int label) { return kNames[label < 0 ? 0 : label > 0 ? 2 : 1]; }

double rounded(float value) { return std::round(static_cast<double>(value) * 1000) / 1000; }

Json shareJson(const ToneShare &share)
{
    return {{"k", share.k}, {"n", share.n}, {"value", share.value ? Json(*share.value) : Json()}, {"low", share.bounds ? Json(share.bounds->first) : Json()},
            {"high", share.bounds ? Json(share.bounds->second) : Json()}};
}

Json stateJson(const ToneState &state)
{
    const auto when = [](const std::optional<Instant> &at) { return at ? Json(toRfc3339(*at)) : Json(); };
    return {{"layer", state.layer}, {"lessons", state.lessons}, {"learned_from", state.learnedFrom}, {"learned_at", when(state.learnedAt)}, {"reset_at", when(state.resetAt)},
            {"even", state.even}, {"judged_anew", state.share()}};
}

Json measuredJson(const Measured &measured)
{
    const auto &accuracy = measured.accuracy;
    auto out = stateJson(measured.state);
    out["labels"] = accuracy.labels;
    out["least_labels"] = insight::kLeastToneLabels;
    out["measured"] = accuracy.measured();
    out["method"] = "prequential";
    out["accuracy"] = accuracy.measured() ? shareJson(accuracy.accuracy) : Json();
    out["macro_f1"] = accuracy.measured() && accuracy.macroF1 ? Json(*accuracy.macroF1) : Json();
    out["classes"] = Json::array();
    for (std::size_t c = 0; c < 3 && accuracy.measured(); ++c)
        out["classes"].push_back({{"tone", kNames[c]}, {"precision", shareJson(accuracy.classes[c].precision)}, {"recall", shareJson(accuracy.classes[c].recall)}});
    out["confusion"] = accuracy.confusion;
    out["words"] = Json::array();
    for (const auto &word : measured.words)
        out["words"].push_back({{"lang", word.lang}, {"word", word.word}, {"positive", rounded(word.praise)}, {"negative", rounded(word.blame)}, {"lessons", word.lessons}});
    return out;
}

void printShare(const char *what, const ToneShare &share)
{
    if (share.value)
        std::printf("  %-24s %lld of %lld: %.0f %%, between %.0f and %.0f %%\n", what, static_cast<long long>(share.k), static_cast<long long>(share.n), *share.value * 100,
                    share.bounds->first * 100, share.bounds->second * 100);
}

void printState(const ToneState &state)
{
    std::printf("Taught by %d label(s)%s; %s\n", state.learnedFrom, state.lessons != state.learnedFrom ? (", of " + std::to_string(state.lessons) + " there are").c_str() : "",
                state.even ? "every mention has the tone of this model and layer" : ("judged anew: " + std::to_string(static_cast<int>(state.share() * 100)) + " %").c_str());
}

void printMeasured(const Measured &measured)
{
    const auto &accuracy = measured.accuracy;
    if (!accuracy.measured())
        std::printf("Not measured: %lld label(s) of %lld\n", static_cast<long long>(accuracy.labels), static_cast<long long>(insight::kLeastToneLabels));
    else {
        std::printf("As people said afterwards:\n");
        printShare("right", accuracy.accuracy);
        for (std::size_t c = 0; c < 3; ++c) {
            printShare((std::string("said ") + kNames[c]).c_str(), accuracy.classes[c].precision);
            printShare((std::string("found ") + kNames[c]).c_str(), accuracy.classes[c].recall);
        }
    }
    printState(measured.state);
    for (const auto &word : measured.words)
        std::printf("  %s  %-24s %+6.2f   in %d label(s)\n", word.lang.c_str(), word.word.empty() ? "(every text)" : oneLine(word.word, 24).c_str(),
                    static_cast<double>(word.praise - word.blame), word.lessons);
}

int measure(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto measured = (*workspace)->store().readNow<Measured>([&](store::Tx &tx) -> Result<Measured> {
        Measured out;
        VIGIE_TRY(out.accuracy, insight::toneAccuracy(tx));
        VIGIE_TRY(out.state, store::Tones(tx).state());
        VIGIE_TRY(const auto layer, store::Tones(tx).layer());
        for (const auto &word : layer.words())
            if (out.words.size() < static_cast<std::size_t>(options.limit))
                out.words.push_back(word);
        return out;
    });
    if (!measured)
        return context.failed(measured.error());
    context.print(measuredJson(*measured), [&] { printMeasured(*measured); });
    return kOk;
}

/// Learns or forgets, then judges everything anew.
template <class Act>
int change(const Context &context, Act act)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    intake::Analysis analysis;
    intake::ToneRun run((*workspace)->store(), analysis);
    if (const auto begun = run.begin(); !begun)
        return context.failed(begun.error());
    if (const auto done = act(run); !done)
        return context.failed(done.error());
    const auto state = run.finish(Context::interrupted());
    if (!state)
        return context.failed(state.error());
    context.print(stateJson(*state), [&] { printState(*state); });
    return kOk;
}

int set(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const int label = options.label == "negative" ? -1 : options.label == "positive" ? 1 : 0;
    const auto done = (*workspace)->store().writeNow<ChangeSetId>([&](store::Tx &tx) { return desk::Desk(tx).setTone(ItemId{options.item}, label); }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"id", options.item}, {"tone", named(label)}, {"manual", true}}, [&] { std::printf("%s, by hand\n", named(label)); });
    return kOk;
}

Json toneJson(const std::string &text, const text::Tone &tone)
{
    auto words = Json::array();
    for (const auto &word : tone.words)
        words.push_back({{"word", text.substr(word.begin, word.end - word.begin)}, {"begin", word.begin}, {"end", word.end}, {"weight", rounded(word.weight)}});
    return {{"tone", named(static_cast<int>(tone.label))}, {"score", rounded(tone.score)}, {"words", words}};
}

void printTone(const char *whose, const std::string &text, const text::Tone &tone)
{
    std::printf("%s: %s, %+.2f\n", whose, named(static_cast<int>(tone.label)), static_cast<double>(tone.score));
    for (const auto &word : tone.words)
        std::printf("  %+6.2f  %s\n", static_cast<double>(word.weight), oneLine(text.substr(word.begin, word.end - word.begin), 40).c_str());
}

int explain(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    struct Read {
        Item item;
        text::ToneLayer layer;
    };
    const auto read = (*workspace)->store().readNow<Read>([&](store::Tx &tx) -> Result<Read> {
        VIGIE_TRY(auto item, store::Items(tx).get(ItemId{options.item}));
        if (!item)
            return fail(Errc::NotFound, "no such mention");
        VIGIE_TRY(auto layer, store::Tones(tx).layer());
        return Read{std::move(*item), std::move(layer)};
    });
    if (!read)
        return context.failed(read.error());
    const auto &item = read->item;
    const auto shipped = text::ToneAnalyser::builtin(), here = shipped.with(std::make_shared<const text::ToneLayer>(read->layer));
    const auto words = text::toneText(item.title, item.text);
    const auto model = text::toneOf(shipped, item), taught = text::toneOf(here, item);
    context.print({{"id", options.item}, {"tone", named(item.toneLabel)}, {"score", rounded(item.tone)}, {"manual", item.toneManual}, {"lang", item.lang}, {"model", toneJson(words, model)},
                   {"taught", toneJson(words, taught)}},
                  [&] {
                      std::printf("%s, %+.2f%s\n", named(item.toneLabel), static_cast<double>(item.tone), item.toneManual ? ", by hand" : "");
                      printTone("the model", words, model);
                      if (!read->layer.empty())
                          printTone("with what was taught here", words, taught);
                  });
    return kOk;
}

} // namespace

void addToneCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *tone = app.add_subcommand("tone", "how right the tones are, and what people of this workspace taught");
    tone->require_subcommand(1);
    auto *measuring = tone->add_subcommand("measure", "accuracy, precision and recall on the labels people gave, and the words learned from them");
    measuring->add_option("-n,--limit", options->limit, "how many words")->check(CLI::Range(0, 100'000));
    measuring->callback([&code, &context, options] { code = measure(context, *options); });
    auto *setting = tone->add_subcommand("set", "says the tone of a mention; wins for ever");
    setting->add_option("id", options->item, "the mention")->required();
    setting->add_option("tone", options->label, "positive, neutral, negative")->required()->check(CLI::IsMember({"positive", "neutral", "negative"}));
    setting->callback([&code, &context, options] { code = set(context, *options); });
    auto *explaining = tone->add_subcommand("explain", "the words that made the tone of a mention");
    explaining->add_option("id", options->item, "the mention")->required();
    explaining->callback([&code, &context, options] { code = explain(context, *options); });
    tone->add_subcommand("learn", "learns from the labels now, and judges all mentions anew")->callback([&code, &context] {
        code = change(context, [](intake::ToneRun &run) { return run.learn(true); });
    });
    tone->add_subcommand("reset", "forgets what was learned from labels so far; the labels stay")->callback([&code, &context] {
        code = change(context, [](intake::ToneRun &run) { return run.reset(); });
    });
}

} // namespace vigie::cli
