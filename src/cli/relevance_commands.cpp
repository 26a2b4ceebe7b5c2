// SPDX-License-Identifier: GPL-3.0-or-later
// relevance: what a query's filter learned, what it keeps aside, and why
#include "cli/query_words.hpp"

#include <vigie/app/relevance.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;
using store::RelevanceState;

struct Options {
    std::string query, about, filter;
    std::int64_t item = 0;
    double threshold = 0;
    int limit = 50;
};

Json stateJson(const SavedQuery &query, const RelevanceState &state)
{
    return {{"query", query.id.value}, {"name", query.name}, {"on", state.on}, {"acts", state.acts()}, {"threshold", state.threshold}, {"about", state.about},
            {"other", state.other}, {"aside", state.aside}, {"by_hand", state.byHand}, {"judged", state.judged}};
}

void printState(const SavedQuery &query, const RelevanceState &state)
{
    std::printf("%4lld  %-24s %d about, %d not; %d kept aside (%d by hand); %s\n", static_cast<long long>(query.id.value), oneLine(query.name, 24).c_str(), state.about, state.other,
                state.aside, state.byHand,
                !state.on ? "switched off" : state.acts() ? ("from " + std::to_string(std::lround(state.threshold * 100)) + " % on").c_str() : "too few marks to act by itself");
}

struct Listed {
    SavedQuery query;
    RelevanceState state;
    std::vector<store::RelevanceMark> marks;
    std::vector<ItemId> aside;
};

Result<std::vector<Listed>> readAll(store::Tx &tx, const Options &options)
{
    std::vector<Listed> out;
    store::SearchPage page;
    page.limit = options.limit;
    VIGIE_TRY(const auto all, store::Queries(tx).all());
    QueryId wanted;
    if (!options.query.empty()) {
        VIGIE_TRY(const auto query, savedQuery(tx, options.query));
        wanted = query.id;
    }
    for (const auto &query : all) {
        const bool named = wanted && query.id == wanted;
        if (query.deskDependent || (wanted && !named))
            continue;
        Listed one{query, {}, {}, {}};
        VIGIE_TRY(one.state, store::Relevance(tx).state(query.id));
        if (named) {
            VIGIE_TRY(one.marks, store::Relevance(tx).marks(query.id, options.limit));
            VIGIE_TRY(one.aside, store::Relevance(tx).aside(query.id, page));
        }
        out.push_back(std::move(one));
    }
    return out;
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<Listed>>([&](store::Tx &tx) { return readAll(tx, options); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all) {
        auto object = stateJson(one.query, one.state);
        object["marks"] = Json::array();
        for (const auto &mark : one.marks)
            object["marks"].push_back({{"id", mark.item.value}, {"about", mark.about}, {"at", toRfc3339(mark.at)}, {"who", mark.who}});
        object["items"] = Json::array();
        for (const auto item : one.aside)
            object["items"].push_back(item.value);
        array.push_back(std::move(object));
    }
    context.print(array, [&] {
        for (const auto &one : *all) {
            printState(one.query, one.state);
            for (const auto &mark : one.marks)
                std::printf("      %s  %lld  %-9s %s\n", toRfc3339(mark.at).substr(0, 16).c_str(), static_cast<long long>(mark.item.value), mark.about ? "about us" : "not",
                            oneLine(mark.who, 30).c_str());
            for (const auto item : one.aside)
                std::printf("      aside %lld\n", static_cast<long long>(item.value));
        }
    });
    return kOk;
}

/// A change, then what follows from it for all other mentions, then how it stands.
template <class Change>
int change(const Context &context, const Options &options, Change act)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    const auto query = store.writeNow<SavedQuery>([&](store::Tx &tx) -> Result<SavedQuery> {
        VIGIE_TRY(const auto named, savedQuery(tx, options.query));
        VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relevance"));
        VIGIE_CHECK(act(store::Relevance(tx), named.id, (*workspace)->person()));
        return named;
    });
    if (!query)
        return context.failed(query.error());
    if (const auto judged = app::judgeRelevance(store, Context::interrupted()); !judged)
        return context.failed(judged.error());
    const auto state = store.readNow<RelevanceState>([&](store::Tx &tx) { return store::Relevance(tx).state(query->id); });
    if (!state)
        return context.failed(state.error());
    context.print(stateJson(*query, *state), [&] { printState(*query, *state); });
    return kOk;
}

int why(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto answer = (*workspace)->store().readNow<store::RelevanceAnswer>([&](store::Tx &tx) -> Result<store::RelevanceAnswer> {
        VIGIE_TRY(const auto query, savedQuery(tx, options.query));
        return store::Relevance(tx).why(query.id, ItemId{options.item});
    });
    if (!answer)
        return context.failed(answer.error());
    auto reasons = Json::array();
    for (const auto &reason : answer->verdict.reasons)
        reasons.push_back({{"feature", reason.name}, {"about", reason.about}, {"other", reason.other}, {"weight", reason.weight}});
    Json mark;
    if (answer->mark)
        mark = {{"id", answer->mark->item.value}, {"about", answer->mark->about}, {"at", toRfc3339(answer->mark->at)}, {"who", answer->mark->who}};
    context.print({{"id", options.item}, {"aside", answer->aside}, {"mark", mark}, {"likely_other", answer->verdict.other}, {"threshold", answer->state.threshold},
                   {"acts", answer->state.acts()}, {"reasons", reasons}},
                  [&] {
                      std::printf("%s. Likely about something else: %.1f %%, aside from %.1f %% on%s\n", answer->aside ? "Kept aside" : "Shown", answer->verdict.other * 100,
                                  answer->state.threshold * 100,
                                  answer->mark               ? "; but it, or a relay of it, was marked"
                                  : answer->state.acts() ? ""
                                                             : "; but the filter does not act: too few marks, or switched off");
                      for (const auto &reason : answer->verdict.reasons)
                          std::printf("  %+6.2f  %-30s in %d of %d about us, in %d of %d not\n", reason.weight, oneLine(reason.name, 30).c_str(), reason.about, answer->state.about,
                                      reason.other, answer->state.other);
                  });
    return kOk;
}

