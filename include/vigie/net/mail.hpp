// SPDX-License-Identifier: GPL-3.0-or-later
// Mail as values: what leaves, what came, which question a reply belongs to, and what of a reply is only the history that
// mail programs repeat. How it travels: mail_transport.hpp.
// Thread: pure functions, from any thread.
// Errors: InvalidInput (an address or a field that cannot stand in a message), Protocol (bytes that are no message).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::net {

struct MailAddress {
    std::string name, address; ///< "Service après-vente", "sav@example.com"
    friend bool operator==(const MailAddress &, const MailAddress &) = default;
};

/// One address that can stand in an envelope: "name@domain", nothing that ends a line or a command.
[[nodiscard]] bool isMailAddress(std::string_view text);
/// What stands after the last "@", in lower case; empty without one.
[[nodiscard]] std::string mailDomain(std::string_view address);

struct OutgoingMail {
    MailAddress from;
    std::vector<MailAddress> to;         ///< as every recipient sees them
    std::vector<std::string> deliverTo;  ///< whom it is handed to now; empty: all of `to`
    std::string messageId;               ///< without angle brackets; the same whenever the same mail is sent again
    std::string inReplyTo;               ///< without angle brackets; empty: a first message
    std::vector<std::string> references; ///< oldest first
    std::string subject, text;           ///< UTF-8; the text as plain text
    std::string page, pageName;          ///< an HTML page that goes along as a file; empty: none
    Instant date;
    bool unsent = false;                 ///< a file for a mail program, which opens it ready to be sent
};

/// RFC 5322 and MIME: CRLF, no line over 76 characters, nothing but ASCII. No header says which machine wrote it.
Result<std::string> buildMail(const OutgoingMail &mail);

enum class MailKind : std::uint8_t {
    Person,
    AutoReply, ///< written by a machine: away notices (RFC 3834)
    Bounce     ///< a mail system says that something was not delivered (RFC 3464)
};

struct IncomingMail {
    std::uint32_t uid = 0, uidValidity = 0; ///< of the folder it was read in; 0 when it came from a file
    std::string messageId;                  ///< without angle brackets; "" when the sender gave none
    std::vector<std::string> inReplyTo, references;
    MailAddress from;
    std::vector<MailAddress> to;
    std::string subject;
    std::optional<Instant> date;            ///< none when it cannot be read
    std::string text;                       ///< what was written now, UTF-8; empty when there is only HTML
    std::string history;                    ///< what was repeated from earlier messages
    std::string html;                       ///< the HTML part when there is no plain text; never shown as it is
    std::vector<std::string> attachments;   ///< names; the bytes are not kept
    MailKind kind = MailKind::Person;
    std::vector<std::string> undelivered;   ///< Bounce: addresses that were not reached
    bool truncated = false;                 ///< only the beginning was read: it is larger than the cap
};

Result<IncomingMail> parseMail(std::string_view bytes);

struct FoldedText {
    std::string text, history;
};
/// Parts what is new from what was repeated: quoted lines, "Le ... a écrit :", "On ... wrote:", the blocks of Outlook in
/// French and English. When everything would be history, everything is text.
[[nodiscard]] FoldedText foldHistory(std::string_view plain);

/// "[Vigie #4127]", for the subject: it comes back even from programs that drop the headers.
[[nodiscard]] std::string questionCode(std::int64_t number);
/// The number of the first code in a text, whatever its case; none when there is no code.
[[nodiscard]] std::optional<std::int64_t> findQuestionCode(std::string_view text);
/// "[Vigie #4127] Où en est la commande ?": with its code, and with only one.
[[nodiscard]] std::string subjectWithCode(std::int64_t number, std::string_view subject);
/// "vigie-4127.5f1c...@example.com": unique, found again by its beginning, and silent about this machine.
[[nodiscard]] std::string questionMessageId(std::int64_t number, std::string_view senderAddress);
/// What every id of ours begins with.
inline constexpr std::string_view kMessageIdPrefix = "vigie-";

/// A question that was sent, as far as finding its replies needs it.
struct SentQuestion {
    std::int64_t number = 0;
    std::string messageId;
    std::optional<Instant> askedAt; ///< a mail that is a day older is no reply, whatever its code
};
struct ReplyMatch {
    std::int64_t number = 0;
    enum class By : std::uint8_t { InReplyTo, References, SubjectCode, BodyCode } by = By::InReplyTo;
};
/// Headers first, then the code in the subject, then in the body. A code does not count when the headers name a question of
/// somebody else's workspace, or when the mail is older than the question. Our own question, come back as a copy, is no reply.
[[nodiscard]] std::optional<ReplyMatch> matchReply(const IncomingMail &mail, const std::vector<SentQuestion> &questions);

} // namespace vigie::net
