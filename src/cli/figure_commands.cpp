// SPDX-License-Identifier: GPL-3.0-or-later
// figure list, show, proof, verify: figures one by one, and the files that prove them
#include "cli/figure_commands.hpp"

#include "cli/output_file.hpp"
#include "cli/report_words.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/insight/proof.hpp>

#include <cmath>
#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Options {
    FigureOptions figures;
    std::vector<std::string> keys;
    std::string key, out, file, fingerprint, language = shellLanguage();
    bool force = false;
};

Json number(const std::optional<double> &value) { return value && std::isfinite(*value) ? Json(*value) : Json(); }
Json low(const std::optional<insight::Interval> &interval) { return interval ? number(interval->low) : Json(); }
Json high(const std::optional<insight::Interval> &interval) { return interval ? number(interval->high) : Json(); }

Json noteJson(const insight::Note &note)
{
    return {{"kind", toString(note.kind)}, {"count", note.count}, {"since", note.since ? Json(toRfc3339(*note.since)) : Json()}};
}

Json changeJson(const insight::Change &change, const std::string &language)
{
    auto notes = Json::array();
    for (const auto *said : {&change.now.notes, &change.notes})
        for (const auto &note : *said)
            notes.push_back(noteJson(note));
    const auto *of = insight::metric(change.now.key);
    return {{"key", change.now.key}, {"name", insight::metricWords(change.now.key, language).name}, {"version", change.now.version}, {"unit", toString(change.now.unit)}, {"currency", change.now.currency},
            {"value", number(change.now.value)}, {"n", change.now.n}, {"low", low(change.now.interval)}, {"high", high(change.now.interval)}, {"before", number(change.before.value)},
            {"change", number(change.absolute)}, {"relative", number(change.relative)}, {"new", change.isNew}, {"change_low", low(change.interval)}, {"change_high", high(change.interval)},
            {"distinguishable", change.distinguishable}, {"dispersion", change.dispersion}, {"notes", notes}, {"formula", of != nullptr ? of->formula : std::string()}};
}

std::string shown(const std::optional<double> &value)
{
    char text[64] = "no data";
    if (value)
        std::snprintf(text, sizeof text, "%.6g", *value);
    return text;
}

int list(const Context &context, const Options &options)
{
    auto rows = Json::array();
    for (const auto &one : insight::catalogue()) {
        const auto words = insight::metricWords(one.key, options.language);
        rows.push_back({{"key", one.key}, {"version", one.version}, {"unit", toString(one.unit)}, {"family", one.family}, {"name", words.name}, {"definition", words.definition},
                        {"formula", one.formula}});
    }
    context.print(rows, [&] {
        for (const auto &row : rows)
            std::printf("%-28s %-10s %s\n", row["key"].get<std::string>().c_str(), row["unit"].get<std::string>().c_str(), oneLine(row["name"].get<std::string>(), 70).c_str());
    });
    return kOk;
}

int show(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto changes = (*workspace)->store().readNow<std::vector<insight::Change>>([&](store::Tx &tx) -> Result<std::vector<insight::Change>> {
        VIGIE_TRY(const auto scope, options.figures.scope(tx));
        VIGIE_TRY(const auto period, options.figures.period(tx.now(), (*workspace)->zone()));
        insight::FigureReader reader(tx, (*workspace)->columns());
        std::vector<insight::Change> out;
        for (const auto &key : options.keys) {
            VIGIE_TRY(auto change, reader.compare(key, scope, period));
            out.push_back(std::move(change));
        }
        return out;
    });
    if (!changes)
        return context.failed(changes.error());
    auto rows = Json::array();
    for (const auto &change : *changes)
        rows.push_back(changeJson(change, options.language));
    context.print(rows, [&] {
        for (const auto &change : *changes) {
            std::printf("%-24s %12s  of %lld  before %s", change.now.key.c_str(), shown(change.now.value).c_str(), static_cast<long long>(change.now.n), shown(change.before.value).c_str());
            if (change.interval)
                std::printf("  change [%.4g, %.4g]%s", change.interval->low, change.interval->high, change.distinguishable ? "" : " not distinguishable");
            std::printf("\n");
        }
    });
    return kOk;
}

int proof(const Context &context, const Options &options)
{
    const auto out = options.out.empty() ? options.key + "-proof.zip" : options.out;
    if (const auto may = mayWrite(out, options.force); !may)
        return context.failed(may.error());
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto written = (*workspace)->store().readNow<insight::ProofWritten>([&](store::Tx &tx) -> Result<insight::ProofWritten> {
        insight::ProofRequest request;
        request.key = options.key;
        VIGIE_TRY(request.scope, options.figures.scope(tx));
        VIGIE_TRY(request.period, options.figures.period(tx.now(), (*workspace)->zone()));
        return insight::writeProof(tx, (*workspace)->columns(), request, out, progressOf(context, "proving"));
    });
    context.progressDone();
    if (!written)
        return context.failed(written.error());
    context.print({{"file", out}, {"key", options.key}, {"value", number(written->figure.value)}, {"n", written->figure.n}, {"rows", written->rows}, {"hidden", written->hidden},
                   {"fingerprint", written->fingerprint}},
                  [&] {
                      std::printf("%s of %lld in %s, fingerprint\n%s\n", shown(written->figure.value).c_str(), static_cast<long long>(written->figure.n), out.c_str(), written->fingerprint.c_str());
                      if (written->hidden > 0)
                          std::fprintf(stderr, "%lld row(s) name no post: their network's terms forbid it.\n", static_cast<long long>(written->hidden));
                  });
    return kOk;
}

