// SPDX-License-Identifier: GPL-3.0-or-later
// mail add|show|test|remove|ask|send|read|list|cancel: questions to colleagues and their answers
#include "cli/context.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/store/questions.hpp>

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace vigie::cli {

namespace {

struct Options {
    std::string address, name, outgoing, incoming, outgoingSecurity = "tls", incomingSecurity = "tls", user, caFile, folder = "INBOX", passwordEnv;
    bool passwordStdin = false, noTest = false, noQuote = false;
    std::vector<std::string> to;
    std::string subject, text;
    std::int64_t ticket = 0, question = 0;
    int limit = 50;
};

constexpr int kSubmissionTls = 465, kSubmissionStartTls = 587, kImapTls = 993, kImapStartTls = 143;

/// "mail.example.com", "mail.example.com:465", "[::1]:465".
Result<net::MailServer> serverFrom(const std::string &text, const std::string &security, int tlsPort, int startTlsPort, const Options &options)
{
    net::MailServer server;
    const auto parsed = net::mailSecurityFrom(security);
    if (!parsed)
        return fail(Errc::InvalidInput, "security is tls or starttls, not " + security);
    server.security = *parsed;
    server.port = *parsed == net::MailSecurity::Tls ? tlsPort : startTlsPort;
    server.user = options.user.empty() ? options.address : options.user;
    server.caFile = options.caFile;
    const auto colon = text.rfind(':');
    const bool bracketed = !text.empty() && text.front() == '[';
    const bool port = colon != std::string::npos && (bracketed ? text[colon - 1] == ']' : text.find(':') == colon);
    server.host = port ? text.substr(0, colon) : text;
    if (port) {
        char *end = nullptr;
        server.port = static_cast<int>(std::strtol(text.c_str() + colon + 1, &end, 10));
        if (*end != '\0')
            server.port = 0; // refused with the other ports that are none
    }
    if (bracketed && server.host.size() > 2)
        server.host = server.host.substr(1, server.host.size() - 2);
    return server;
}

/// From the environment or one line of standard input, so that it never stands in the process list.
Result<Secret> passwordOf(const Options &options)
{
    if (options.passwordStdin) {
        std::string line;
        std::getline(std::cin, line);
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.empty())
            return fail(Errc::InvalidInput, "no password on standard input");
        return Secret(std::move(line));
    }
    const char *value = options.passwordEnv.empty() ? nullptr : std::getenv(options.passwordEnv.c_str());
    if (value == nullptr || *value == '\0')
        return fail(Errc::InvalidInput, "give the password with --password-env VARIABLE or --password-stdin");
    return Secret(value);
}

nlohmann::json describe(const net::MailServer &server)
{
    return {{"host", server.host}, {"port", server.port}, {"security", net::toString(server.security)}, {"user", server.user}, {"ca_file", server.caFile}};
}

nlohmann::json describe(const app::MailSettings &settings)
{
    return {{"address", settings.sender.address}, {"name", settings.sender.name}, {"outgoing", describe(settings.outgoing)},
            {"incoming", describe(settings.incoming)}, {"folder", settings.folder}};
}

void printSettings(const app::MailSettings &settings)
{
    std::printf("%s\n", oneLine(settings.sender.address, 100).c_str());
    for (const auto &[what, server] : {std::pair("outgoing", &settings.outgoing), std::pair("incoming", &settings.incoming)})
        std::printf("  %s  %s:%d, %s, as %s\n", what, oneLine(server->host, 100).c_str(), server->port, net::toString(server->security), oneLine(server->user, 100).c_str());
}

nlohmann::json describe(const std::optional<Error> &error)
{
    if (!error)
        return nullptr;
    return {{"error", errcName(error->code)}, {"detail", error->detail}, {"code", error->httpStatus}};
}

std::string words(const std::optional<Error> &error)
{
    return error ? oneLine(error->detail.empty() ? errcName(error->code) : error->detail, 200) : "signed in";
}

int report(const Context &context, const app::MailTest &test)
{
    context.print({{"ok", test.ok()}, {"outgoing", describe(test.outgoing)}, {"incoming", describe(test.incoming)}}, [&] {
        std::printf("outgoing: %s\nincoming: %s\n", words(test.outgoing).c_str(), words(test.incoming).c_str());
    });
    const auto &worst = test.outgoing ? test.outgoing : test.incoming;
    return worst ? exitCodeOf(worst->code) : kOk;
}

Result<app::MailSettings> settingsFrom(const Options &options)
{
    app::MailSettings settings;
    settings.sender = {options.name, options.address};
    settings.folder = options.folder;
    VIGIE_TRY(settings.outgoing, serverFrom(options.outgoing, options.outgoingSecurity, kSubmissionTls, kSubmissionStartTls, options));
    VIGIE_TRY(settings.incoming, serverFrom(options.incoming, options.incomingSecurity, kImapTls, kImapStartTls, options));
    VIGIE_CHECK(app::checkMailSettings(settings));
    return settings;
}

int add(const Context &context, const Options &options)
{
    const auto settings = settingsFrom(options);
    if (!settings)
        return context.failed(settings.error());
    const auto password = passwordOf(options);
    if (!password)
        return context.failed(password.error());
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    auto &mail = (*workspace)->mail();
    if (!options.noTest) {
        const auto test = mail.testAndWait(*settings, *password, Context::interrupted());
        if (!test)
            return context.failed(test.error());
        if (!test->ok())
            return context.failed(test->outgoing ? *test->outgoing : *test->incoming);
    }
    if (const auto saved = mail.saveAndWait(*settings, *password); !saved)
        return context.failed(saved.error());
    context.print(describe(*settings), [&] { printSettings(*settings); });
    return kOk;
}

Result<app::MailSettings> kept(app::Workspace &workspace)
{
    VIGIE_TRY(auto settings, workspace.store().readNow<std::optional<app::MailSettings>>([](store::Tx &tx) { return app::mailSettings(tx); }));
    if (!settings)
        return fail(Errc::NotFound, "no mail account was entered yet: vigie-cli mail add");
    return std::move(*settings);
}

int show(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto settings = kept(**workspace);
    if (!settings)
        return context.failed(settings.error());
    context.print(describe(*settings), [&] { printSettings(*settings); });
    return kOk;
}

int test(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto settings = kept(**workspace);
    if (!settings)
        return context.failed(settings.error());
    const auto done = (*workspace)->mail().testAndWait(*settings, Secret(), Context::interrupted());
    return done ? report(context, *done) : context.failed(done.error());
}

int removeAccount(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    if (const auto done = (*workspace)->mail().removeAndWait(); !done)
        return context.failed(done.error());
    context.print({{"removed", true}}, [] { std::printf("The mail account was forgotten; questions and answers stay.\n"); });
    return kOk;
}

nlohmann::json describe(const Question &question, const std::vector<QuestionReply> &replies)
{
    auto recipients = nlohmann::json::array();
    for (const auto &one : question.recipients)
        recipients.push_back({{"address", one.address}, {"state", toString(one.state)}, {"code", one.code}, {"answer", one.answer}});
    auto answers = nlohmann::json::array();
    for (const auto &one : replies)
        answers.push_back({{"at", toRfc3339(one.at)}, {"from", one.fromAddress}, {"from_name", one.fromName}, {"text", one.text}, {"history", one.history},
                           {"automatic", one.automatic}, {"attachments", one.attachments}});
    return {{"question", question.id.value}, {"ticket", question.ticket.value}, {"subject", question.subject}, {"state", toString(question.state)},
            {"recipients", recipients}, {"attempts", question.attempts}, {"next", question.dueAt ? nlohmann::json(toRfc3339(*question.dueAt)) : nlohmann::json()},
            {"error", question.error ? nlohmann::json(errcName(question.error->code)) : nlohmann::json()}, {"replies", answers}};
}

int ask(const Context &context, const Options &options)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    app::PassOn question;
    question.ticket = TicketId{options.ticket};
    question.subject = options.subject;
    question.text = options.text;
    question.quoteMention = !options.noQuote;
    for (const auto &address : options.to)
        question.to.push_back({"", address});
    const auto id = (*workspace)->mail().passOnAndWait(question);
    if (!id)
        return context.failed(id.error());
    context.print({{"question", id->value}, {"state", "waiting"}}, [&] {
        std::printf("Question %lld waits in the outbox; it leaves with 'vigie-cli mail send', or by itself while the window is open.\n", static_cast<long long>(id->value));
    });
    return kOk;
}

