// SPDX-License-Identifier: GPL-3.0-or-later
// Passing a question on to a service without a mail server, and taking answers in from files and by hand. What goes by mail
// is Mail's (app/mail.hpp); both ways share the slip, the code and the outcome.
// Thread: inside a store job, or pure functions. Errors: NotFound, InvalidInput, Conflict, TooLarge, Storage...
#pragma once

#include <vigie/desk/slip.hpp>
#include <vigie/net/mail.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::app {

struct PassedOn {
    QuestionId question;
    std::string bytes;    ///< of the file, or of what is copied; empty for mail
    std::string fileName; ///< "Vigie-4127.eml"
};

/// The one who writes: of the mail account, else what the person entered for files ("passing.sender").
Result<net::MailAddress> passingSender(store::Tx &tx);
Result<void> setPassingSender(store::Tx &tx, const net::MailAddress &sender);

/// Writes the question down and puts the ticket to wait. Mail: it stands in the outbox, due after `hold`. The other ways:
/// it is given to the person in `bytes` and counts as sent. The service's tags are put on the mention.
Result<PassedOn> passSlip(store::Tx &tx, const desk::SlipRequest &request, PassWay way, std::chrono::seconds hold = {});
/// As it will leave, with a code that only stands for one; nothing is written.
struct SlipPreview {
    net::MailAddress from;
    std::vector<Colleague> to;
    std::string subject, text;
    Instant dueAt;
};
Result<SlipPreview> previewSlip(store::Tx &tx, const desk::SlipRequest &request);
/// The file again, for a question that was passed on already.
Result<std::string> slipFile(store::Tx &tx, QuestionId question);
/// A question in the outbox is taken back: its ticket is as before.
Result<void> takeBackSlip(store::Tx &tx, QuestionId question);

/// A reminder to the service, under the code of the question: into the outbox, or as text to copy when there is no mail account.
Result<PassedOn> remind(store::Tx &tx, QuestionId question, PassWay way);

/// An .eml as a mail program saved it. InvalidInput: it holds no mail.
Result<net::IncomingMail> readMailFile(std::string_view bytes);
struct Attached {
    std::optional<QuestionId> question; ///< none: it names none of ours, somebody has to say which
    TicketId ticket;
    bool fresh = false;                 ///< false: this very mail was here already
    net::MailKind kind = net::MailKind::Person;
    std::optional<net::ReplyMatch::By> by; ///< how it was found; none when it was said
};
/// Brings the mail to its question: the one that was said, else by headers, then by code.
Result<Attached> attachMail(store::Tx &tx, const net::IncomingMail &mail, std::optional<QuestionId> said = {});
/// What a colleague said by telephone or in the corridor.
Result<Attached> answerByHand(store::Tx &tx, QuestionId question, const std::string &who, const std::string &text);

} // namespace vigie::app