Json boundsJson(int k, int n)
{
    const auto bounds = insight::wilson(k, n);
    return bounds ? Json{{"share", static_cast<double>(k) / n}, {"low", bounds->first}, {"high", bounds->second}} : Json();
}

int measure(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto measured = (*workspace)->store().readNow<text::RelevanceMeasure>([&](store::Tx &tx) -> Result<text::RelevanceMeasure> {
        VIGIE_TRY(const auto query, savedQuery(tx, options.query));
        VIGIE_TRY(const auto state, store::Relevance(tx).state(query.id));
        VIGIE_TRY(const auto examples, store::Relevance(tx).examples(query.id));
        return text::measureRelevance(examples, state.threshold);
    });
    if (!measured)
        return context.failed(measured.error());
    const int marks = measured->about + measured->other;
    Json object{{"marks", marks}, {"measured", measured->measured()}, {"lost", Json()}, {"caught", Json()}};
    if (measured->measured()) {
        object["lost"] = boundsJson(measured->lost, measured->about);
        object["caught"] = boundsJson(measured->caught, measured->other);
    }
    context.print(object, [&] {
        if (!measured->measured())
            return void(std::printf("Not measured: %d mark(s) of %d\n", marks, text::kLeastMeasured));
        const auto line = [](const char *what, int k, int n) {
            if (const auto bounds = insight::wilson(k, n))
                std::printf("%s: %d of %d (%.0f %%, between %.0f and %.0f %%)\n", what, k, n, 100.0 * k / n, bounds->first * 100, bounds->second * 100);
        };
        line("about us and put aside by mistake", measured->lost, measured->about);
        line("not about us and put aside", measured->caught, measured->other);
    });
    return kOk;
}

CLI::App *command(CLI::App &parent, const char *name, const char *what, const std::shared_ptr<Options> &options)
{
    auto *made = parent.add_subcommand(name, what);
    made->add_option("query", options->query, kQueryNamed)->required();
    return made;
}

} // namespace

void addRelevanceCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *relevance = app.add_subcommand("relevance", "about us or not: what a saved query's filter learned, keeps aside, and why");
    relevance->require_subcommand(1);
    auto *listing = relevance->add_subcommand("list", "filters; of one query its marks and what it keeps aside, too");
    listing->add_option("query", options->query, kQueryNamed);
    listing->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 100'000));
    listing->callback([&code, &context, options] { code = list(context, *options); });

    auto *marking = command(*relevance, "mark", "marks a mention, and judges the query anew", options);
    marking->add_option("id", options->item, "the mention")->required();
    marking->add_option("mark", options->about, "about us: yes, no; none takes the mark away")->required()->check(CLI::IsMember({"yes", "no", "none"}));
    marking->callback([&code, &context, options] {
        code = change(context, *options, [&](store::Relevance filter, QueryId query, const std::string &who) {
            return filter.mark(query, ItemId{options->item}, options->about == "none" ? std::nullopt : std::optional(options->about == "yes"), who);
        });
    });

    auto *asking = command(*relevance, "why", "why a mention is kept aside or shown: what counted", options);
    asking->add_option("id", options->item, "the mention")->required();
    asking->callback([&code, &context, options] { code = why(context, *options); });

    auto *setting = command(*relevance, "set", "switches the filter on or off, or changes its threshold", options);
    setting->add_option("--filter", options->filter, "on, off")->check(CLI::IsMember({"on", "off"}));
    setting->add_option("--threshold", options->threshold, "how likely it must be about something else")->check(CLI::Range(0.5, 0.999));
    setting->callback([&code, &context, options] {
        code = change(context, *options, [&](store::Relevance filter, QueryId query, const std::string &) -> Result<void> {
            VIGIE_TRY(const auto before, filter.state(query));
            return filter.set(query, options->filter.empty() ? before.on : options->filter == "on", options->threshold > 0 ? options->threshold : before.threshold);
        });
    });

    auto *forgetting = command(*relevance, "reset", "forgets all marks of a query; everything it kept aside is back", options);
    forgetting->callback([&code, &context, options] {
        code = change(context, *options, [](store::Relevance filter, QueryId query, const std::string &) -> Result<void> {
            VIGIE_CHECK(filter.reset(query));
            return {};
        });
    });

    auto *measuring = command(*relevance, "measure", "how often the filter is right on marks it did not learn from", options);
    measuring->callback([&code, &context, options] { code = measure(context, *options); });
}

} // namespace vigie::cli
