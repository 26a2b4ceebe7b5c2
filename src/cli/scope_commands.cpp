// SPDX-License-Identifier: GPL-3.0-or-later
// scope list|save|remove|away|back|apply: who looks after what, and who stands in
#include "cli/context.hpp"

#include <vigie/desk/scopes.hpp>
#include <vigie/store/scopes.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

struct Options {
    std::string name, owner, person, by, from, until;
    std::vector<std::string> countries, languages, segments, brands;
    std::int64_t absence = 0;
};

struct Known {
    std::vector<Scope> scopes;
    std::vector<Absence> absences;
};

int list(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto known = (*workspace)->store().readNow<Known>([](store::Tx &tx) -> Result<Known> {
        Known out;
        VIGIE_TRY(out.scopes, store::Scopes(tx).all());
        VIGIE_TRY(out.absences, store::Scopes(tx).absences());
        return out;
    });
    if (!known)
        return context.failed(known.error());
    auto scopes = nlohmann::json::array(), absences = nlohmann::json::array();
    for (const auto &one : known->scopes)
        scopes.push_back({{"scope", one.id.value}, {"name", one.name}, {"owner", one.owner}, {"countries", one.countries}, {"languages", one.languages},
                          {"segments", one.segments}, {"brands", one.brands}});
    for (const auto &one : known->absences)
        absences.push_back({{"absence", one.id.value}, {"person", one.person}, {"from", toRfc3339(one.from)}, {"until", toRfc3339(one.until)}, {"by", one.replacedBy}});
    context.print({{"scopes", scopes}, {"absences", absences}}, [&] {
        for (const auto &one : known->scopes)
            std::printf("%3lld  %-24s %s\n", static_cast<long long>(one.id.value), oneLine(one.name, 24).c_str(), oneLine(one.owner, 40).c_str());
        for (const auto &one : known->absences)
            std::printf("away %lld: %s from %s until %s, for them %s\n", static_cast<long long>(one.id.value), oneLine(one.person, 30).c_str(), toRfc3339(one.from).c_str(),
                        toRfc3339(one.until).c_str(), one.replacedBy.empty() ? "the next scope" : oneLine(one.replacedBy, 30).c_str());
        if (known->scopes.empty())
            std::printf("No scope yet: vigie-cli scope save NAME --owner PERSON\n");
    });
    return kOk;
}

/// Runs `job` in one transaction and prints what it gives.
int write(const Context &context, const std::function<Result<nlohmann::json>(store::Tx &)> &job)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<nlohmann::json>(job, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print(*done, [&] {
        for (const auto &[key, value] : done->items())
            std::printf("%s %s\n", key.c_str(), value.is_string() ? oneLine(value.get<std::string>(), 100).c_str() : value.dump().c_str());
    });
    return kOk;
}

Result<nlohmann::json> save(store::Tx &tx, const Options &options)
{
    store::Scopes scopes(tx);
    VIGIE_TRY(const auto all, scopes.all());
    const auto known = std::find_if(all.begin(), all.end(), [&](const Scope &one) { return one.name == options.name; });
    Scope wanted = known != all.end() ? *known : Scope{};
    wanted.name = options.name;
    for (const auto &[given, into] : {std::pair(&options.countries, &wanted.countries), std::pair(&options.languages, &wanted.languages),
                                      std::pair(&options.segments, &wanted.segments), std::pair(&options.brands, &wanted.brands)})
        if (!given->empty())
            *into = given->size() == 1 && given->front().empty() ? std::vector<std::string>{} : *given;
    if (!options.owner.empty())
        wanted.owner = options.owner;
    VIGIE_TRY(const auto id, scopes.save(wanted));
    return nlohmann::json{{"scope", id.value}, {"name", wanted.name}, {"owner", wanted.owner}};
}

Result<nlohmann::json> removeScope(store::Tx &tx, const std::string &name)
{
    store::Scopes scopes(tx);
    VIGIE_TRY(const auto all, scopes.all());
    for (const auto &one : all)
        if (one.name == name || std::to_string(one.id.value) == name) {
            VIGIE_CHECK(scopes.remove(one.id));
            return nlohmann::json{{"removed", one.id.value}};
        }
    return fail(Errc::NotFound, "no such scope: " + name);
}

Result<nlohmann::json> away(store::Tx &tx, const Options &options)
{
    VIGIE_TRY(const auto from, parseRfc3339(options.from));
    VIGIE_TRY(const auto until, parseRfc3339(options.until));
    VIGIE_TRY(const auto id, store::Scopes(tx).addAbsence({{}, options.person, from, until, options.by}));
    return nlohmann::json{{"absence", id.value}};
}

} // namespace

void addScopeCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *scope = app.add_subcommand("scope", "who looks after what, by country, language, segment and brand")->require_subcommand(1);
    scope->add_subcommand("list", "scopes in their order, and who is away")->callback([&code, &context] { code = list(context); });
    auto *keep = scope->add_subcommand("save", "add a scope, or change the one of that name");
    keep->add_option("name", options->name, "its name")->required();
    keep->add_option("--owner", options->owner, "the colleague who looks after it");
    keep->add_option("--country", options->countries, "FR, BE, ...; may be repeated; \"\" asks for none");
    keep->add_option("--language", options->languages, "fr, en, ...; may be repeated");
    keep->add_option("--segment", options->segments, "a tag; may be repeated");
    keep->add_option("--brand", options->brands, "handle of an account of ours; may be repeated");
    keep->callback([&code, &context, options] { code = write(context, [options](store::Tx &tx) { return save(tx, *options); }); });
    auto *gone = scope->add_subcommand("remove", "forget a scope");
    gone->add_option("name", options->name, "its name or number")->required();
    gone->callback([&code, &context, options] { code = write(context, [options](store::Tx &tx) { return removeScope(tx, options->name); }); });
    auto *absent = scope->add_subcommand("away", "somebody is away");
    absent->add_option("person", options->person, "who")->required();
    absent->add_option("--from", options->from, "RFC 3339")->required();
    absent->add_option("--until", options->until, "RFC 3339")->required();
    absent->add_option("--by", options->by, "who stands in; without: the next scope decides");
    absent->callback([&code, &context, options] { code = write(context, [options](store::Tx &tx) { return away(tx, *options); }); });
    auto *back = scope->add_subcommand("back", "an absence is over, or was a mistake");
    back->add_option("absence", options->absence, "its number")->required();
    back->callback([&code, &context, options] {
        code = write(context, [options](store::Tx &tx) -> Result<nlohmann::json> {
            VIGIE_CHECK(store::Scopes(tx).removeAbsence(AbsenceId{options->absence}));
            return nlohmann::json{{"removed", options->absence}};
        });
    });
    auto *apply = scope->add_subcommand("apply", "give open tickets their owners by rule; can be undone");
    apply->callback([&code, &context] {
        code = write(context, [](store::Tx &tx) -> Result<nlohmann::json> {
            VIGIE_TRY(const auto done, desk::distribute(tx));
            return nlohmann::json{{"assigned", done.assigned}, {"handed_on", done.handedOn}, {"left", done.left}};
        });
    });
}

} // namespace vigie::cli
