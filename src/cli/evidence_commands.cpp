// SPDX-License-Identifier: GPL-3.0-or-later
// evidence: what is kept, keeping, erasing, exporting and verifying
#include "cli/context.hpp"
#include "cli/evidence_words.hpp"
#include "cli/output_file.hpp"

#include <vigie/app/evidence_media.hpp>
#include <vigie/app/evidence_term.hpp>
#include <vigie/insight/evidence_export.hpp>
#include <vigie/store/evidence.hpp>

#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

struct Options {
    std::vector<std::int64_t> ids;
    std::string file, words, ground, despite, reason = "other", note, head;
    std::int64_t member = 0;
    int years = 0, limit = 50;
    bool changed = false, noMedia = false, force = false;
};

std::vector<ItemId> itemsOf(const std::vector<std::int64_t> &ids)
{
    std::vector<ItemId> out;
    for (const auto id : ids)
        out.emplace_back(id);
    return out;
}

Result<std::vector<store::EvidenceCase>> listed(app::Workspace &workspace, const Options &options, int limit)
{
    store::EvidenceFilter filter;
    filter.words = options.words;
    filter.changedOnly = options.changed;
    filter.limit = limit;
    if (options.member != 0)
        filter.member = MemberId{options.member};
    return workspace.store().readNow<std::vector<store::EvidenceCase>>([&](store::Tx &tx) { return store::Evidence(tx).list(filter); });
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto cases = listed(**workspace, options, options.limit);
    if (!cases)
        return context.failed(cases.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *cases)
        array.push_back(caseJson(one));
    context.print(array, [&] {
        for (const auto &one : *cases)
            std::printf("%-20lld %s  %-10s %-24s %s\n", static_cast<long long>(one.mark.item.value), toRfc3339(one.mark.at).substr(0, 19).c_str(),
                        one.mark.deleted ? "deleted" : one.mark.edited ? "edited" : "", oneLine(one.last.item.author.handle, 24).c_str(), oneLine(one.last.item.text, 60).c_str());
        if (cases->empty())
            std::printf("Nothing is kept as evidence.\n");
    });
    return kOk;
}

/// As given here, else as this house keeps evidence; what is given for the first time becomes that.
Result<EvidenceKeep> keepOf(store::Tx &tx, const Options &options, const std::string &person)
{
    VIGIE_TRY(const auto known, app::evidenceTerm(tx));
    app::EvidenceTerm term = known.value_or(app::EvidenceTerm{});
    if (options.years > 0)
        term.years = options.years;
    if (!options.ground.empty())
        term.ground = options.ground;
    if (term.ground.empty())
        return fail(Errc::InvalidInput, "say on what ground it is kept: --ground \"establishment, exercise or defence of legal claims\"");
    if (!known)
        VIGIE_CHECK(app::setEvidenceTerm(tx, term));
    auto keep = app::evidenceKeep(term, tx.now(), person.empty() ? "person" : person);
    keep.despiteTerms = options.despite;
    return keep;
}

int capture(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto array = nlohmann::json::array();
    for (const auto id : options.ids) {
        const auto entry = (*workspace)->store().writeNow<EvidenceEntry>(
            [&](store::Tx &tx) -> Result<EvidenceEntry> {
                VIGIE_TRY(const auto keep, keepOf(tx, options, (*workspace)->person()));
                return store::Evidence(tx).capture(ItemId{id}, keep);
            },
            store::Durability::Full);
        if (!entry)
            return context.failed(entry.error());
        array.push_back({{"item", id}, {"entry", entry->number}, {"at", toRfc3339(entry->at)}, {"hash", entry->hash},
                         {"keep_until", entry->keepUntil ? nlohmann::json(toRfc3339(*entry->keepUntil)) : nlohmann::json()}});
    }
    const auto media = options.noMedia ? Result<int>(0) : app::fetchEvidence((*workspace)->store(), Context::interrupted());
    if (!media)
        return context.failed(media.error());
    context.print(array, [&] {
        for (const auto &one : array)
            std::printf("Kept as entry %lld, SHA-256 %s\n", static_cast<long long>(one["entry"].get<std::int64_t>()), one["hash"].get<std::string>().c_str());
        if (*media > 0)
            std::printf("%d picture(s) asked for.\n", *media);
    });
    return kOk;
}

