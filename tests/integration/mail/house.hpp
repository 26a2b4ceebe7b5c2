// SPDX-License-Identifier: GPL-3.0-or-later
// What the twenty cases share: where the servers are, a workspace with a mail account, and colleagues who write as they like.
#pragma once

#include "support/must.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/store/questions.hpp>

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace vigie::test {

inline std::string place(const char *name)
{
    const char *value = std::getenv((std::string("VIGIE_MAIL_") + name).c_str());
    REQUIRE(value != nullptr); // tests/integration/mail/run starts the servers and says where they are
    return value;
}
inline int portOf(const char *name) { return std::atoi(place(name).c_str()); }

inline void peer(const std::string &command)
{
    REQUIRE(std::system(('"' + place("PEER") + "\" " + command).c_str()) == 0);
}

inline net::MailServer outgoing(const char *port = "SMTP_TLS", net::MailSecurity security = net::MailSecurity::Tls)
{
    return {"127.0.0.1", portOf(port), security, "vigie@example.test", place("CA")};
}
inline net::MailServer incoming(const std::string &who = "vigie", const char *port = "IMAP_TLS", net::MailSecurity security = net::MailSecurity::Tls)
{
    return {"127.0.0.1", portOf(port), security, who + "@example.test", place("CA")};
}

/// All messages of a colleague's INBOX, as Vigie itself would read them.
inline std::vector<net::IncomingMail> inboxOf(const std::string &who)
{
    net::MailReader reader(incoming(who), Secret(who + "-secret"));
    REQUIRE(reader.connect());
    const auto folder = reader.examine("INBOX");
    REQUIRE(folder);
    std::vector<std::uint32_t> uids;
    for (std::uint32_t uid = 1; uid < folder->uidNext; ++uid)
        uids.push_back(uid);
    auto mails = reader.fetch(uids);
    REQUIRE(mails);
    return std::move(*mails);
}
inline std::vector<net::IncomingMail> copiesOf(const std::string &who, const std::string &messageId)
{
    auto all = inboxOf(who);
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto &mail) { return mail.messageId != messageId; }), all.end());
    return all;
}

/// Files of a mailbox on the server: the message as it arrived, and its flags in the name.
inline std::vector<std::filesystem::path> filesOf(const std::string &who)
{
    std::vector<std::filesystem::path> out;
    for (const char *folder : {"new", "cur"}) {
        const auto where = std::filesystem::path(place("STATE")) / "root/mail" / who / "Maildir" / folder;
        if (std::filesystem::exists(where))
            for (const auto &entry : std::filesystem::directory_iterator(where))
                out.push_back(entry.path());
    }
    return out;
}
inline std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A workspace with a mail account whose clock stands still until it is told to move.
struct House {
    TempStore store{std::chrono::floor<Micros>(std::chrono::system_clock::now())};
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    app::Mail mail{*store, secrets, store.clock};
    app::MailSettings settings;

    explicit House(const net::MailServer &smtp = outgoing(), const net::MailServer &imap = incoming(), const std::string &password = "vigie-secret")
    {
        settings.sender = {"L'\xc3\xa9quipe", "vigie@example.test"};
        settings.outgoing = smtp;
        settings.incoming = imap;
        REQUIRE(mail.saveAndWait(settings, Secret(password)));
    }
    Question ask(const std::vector<std::string> &to, const std::string &subject, const std::string &text)
    {
        app::PassOn question;
        for (const auto &one : to)
            question.to.push_back({"", one + "@example.test"});
        question.subject = subject;
        question.text = text;
        const auto id = mail.passOnAndWait(question);
        REQUIRE(id);
        return get(*id);
    }
    Question get(QuestionId id)
    {
        auto question = (*store).readNow<Question>([id](store::Tx &tx) { return store::Questions(tx).get(id); });
        REQUIRE(question);
        return std::move(*question);
    }
    std::vector<QuestionReply> replies(QuestionId id)
    {
        auto all = (*store).readNow<std::vector<QuestionReply>>([id](store::Tx &tx) { return store::Questions(tx).replies(id); });
        REQUIRE(all);
        return std::move(*all);
    }
    app::DeliveryReport deliver()
    {
        auto report = mail.deliverAndWait();
        INFO((report ? std::string() : report.error().detail));
        REQUIRE(report);
        return *report;
    }
    /// A question that has left.
    Question asked(const std::string &subject = "Question", const std::string &to = "sav")
    {
        const auto question = ask({to}, subject, "O\xc3\xb9 en est-on ?");
        REQUIRE(deliver().sent == 1);
        return get(question.id);
    }
    /// Reads until the question has so many replies.
    bool replied(QuestionId id, std::size_t count = 1)
    {
        return until([&] {
            const auto report = mail.collectAndWait();
            REQUIRE(report);
            return replies(id).size() >= count;
        });
    }
};

/// Mail from sav@example.test to vigie@example.test, byte for byte as given (LF becomes CRLF), through the server.
inline void sendRaw(const std::string &message)
{
    TempFolder folder;
    const auto file = folder.file("m"), config = folder.file("c");
    std::string wire;
    for (const char c : message)
        wire += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::ofstream(file, std::ios::binary) << wire;
    std::ofstream(config) << "url = \"smtps://127.0.0.1:" << portOf("SMTP_TLS") << "/example.test\"\ncacert = \"" << place("CA") << "\"\nnoproxy = \"*\"\n"
                          << "user = \"sav@example.test:sav-secret\"\nmail-from = \"sav@example.test\"\nmail-rcpt = \"vigie@example.test\"\n"
                          << "upload-file = \"" << file << "\"\nsilent\nshow-error\n";
    REQUIRE(std::system(("curl --config '" + config + "'").c_str()) == 0);
}

/// A mail that is delivered while no server runs: a file in the mailbox.
inline void dropInto(const std::string &who, const std::string &message)
{
    const auto maildir = std::filesystem::path(place("STATE")) / "root/mail" / who / "Maildir";
    static int count = 0;
    const auto name = "1700000000.dropped" + std::to_string(++count);
    std::ofstream(maildir / "tmp" / name, std::ios::binary) << message;
    REQUIRE(::chown((maildir / "tmp" / name).c_str(), 64904, 64904) == 0); // vmail of the peer
    std::filesystem::rename(maildir / "tmp" / name, maildir / "new" / name);
}

} // namespace vigie::test
