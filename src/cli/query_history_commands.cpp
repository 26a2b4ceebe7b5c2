// SPDX-License-Identifier: GPL-3.0-or-later
// query diff, query apply, query undo, query examples: a saved query changed with its history in view
#include "cli/query_words.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/query_examples.hpp>
#include <vigie/store/query_trials.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr int kSlice = 20'000;
constexpr std::size_t kShown = 20; ///< of each list; --limit says otherwise
constexpr const char *kAction = "query";

struct Options {
    std::string name, source, text;
    std::int64_t mention = 0, number = 0;
    std::size_t limit = kShown;
    int years = 0;
    bool without = false;
};

/// The source as it reads here; `code` is set when it does not.
std::optional<text::Query> readHere(const Context &context, app::Workspace &workspace, const std::string &source, int &code)
{
    const auto ground = workspace.store().readNow<text::QueryContext>([](store::Tx &tx) { return store::Queries(tx).context(); });
    if (!ground) {
        code = context.failed(ground.error());
        return std::nullopt;
    }
    auto query = text::parseAndBind(source, *ground);
    if (query)
        return std::move(*query);
    code = failedQuery(context, source, query.error());
    return std::nullopt;
}

/// Opens the workspace and looks the saved query up; what `work(workspace, query)` returns is the exit code.
template <class Work>
int onSaved(const Context &context, const Options &options, Work work)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto query = (*workspace)->store().readNow<SavedQuery>([&](store::Tx &tx) { return savedQuery(tx, options.name); });
    return query ? work(**workspace, *query) : context.failed(query.error());
}

Result<store::QueryDifference> differ(const Context &context, app::Workspace &workspace, const store::DifferenceRequest &request)
{
    store::QueryDifference so;
    while (!so.done) {
        if (Context::interrupted().stop_requested())
            return fail(Errc::Cancelled);
        VIGIE_CHECK(workspace.store().readNow<void>([&](store::Tx &tx) { return store::QueryTrials(tx).differ(request, kSlice, so); }));
        context.progress(std::to_string(static_cast<int>(so.share() * 100)) + " %");
    }
    context.progressDone();
    return so;
}

Json rowsOf(const std::vector<store::ItemRow> &rows)
{
    auto out = Json::array();
    for (const auto &row : rows)
        out.push_back({{"id", row.item.id.value}, {"author", row.item.author.handle}, {"text", row.item.text}});
    return out;
}

void printRows(const char *sign, const std::vector<store::ItemRow> &rows, std::size_t all)
{
    for (const auto &row : rows)
        std::printf("%s %-24s %s\n", sign, oneLine("@" + row.item.author.handle, 24).c_str(), oneLine(row.item.text, 90).c_str());
    if (all > rows.size())
        std::printf("%s ... %zu more (--limit)\n", sign, all - rows.size());
}

int diff(const Context &context, const Options &options)
{
    return onSaved(context, options, [&](app::Workspace &workspace, const SavedQuery &query) -> int {
        const auto source = sourceOf(options.source);
        int code = kOk;
        if (!readHere(context, workspace, source, code))
            return code;
        store::DifferenceRequest request{query.id, source, {}};
        if (options.years > 0)
            request.since = workspace.clock().now() - std::chrono::hours(24 * 365) * options.years;
        const auto found = differ(context, workspace, request);
        if (!found)
            return context.failed(found.error());
        const auto rows = [&](const std::vector<ItemId> &ids) {
            const std::vector<ItemId> first(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), options.limit)));
            return workspace.store().readNow<std::vector<store::ItemRow>>([&](store::Tx &tx) { return store::Items(tx).rows(first); });
        };
        const auto added = rows(found->added), lost = rows(found->lost);
        if (!added || !lost)
            return context.failed(added ? lost.error() : added.error());
        context.print({{"query", query.id.value}, {"before", found->before}, {"after", found->after}, {"added", found->added.size()}, {"lost", found->lost.size()},
                       {"judged", found->judged}, {"added_mentions", rowsOf(*added)}, {"lost_mentions", rowsOf(*lost)}},
                      [&] {
                          std::printf("%s: %lld before, %lld after; %zu added, %zu lost\n", oneLine(query.name, 60).c_str(), static_cast<long long>(found->before),
                                      static_cast<long long>(found->after), found->added.size(), found->lost.size());
                          printRows("+", *added, found->added.size());
                          printRows("-", *lost, found->lost.size());
                      });
        return kOk;
    });
}

