// SPDX-License-Identifier: GPL-3.0-or-later
// answer import, export
#include "cli/answer_words.hpp"
#include "cli/context.hpp"

#include <vigie/connect/answer_file.hpp>

#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

struct Options {
    std::string file, separator = ",", encoding = connect::kUtf8Encoding;
    bool apply = false;
};

int import(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto file = connect::readAnswerFile(options.file);
    if (!file)
        return context.failed(file.error());
    using Plan = desk::ImportPlan;
    auto &store = (*workspace)->store();
    const auto plan = options.apply
                          ? store.writeNow<Plan>([&](store::Tx &tx) { return desk::applyImport(tx, file->rows, (*workspace)->person()); }, store::Durability::Full)
                          : store.readNow<Plan>([&](store::Tx &tx) -> Result<Plan> {
                                VIGIE_TRY(const auto all, store::Answers(tx).all());
                                return desk::planImport(all, file->rows);
                            });
    if (!plan)
        return context.failed(plan.error());
    using What = desk::ImportStep::What;
    auto steps = nlohmann::json::array();
    for (const auto &step : plan->steps)
        steps.push_back(stepJson(step));
    const nlohmann::json json = {{"applied", options.apply}, {"encoding", file->encoding}, {"separator", std::string(1, file->separator)}, {"unknown_columns", file->unknown},
                                 {"added", plan->count(What::Add)}, {"changed", plan->count(What::Change)}, {"same", plan->count(What::Same)},
                                 {"skipped", plan->count(What::Skip)}, {"lines", steps}};
    context.print(json, [&] {
        for (const auto &step : plan->steps)
            if (step.what != What::Same)
                std::printf("line %lld: %s %s%s%s\n", static_cast<long long>(step.line), toString(step.what), oneLine(step.keyword, 40).c_str(), step.reason.empty() ? "" : ", ",
                            step.reason.c_str());
        std::printf("%d to add, %d to change, %d the same, %d skipped. %s\n", plan->count(What::Add), plan->count(What::Change), plan->count(What::Same), plan->count(What::Skip),
                    options.apply ? "Done, as one action." : "Nothing was written; --apply does it.");
    });
    return plan->count(What::Skip) > 0 ? kPartly : kOk;
}

int exportAll(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto answers = (*workspace)->store().readNow<std::vector<Answer>>([](store::Tx &tx) { return store::Answers(tx).all(); });
    if (!answers)
        return context.failed(answers.error());
    const auto csv = connect::answersToCsv(*answers, options.separator == "tab" ? '\t' : options.separator[0], options.encoding);
    if (!csv)
        return context.failed(csv.error());
    std::ofstream file(options.file, std::ios::binary);
    file << *csv;
    if (!file.flush())
        return context.failed(Error{Errc::Storage, options.file + " could not be written", 0, {}, {}});
    context.print({{"file", options.file}, {"answers", answers->size()}}, [&] { std::printf("%zu answers in %s\n", answers->size(), options.file.c_str()); });
    return kOk;
}

} // namespace

void addAnswerFileCommands(CLI::App &answer, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *in = answer.add_subcommand("import", "answers from a CSV file: says what would happen, writes nothing");
    in->add_option("file", options->file)->required();
    in->add_flag("--apply", options->apply, "carry it out, as one action that can be taken back");
    in->callback([&code, &context, options] { code = import(context, *options); });
    auto *out = answer.add_subcommand("export", "the library as a CSV file");
    out->add_option("file", options->file)->required();
    out->add_option("--separator", options->separator, "between cells")->check(CLI::IsMember({",", ";", "tab"}));
    out->add_option("--encoding", options->encoding, "of the file")->check(CLI::IsMember({"utf-8", "windows-1252"}));
    out->callback([&code, &context, options] { code = exportAll(context, *options); });
}

} // namespace vigie::cli
