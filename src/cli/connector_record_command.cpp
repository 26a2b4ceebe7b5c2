// SPDX-License-Identifier: GPL-3.0-or-later
// connector record: fixtures from real accounts, made safe to share.
#include "cli/context.hpp"

#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

using nlohmann::json;

struct Options {
    std::int64_t account = 0;
    std::string operation, argument, out;
};

void printListing(const app::Scrubbed &scrubbed, const std::string &path)
{
    std::printf("Written to %s. Read it before you share it. What was replaced, and by what (only the right side is in the file):\n\n", oneLine(path, 200).c_str());
    for (const auto &one : scrubbed.replaced)
        std::printf("%-8s %4dx  %s -> %s\n", app::toString(one.kind), one.times, oneLine(one.was, 60).c_str(), oneLine(one.now, 60).c_str());
    std::printf("\n%zu value(s) replaced, %d count(s) kept, %d header(s) left out.\n", scrubbed.replaced.size(), scrubbed.keptNumbers, scrubbed.droppedHeaders);
}

int record(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto recording = (*workspace)->recordAndWait(AccountId{options.account}, options.operation, options.argument, Context::interrupted());
    if (!recording)
        return context.failed(recording.error());
    const auto scrubbed = app::scrub(*recording);
    if (!scrubbed)
        return context.failed(scrubbed.error());
    std::ofstream file(options.out, std::ios::binary | std::ios::trunc);
    file << scrubbed->fixture;
    file.close();
    if (!file)
        return context.failed(Error{Errc::Storage, "the file cannot be written: " + options.out, 0, {}, {}});
    json replaced = json::array();
    for (const auto &one : scrubbed->replaced)
        replaced.push_back({{"kind", app::toString(one.kind)}, {"was", one.was}, {"now", one.now}, {"times", one.times}});
    context.print({{"file", options.out}, {"exchanges", recording->exchanges.size()}, {"replaced", replaced}, {"kept_numbers", scrubbed->keptNumbers}, {"dropped_headers", scrubbed->droppedHeaders}},
                  [&] { printListing(*scrubbed, options.out); });
    return kOk;
}

} // namespace

void addConnectorRecordCommand(CLI::App &connector, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *recording = connector.add_subcommand("record", "a fixture from a real account, with everything of people replaced");
    recording->add_option("account", options->account, "its number in 'account list'")->required();
    recording->add_option("operation", options->operation, "me, stream or thread")->required()->check(CLI::IsMember({"me", "stream", "thread"}));
    recording->add_option("argument", options->argument, "name of the stream, or id of a post of the thread");
    recording->add_option("--out", options->out, "file to write")->required();
    recording->callback([&code, &context, options] { code = record(context, *options); });
}

} // namespace vigie::cli
