// SPDX-License-Identifier: GPL-3.0-or-later
// question pass|preview|list|attach|answer|remind|turn: one question to a service, and the way of its answer back
#include "cli/context.hpp"
#include "cli/passing_words.hpp"

#include <vigie/app/passing.hpp>
#include <vigie/desk/relay_back.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/questions.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <unistd.h>

namespace vigie::cli {

namespace {

struct Options {
    std::string service, text, subject, context = "message", due, way = "mail", output, file, who;
    std::int64_t ticket = 0, question = 0, reply = 0;
    int hold = 0, limit = 50;
    bool open = false;
};

Result<desk::SlipRequest> requestFrom(app::Workspace &workspace, store::Tx &tx, const Options &options)
{
    desk::SlipRequest out;
    VIGIE_TRY(const auto service, serviceNamed(tx, options.service));
    out.department = service.id;
    out.ticket = TicketId{options.ticket};
    out.subject = options.subject;
    out.question = options.text;
    const auto context = desk::slipContextFrom(options.context);
    if (!context)
        return fail(Errc::InvalidInput, "context is none, message or thread, not " + options.context);
    out.context = *context;
    if (!options.due.empty()) {
        VIGIE_TRY(out.dueAt, parseRfc3339(options.due));
    }
    out.sender = workspace.person();
    return out;
}

/// Bytes into the file that was named, else to standard output. A file that is there is not written over.
Result<void> give(const std::string &bytes, const std::string &path)
{
    if (path.empty() || path == "-") {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        return {};
    }
    if (::access(path.c_str(), F_OK) == 0)
        return fail(Errc::Conflict, path + " is there already");
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file)
        return fail(Errc::Storage, "cannot write " + path);
    return {};
}

int pass(const Context &context, const Options &options)
{
    const auto way = passWayFrom(options.way);
    if (!way)
        return context.failed(Error{Errc::InvalidInput, "--as is mail, eml, markdown, json or text, not " + options.way, 0, {}, {}});
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    // The file is written before the question is: what cannot be carried away was not passed on.
    const auto done = (*workspace)->store().writeNow<app::PassedOn>([&](store::Tx &tx) -> Result<app::PassedOn> {
        VIGIE_TRY(const auto request, requestFrom(**workspace, tx, options));
        VIGIE_TRY(auto passed, app::passSlip(tx, request, *way, std::chrono::seconds{options.hold}));
        if (*way != PassWay::Mail && !options.output.empty())
            VIGIE_CHECK(give(passed.bytes, options.output));
        return passed;
    }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    const bool shown = *way != PassWay::Mail && options.output.empty();
    nlohmann::json object{{"question", done->question.value}, {"way", options.way}, {"file", shown ? nlohmann::json() : nlohmann::json(options.output)}};
    if (shown)
        object["text"] = done->bytes;
    context.print(object, [&] {
        if (shown)
            std::printf("%s", done->bytes.c_str());
        else if (*way == PassWay::Mail)
            std::printf("Question %lld waits in the outbox; it leaves with 'vigie-cli mail send', or by itself while the window is open.\n", static_cast<long long>(done->question.value));
        else
            std::printf("Question %lld stands in %s\n", static_cast<long long>(done->question.value), options.output.c_str());
    });
    return kOk;
}

int preview(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto slip = (*workspace)->store().readNow<app::SlipPreview>([&](store::Tx &tx) -> Result<app::SlipPreview> {
        VIGIE_TRY(const auto request, requestFrom(**workspace, tx, options));
        return app::previewSlip(tx, request);
    });
    if (!slip)
        return context.failed(slip.error());
    auto to = nlohmann::json::array();
    for (const auto &one : slip->to)
        to.push_back(one.address);
    context.print({{"from", slip->from.address}, {"to", to}, {"subject", slip->subject}, {"text", slip->text}, {"due", toRfc3339(slip->dueAt)}}, [&] {
        for (const auto &one : slip->to)
            std::printf("To: %s\n", oneLine(one.address, 100).c_str());
        std::printf("Subject: %s\n\n%s\n", oneLine(slip->subject, 200).c_str(), slip->text.c_str());
    });
    return kOk;
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto array = nlohmann::json::array();
    const auto rows = (*workspace)->store().readNow<std::vector<store::PassingRow>>([&](store::Tx &tx) -> Result<std::vector<store::PassingRow>> {
        store::PassingFilter filter;
        filter.openOnly = options.open;
        filter.limit = options.limit;
        if (options.ticket != 0)
            filter.ticket = TicketId{options.ticket};
        VIGIE_TRY(auto found, store::Passings(tx).list(filter));
        for (const auto &row : found) {
            VIGIE_TRY(const auto department, store::Departments(tx).get(row.passing.department));
            VIGIE_TRY(const auto replies, store::Questions(tx).replies(row.question.id));
            auto answers = nlohmann::json::array();
            for (const auto &one : replies)
                answers.push_back({{"reply", one.id}, {"at", toRfc3339(one.at)}, {"from", one.fromAddress}, {"from_name", one.fromName}, {"text", one.text}, {"automatic", one.automatic}});
            array.push_back({{"question", row.question.id.value}, {"ticket", row.question.ticket.value}, {"service", department.nameEn}, {"subject", row.question.subject},
                             {"state", toString(passingState(row.question, row.passing, tx.now()))}, {"way", toString(row.passing.way)},
                             {"asked", toRfc3339(row.passing.askedAt)}, {"due", toRfc3339(row.passing.dueAt)},
                             {"answered", row.passing.answeredAt ? nlohmann::json(toRfc3339(*row.passing.answeredAt)) : nlohmann::json()},
                             {"reminders", row.reminders}, {"replies", answers}});
        }
        return found;
    });
    if (!rows)
        return context.failed(rows.error());
    context.print(array, [&] {
        for (const auto &one : array)
            std::printf("%6lld  %-9s %-20s %s\n", one["question"].get<long long>(), one["state"].get<std::string>().c_str(), oneLine(one["service"].get<std::string>(), 20).c_str(),
                        oneLine(one["subject"].get<std::string>(), 80).c_str());
        if (array.empty())
            std::printf("Nothing was passed on.\n");
    });
    return kOk;
}

const char *nameOf(net::ReplyMatch::By by)
{
    switch (by) {
    case net::ReplyMatch::By::InReplyTo:
    case net::ReplyMatch::By::References: return "headers";
    case net::ReplyMatch::By::SubjectCode: return "code in the subject";
    case net::ReplyMatch::By::BodyCode: return "code in the text";
    }
    return "";
}

int attached(const Context &context, const Result<app::Attached> &done)
{
    if (!done)
        return context.failed(done.error());
    if (!done->question)
        return context.failed(Error{Errc::NotFound, "this mail names none of our questions; say which with --question N (vigie-cli question list --open)", 0, {}, {}});
    const char *kind = done->kind == net::MailKind::Person ? "person" : done->kind == net::MailKind::AutoReply ? "automatic" : "bounce";
    context.print({{"question", done->question->value}, {"ticket", done->ticket.value}, {"fresh", done->fresh}, {"kind", kind},
                   {"found_by", done->by ? nlohmann::json(nameOf(*done->by)) : nlohmann::json()}}, [&] {
        std::printf(done->fresh ? "An answer to question %lld (%s)\n" : "Question %lld has this answer already (%s)\n", static_cast<long long>(done->question->value), kind);
    });
    return kOk;
}

int attach(const Context &context, const Options &options)
{
    std::ifstream file(options.file, std::ios::binary);
    if (!file)
        return context.failed(Error{Errc::InvalidInput, "cannot read " + options.file, 0, {}, {}});
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto mail = app::readMailFile(bytes);
    if (!mail)
        return context.failed(mail.error());
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto said = options.question != 0 ? std::optional(QuestionId{options.question}) : std::nullopt;
    return attached(context, (*workspace)->store().writeNow<app::Attached>([&](store::Tx &tx) { return app::attachMail(tx, *mail, said); }, store::Durability::Full));
}

int answer(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    return attached(context, (*workspace)->store().writeNow<app::Attached>(
                                 [&](store::Tx &tx) { return app::answerByHand(tx, QuestionId{options.question}, options.who, options.text); }, store::Durability::Full));
}

int remind(const Context &context, const Options &options)
{
    const auto way = passWayFrom(options.way);
    if (!way || *way == PassWay::Markdown || *way == PassWay::Json)
        return context.failed(Error{Errc::InvalidInput, "--as is mail, eml or text, not " + options.way, 0, {}, {}});
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<app::PassedOn>([&](store::Tx &tx) { return app::remind(tx, QuestionId{options.question}, *way); },
                                                                    store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"question", options.question}, {"reminder", done->question.value}, {"text", done->bytes}}, [&] {
        if (done->bytes.empty())
            std::printf("The reminder waits in the outbox.\n");
        else
            std::printf("%s", done->bytes.c_str());
    });
    return kOk;
}

