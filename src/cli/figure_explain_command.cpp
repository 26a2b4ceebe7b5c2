// SPDX-License-Identifier: GPL-3.0-or-later
// figure explain: why a figure moved; figure sources, rates, visits: what a person sets of the e-reputation index and of estimates
#include "cli/query_words.hpp"
#include "cli/reviews_command.hpp"
#include "cli/relay_choice.hpp"

#include <vigie/insight/estimates.hpp>
#include <vigie/insight/explain.hpp>
#include <vigie/insight/reputation_reader.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

namespace vigie::cli {

namespace {

using insight::Explanation;
using insight::ExplainedPart;
using Json = nlohmann::json;

struct Asked {
    std::string key, by = "network", query, words;
    std::vector<std::string> networks, langs;
    int days = 7, limit = 12, rows = 0;
    bool before = false;
    RelayChoice relays;
};

Json numberOrNull(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? Json(*value) : Json();
}

const char *nameOf(ExplainedPart::What what)
{
    switch (what) {
    case ExplainedPart::What::Named: return "part";
    case ExplainedPart::What::Nothing: return "nothing";
    case ExplainedPart::What::Others: return "others";
    }
    return "part";
}

const char *nameOf(Explanation::Kind kind)
{
    switch (kind) {
    case Explanation::Kind::Sum: return "sum";
    case Explanation::Kind::Ratio: return "ratio";
    case Explanation::Kind::Index: return "index";
    case Explanation::Kind::Quantile: return "quantile";
    }
    return "sum";
}

Json toJson(const Explanation &explanation)
{
    auto parts = Json::array();
    for (const auto &part : explanation.parts)
        parts.push_back({{"what", nameOf(part.what)}, {"name", part.name}, {"id", part.id}, {"groups", part.groups}, {"before", numberOrNull(part.before)}, {"now", numberOrNull(part.now)},
                         {"rows_before", part.rowsBefore}, {"rows_now", part.rowsNow}, {"change", part.change}, {"mix", part.mix}, {"rate", part.rate},
                         {"low", part.interval ? Json(part.interval->low) : Json()}, {"high", part.interval ? Json(part.interval->high) : Json()}});
    return {{"key", explanation.now.key}, {"kind", nameOf(explanation.kind)}, {"by", insight::toString(explanation.by)}, {"from_day", explanation.period.fromDay},
            {"to_day", explanation.period.toDay}, {"against_from_day", explanation.against.fromDay}, {"against_to_day", explanation.against.toDay},
            {"before", numberOrNull(explanation.before.value)}, {"now", numberOrNull(explanation.now.value)}, {"change", numberOrNull(explanation.change)}, {"parts", parts},
            {"together", numberOrNull(explanation.together)}};
}

std::string called(const ExplainedPart &part)
{
    if (part.what == ExplainedPart::What::Others)
        return "(" + std::to_string(part.groups) + " others)";
    return part.name.empty() ? "(none known)" : oneLine(part.name, 48);
}

std::string bounds(const ExplainedPart &part)
{
    return part.interval ? "  [" + std::to_string(part.interval->low) + ", " + std::to_string(part.interval->high) + "]" : std::string();
}

void print(const Explanation &explanation)
{
    const auto shown = [](const std::optional<double> &value) { return value ? std::to_string(*value) : std::string("no data"); };
    std::printf("%s: %s, before %s\n", explanation.now.key.c_str(), shown(explanation.now.value).c_str(), shown(explanation.before.value).c_str());
    if (!explanation.change)
        std::printf("There is no change to explain: one of both has no value.\n");
    for (const auto &part : explanation.parts)
        std::printf("%+14.4f  %8lld post(s), before %lld  %s%s\n", part.change, static_cast<long long>(part.rowsNow), static_cast<long long>(part.rowsBefore), called(part).c_str(),
                    bounds(part).c_str());
    if (explanation.together)
        std::printf("%+14.4f  of all parts together: medians do not add up, a part is what would be missing of the change without it\n", *explanation.together);
}

Result<insight::ExplainRequest> requestOf(store::Tx &tx, const std::string &zone, const Asked &asked)
{
    insight::ExplainRequest request;
    request.key = asked.key;
    request.by = insight::dimensionFrom(asked.by).value_or(insight::Dimension::Network);
    request.limit = asked.limit;
    VIGIE_TRY(const auto today, localDay(tx.now(), zone));
    request.period = {today - asked.days + 1, today + 1};
    request.scope.words = asked.words;
    request.scope.networks = asked.networks;
    request.scope.langs = asked.langs;
    if (!asked.query.empty()) {
        VIGIE_TRY(const auto query, savedQuery(tx, asked.query));
        request.scope.query = query.id;
    } else if (asked.key == "share_of_voice") { // of the brand, as on the dashboard
        VIGIE_TRY(const auto all, store::Queries(tx).all());
        const auto brand = std::find_if(all.begin(), all.end(), [](const SavedQuery &query) { return query.role == QueryRole::Brand; });
        if (brand != all.end())
            request.scope.query = brand->id;
    }
    return request;
}

struct Told {
    Explanation explanation;
    std::vector<ItemId> rows;
};

int explain(const Context &context, const Asked &asked)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto told = (*workspace)->store().readNow<Told>([&](store::Tx &tx) -> Result<Told> {
        VIGIE_TRY(auto request, requestOf(tx, (*workspace)->zone(), asked));
        const auto counted = asked.relays.over(tx);
        request.scope.withoutRelays = !counted.withRelays();
        request.progress = [&context](double share) {
            context.progress("reading: " + std::to_string(static_cast<int>(share * 100)) + " %");
            return !Context::interrupted().stop_requested();
        };
        Told out;
        insight::Explainer explainer(tx);
        VIGIE_TRY(out.explanation, explainer.explain(request));
        if (asked.rows == 0)
            return out;
        if (asked.rows > static_cast<int>(out.explanation.parts.size()))
            return fail(Errc::NotFound, "there is no part " + std::to_string(asked.rows) + ": the explanation has " + std::to_string(out.explanation.parts.size()));
        const auto &part = out.explanation.parts[static_cast<std::size_t>(asked.rows) - 1];
        VIGIE_TRY(out.rows, explainer.rows(request, out.explanation, part, asked.before, 10'000));
        return out;
    });
    context.progressDone();
    if (!told)
        return context.failed(told.error());
    auto json = toJson(told->explanation);
    if (asked.rows > 0) {
        json["rows"] = Json::array();
        for (const auto item : told->rows)
            json["rows"].push_back(item.value);
    }
    context.print(json, [&] {
        print(told->explanation);
        for (const auto item : told->rows)
            std::printf("%lld\n", static_cast<long long>(item.value));
    });
    return kOk;
}

/// What a person may set by name, each a number: "bluesky=0.5".
struct Numbers {
    const char *named, *number, *others;  ///< in JSON; what is said of those that are not set
    Result<std::map<std::string, double>> (*read)(store::Tx &);
    Result<void> (*set)(store::Tx &, const std::string &, double);
};

constexpr Numbers kWeights{"connector", "weight", "Every other source weighs 1.", [](store::Tx &tx) { return insight::ReputationReader(tx).weights(); },
                           [](store::Tx &tx, const std::string &name, double value) { return insight::ReputationReader(tx).setWeight(name, value); }};
constexpr Numbers kRates{"connector", "rate", "Of every other network 0.05 is assumed.", [](store::Tx &tx) { return insight::Estimates(tx).viewRates(); },
                         [](store::Tx &tx, const std::string &name, double value) { return insight::Estimates(tx).setViewRate(name, value == insight::kViewRate ? std::nullopt : std::optional(value)); }};
constexpr Numbers kVisits{"site", "visits", "Of every other site nothing is known.", [](store::Tx &tx) { return insight::Estimates(tx).siteVisits(); },
                          [](store::Tx &tx, const std::string &name, double value) { return insight::Estimates(tx).setSiteVisits(name, value > 0 ? std::optional(value) : std::nullopt); }};

Result<void> setOne(store::Tx &tx, const Numbers &numbers, const std::string &typed)
{
    const auto equals = typed.find('=');
    const auto text = equals == std::string::npos ? std::string() : typed.substr(equals + 1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return fail(Errc::InvalidInput, "it is written NAME=NUMBER, as in bluesky=0.5; nothing was changed");
    return numbers.set(tx, typed.substr(0, equals), value);
}

int settable(const Context &context, const Numbers &numbers, const std::vector<std::string> &typed)
{
    const auto workspace = context.open(!typed.empty());
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    using Values = std::map<std::string, double>;
    const auto job = [&](store::Tx &tx) -> Result<Values> {
        for (const auto &one : typed)
            VIGIE_CHECK(setOne(tx, numbers, one));
        return numbers.read(tx);
    };
    const auto values = typed.empty() ? store.readNow<Values>(job) : store.writeNow<Values>(job, store::Durability::Full);
    if (!values)
        return context.failed(values.error());
    auto json = Json::array();
    for (const auto &[name, value] : *values)
        json.push_back({{numbers.named, name}, {numbers.number, value}});
    context.print(json, [&] {
        for (const auto &[name, value] : *values)
            std::printf("%-20s %g\n", name.c_str(), value);
        std::printf("%s\n", numbers.others);
    });
    return kOk;
}

void addSettable(CLI::App &figure, Context &context, int &code, const char *name, const char *about, const char *how, const Numbers &numbers)
{
    auto typed = std::make_shared<std::vector<std::string>>();
    auto *command = figure.add_subcommand(name, about);
    command->add_option("--set", *typed, how);
    command->callback([&code, &context, &numbers, typed] { code = settable(context, numbers, *typed); });
}

} // namespace

void addFigureExplainCommands(CLI::App &app, Context &context, int &code)
{
    const auto there = app.get_subcommands([](const CLI::App *command) { return command->get_name() == "figure"; });
    auto *figure = there.empty() ? app.add_subcommand("figure", "one figure and what stands behind it") : there.front();
    figure->require_subcommand(1);
    auto asked = std::make_shared<Asked>();
    auto *why = figure->add_subcommand("explain", "why a figure moved: its change in parts that sum to it");
    why->add_option("key", asked->key, "which figure")->required()->check(CLI::IsMember(insight::explainedFigures()));
    why->add_option("--by", asked->by, "network, topic, author, tone, language or cluster (of relays)")->check(CLI::IsMember({"network", "topic", "author", "tone", "language", "cluster"}));
    why->add_option("--query", asked->query, kQueryNamed);
    why->add_option("--words", asked->words, "only mentions that satisfy this, in the query language");
    why->add_option("--network", asked->networks, "only these networks");
    why->add_option("--lang", asked->langs, "only these languages");
    why->add_option("--days", asked->days, "length of the period that ends today")->check(CLI::Range(1, 3660));
    why->add_option("-n,--limit", asked->limit, "parts that are named")->check(CLI::Range(1, 1000));
    why->add_option("--rows", asked->rows, "also the posts behind this part, by its place in the list")->check(CLI::Range(1, 1001));
    why->add_flag("--before", asked->before, "with --rows: those of the period before");
    asked->relays.addTo(*why);
    why->callback([&code, &context, asked] { code = explain(context, *asked); });

    addSettable(*figure, context, code, "sources", "what each source weighs in the e-reputation index", "CONNECTOR=NUMBER, 0 to 100; may be repeated", kWeights);
    addSettable(*figure, context, code, "rates", "which share of an author's followers is taken to see a post, for estimated impressions", "CONNECTOR=NUMBER, 0 to 1; may be repeated", kRates);
    addSettable(*figure, context, code, "visits", "visits a month of sites, for their reach", "HOST=NUMBER, 0 forgets it; may be repeated", kVisits);
}

} // namespace vigie::cli
