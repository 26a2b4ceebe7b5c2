// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/mail_transport.hpp>

#include "net/imap_session.hpp"
#include "net/mime.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace vigie::net {

namespace {

constexpr std::size_t kPart = 1U << 20;   // of a message; the text stands at its beginning
constexpr std::size_t kAtOnce = 20;       // messages of one FETCH
constexpr std::chrono::minutes kIdleAnew{25}; // servers may end an IDLE after thirty minutes (RFC 2177)

/// "24-Nov-2026", as SEARCH wants a day.
std::string imapDay(Instant at)
{
    static constexpr const char *kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(at)};
    return fmt::format("{}-{}-{}", static_cast<unsigned>(day.day()), kMonths[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::string joined(const std::vector<std::uint32_t> &uids, std::size_t from, std::size_t count)
{
    std::string out;
    for (std::size_t i = from; i < std::min(from + count, uids.size()); ++i)
        out += (out.empty() ? "" : ",") + std::to_string(uids[i]);
    return out;
}

/// The value that follows `name` in the list of a FETCH answer.
const ImapValue *item(const ImapAnswer &answer, std::string_view name)
{
    if (answer.values.empty() || answer.values.front().kind != ImapValue::Kind::List)
        return nullptr;
    const auto &list = answer.values.front().items;
    for (std::size_t i = 0; i + 1 < list.size(); i += 2)
        if (list[i].text.size() >= name.size() && list[i].kind == ImapValue::Kind::Atom && list[i].text.compare(0, name.size(), name) == 0)
            return &list[i + 1];
    return nullptr;
}

/// The subject as the server read it: it keeps what a broken header loses on the way through a parser.
std::string envelopeSubject(const ImapAnswer &answer)
{
    const auto *envelope = item(answer, "ENVELOPE");
    return envelope != nullptr && envelope->items.size() > 1 ? decodeHeader(envelope->items[1].text) : std::string();
}

} // namespace

struct MailReader::Impl {
    MailServer server;
    Secret password;
    MailPatience patience;
    std::unique_ptr<ImapSession> session;
    std::uint32_t uidValidity = 0;

    template <class T>
    Result<T> keepOrClose(Result<T> result)
    {
        if (!result)
            closeAfter(result.error().code);
        return result;
    }
    /// After these the connection is of no more use; a refusal leaves it as it is.
    void closeAfter(Errc code)
    {
        if (code != Errc::NotFound && code != Errc::Server && code != Errc::Unsupported && code != Errc::InvalidInput)
            session.reset();
    }
    Result<std::vector<ImapAnswer>> command(const std::string &text)
    {
        if (!session)
            return fail(Errc::Network, "not connected to the mail server");
        return keepOrClose(session->command(text));
    }
    Result<std::vector<std::uint32_t>> ask(const ReplySearch &what);
    Result<std::vector<std::uint32_t>> lookAtHeaders(std::uint32_t afterUid);
};

MailReader::MailReader(MailServer server, Secret password, MailPatience patience)
    : impl_(new Impl{std::move(server), std::move(password), patience, nullptr, 0})
{
}

MailReader::~MailReader()
{
    if (impl_)
        close();
}

MailReader::MailReader(MailReader &&) noexcept = default;
MailReader &MailReader::operator=(MailReader &&) noexcept = default;

Result<void> MailReader::connect(std::stop_token stop)
{
    impl_->session.reset();
    VIGIE_TRY(impl_->session, ImapSession::open(impl_->server, impl_->password, impl_->patience, std::move(stop)));
    return {};
}

bool MailReader::connected() const
{
    return impl_->session != nullptr;
}

bool MailReader::canIdle() const
{
    return impl_->session && impl_->session->can("IDLE");
}

void MailReader::close()
{
    if (impl_->session)
        (void)impl_->session->send(impl_->session->nextTag() + " LOGOUT\r\n");
    impl_->session.reset();
}

Result<MailFolder> MailReader::examine(const std::string &folder)
{
    VIGIE_TRY(const auto name, imapQuoted(imapFolderName(folder)));
    auto answers = impl_->command("EXAMINE " + name);
    if (!answers) {
        // A plain NO without a code is how many servers say that there is no such folder.
        if (answers.error().code == Errc::Server)
            answers.error().code = Errc::NotFound;
        return fail(std::move(answers.error()));
    }
    MailFolder out;
    for (const auto &answer : *answers) {
        if (answer.kind == "EXISTS" && answer.number)
            out.messages = *answer.number;
        if (answer.code.size() < 2)
            continue;
        if (answer.code[0].isAtom("UIDVALIDITY"))
            out.uidValidity = answer.code[1].number().value_or(0);
        else if (answer.code[0].isAtom("UIDNEXT"))
            out.uidNext = answer.code[1].number().value_or(0);
    }
    impl_->uidValidity = out.uidValidity;
    return out;
}

/// What the server finds.
Result<std::vector<std::uint32_t>> MailReader::Impl::ask(const ReplySearch &what)
{
    std::string text = "UID SEARCH";
    if (what.afterUid > 0)
        text += " UID " + std::to_string(static_cast<std::uint64_t>(what.afterUid) + 1) + ":*";
    if (what.since)
        text += " SINCE " + imapDay(*what.since);
    const std::string ids = fmt::format("OR HEADER In-Reply-To \"{0}\" HEADER References \"{0}\"", kMessageIdPrefix);
    text += " OR " + ids + (what.inBodies ? " OR SUBJECT \"[Vigie #\" BODY \"[Vigie #\"" : " SUBJECT \"[Vigie #\"");
    VIGIE_TRY(const auto answers, command(text));
    std::vector<std::uint32_t> out;
    for (const auto &answer : answers)
        if (answer.kind == "SEARCH")
            for (const auto &value : answer.values)
                if (const auto uid = value.number(); uid && *uid > what.afterUid) // "n:*" holds the last message even when it is older
                    out.push_back(*uid);
    return out;
}

/// What servers that search by whole words do not find: the headers of the new arrivals, looked at here.
Result<std::vector<std::uint32_t>> MailReader::Impl::lookAtHeaders(std::uint32_t afterUid)
{
    VIGIE_TRY(const auto answers, command(fmt::format("UID FETCH {}:* (UID BODY.PEEK[HEADER.FIELDS (IN-REPLY-TO REFERENCES SUBJECT)])",
                                                      static_cast<std::uint64_t>(afterUid) + 1)));
    const auto isOurs = [](const std::string &id) { return id.compare(0, kMessageIdPrefix.size(), kMessageIdPrefix) == 0; };
    std::vector<std::uint32_t> out;
    for (const auto &answer : answers) {
        const auto *uid = answer.kind == "FETCH" ? item(answer, "UID") : nullptr;
        const auto *head = answer.kind == "FETCH" ? item(answer, "BODY[") : nullptr;
        if (uid == nullptr || head == nullptr || uid->number().value_or(0) <= afterUid)
            continue;
        const auto mail = parseMail(head->str());
        if (mail && (std::any_of(mail->inReplyTo.begin(), mail->inReplyTo.end(), isOurs) || std::any_of(mail->references.begin(), mail->references.end(), isOurs)
                     || findQuestionCode(mail->subject)))
            out.push_back(*uid->number());
    }
    return out;
}

Result<std::vector<std::uint32_t>> MailReader::search(const ReplySearch &what)
{
    auto found = impl_->ask(what);
    if (!found && what.inBodies && (found.error().code == Errc::Unsupported || found.error().code == Errc::Server)) {
        auto headersOnly = what;
        headersOnly.inBodies = false;
        found = impl_->ask(headersOnly);
    }
    VIGIE_TRY(auto out, std::move(found));
    if (what.afterUid > 0) {
        VIGIE_TRY(const auto seen, impl_->lookAtHeaders(what.afterUid));
        out.insert(out.end(), seen.begin(), seen.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Result<std::vector<IncomingMail>> MailReader::fetch(const std::vector<std::uint32_t> &uids)
{
    std::vector<IncomingMail> out;
    for (std::size_t from = 0; from < uids.size(); from += kAtOnce) {
        VIGIE_TRY(const auto answers, impl_->command(fmt::format("UID FETCH {} (UID RFC822.SIZE ENVELOPE BODY.PEEK[]<0.{}>)", joined(uids, from, kAtOnce), kPart)));
        for (const auto &answer : answers) {
            if (answer.kind != "FETCH")
                continue;
            const auto *uid = item(answer, "UID");
            const auto *body = item(answer, "BODY[");
            if (uid == nullptr || body == nullptr)
                continue; // a change of flags that somebody else made
            auto mail = parseMail(body->str());
            if (!mail)
                continue; // no message at all: nothing a reply could be read from
            mail->uid = uid->number().value_or(0);
            mail->uidValidity = impl_->uidValidity;
            if (const auto *size = item(answer, "RFC822.SIZE"))
                mail->truncated = size->number().value_or(0) > kPart;
            if (mail->subject.empty())
                mail->subject = envelopeSubject(answer);
            out.push_back(std::move(*mail));
        }
    }
    return out;
}

Result<bool> MailReader::waitForNews(std::chrono::milliseconds howLong, std::stop_token stop, std::chrono::milliseconds ask)
{
    if (!impl_->session)
        return fail(Errc::Network, "not connected to the mail server");
    auto &session = *impl_->session;
    session.stopWith(stop);
    const auto isNews = [](const ImapAnswer &answer) { return answer.kind == "EXISTS" || answer.kind == "RECENT"; };
    const auto until = std::chrono::steady_clock::now() + howLong;
    const auto left = [&] { return std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()); };
    const bool idle = session.can("IDLE");
    const auto once = [&]() -> Result<bool> {
        if (!idle) {
            VIGIE_TRY(const auto idled, session.receive(std::clamp(left(), std::chrono::milliseconds{0}, ask)));
            VIGIE_TRY(const auto answers, session.command("NOOP"));
            return (idled && isNews(*idled)) || std::any_of(answers.begin(), answers.end(), isNews);
        }
        const auto tag = session.nextTag();
        VIGIE_CHECK(session.send(tag + " IDLE\r\n"));
        bool news = false;
        const auto anew = std::chrono::steady_clock::now() + kIdleAnew;
        while (!news && left() > std::chrono::milliseconds{0} && std::chrono::steady_clock::now() < anew) {
            VIGIE_TRY(const auto answer, session.receive(std::min(left(), std::chrono::ceil<std::chrono::milliseconds>(anew - std::chrono::steady_clock::now()))));
            if (!answer)
                break;
            if (answer->kind == "BYE")
                return fail(Errc::Network, "the mail server says goodbye");
            if (answer->tag == tag)
                return fail(Errc::Protocol, "the mail server ended the waiting: " + answer->text);
            news = isNews(*answer);
        }
        VIGIE_CHECK(session.send("DONE\r\n"));
        for (;;) {
            VIGIE_TRY(const auto answer, session.receive(impl_->patience.answer));
            if (!answer)
                return fail(Errc::Timeout, "the mail server does not answer");
            news = news || isNews(*answer);
            if (answer->tag == tag)
                return news;
        }
    };
    for (;;) {
        auto news = impl_->keepOrClose(once());
        if (!news || *news || left() <= std::chrono::milliseconds{0})
            return news;
    }
}

} // namespace vigie::net