int send(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->mail().deliverAndWait(Context::interrupted());
    if (!done)
        return context.failed(done.error());
    context.print({{"sent", done->sent}, {"refused", done->refused}, {"waiting", done->waiting},
                   {"error", done->error ? nlohmann::json(errcName(done->error->code)) : nlohmann::json()}, {"detail", done->error ? done->error->detail : ""},
                   {"next", done->next ? nlohmann::json(toRfc3339(*done->next)) : nlohmann::json()}}, [&] {
        std::printf("%d sent, %d refused, %d tried again later\n", done->sent, done->refused, done->waiting);
        if (done->error)
            std::fprintf(stderr, "%s\n", words(done->error).c_str());
    });
    if (done->error && done->sent == 0)
        return exitCodeOf(done->error->code);
    return done->refused > 0 || done->waiting > 0 ? kPartly : kOk;
}

struct Asked {
    Question question;
    std::vector<QuestionReply> replies;
};

Result<std::vector<Asked>> questionsOf(app::Workspace &workspace, int limit, const std::vector<QuestionId> *only)
{
    return workspace.store().readNow<std::vector<Asked>>([&](store::Tx &tx) -> Result<std::vector<Asked>> {
        store::Questions questions(tx);
        std::vector<Asked> out;
        if (only != nullptr) {
            for (const auto id : *only) {
                VIGIE_TRY(auto question, questions.get(id));
                out.push_back({std::move(question), {}});
            }
        } else {
            VIGIE_TRY(auto all, questions.list(limit));
            for (auto &question : all)
                out.push_back({std::move(question), {}});
        }
        for (auto &one : out) {
            VIGIE_TRY(one.replies, questions.replies(one.question.id));
        }
        return out;
    });
}

