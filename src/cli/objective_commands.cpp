// SPDX-License-Identifier: GPL-3.0-or-later
// objective list, show, add, set, move, remove, link, unlink, measure, undo. Objectives are called o1, o2, indicators i1, i2.
#include "cli/formula_commands.hpp"
#include "cli/objective_words.hpp"

#include <vigie/app/objective_results.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/insight/objectives.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <variant>

namespace vigie::cli {

namespace {

using insight::ObjectiveStanding;

constexpr int kTop = 1'000'000;

struct Options {
    std::string ref, name, under, owner, due, note, formula, target, span, start, startValue, query, lang = "en";
    std::int64_t campaign = 0, event = 0, answer = 0, post = 0, action = 0;
    std::string noteText, day;
    int place = kTop;
    bool atMost = false, atLeast = false;
};

/// "o3" or "i5".
using Ref = std::variant<ObjectiveId, IndicatorId>;
Result<Ref> refOf(const std::string &text)
{
    char *end = nullptr;
    const auto number = text.size() > 1 ? std::strtoll(text.c_str() + 1, &end, 10) : 0;
    if (number <= 0 || *end != '\0' || (text[0] != 'o' && text[0] != 'i'))
        return fail(Errc::InvalidInput, "\"" + text + "\" is neither an objective (o1) nor an indicator (i1); 'objective list' names them");
    return text[0] == 'o' ? Ref(ObjectiveId{number}) : Ref(IndicatorId{number});
}

Result<ObjectiveId> parentOf(const std::string &text)
{
    if (text.empty() || text == "none")
        return ObjectiveId{};
    VIGIE_TRY(const auto ref, refOf(text));
    if (!std::holds_alternative<ObjectiveId>(ref))
        return fail(Errc::InvalidInput, "an indicator has nothing under it");
    return std::get<ObjectiveId>(ref);
}

Result<std::optional<std::int32_t>> dayOf(const std::string &text)
{
    if (text.empty() || text == "none")
        return std::optional<std::int32_t>{};
    VIGIE_TRY(const auto day, parseIsoDay(text));
    return std::optional(day);
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto tree = (*workspace)->store().readNow<insight::ObjectiveTree>([&](store::Tx &tx) {
        insight::WorkspaceFigures figures(tx, (*workspace)->columns());
        return insight::ObjectiveReader(tx, figures).tree();
    });
    if (!tree)
        return context.failed(tree.error());
    auto object = toJson(tree->objectives, tree->curiosities, options.lang);
    object["today"] = toIsoDay(tree->today);
    context.print(object, [&] {
        for (const auto &one : tree->objectives)
            print(one, 0, options.lang);
        if (!tree->curiosities.empty())
            std::printf("curiosities, under no objective:\n");
        for (const auto &one : tree->curiosities)
            print(one, 1, options.lang);
    });
    return kOk;
}

int showIndicator(const Context &context, app::Workspace &workspace, IndicatorId id, const Options &options)
{
    const auto curve = workspace.store().readNow<insight::IndicatorCurve>([&](store::Tx &tx) {
        insight::WorkspaceFigures figures(tx, workspace.columns());
        return insight::ObjectiveReader(tx, figures).curve(id);
    });
    if (!curve)
        return context.failed(curve.error());
    context.print(toJson(*curve, options.lang), [&] {
        print(curve->standing, 0, options.lang);
        std::printf("%s\n", oneLine(curve->standing.indicator.formula, 2000).c_str());
        for (const auto &one : curve->actions)
            std::printf("  %s  %-9s %lld  %s\n", one.day ? toIsoDay(*one.day).c_str() : "no day yet", toString(one.kind), static_cast<long long>(one.id.value), oneLine(one.name, kObjectiveWidth).c_str());
        for (const auto &one : curve->points)
            std::printf("%s  %s\n", toIsoDay(one.day).c_str(), one.value ? shown(*one.value, curve->standing.value.unit).c_str() : "no data");
    });
    return kOk;
}

int show(const Context &context, const Options &options)
{
    const auto ref = refOf(options.ref);
    if (!ref)
        return context.failed(ref.error());
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    if (const auto *indicator = std::get_if<IndicatorId>(&*ref))
        return showIndicator(context, **workspace, *indicator, options);
    const auto wanted = std::get<ObjectiveId>(*ref);
    const auto tree = (*workspace)->store().readNow<insight::ObjectiveTree>([&](store::Tx &tx) -> Result<insight::ObjectiveTree> {
        VIGIE_CHECK(store::Objectives(tx).get(wanted));
        insight::WorkspaceFigures figures(tx, (*workspace)->columns());
        return insight::ObjectiveReader(tx, figures).tree();
    });
    if (!tree)
        return context.failed(tree.error());
    const auto find = [&](const auto &self, const std::vector<ObjectiveStanding> &among) -> const ObjectiveStanding * {
        for (const auto &one : among) {
            if (one.objective.id == wanted)
                return &one;
            if (const auto *below = self(self, one.children))
                return below;
        }
        return nullptr;
    };
    const auto *found = find(find, tree->objectives);
    if (found == nullptr)
        return context.failed({Errc::NotFound, "no such objective", 0, std::nullopt, std::nullopt});
    context.print(toJson({*found}, {}, options.lang), [&] { print(*found, 0, options.lang); });
    return kOk;
}

/// What the options say, put into an indicator.
Result<void> apply(store::Tx &tx, const Options &options, Indicator &one)
{
    if (!options.name.empty())
        one.name = options.name;
    if (!options.owner.empty())
        one.owner = options.owner;
    if (!options.formula.empty())
        one.formula = options.formula;
    if (options.atMost || options.atLeast)
        one.direction = options.atMost ? IndicatorDirection::AtMost : IndicatorDirection::AtLeast;
    if (!options.span.empty())
        one.span = indicatorSpanFrom(options.span).value_or(one.span);
    if (!options.due.empty()) {
        VIGIE_TRY(one.due, dayOf(options.due));
    }
    if (!options.start.empty()) {
        VIGIE_TRY(one.start, parseIsoDay(options.start));
    } else if (one.start == 0) {
        VIGIE_TRY(one.start, insight::workspaceToday(tx));
    }
    if (!options.query.empty()) {
        VIGIE_TRY(const auto all, store::Queries(tx).all());
        const auto found = std::find_if(all.begin(), all.end(), [&](const SavedQuery &query) { return query.name == options.query || std::to_string(query.id.value) == options.query; });
        if (found == all.end() && options.query != "none")
            return fail(Errc::NotFound, "no saved query \"" + options.query + "\"");
        one.query = found == all.end() ? QueryId{} : found->id;
    }
    VIGIE_TRY(const auto names, insight::formulaNames(tx));
    const auto formula = insight::checkFormula(one.formula, names);
    if (!formula)
        return fail(insight::toError(formula.error()));
    const auto number = [&](const std::string &text, std::optional<double> &into) -> Result<void> {
        if (text == "none") {
            into.reset();
        } else if (!text.empty()) {
            VIGIE_TRY(into, insight::constantIn(text, formula->unit()));
        }
        return {};
    };
    VIGIE_CHECK(number(options.target, one.target));
    return number(options.startValue, one.startValue);
}

struct Done {
    std::string ref;
};

int finish(const Context &context, const Result<Done> &done, const char *verb)
{
    if (!done)
        return context.failed(done.error());
    context.print({{"ref", done->ref}}, [&] { std::printf("%s %s\n", done->ref.c_str(), verb); });
    return kOk;
}

template <class F>
int change(const Context &context, const char *verb, F &&work)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    return finish(context, (*workspace)->store().writeNow<Done>([&](store::Tx &tx) -> Result<Done> { return work(tx, **workspace); }, store::Durability::Full), verb);
}

Result<Done> saveIndicator(store::Tx &tx, app::Workspace &workspace, const Options &options, Indicator one)
{
    VIGIE_CHECK(apply(tx, options, one));
    insight::WorkspaceFigures figures(tx, workspace.columns());
    VIGIE_TRY(const auto saved, insight::ObjectiveDesk(tx, figures).save(one));
    return Done{"i" + std::to_string(saved.id.value)};
}

Result<Done> saveObjective(store::Tx &tx, const Options &options, Objective one)
{
    if (!options.name.empty())
        one.name = options.name;
    if (!options.owner.empty())
        one.owner = options.owner;
    if (!options.note.empty())
        one.note = options.note;
    if (!options.due.empty()) {
        VIGIE_TRY(one.due, dayOf(options.due));
    }
    store::Objectives objectives(tx);
    VIGIE_CHECK(objectives.begin(one.id ? "change" : "add"));
    VIGIE_TRY(const auto id, objectives.save(one));
    return Done{"o" + std::to_string(id.value)};
}

int add(const Context &context, const Options &options)
{
    return change(context, "added", [&](store::Tx &tx, app::Workspace &workspace) -> Result<Done> {
        VIGIE_TRY(const auto parent, parentOf(options.under));
        if (options.formula.empty()) {
            Objective one;
            one.parent = parent;
            one.owner = workspace.person();
            return saveObjective(tx, options, one);
        }
        Indicator one;
        one.objective = parent;
        one.owner = workspace.person();
        return saveIndicator(tx, workspace, options, one);
    });
}

int set(const Context &context, const Options &options)
{
    return change(context, "changed", [&](store::Tx &tx, app::Workspace &workspace) -> Result<Done> {
        VIGIE_TRY(const auto ref, refOf(options.ref));
        store::Objectives objectives(tx);
        if (const auto *id = std::get_if<ObjectiveId>(&ref)) {
            VIGIE_TRY(const auto one, objectives.get(*id));
            return saveObjective(tx, options, one);
        }
        VIGIE_TRY(const auto one, objectives.indicator(std::get<IndicatorId>(ref)));
        return saveIndicator(tx, workspace, options, one);
    });
}

int moveOrRemove(const Context &context, const Options &options, bool remove)
{
    return change(context, remove ? "removed" : "moved", [&](store::Tx &tx, app::Workspace &) -> Result<Done> {
        VIGIE_TRY(const auto ref, refOf(options.ref));
        store::Objectives objectives(tx);
        VIGIE_CHECK(objectives.begin(remove ? "remove" : "move"));
        VIGIE_TRY(const auto under, parentOf(options.under));
        const auto work = [&](auto id) { return remove ? objectives.remove(id) : objectives.move(id, under, options.place); };
        VIGIE_CHECK(std::visit(work, ref));
        return Done{options.ref};
    });
}

int link(const Context &context, const Options &options)
{
    return change(context, "linked", [&](store::Tx &tx, app::Workspace &) -> Result<Done> {
        VIGIE_TRY(const auto ref, refOf(options.ref));
        if (!std::holds_alternative<IndicatorId>(ref))
            return fail(Errc::InvalidInput, "actions are linked to indicators (i1)");
        using Kind = IndicatorAction::Kind;
        IndicatorAction action;
        action.indicator = std::get<IndicatorId>(ref);
        action.kind = options.campaign ? Kind::Campaign : options.event ? Kind::Event : options.answer ? Kind::Answer : options.post ? Kind::Post : Kind::Note;
        action.row = options.campaign + options.event + options.answer + options.post;
        action.name = options.noteText;
        VIGIE_TRY(action.day, dayOf(options.day));
        store::Objectives objectives(tx);
        VIGIE_CHECK(objectives.begin("link"));
        VIGIE_TRY(const auto id, objectives.link(action));
        return Done{std::to_string(id.value)};
    });
}

int unlink(const Context &context, const Options &options)
{
    return change(context, "unlinked", [&](store::Tx &tx, app::Workspace &) -> Result<Done> {
        store::Objectives objectives(tx);
        VIGIE_CHECK(objectives.begin("unlink"));
        VIGIE_CHECK(objectives.unlink(IndicatorActionId{options.action}));
        return Done{std::to_string(options.action)};
    });
}

int measure(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto kept = app::keepObjectiveResults((*workspace)->store(), (*workspace)->columns(), Context::interrupted());
    if (!kept)
        return context.failed(kept.error());
    context.print({{"kept", *kept}}, [&] { std::printf("%d values kept\n", *kept); });
    return kOk;
}

int undo(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto action = (*workspace)->store().writeNow<std::string>([](store::Tx &tx) { return store::Objectives(tx).undo(); }, store::Durability::Full);
    if (!action)
        return context.failed(action.error());
    context.print({{"action", *action}}, [&] { std::printf("%s\n", action->empty() ? "nothing to take back" : ("taken back: " + *action).c_str()); });
    return kOk;
}

void addFields(CLI::App &command, const std::shared_ptr<Options> &options)
{
    command.add_option("--owner", options->owner, "who answers for it");
    command.add_option("--due", options->due, "last day: 2026-12-31, or none");
    command.add_option("--note", options->note, "of an objective");
    command.add_option("--formula", options->formula, "of an indicator, as in docs/formulas.md");
    command.add_option("--target", options->target, "of an indicator: 1500, 30%, 2h, or none");
    auto *most = command.add_flag("--at-most", options->atMost, "the target is not to be exceeded");
    command.add_flag("--at-least", options->atLeast, "the target is to be reached (so unless said)")->excludes(most);
    command.add_option("--span", options->span, "days of one value: the week or four weeks before today, or since the start")->check(CLI::IsMember({"week", "month", "since", "until_due"}));
    command.add_option("--start", options->start, "first day of the path (today unless given)");
    command.add_option("--start-value", options->startValue, "where the path begins (the first value unless given)");
    command.add_option("--query", options->query, "saved query whose mentions are meant (the brand's unless given)");
}

} // namespace

