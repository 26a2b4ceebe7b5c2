// SPDX-License-Identifier: GPL-3.0-or-later
// figure goals, figure surveys: what no network gives and a person enters
#include "cli/figure_commands.hpp"

#include "cli/decision.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/intake/survey_import.hpp>
#include <vigie/store/goals.hpp>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;
constexpr const char *kGoals = "goals", *kSurveys = "surveys"; ///< the undoable actions
constexpr int kShown = 100;

/// The last action, where it was one of these.
Result<void> takeBack(store::Tx &tx, const std::string &action)
{
    VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
    if (!last || last->action != action)
        return fail(Errc::NotFound, "the last action was not of these (" + action + ")");
    VIGIE_TRY(const auto back, store::Tickets(tx).undoLast());
    return back.undone ? Result<void>() : fail(Errc::Conflict, "it was changed since; nothing was taken back");
}

/// Without an action of its own: it takes one back.
template <class T>
Result<T> changed(const Context &context, const std::function<Result<T>(store::Tx &, app::Workspace &)> &job)
{
    VIGIE_TRY(const auto workspace, context.open(false));
    return workspace->store().template writeNow<T>([&](store::Tx &tx) { return job(tx, *workspace); }, store::Durability::Full);
}

// Goals -------------------------------------------------------------------------------------------------------------------
struct GoalOptions {
    std::string network, from, to, goal, currency;
    std::optional<double> visits, completions, value;
    std::int64_t remove = 0;
    bool undo = false, list = false;
};

/// What was said; of days that have an entry, its visits where no others were.
Result<store::GoalEntry> entryOf(const std::vector<store::GoalEntry> &known, const GoalOptions &options)
{
    store::GoalEntry out;
    out.network = options.network;
    VIGIE_TRY(out.fromDay, parseIsoDay(options.from));
    VIGIE_TRY(const auto last, parseIsoDay(options.to));
    out.toDay = last + 1;
    auto visits = options.visits;
    for (const auto &one : known)
        if (!visits && one.network == out.network && one.fromDay == out.fromDay && one.toDay == out.toDay)
            visits = one.visits;
    if (!visits)
        return fail(Errc::InvalidInput, "--visits is needed for days that have no entry yet");
    out.visits = *visits;
    if (options.goal.empty())
        return out;
    if (!options.completions || !options.value || options.currency.empty())
        return fail(Errc::InvalidInput, "--goal wants --completions, --value and --currency");
    out.goals.push_back({options.goal, *options.completions, *options.value, options.currency});
    return out;
}

Json goalsJson(const std::vector<store::GoalEntry> &entries)
{
    auto out = Json::array();
    for (const auto &entry : entries) {
        auto goals = Json::array();
        for (const auto &goal : entry.goals)
            goals.push_back({{"name", goal.name}, {"completions", goal.completions}, {"value", goal.value}, {"currency", goal.currency}});
        out.push_back({{"entry", entry.id}, {"network", entry.network}, {"from", toIsoDay(entry.fromDay)}, {"to", toIsoDay(entry.toDay - 1)}, {"visits", entry.visits}, {"goals", goals}});
    }
    return out;
}

void printGoals(const std::vector<store::GoalEntry> &entries)
{
    for (const auto &entry : entries) {
        std::printf("%4lld  %-12s %s to %s  %g visits\n", static_cast<long long>(entry.id), oneLine(entry.network, 20).c_str(), toIsoDay(entry.fromDay).c_str(),
                    toIsoDay(entry.toDay - 1).c_str(), entry.visits);
        for (const auto &goal : entry.goals)
            std::printf("        %-24s %g x %g %s\n", oneLine(goal.name, 40).c_str(), goal.completions, goal.value, goal.currency.c_str());
    }
    if (entries.empty())
        std::printf("Nothing was entered yet.\n");
}

int goals(const Context &context, const GoalOptions &options)
{
    using Entries = std::vector<store::GoalEntry>;
    const auto job = [&](store::Tx &tx, app::Workspace &) -> Result<Entries> {
        store::Goals kept(tx);
        if (options.undo)
            VIGIE_CHECK(takeBack(tx, kGoals));
        if (options.remove != 0)
            VIGIE_CHECK(kept.remove(options.remove));
        if (!options.network.empty()) {
            VIGIE_TRY(const auto known, kept.all());
            VIGIE_TRY(const auto entry, entryOf(known, options));
            VIGIE_CHECK(kept.enter(entry));
        }
        return kept.all();
    };
    const bool writes = options.remove != 0 || !options.network.empty();
    const auto entries = options.undo ? changed<Entries>(context, job) : writes ? decided<Entries>(context, kGoals, job) : looked<Entries>(context, job);
    if (!entries)
        return context.failed(entries.error());
    context.print(goalsJson(*entries), [&] { printGoals(*entries); });
    return kOk;
}

