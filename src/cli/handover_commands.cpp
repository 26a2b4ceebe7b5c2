// SPDX-License-Identifier: GPL-3.0-or-later
// bundle, claim and shift: two people at one desk, one after the other or at once
#include "cli/context.hpp"

#include <vigie/app/bundle_seal.hpp>
#include <vigie/app/handover.hpp>
#include <vigie/desk/scopes.hpp>
#include <vigie/desk/shift_sheet.hpp>
#include <vigie/net/signing.hpp>
#include <vigie/store/exchange_peers.hpp>
#include <vigie/store/scopes.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace vigie::cli {

namespace {

struct Options {
    std::string file, ticketKey, field, since, lang = "en", person;
    std::int64_t ticket = 0;
    int minutes = static_cast<int>(desk::kLease.count());
    std::string key;
    bool theirs = false, ours = false, trust = false, once = false;
};

int exportTo(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto here = app::exchangerOf(**workspace);
    auto bytes = (*workspace)->store().writeNow<std::string>([&here](store::Tx &tx) { return desk::exportBundle(tx, here); }, store::Durability::Full);
    if (!bytes)
        return context.failed(bytes.error());
    const auto key = app::bundleKey((*workspace)->secrets(), here);
    if (key)
        bytes = app::sealBundle(*bytes, *key);
    else if (key.error().code == Errc::NoSecret)
        std::fprintf(stderr, "The bundle is not signed: there is no place for secrets to keep a key in.\n");
    else
        return context.failed(key.error());
    if (!bytes)
        return context.failed(bytes.error());
    std::ofstream file(options.file, std::ios::binary | std::ios::trunc);
    file << *bytes;
    file.close();
    if (!file)
        return context.failed(Error{Errc::Storage, "cannot write " + options.file, 0, {}, {}});
    const auto print = key ? net::keyFingerprint(key->publicKey) : std::string();
    context.print({{"file", options.file}, {"bytes", bytes->size()}, {"signed_by", print}}, [&] {
        std::printf("%s: %zu bytes%s%s\n", options.file.c_str(), bytes->size(), print.empty() ? "" : ", signed by ", print.c_str());
    });
    return kOk;
}

int importFrom(const Context &context, const Options &options)
{
    std::ifstream file(options.file, std::ios::binary);
    if (!file)
        return context.failed(Error{Errc::InvalidInput, "cannot read " + options.file, 0, {}, {}});
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto here = app::exchangerOf(**workspace);
    const auto own = app::bundleKey((*workspace)->secrets(), here);
    const auto accept = options.trust ? app::BundleAccept::AndTrust : options.once ? app::BundleAccept::Once : app::BundleAccept::Trusted;
    const auto done = (*workspace)->store().writeNow<desk::BundleOutcome>(
        [&](store::Tx &tx) { return app::takeBundle(tx, bytes, here, own ? own->publicKey : std::string(), accept); }, store::Durability::Full);
    if (!done && done.error().code == Errc::PolicyRefused)
        std::fprintf(stderr, "Compare the fingerprint with whoever sent it; then --trust takes in this bundle and those to come, --once this one.\n");
    if (!done)
        return context.failed(done.error());
    context.print({{"person", done->person}, {"made_at", toRfc3339(done->madeAt)}, {"taken", done->taken}, {"known", done->known}, {"waiting", done->waiting},
                   {"conflicts", done->conflicts}}, [&] {
        std::printf("%d taken, %d known, %d wait for their ticket, %d conflict(s)\n", done->taken, done->known, done->waiting, done->conflicts);
        if (done->conflicts > 0)
            std::printf("See vigie-cli bundle conflicts\n");
    });
    return done->conflicts > 0 ? kPartly : kOk;
}

nlohmann::json describe(const store::ExchangePeer &one)
{
    return {{"key", one.publicKey}, {"fingerprint", net::keyFingerprint(one.publicKey)}, {"person", one.person}, {"since", toRfc3339(one.since)}};
}

/// This machine's own, and those it trusts.
int keys(const Context &context)
{
    auto workspace = context.open(true); // the key stands where the secrets are
    if (!workspace)
        return context.failed(workspace.error());
    const auto own = app::bundleKey((*workspace)->secrets(), app::exchangerOf(**workspace));
    const auto peers = (*workspace)->store().readNow<std::vector<store::ExchangePeer>>([](store::Tx &tx) { return store::ExchangePeers(tx).all(); });
    if (!peers)
        return context.failed(peers.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *peers)
        array.push_back(describe(one));
    const auto key = own ? own->publicKey : std::string();
    context.print({{"key", key}, {"fingerprint", key.empty() ? key : net::keyFingerprint(key)}, {"trusted", array}}, [&] {
        std::printf("This machine signs with %s\n", key.empty() ? "no key: there is no place for secrets" : net::keyFingerprint(key).c_str());
        for (const auto &one : *peers)
            std::printf("  trusted: %s  %s\n", net::keyFingerprint(one.publicKey).c_str(), oneLine(one.person, 60).c_str());
    });
    return kOk;
}

int trust(const Context &context, const Options &options, bool on)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
        store::ExchangePeers peers(tx);
        if (on && options.key.size() != 64)
            return fail(Errc::InvalidInput, "a key is 64 hexadecimal digits, as bundle keys prints it");
        VIGIE_CHECK(on ? peers.trust(options.key, options.person) : peers.remove(options.key));
        return true;
    }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"key", options.key}, {"trusted", on}}, [on] { std::printf(on ? "Trusted.\n" : "Trusted no more.\n"); });
    return kOk;
}