Result<void> judgeAll(app::Workspace &workspace)
{
    VIGIE_TRY(const auto open, workspace.store().readNow<std::vector<QueryId>>([](store::Tx &tx) { return store::Queries(tx).unfinished(); }));
    for (const auto query : open)
        VIGIE_CHECK(workspace.rematchAndWait(query));
    return {};
}

int tellCounts(const Context &context, app::Workspace &workspace, QueryId query, const char *verb)
{
    const auto counts = workspace.store().readNow<store::QueryCounts>([&](store::Tx &tx) {
        const store::AsCounted counted(tx);
        return store::Queries(tx).counts(query);
    });
    if (!counts)
        return context.failed(counts.error());
    context.print({{"query", query.value}, {"mentions", counts->total}}, [&] { std::printf("%s: %d mention(s)\n", verb, counts->total); });
    return kOk;
}

int apply(const Context &context, const Options &options)
{
    return onSaved(context, options, [&](app::Workspace &workspace, const SavedQuery &query) -> int {
        auto changed = query;
        changed.source = sourceOf(options.source);
        int code = kOk;
        if (!readHere(context, workspace, changed.source, code))
            return code;
        const auto saved = workspace.store().writeNow<QueryId>([&](store::Tx &tx) -> Result<QueryId> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(kAction));
            return store::Queries(tx).save(changed);
        });
        if (!saved)
            return context.failed(saved.error());
        if (const auto judged = judgeAll(workspace); !judged)
            return context.failed(judged.error());
        return tellCounts(context, workspace, *saved, "Applied");
    });
}

int undo(const Context &context, const Options &options)
{
    return onSaved(context, options, [&](app::Workspace &workspace, const SavedQuery &query) -> int {
        const auto undone = workspace.store().writeNow<void>([&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || last->action != kAction)
                return fail(Errc::NotFound, "the last action was not a change of a query");
            VIGIE_TRY(const auto back, store::Tickets(tx).undoLast());
            return back.undone ? Result<void>() : fail(Errc::Internal);
        });
        if (!undone)
            return context.failed(undone.error());
        if (const auto judged = judgeAll(workspace); !judged)
            return context.failed(judged.error());
        return tellCounts(context, workspace, query.id, "Taken back");
    });
}

Json partsOf(const std::string &source, const store::ExampleOutcome &outcome)
{
    auto out = Json::array();
    for (const auto &part : outcome.why)
        if (part.begin < part.end && part.end <= source.size())
            out.push_back({{"part", source.substr(part.begin, part.end - part.begin)}, {"held", part.held}});
    return out;
}

/// All examples with their outcomes; kPartly when one fails. `source` empty: the query as it is saved.
int runExamples(const Context &context, const Options &options)
{
    return onSaved(context, options, [&](app::Workspace &workspace, const SavedQuery &saved) -> int {
        const auto source = options.source.empty() ? saved.source : sourceOf(options.source);
        int code = kOk;
        const auto query = readHere(context, workspace, source, code);
        if (!query)
            return code;
        std::vector<store::QueryExample> examples;
        const auto outcomes = workspace.store().readNow<std::vector<store::ExampleOutcome>>([&](store::Tx &tx) -> Result<std::vector<store::ExampleOutcome>> {
            VIGIE_TRY(examples, store::QueryExamples(tx).of(saved.id));
            return store::QueryExamples(tx).run(*query, examples);
        });
        if (!outcomes)
            return context.failed(outcomes.error());
        auto out = Json::array();
        for (std::size_t i = 0; i < examples.size(); ++i)
            out.push_back({{"example", examples[i].id}, {"wanted", examples[i].wanted}, {"mention", examples[i].item.value}, {"text", (*outcomes)[i].text},
                           {"passes", (*outcomes)[i].passes}, {"gone", (*outcomes)[i].gone}, {"why", partsOf(source, (*outcomes)[i])}});
        context.print(out, [&] {
            for (std::size_t i = 0; i < examples.size(); ++i) {
                const auto &outcome = (*outcomes)[i];
                std::printf("%-5s #%-4lld %-8s %s\n", outcome.gone ? "gone" : outcome.passes ? "ok" : "FAILS", static_cast<long long>(examples[i].id),
                            examples[i].wanted ? "must" : "must not", oneLine(outcome.text, 90).c_str());
                for (const auto &part : outcome.fails() ? partsOf(source, outcome) : Json::array())
                    std::printf("      %s %s\n", part["held"].get<bool>() ? "has" : "lacks", oneLine(part["part"].get<std::string>(), 70).c_str());
            }
        });
        const bool fails = std::any_of(outcomes->begin(), outcomes->end(), [](const store::ExampleOutcome &outcome) { return outcome.fails(); });
        return fails ? kPartly : kOk;
    });
}