int show(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto entries = (*workspace)->store().readNow<std::vector<EvidenceEntry>>([&](store::Tx &tx) { return store::Evidence(tx).entries(ItemId{options.ids.front()}); });
    if (!entries)
        return context.failed(entries.error());
    if (entries->empty())
        return context.failed(Error{Errc::NotFound, "it is not kept as evidence", 0, {}, {}});
    auto array = nlohmann::json::array();
    for (const auto &entry : *entries)
        array.push_back(entryJson(entry));
    context.print(array, [&] {
        std::optional<Item> before;
        for (const auto &entry : *entries) {
            const auto said = entry.content ? store::readEvidence(*entry.content) : Result<EvidenceContent>(fail(Errc::NotFound));
            std::fputs(entryText(entry, said ? &*said : nullptr, before ? &*before : nullptr).c_str(), stdout);
            if (said && entry.kind != EvidenceKind::Media && entry.kind != EvidenceKind::Term)
                before = said->item;
        }
    });
    return kOk;
}

int prolong(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto until = (*workspace)->store().writeNow<Instant>(
        [&](store::Tx &tx) -> Result<Instant> {
            VIGIE_TRY(const auto keep, keepOf(tx, options, (*workspace)->person()));
            VIGIE_CHECK(store::Evidence(tx).prolong(ItemId{options.ids.front()}, keep));
            VIGIE_TRY(const auto mark, store::Evidence(tx).mark(ItemId{options.ids.front()}));
            return mark && mark->keepUntil ? *mark->keepUntil : keep.until;
        },
        store::Durability::Full);
    if (!until)
        return context.failed(until.error());
    context.print({{"item", options.ids.front()}, {"keep_until", toRfc3339(*until)}}, [&] { std::printf("Kept until %s.\n", toRfc3339(*until).c_str()); });
    return kOk;
}

int erase(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto items = itemsOf(options.ids);
    if (options.member != 0) {
        const auto cases = listed(**workspace, options, 1'000'000);
        if (!cases)
            return context.failed(cases.error());
        for (const auto &one : *cases)
            items.push_back(one.mark.item);
    }
    const auto erased = (*workspace)->store().writeNow<int>(
        [&](store::Tx &tx) {
            return store::Evidence(tx).erase(items, erasureReasonFrom(options.reason).value_or(ErasureReason::Other), options.note,
                                             (*workspace)->person().empty() ? "person" : (*workspace)->person());
        },
        store::Durability::Full);
    if (!erased)
        return context.failed(erased.error());
    if (*erased == 0)
        return context.failed(Error{Errc::NotFound, "nothing of it is kept as evidence", 0, {}, {}});
    context.print({{"erased", *erased}, {"reason", options.reason}}, [&] { std::printf("Erased of %d item(s); that and why stays in the chain.\n", *erased); });
    return kOk;
}

int exportFile(const Context &context, const Options &options)
{
    if (const auto may = mayWrite(options.file, options.force); !may)
        return context.failed(may.error());
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &kept = (*workspace)->store();
    const auto plan = kept.writeNow<insight::EvidenceExport>(
        [&](store::Tx &tx) { return insight::planEvidenceExport(tx, itemsOf(options.ids), (*workspace)->zone()); }, store::Durability::Full);
    if (!plan)
        return context.failed(plan.error());
    const auto done = kept.readNow<insight::EvidenceExported>(
        [&](store::Tx &tx) { return insight::writeEvidenceExport(tx, *plan, options.file, progressOf(context, "exporting")); });
    context.progressDone();
    if (!done)
        return context.failed(done.error());
    auto leftOut = nlohmann::json::array();
    for (const auto item : plan->leftOut)
        leftOut.push_back(item.value);
    context.print({{"file", options.file}, {"items", done->items}, {"entries", done->entries}, {"media", done->media}, {"files", done->files},
                   {"number", done->head.number}, {"head", done->head.hash}, {"left_out", leftOut}},
                  [&] {
                      std::printf("%d item(s) in %s. The chain ends with entry %lld, SHA-256\n%s\n", done->items, options.file.c_str(), static_cast<long long>(done->head.number),
                                  done->head.hash.c_str());
                      if (!plan->leftOut.empty())
                          std::fprintf(stderr, "%zu item(s) were left out: their network's terms forbid to pass them on.\n", plan->leftOut.size());
                  });
    return plan->leftOut.empty() ? kOk : kPartly;
}