// Surveys -----------------------------------------------------------------------------------------------------------------
struct SurveyOptions {
    std::string file, kind, add, at, network;
    std::int64_t ticket = 0, remove = 0, removeBatch = 0;
    bool dryRun = false, undo = false, list = false;
};

std::string reasonText(const std::string &reason)
{
    static const std::map<std::string, std::string> kTexts{{"unreadable", "the line cannot be read"},
                                                           {"date", "no date that can be read"},
                                                           {"kind", "no survey that is known (csat, nps)"},
                                                           {"score", "no score of this survey (csat 1 to 5, nps 0 to 10)"},
                                                           {"ticket", "no number of a conversation"},
                                                           {"twice", "its number is in the file already"},
                                                           {"future", "a time to come"},
                                                           {"no-ticket", "there is no such conversation here"}};
    const auto known = kTexts.find(reason);
    return known == kTexts.end() ? reason : known->second;
}

struct Taken {
    intake::SurveyTrial trial;
    store::SurveyBatch batch;
};

int take(const Context &context, const SurveyOptions &options)
{
    const auto job = [&](store::Tx &tx, app::Workspace &workspace) -> Result<Taken> {
        const auto kind = surveyKindFrom(options.kind);
        VIGIE_TRY(const auto file, connect::readSurveyFile(options.file, workspace.zone(), kind));
        Taken out;
        VIGIE_TRY(out.trial, intake::trySurveys(tx, file));
        if (!options.dryRun) {
            VIGIE_TRY(out.batch, intake::takeSurveys(tx, file, std::filesystem::path(options.file).filename().string()));
        }
        return out;
    };
    const auto taken = options.dryRun ? looked<Taken>(context, job) : decided<Taken>(context, kSurveys, job);
    if (!taken)
        return context.failed(taken.error());
    const auto &trial = taken->trial;
    auto left = Json::array();
    for (const auto &one : trial.faults)
        left.push_back({{"line", one.line}, {"reason", one.reason}, {"excerpt", one.excerpt}});
    context.print({{"lines", trial.lines}, {"fresh", trial.fresh}, {"known", trial.known}, {"left_out", left}, {"batch", taken->batch.id != 0 ? Json(taken->batch.id) : Json()}}, [&] {
        std::printf("%lld line(s): %lld new%s, %lld here already, %zu left out\n", static_cast<long long>(trial.lines), static_cast<long long>(trial.fresh),
                    options.dryRun ? " would be taken" : "", static_cast<long long>(trial.known), trial.faults.size());
        for (const auto &one : trial.faults)
            std::printf("line %lld: %s  %s\n", static_cast<long long>(one.line), reasonText(one.reason).c_str(), oneLine(one.excerpt, 60).c_str());
        if (taken->batch.id != 0)
            std::printf("batch %lld; --remove-batch %lld takes it away\n", static_cast<long long>(taken->batch.id), static_cast<long long>(taken->batch.id));
    });
    return trial.faults.empty() ? kOk : kPartly;
}

/// "csat=4" or "nps=9".
Result<SurveyAnswer> answerOf(const SurveyOptions &options, Instant now)
{
    const auto equals = options.add.find('=');
    const auto kind = surveyKindFrom(options.add.substr(0, equals));
    const auto text = equals == std::string::npos ? std::string() : options.add.substr(equals + 1);
    SurveyAnswer out;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out.score);
    if (!kind || text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return fail(Errc::InvalidInput, "it is written csat=4 (1 to 5) or nps=9 (0 to 10)");
    out.kind = *kind;
    out.network = options.network;
    out.ticket = TicketId{options.ticket};
    out.at = now;
    if (!options.at.empty()) {
        VIGIE_TRY(out.at, parseRfc3339(options.at));
    }
    return out;
}

struct Survey {
    std::vector<store::SurveyBatch> batches;
    std::vector<SurveyAnswer> answers;
};