int addExample(const Context &context, const Options &options)
{
    return onSaved(context, options, [&](app::Workspace &workspace, const SavedQuery &query) -> int {
        const store::QueryExample example{0, !options.without, ItemId{options.mention}, options.text};
        const auto id = workspace.store().writeNow<std::int64_t>([&](store::Tx &tx) { return store::QueryExamples(tx).add(query.id, example); });
        if (!id)
            return context.failed(id.error());
        context.print({{"example", *id}}, [&] { std::printf("Example %lld of %s\n", static_cast<long long>(*id), oneLine(query.name, 60).c_str()); });
        return kOk;
    });
}

int removeExample(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<void>([&](store::Tx &tx) { return store::QueryExamples(tx).remove(options.number); });
    if (!done)
        return context.failed(done.error());
    context.print({{"removed", options.number}}, [&] { std::printf("Example %lld is gone.\n", static_cast<long long>(options.number)); });
    return kOk;
}

using Action = int (*)(const Context &, const Options &);

void addExampleCommands(CLI::App &query, Context &context, int &code, const std::shared_ptr<Options> &options)
{
    auto *examples = query.add_subcommand("examples", "what a saved query must let in and what it must not");
    examples->require_subcommand(1);
    const auto add = [&](const char *name, const char *what, Action action) {
        auto *command = examples->add_subcommand(name, what);
        command->callback([&code, &context, options, action] { code = action(context, *options); });
        return command;
    };
    auto *run = add("run", "tries them; 1 when one fails", runExamples);
    run->add_option("name", options->name, kQueryNamed)->required();
    run->add_option("--with", options->source, "another query in its place");
    auto *made = add("add", "a text, or a mention that is here", addExample);
    made->add_option("name", options->name, kQueryNamed)->required();
    made->add_option("text", options->text, "what somebody could write");
    made->add_option("--mention", options->mention, "the number of a mention in place of a text");
    made->add_flag("--not", options->without, "it must not match");
    auto *gone = add("remove", "takes one away", removeExample);
    gone->add_option("number", options->number)->required();
}

} // namespace

void addQueryHistoryCommands(CLI::App &query, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    const auto add = [&](const char *name, const char *what, Action action) {
        auto *command = query.add_subcommand(name, what);
        command->add_option("name", options->name, kQueryNamed)->required();
        command->callback([&code, &context, options, action] { code = action(context, *options); });
        return command;
    };
    auto *diffed = add("diff", "what a saved query would add and lose over history with another source; nothing is changed", diff);
    diffed->add_option("source", options->source, "the query as it would be")->required();
    diffed->add_option("--years", options->years, "only so many years back")->check(CLI::Range(1, 100));
    diffed->add_option("-n,--limit", options->limit, "mentions shown of each list")->check(CLI::Range(0, 100'000));
    auto *applied = add("apply", "changes the source of a saved query over all history, as one action that can be taken back", apply);
    applied->add_option("source", options->source, "the query as it will be")->required();
    add("undo", "takes the last change of the query back, when nothing was done since", undo);
    addExampleCommands(query, context, code, options);
}

} // namespace vigie::cli
