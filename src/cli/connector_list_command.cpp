// SPDX-License-Identifier: GPL-3.0-or-later
// connector list: which networks are there and how honestly each was tried, as lines or as the table of the documents. No
// workspace is opened.
#include "cli/context.hpp"

#include <vigie/connect/declared_counts.hpp>
#include <vigie/connect/recipe.hpp>

#include <cstdio>
#include <vector>

namespace vigie::cli {

namespace {

const char *levelName(connect::Verification level)
{
    switch (level) {
    case connect::Verification::RealServer: return "real-server";
    case connect::Verification::ThirdPartyClient: return "third-party-client";
    case connect::Verification::Schema: return "schema";
    case connect::Verification::DocumentsOnly: break;
    }
    return "documents";
}

nlohmann::json describe(const connect::Connector &connector)
{
    const auto &network = connector.describe();
    auto capabilities = nlohmann::json::object();
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        if (network.capabilities.has(what))
            capabilities[toString(what)] = {{"reason", toString(network.capabilities.why(what))}, {"verification", levelName(network.verificationOf(what))}};
    }
    auto counts = nlohmann::json::array();
    for (const auto &one : connect::declaredCounts(connector))
        counts.push_back({{"count", one.key}, {"native", one.native}, {"unit", one.unit}, {"since", one.since}, {"until", one.until}, {"replaced_by", one.replacedBy},
                          {"meaning", one.english}, {"meaning_fr", one.french}});
    return {{"id", network.id}, {"name", network.name}, {"family", network.family}, {"verification", levelName(network.verification)}, {"docs", network.docs}, {"capabilities", capabilities},
            {"counts", counts}};
}

void printPlain(const connect::Connector &connector)
{
    const auto &network = connector.describe();
    std::printf("%-16s %-32s %s\n", oneLine(network.id, 16).c_str(), oneLine(network.name, 32).c_str(), levelName(network.verification));
    for (const auto level : {connect::Verification::RealServer, connect::Verification::ThirdPartyClient, connect::Verification::Schema, connect::Verification::DocumentsOnly}) {
        std::string words;
        for (std::size_t i = 0; i < kCapabilityCount; ++i) {
            const auto what = static_cast<Capability>(i);
            if (network.capabilities.has(what) && network.verificationOf(what) == level)
                words += (words.empty() ? "" : ", ") + std::string(toString(what));
        }
        if (!words.empty())
            std::printf("    %s: %s\n", levelName(level), words.c_str());
    }
}

const char *cell(connect::Verification verification)
{
    switch (verification) {
    case connect::Verification::RealServer: return "real";
    case connect::Verification::ThirdPartyClient: return "client";
    case connect::Verification::Schema: return "schema";
    case connect::Verification::DocumentsOnly: return "docs";
    }
    return "docs";
}

/// Places for files offer nothing of what networks do.
std::vector<const connect::Descriptor *> networksOf(const connect::Catalogue &catalogue)
{
    std::vector<const connect::Descriptor *> networks;
    for (const auto &connector : catalogue.all())
        if (connector->describe().capabilities != Capabilities())
            networks.push_back(&connector->describe());
    return networks;
}

/// Capabilities down, networks across, how each was tried where they meet.
void printNetworkTable(const connect::Catalogue &catalogue)
{
    const auto networks = networksOf(catalogue);
    std::string head = "| |", line = "|---|", notes;
    for (const auto *network : networks) {
        head += " " + network->name + " |";
        line += "---|";
    }
    std::printf("%s\n%s\n", head.c_str(), line.c_str());
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        std::string row = "| " + std::string(toString(what)) + " |";
        for (const auto *network : networks) {
            const bool has = network->capabilities.has(what);
            const bool condition = isConditional(network->capabilities.why(what));
            row += has ? std::string(" ") + cell(network->verificationOf(what)) + (condition ? "*" : "") + " |" : " |";
            if (condition)
                notes += "- " + network->name + ", " + toString(what) + ": " + toString(network->capabilities.why(what)) + "\n";
        }
        std::printf("%s\n", row.c_str());
    }
    std::printf("\n`real`: tried on a running server; `client`: with another program's implementation; `schema`: against the network's published schema; `docs`: written from\n"
                "the documents alone. Empty: not offered. A star has a condition:\n\n%s", notes.c_str());
}

int list(const Context &context, const std::string &folder, bool markdown)
{
    const auto catalogue = connect::catalogueWith(folder.empty() ? app::recipesFolder() : folder);
    if (markdown) {
        printNetworkTable(connect::builtinCatalogue()); // what the documents say is the same on every machine
        return kOk;
    }
    auto networks = nlohmann::json::array(), broken = nlohmann::json::array();
    for (const auto &connector : catalogue.all())
        networks.push_back(describe(*connector));
    for (const auto &one : catalogue.broken())
        broken.push_back({{"path", one.path}, {"id", one.id}, {"line", one.line}, {"column", one.column}, {"place", one.place}, {"message", one.message}});
    context.print({{"networks", networks}, {"broken", broken}}, [&] {
        for (const auto &connector : catalogue.all())
            printPlain(*connector);
        for (const auto &one : catalogue.broken())
            std::fprintf(stderr, "%s:%d:%d: %s: %s\n", oneLine(one.path, 300).c_str(), one.line, one.column, oneLine(one.place, 200).c_str(), oneLine(one.message, 300).c_str());
    });
    return catalogue.broken().empty() ? kOk : kPartly;
}

} // namespace

void addConnectorListCommand(CLI::App &connector, Context &context, int &code)
{
    struct Options {
        std::string folder;
        bool markdown = false;
    };
    const auto options = std::make_shared<Options>();
    auto *command = connector.add_subcommand("list", "networks, what each offers and against what that was verified");
    command->add_option("--recipes", options->folder, "folder of recipes (default: the one of this user)");
    command->add_flag("--markdown", options->markdown, "as the table of docs/networks.md");
    command->callback([&context, &code, options] { code = list(context, options->folder, options->markdown); });
}

} // namespace vigie::cli