int surveys(const Context &context, const SurveyOptions &options)
{
    if (!options.file.empty())
        return take(context, options);
    const auto job = [&](store::Tx &tx, app::Workspace &) -> Result<Survey> {
        store::Surveys kept(tx);
        if (options.undo)
            VIGIE_CHECK(takeBack(tx, kSurveys));
        if (options.remove != 0)
            VIGIE_CHECK(kept.remove(options.remove));
        if (options.removeBatch != 0)
            VIGIE_CHECK(kept.removeBatch(options.removeBatch));
        if (!options.add.empty()) {
            VIGIE_TRY(const auto answer, answerOf(options, tx.now()));
            VIGIE_CHECK(kept.add(answer));
        }
        Survey out;
        VIGIE_TRY(out.batches, kept.batches());
        VIGIE_TRY(out.answers, kept.newest(kShown));
        return out;
    };
    const bool writes = options.remove != 0 || options.removeBatch != 0 || !options.add.empty();
    const auto survey = options.undo ? changed<Survey>(context, job) : writes ? decided<Survey>(context, kSurveys, job) : looked<Survey>(context, job);
    if (!survey)
        return context.failed(survey.error());
    auto batches = Json::array(), answers = Json::array();
    for (const auto &one : survey->batches)
        batches.push_back({{"batch", one.id}, {"file", one.file}, {"at", toRfc3339(one.at)}, {"answers", one.answers}});
    for (const auto &one : survey->answers)
        answers.push_back({{"answer", one.id}, {"batch", one.batch != 0 ? Json(one.batch) : Json()}, {"kind", toString(one.kind)}, {"score", one.score}, {"at", toRfc3339(one.at)},
                           {"network", one.network}, {"ticket", one.ticket ? Json(one.ticket.value) : Json()}});
    context.print({{"batches", batches}, {"answers", answers}}, [&] {
        for (const auto &one : survey->batches)
            std::printf("batch %4lld  %s  %lld answers  %s\n", static_cast<long long>(one.id), toRfc3339(one.at).substr(0, 10).c_str(), static_cast<long long>(one.answers), oneLine(one.file, 60).c_str());
        for (const auto &one : survey->answers)
            std::printf("%6lld  %s  %s %d  %s\n", static_cast<long long>(one.id), toRfc3339(one.at).c_str(), toString(one.kind), one.score, oneLine(one.network, 20).c_str());
        if (survey->answers.empty())
            std::printf("There are no answers yet.\n");
    });
    return kOk;
}

void addGoals(CLI::App &figure, Context &context, int &code)
{
    auto options = std::make_shared<GoalOptions>();
    auto *command = figure.add_subcommand("goals", "what visits from networks brought, for the value of a visit; alone: what was entered");
    auto *set = command->add_option("--set", options->network, "the network that these visits came from, as in bluesky");
    command->add_option("--from", options->from, "first day")->needs(set);
    command->add_option("--to", options->to, "last day")->needs(set);
    command->add_option("--visits", options->visits, "visits in these days")->needs(set);
    command->add_option("--goal", options->goal, "a goal that was reached, as in order")->needs(set);
    command->add_option("--completions", options->completions, "how often")->needs(set);
    command->add_option("--value", options->value, "what one is worth")->needs(set);
    command->add_option("--currency", options->currency, "in which currency, as in EUR")->needs(set);
    command->add_option("--remove", options->remove, "takes the entry with this number away")->excludes(set);
    command->add_flag("--undo", options->undo, "takes the last of these actions back")->excludes(set);
    command->add_flag("--list", options->list, "what was entered (as without any option)");
    command->callback([&code, &context, options] { code = goals(context, *options); });
}

void addSurveys(CLI::App &figure, Context &context, int &code)
{
    auto options = std::make_shared<SurveyOptions>();
    auto *command = figure.add_subcommand("surveys", "answers to surveys, for satisfaction and recommendation; alone: batches and the newest answers");
    auto *file = command->add_option("--import", options->file, "a table with the columns at, score, kind (csat or nps), and network, ticket, id where there are");
    command->add_flag("--dry-run", options->dryRun, "says what would be taken and changes nothing")->needs(file);
    command->add_option("--kind", options->kind, "of lines that do not say theirs")->check(CLI::IsMember({"csat", "nps"}))->needs(file);
    auto *add = command->add_option("--add", options->add, "one answer: csat=4 or nps=9")->excludes(file);
    command->add_option("--at", options->at, "when it was given (now)")->needs(add);
    command->add_option("--network", options->network, "where")->needs(add);
    command->add_option("--ticket", options->ticket, "the conversation it is about")->needs(add);
    command->add_option("--remove", options->remove, "takes one that was added away")->excludes(file)->excludes(add);
    command->add_option("--remove-batch", options->removeBatch, "takes all that came with a file away")->excludes(file)->excludes(add);
    command->add_flag("--undo", options->undo, "takes the last of these actions back")->excludes(file)->excludes(add);
    command->add_flag("--list", options->list, "what is here (as without any option)");
    command->callback([&code, &context, options] { code = surveys(context, *options); });
}

} // namespace

void addFigureEnteredCommands(CLI::App &figure, Context &context, int &code)
{
    addGoals(figure, context, code);
    addSurveys(figure, context, code);
}

} // namespace vigie::cli