std::string flawText(const insight::ProofFlaw &flaw)
{
    auto text = flaw.place;
    switch (flaw.kind) {
    case insight::ProofFlaw::Kind::File: text += " is not what SHA256SUMS says"; break;
    case insight::ProofFlaw::Kind::FileMissing: text += " is missing"; break;
    case insight::ProofFlaw::Kind::FileUnlisted: text += " does not belong to it"; break;
    case insight::ProofFlaw::Kind::Row: text += " was changed: the hash at the end of the line does not fit"; break;
    case insight::ProofFlaw::Kind::Rows: text = "the rows are not those of figure.json (" + text + ")"; break;
    case insight::ProofFlaw::Kind::Field: text += " of figure.json was changed"; break;
    case insight::ProofFlaw::Kind::Value: text = "the formula makes another " + text + " of the rows"; break;
    case insight::ProofFlaw::Kind::Form: text += " is not written as it is written"; break;
    case insight::ProofFlaw::Kind::Fingerprint: text = "the fingerprint is another"; break;
    }
    if (flaw.said.empty())
        return text;
    return text + ": " + flaw.said + " is said" + (flaw.found.empty() ? std::string() : ", " + flaw.found + " is so");
}

int verify(const Context &context, const Options &options)
{
    if (!options.fingerprint.empty() && !isSha256(options.fingerprint))
        return context.failed(Error{Errc::InvalidInput, "a fingerprint has 64 hexadecimal digits", 0, {}, {}});
    const auto report = insight::verifyProof(options.file, options.fingerprint, progressOf(context, "verifying"));
    context.progressDone();
    if (!report)
        return context.failed(report.error());
    auto flaws = Json::array();
    for (const auto &flaw : report->flaws)
        flaws.push_back({{"kind", toString(flaw.kind)}, {"place", flaw.place}, {"said", flaw.said}, {"found", flaw.found}});
    context.print({{"sound", report->flaws.empty()}, {"key", report->key}, {"version", report->version}, {"value", number(report->value)}, {"n", report->n}, {"rows", report->rows},
                   {"from", report->from}, {"to", report->to}, {"zone", report->zone}, {"fingerprint", report->fingerprint}, {"flaws", flaws}},
                  [&] {
                      for (const auto &flaw : report->flaws)
                          std::printf("NOT SOUND: %s\n", oneLine(flawText(flaw), 300).c_str());
                      if (report->flaws.empty())
                          std::printf("Sound: %s is %s of %lld, from %s to %s (%s), made again of %lld row(s). Fingerprint\n%s\n", oneLine(report->key, 60).c_str(),
                                      shown(report->value).c_str(), static_cast<long long>(report->n), oneLine(report->from, 10).c_str(), oneLine(report->to, 10).c_str(),
                                      oneLine(report->zone, 40).c_str(), static_cast<long long>(report->rows), report->fingerprint.c_str());
                  });
    return report->flaws.empty() ? kOk : kPartly;
}

} // namespace

void addFigureCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *figure = app.add_subcommand("figure", "the figures of the catalogue, and files that prove them");
    figure->require_subcommand(1);
    const auto language = [&options](CLI::App *command) { command->add_option("--language", options->language, "en or fr (default: the shell's)")->check(CLI::IsMember({"en", "fr"})); };
    auto *all = figure->add_subcommand("list", "what there is, with its formula");
    language(all);
    all->callback([&code, &context, options] { code = list(context, *options); });
    auto *shows = figure->add_subcommand("show", "figures of a period, with their change");
    shows->add_option("KEYS", options->keys, "as figure list prints them")->required();
    options->figures.addTo(*shows);
    language(shows);
    shows->callback([&code, &context, options] { code = show(context, *options); });
    auto *proves = figure->add_subcommand("proof", "a file with the rows, the formula and the value, that anybody can check");
    proves->add_option("KEY", options->key, "as figure list prints it")->required();
    options->figures.addTo(*proves);
    proves->add_option("--out", options->out, "the ZIP to write (default: KEY-proof.zip)");
    proves->add_flag("--force", options->force, "write over a file that is there");
    proves->callback([&code, &context, options] { code = proof(context, *options); });
    auto *check = figure->add_subcommand("verify", "0: the formula makes the value again; 1: something differs, and what is named. Needs no workspace");
    check->add_option("FILE", options->file, "a proof")->required();
    check->add_option("--fingerprint", options->fingerprint, "one that was written down elsewhere");
    check->callback([&code, &context, options] { code = verify(context, *options); });
    addFigureEnteredCommands(*figure, context, code);
}

} // namespace vigie::cli