int turn(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<desk::TurnedAnswer>([&](store::Tx &tx) { return desk::turnIntoReply(tx, options.reply); }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"ticket", done->ticket.value}, {"draft", done->draft}}, [&] { std::printf("%s\n", done->draft.c_str()); });
    return kOk;
}

void addSlip(CLI::App &command, const std::shared_ptr<Options> &options)
{
    command.add_option("text", options->text, "the question, in words that the service understands")->required();
    command.add_option("--service", options->service, "number or name")->required();
    command.add_option("--ticket", options->ticket, "the ticket it is about");
    command.add_option("--subject", options->subject, "default: the beginning of the question");
    command.add_option("--context", options->context, "what goes along: none, message, thread; notes never do");
    command.add_option("--due", options->due, "answer needed before (RFC 3339); default: the service's deadline");
}

} // namespace

void addQuestionCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *question = app.add_subcommand("question", "one question to a service, and the way of its answer back")->require_subcommand(1);
    auto *out = question->add_subcommand("pass", "pass a question on, by mail or as a file");
    addSlip(*out, options);
    out->add_option("--as", options->way, "mail, eml, markdown, json or text");
    out->add_option("-o,--output", options->output, "file to write (standard output without it); not for mail");
    out->add_option("--hold", options->hold, "seconds it can still be taken back")->check(CLI::Range(0, 86'400));
    out->callback([&code, &context, options] { code = pass(context, *options); });
    auto *look = question->add_subcommand("preview", "the mail as it would leave");
    addSlip(*look, options);
    look->callback([&code, &context, options] { code = preview(context, *options); });
    auto *all = question->add_subcommand("list", "questions to services, newest first");
    all->add_flag("--open", options->open, "only those that wait");
    all->add_option("--ticket", options->ticket, "of this ticket");
    all->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 100'000));
    all->callback([&code, &context, options] { code = list(context, *options); });
    auto *in = question->add_subcommand("attach", "bring a mail saved as a file to its question");
    in->add_option("file", options->file, "an .eml file")->required();
    in->add_option("--question", options->question, "its number, when the mail names none");
    in->callback([&code, &context, options] { code = attach(context, *options); });
    auto *said = question->add_subcommand("answer", "write down what a colleague said");
    said->add_option("question", options->question, "its number")->required();
    said->add_option("text", options->text, "the answer")->required();
    said->add_option("--from", options->who, "who said it");
    said->callback([&code, &context, options] { code = answer(context, *options); });
    auto *again = question->add_subcommand("remind", "remind the service");
    again->add_option("question", options->question, "its number")->required();
    again->add_option("--as", options->way, "mail, eml or text");
    again->callback([&code, &context, options] { code = remind(context, *options); });
    auto *draft = question->add_subcommand("turn", "turn an answer into the draft of a reply; it is not sent");
    draft->add_option("reply", options->reply, "number of the answer, from question list")->required();
    draft->callback([&code, &context, options] { code = turn(context, *options); });
}

} // namespace vigie::cli