int conflicts(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<store::ExchangeConflict>>([](store::Tx &tx) { return desk::bundleConflicts(tx); });
    if (!all)
        return context.failed(all.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *all)
        array.push_back({{"key", one.theirs.ticket}, {"field", one.theirs.field}, {"ticket", one.ticket.value}, {"ours", one.ours}, {"ours_by", one.oursBy},
                         {"theirs", one.theirs.value}, {"theirs_by", one.theirs.author}, {"at", toRfc3339(one.at)}});
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("ticket %lld, %s: here \"%s\" (%s), there \"%s\" (%s)\n  %s\n", static_cast<long long>(one.ticket.value), oneLine(one.theirs.field, 40).c_str(),
                        oneLine(one.ours, 60).c_str(), oneLine(one.oursBy, 30).c_str(), oneLine(one.theirs.value, 60).c_str(), oneLine(one.theirs.author, 30).c_str(),
                        oneLine(one.theirs.ticket, 160).c_str());
        if (all->empty())
            std::printf("No conflict.\n");
    });
    return kOk;
}

int resolve(const Context &context, const Options &options)
{
    if (options.theirs == options.ours)
        return context.failed(Error{Errc::InvalidInput, "say --ours or --theirs", 0, {}, {}});
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<bool>([&, here = app::exchangerOf(**workspace)](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::resolveConflict(tx, options.ticketKey, options.field, options.theirs, here));
        return true;
    }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"key", options.ticketKey}, {"field", options.field}, {"kept", options.theirs ? "theirs" : "ours"}}, [] { std::printf("Decided.\n"); });
    return kOk;
}

nlohmann::json describe(const Claim &claim)
{
    return {{"ticket", claim.ticket.value}, {"person", claim.person}, {"until", toRfc3339(claim.until)}};
}

int take(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto person = options.person.empty() ? (*workspace)->person() : options.person;
    const auto done = (*workspace)->store().writeNow<desk::Taken>(
        [&](store::Tx &tx) { return desk::claim(tx, TicketId{options.ticket}, person, std::chrono::minutes{options.minutes}); }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    if (!done->granted)
        return context.failed(Error{Errc::Conflict, done->claim.person + " is on it until " + toRfc3339(done->claim.until), 0, {}, {}});
    context.print(describe(done->claim), [&] { std::printf("%s holds ticket %lld until %s\n", oneLine(person, 40).c_str(), static_cast<long long>(options.ticket), toRfc3339(done->claim.until).c_str()); });
    return kOk;
}

int giveBack(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto person = options.person.empty() ? (*workspace)->person() : options.person;
    const auto done = (*workspace)->store().writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::release(tx, TicketId{options.ticket}, person));
        return true;
    }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"ticket", options.ticket}, {"released", true}}, [] { std::printf("Given back.\n"); });
    return kOk;
}

int claims(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<Claim>>([](store::Tx &tx) { return store::Claims(tx).all(); });
    if (!all)
        return context.failed(all.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *all)
        array.push_back(describe(one));
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("ticket %lld: %s until %s\n", static_cast<long long>(one.ticket.value), oneLine(one.person, 40).c_str(), toRfc3339(one.until).c_str());
        if (all->empty())
            std::printf("Nobody holds a ticket.\n");
    });
    return kOk;
}

