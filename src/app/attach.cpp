// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in that need no mail server: a file, or words that are typed.
#include <vigie/app/passing.hpp>

#include "app/mail_impl.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/questions.hpp>

namespace vigie::app {

namespace {

constexpr std::size_t kMostBytes = 32U << 20U; // attachments travel along, and are left alone

} // namespace

Result<net::IncomingMail> readMailFile(std::string_view bytes)
{
    if (bytes.size() > kMostBytes)
        return fail(Errc::TooLarge, "the file is larger than 32 MiB");
    auto mail = net::parseMail(bytes);
    if (!mail || (mail->from.address.empty() && mail->messageId.empty() && mail->subject.empty()))
        return fail(Errc::InvalidInput, "the file holds no mail");
    readHtml(*mail);
    return mail;
}

Result<Attached> attachMail(store::Tx &tx, const net::IncomingMail &mail, std::optional<QuestionId> said)
{
    Attached out;
    out.kind = mail.kind;
    if (!said) {
        VIGIE_TRY(const auto known, knownQuestions(tx));
        const auto match = net::matchReply(mail, known);
        if (!match)
            return out;
        said = QuestionId{match->number};
        out.by = match->by;
    }
    VIGIE_TRY(const auto landed, landMail(tx, mail, *said));
    out.question = landed.question;
    out.ticket = landed.ticket;
    out.fresh = landed.fresh;
    return out;
}

Result<Attached> answerByHand(store::Tx &tx, QuestionId question, const std::string &who, const std::string &text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "an answer without words");
    auto folded = net::foldHistory(text);
    QuestionReply reply;
    reply.question = question;
    reply.messageId = "by-hand|" + randomKey();
    reply.fromName = who;
    reply.text = std::move(folded.text);
    reply.history = std::move(folded.history);
    reply.at = tx.now();
    VIGIE_TRY(const auto landed, landReply(tx, reply));
    Attached out;
    out.question = landed.question;
    out.ticket = landed.ticket;
    out.fresh = landed.fresh;
    return out;
}

} // namespace vigie::app