bool isWorkspace(const std::string &path)
{
    std::string begin(15, '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == "SQLite format 3";
}

int verify(const Context &given, const Options &options)
{
    if (!options.head.empty() && options.head.size() != 64)
        return given.failed(Error{Errc::InvalidInput, "a head has 64 hexadecimal digits", 0, {}, {}});
    Context context = given;
    Result<EvidenceReport> report = fail(Errc::Internal);
    if (!options.file.empty() && !isWorkspace(options.file)) {
        report = insight::verifyEvidenceFile(options.file, options.head, progressOf(context, "verifying"));
    } else {
        if (!options.file.empty())
            context.workspacePath = options.file;
        const auto workspace = context.open(false);
        if (!workspace)
            return context.failed(workspace.error());
        report = (*workspace)->store().readNow<EvidenceReport>([&](store::Tx &tx) { return store::Evidence(tx).verify(options.head, progressOf(context, "verifying")); });
    }
    context.progressDone();
    if (!report)
        return context.failed(report.error());
    context.print(reportJson(*report), [&] {
        if (report->flaw)
            std::printf("NOT SOUND: %s\n", flawText(*report->flaw).c_str());
        else
            std::printf("Sound: %d entries, %d of them erased, %d picture(s). The chain ends with entry %lld, SHA-256\n%s\n", report->entries, report->erased, report->media,
                        static_cast<long long>(report->head.number), report->head.hash.c_str());
    });
    return report->flaw ? kPartly : kOk;
}

void addKeeping(CLI::App &evidence, Context &context, int &code, const std::shared_ptr<Options> &options)
{
    const auto ids = [&options](CLI::App *command, const char *help) { return command->add_option("IDS", options->ids, help)->required(); };
    const auto term = [&options](CLI::App *command) {
        command->add_option("--years", options->years, "how long")->check(CLI::Range(1, app::kEvidenceYearsMost));
        command->add_option("--ground", options->ground, "the ground on which it is kept");
        command->add_option("--despite-terms", options->despite, "why it is kept longer, or passed on, than the network's terms allow");
    };
    auto *keep = evidence.add_subcommand("capture", "keep items as evidence, with their pictures");
    ids(keep, "items, as search prints them");
    term(keep);
    keep->add_flag("--no-media", options->noMedia, "leave the pictures for later");
    keep->callback([&code, &context, options] { code = capture(context, *options); });
    auto *shown = evidence.add_subcommand("show", "every version of one item, with what changed");
    ids(shown, "the item")->expected(1);
    shown->callback([&code, &context, options] { code = show(context, *options); });
    auto *longer = evidence.add_subcommand("prolong", "keep an item longer, or shorter, from now on");
    ids(longer, "the item")->expected(1);
    term(longer);
    longer->callback([&code, &context, options] { code = prolong(context, *options); });
    auto *gone = evidence.add_subcommand("erase", "erase what was kept of items; the fact, the time and the reason stay");
    auto *chosen = gone->add_option("IDS", options->ids, "items");
    auto *member = gone->add_option("--member", options->member, "everything of this member");
    gone->require_option(1, 0);
    chosen->excludes(member);
    gone->add_option("--reason", options->reason, "why")->check(CLI::IsMember({"request_of_person", "end_of_term", "network_terms", "mistake", "other"}))->required();
    gone->add_option("--note", options->note, "a reference; no words of the erased");
    gone->callback([&code, &context, options] {
        if (options->ids.empty() && options->member == 0)
            throw CLI::ValidationError("IDS or --member");
        code = erase(context, *options);
    });
}

} // namespace

void addEvidenceCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *evidence = app.add_subcommand("evidence", "posts kept as evidence, in a chain that shows every change");
    evidence->require_subcommand(1);
    auto *all = evidence->add_subcommand("list", "what is kept, newest first");
    all->add_option("--words", options->words, "only with these words");
    all->add_option("--member", options->member, "only of this member");
    all->add_flag("--changed", options->changed, "only what was edited or deleted since");
    all->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 1'000'000));
    all->callback([&code, &context, options] { code = list(context, *options); });
    addKeeping(*evidence, context, code, options);
    auto *out = evidence->add_subcommand("export", "an archive that a lawyer can read and anybody can verify");
    out->add_option("FILE", options->file, "the ZIP to write")->required();
    out->add_option("IDS", options->ids, "items; none: all that is kept");
    out->add_flag("--force", options->force, "write over a file that is there");
    out->callback([&code, &context, options] { code = exportFile(context, *options); });
    auto *check = evidence->add_subcommand("verify", "0: sound; 1: something was changed, and what comes first is named");
    check->add_option("FILE", options->file, "an exported ZIP, or a workspace (default: the one of this user)");
    check->add_option("--head", options->head, "a hash of the chain that was written down elsewhere");
    check->callback([&code, &context, options] { code = verify(context, *options); });
}

} // namespace vigie::cli