void addObjectiveCommands(CLI::App &app, Context &context, int &code)
{
    auto *objective = app.add_subcommand("objective", "what is to be reached, by which indicators, and how far it is");
    objective->require_subcommand(1);
    auto options = std::make_shared<Options>();
    const auto command = [&](const char *name, const char *what, bool ref, std::function<int()> run) {
        auto *one = objective->add_subcommand(name, what);
        if (ref)
            one->add_option("REF", options->ref, "o1 is an objective, i1 an indicator")->required();
        one->callback([&code, run = std::move(run)] { code = run(); });
        return one;
    };
    auto *listing = command("list", "the tree with states, and curiosities", false, [&context, options] { return list(context, *options); });
    auto *showing = command("show", "an objective, or an indicator with its curve, versions and actions", true, [&context, options] { return show(context, *options); });
    for (auto *one : {listing, showing})
        one->add_option("--lang", options->lang, "language of mistakes")->check(CLI::IsMember({"en", "fr"}));
    auto *adding = objective->add_subcommand("add", "an objective; with --formula an indicator (under no objective: a curiosity)");
    adding->add_option("NAME", options->name, "as it is to be called")->required();
    adding->add_option("--under", options->under, "the objective it belongs to: o1");
    addFields(*adding, options);
    adding->callback([&code, &context, options] { code = add(context, *options); });
    auto *setting = command("set", "changes what is given; another formula is another version", true, [&context, options] { return set(context, *options); });
    setting->add_option("--name", options->name, "as it is to be called");
    addFields(*setting, options);
    auto *moving = command("move", "to another objective, or another place", true, [&context, options] { return moveOrRemove(context, *options, false); });
    moving->add_option("--under", options->under, "the objective it belongs to: o1, or none")->required();
    moving->add_option("--place", options->place, "0 is the first (the last unless given)")->check(CLI::NonNegativeNumber);
    command("remove", "with everything under it; 'objective undo' brings it back", true, [&context, options] { return moveOrRemove(context, *options, true); });
    auto *linking = command("link", "an action that was meant to move an indicator", true, [&context, options] { return link(context, *options); });
    auto *what = linking->add_option_group("action");
    what->add_option("--campaign", options->campaign, "number of a campaign");
    what->add_option("--event", options->event, "number of an event of the calendar");
    what->add_option("--answer", options->answer, "number of an intent of the outbox");
    what->add_option("--post", options->post, "number of a post of the calendar");
    what->add_option("--words", options->noteText, "an action of its own, with --day");
    what->require_option(1);
    linking->add_option("--day", options->day, "of an action of its own: 2026-11-21");
    auto *unlinking = objective->add_subcommand("unlink", "takes an action off its indicator");
    unlinking->add_option("ACTION", options->action, "its number")->required();
    unlinking->callback([&code, &context, options] { code = unlink(context, *options); });
    command("measure", "keeps the values of the last whole days, and of those that were missed", false, [&context] { return measure(context); });
    command("undo", "takes the last change back", false, [&context] { return undo(context); });
}

} // namespace vigie::cli