int shift(const Context &context, const Options &options)
{
    if (options.lang != "fr" && options.lang != "en")
        return context.failed(Error{Errc::InvalidInput, "--lang is fr or en", 0, {}, {}});
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    Instant since = (*workspace)->clock().now() - std::chrono::hours{8};
    if (!options.since.empty()) {
        const auto at = parseRfc3339(options.since);
        if (!at)
            return context.failed(at.error());
        since = *at;
    }
    const auto sheet = (*workspace)->store().readNow<desk::ShiftSheet>([&](store::Tx &tx) { return desk::shiftSheet(tx, since, (*workspace)->person()); });
    if (!sheet)
        return context.failed(sheet.error());
    auto lines = nlohmann::json::array();
    for (const auto &line : sheet->lines)
        lines.push_back({{"part", desk::toString(line.part)}, {"ticket", line.ticket.value}, {"plan", line.plan.value}, {"who", line.who}, {"text", line.text},
                         {"owner", line.owner}, {"at", toRfc3339(line.at)}, {"late", line.late}, {"count", line.count}, {"promise", line.promise ? nlohmann::json(toString(*line.promise)) : nlohmann::json()}});
    context.print({{"since", toRfc3339(sheet->since)}, {"made", toRfc3339(sheet->made)}, {"person", sheet->person}, {"arrived", sheet->arrived}, {"answered", sheet->answered},
                   {"closed", sheet->closed}, {"lines", lines}}, [&] { std::printf("%s", desk::shiftText(*sheet, options.lang).c_str()); });
    return kOk;
}

void addBundle(CLI::App &app, Context &context, int &code, const std::shared_ptr<Options> &options)
{
    auto *bundle = app.add_subcommand("bundle", "what was decided here, as a file for another machine, and back")->require_subcommand(1);
    auto *out = bundle->add_subcommand("export", "write a bundle");
    out->add_option("file", options->file, "the file to write")->required();
    out->callback([&code, &context, options] { code = exportTo(context, *options); });
    auto *in = bundle->add_subcommand("import", "take a bundle in");
    in->add_option("file", options->file, "the file to read")->required();
    in->add_flag("--trust", options->trust, "though nobody trusts the machine that signed it yet: take it in, and what it signs from now on");
    in->add_flag("--once", options->once, "take in this one, whoever made it");
    in->callback([&code, &context, options] { code = importFrom(context, *options); });
    bundle->add_subcommand("keys", "the key this machine signs with, and those it trusts")->callback([&code, &context] { code = keys(context); });
    for (const bool on : {true, false}) {
        auto *command = bundle->add_subcommand(on ? "trust" : "distrust", on ? "take in what this key signs" : "take in what this key signs only when asked");
        command->add_option("key", options->key, "as bundle keys prints it on the other machine")->required();
        if (on)
            command->add_option("--person", options->person, "whose machine it is");
        command->callback([&code, &context, options, on] { code = trust(context, *options, on); });
    }
    bundle->add_subcommand("conflicts", "what both sides changed, field by field")->callback([&code, &context] { code = conflicts(context); });
    auto *decide = bundle->add_subcommand("resolve", "decide one conflict");
    decide->add_option("key", options->ticketKey, "as bundle conflicts shows it")->required();
    decide->add_option("field", options->field, "as bundle conflicts shows it")->required();
    decide->add_flag("--ours", options->ours, "what stands here");
    decide->add_flag("--theirs", options->theirs, "what came");
    decide->callback([&code, &context, options] { code = resolve(context, *options); });
}

} // namespace

void addHandoverCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    addBundle(app, context, code, options);
    auto *claim = app.add_subcommand("claim", "who is on which ticket right now")->require_subcommand(1);
    auto *mine = claim->add_subcommand("take", "take a ticket, or hold it longer");
    auto *back = claim->add_subcommand("release", "give it back");
    for (auto *command : {mine, back}) {
        command->add_option("ticket", options->ticket, "its number")->required();
        command->add_option("--person", options->person, "default: who sits at this workspace");
    }
    mine->add_option("--minutes", options->minutes, "how long")->check(CLI::Range(1, 24 * 60));
    mine->callback([&code, &context, options] { code = take(context, *options); });
    back->callback([&code, &context, options] { code = giveBack(context, *options); });
    claim->add_subcommand("list", "all claims")->callback([&code, &context] { code = claims(context); });
    auto *sheet = app.add_subcommand("shift", "the shift sheet: late, promised, hot, waiting inside, planned next");
    sheet->add_option("--since", options->since, "what is new counts from here (RFC 3339; default: 8 hours ago)");
    sheet->add_option("--lang", options->lang, "fr or en");
    sheet->callback([&code, &context, options] { code = shift(context, *options); });
}

} // namespace vigie::cli