void print(const Asked &one)
{
    std::printf("%5lld  %-9s %s\n", static_cast<long long>(one.question.id.value), toString(one.question.state), oneLine(one.question.subject, 80).c_str());
    for (const auto &recipient : one.question.recipients)
        if (recipient.state == QuestionRecipient::State::Refused)
            std::printf("       not delivered to %s: %s\n", oneLine(recipient.address, 60).c_str(), oneLine(recipient.answer, 120).c_str());
    for (const auto &reply : one.replies)
        std::printf("       %s  %s%s: %s\n", toRfc3339(reply.at).substr(0, 16).c_str(), oneLine(reply.fromAddress, 40).c_str(), reply.automatic ? " (automatic)" : "",
                    oneLine(reply.text, 200).c_str());
}

int read(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->mail().collectAndWait(Context::interrupted());
    if (!done)
        return context.failed(done.error());
    const auto fresh = questionsOf(**workspace, 0, &done->answered);
    if (!fresh)
        return context.failed(fresh.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *fresh)
        array.push_back(describe(one.question, one.replies));
    context.print({{"answers", done->answers}, {"automatic", done->automatic}, {"bounces", done->bounces}, {"read_anew", done->readAnew}, {"questions", array}}, [&] {
        std::printf("%d answer(s), %d automatic, %d undelivered\n", done->answers, done->automatic, done->bounces);
        for (const auto &one : *fresh)
            print(one);
    });
    return kOk;
}

int list(const Context &context, int limit)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = questionsOf(**workspace, limit, nullptr);
    if (!all)
        return context.failed(all.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *all)
        array.push_back(describe(one.question, one.replies));
    context.print(array, [&] {
        if (all->empty())
            std::printf("Nothing was asked yet: vigie-cli mail ask TEXT --to colleague@...\n");
        for (const auto &one : *all)
            print(one);
    });
    return kOk;
}

int cancel(const Context &context, std::int64_t id)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    if (const auto done = (*workspace)->mail().cancelAndWait(QuestionId{id}); !done)
        return context.failed(done.error());
    const std::vector<QuestionId> ids{QuestionId{id}};
    const auto now = questionsOf(**workspace, 0, &ids);
    if (!now)
        return context.failed(now.error());
    context.print({{"question", id}, {"state", toString(now->front().question.state)}}, [&] { print(now->front()); });
    return kOk;
}

} // namespace

void addMailCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *mail = app.add_subcommand("mail", "questions to colleagues by mail, and their answers")->require_subcommand(1);
    auto *account = mail->add_subcommand("add", "enter the mail account; it is tried before it is kept");
    account->add_option("--address", options->address, "the sender's address")->required();
    account->add_option("--name", options->name, "the sender's name");
    account->add_option("--smtp", options->outgoing, "HOST or HOST:PORT that takes mail")->required();
    account->add_option("--smtp-security", options->outgoingSecurity, "tls (465) or starttls (587); never in clear");
    account->add_option("--imap", options->incoming, "HOST or HOST:PORT that answers are read from")->required();
    account->add_option("--imap-security", options->incomingSecurity, "tls (993) or starttls (143)");
    account->add_option("--user", options->user, "name to sign in with, when it is not the address");
    account->add_option("--ca-file", options->caFile, "certificate authority of your own");
    account->add_option("--folder", options->folder, "where answers arrive");
    account->add_option("--password-env", options->passwordEnv, "environment variable that holds the password (never give it as an argument)");
    account->add_flag("--password-stdin", options->passwordStdin, "the password is the first line of standard input");
    account->add_flag("--no-test", options->noTest, "keep it untried");
    account->callback([&code, &context, options] { code = add(context, *options); });
    mail->add_subcommand("show", "the account, without its password")->callback([&code, &context] { code = show(context); });
    mail->add_subcommand("test", "sign in at both servers")->callback([&code, &context] { code = test(context); });
    mail->add_subcommand("remove", "forget the account and its password")->callback([&code, &context] { code = removeAccount(context); });
    auto *question = mail->add_subcommand("ask", "put a question into the outbox");
    question->add_option("text", options->text, "the question")->required();
    question->add_option("--to", options->to, "address of a colleague; may be repeated")->required();
    question->add_option("--subject", options->subject, "after the code");
    question->add_option("--ticket", options->ticket, "the ticket it is about: what the member wrote goes along");
    question->add_flag("--no-quote", options->noQuote, "what the member wrote does not go along");
    question->callback([&code, &context, options] { code = ask(context, *options); });
    mail->add_subcommand("send", "send what is due")->callback([&code, &context] { code = send(context); });
    mail->add_subcommand("read", "collect answers")->callback([&code, &context] { code = read(context); });
    auto *all = mail->add_subcommand("list", "questions and their answers, newest first");
    all->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 100'000));
    all->callback([&code, &context, options] { code = list(context, options->limit); });
    auto *back = mail->add_subcommand("cancel", "take back what has not left");
    back->add_option("question", options->question, "its number")->required();
    back->callback([&code, &context, options] { code = cancel(context, options->question); });
}

} // namespace vigie::cli
