// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a mail: what is shown of it is sound text, and nothing of it can be sent on as a header or a command.
#include <vigie/net/mail.hpp>

#include "fuzz/text_soundness.hpp"

#include <algorithm>

using namespace vigie::net;

namespace {

void requireText(const std::string &text, bool oneLine)
{
    vigie::fuzz::require(std::none_of(text.begin(), text.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && (oneLine || (c != '\n' && c != '\t'))) || byte == 0x7f;
    }), "no control characters");
}

void requireAnswerable(const IncomingMail &mail)
{
    OutgoingMail answer;
    answer.from = {mail.to.empty() ? "" : mail.to.front().name, "vigie@example.test"};
    answer.to = {{mail.from.name, mail.from.address}};
    answer.messageId = questionMessageId(1, "vigie@example.test");
    answer.inReplyTo = mail.messageId;
    answer.references = mail.references;
    answer.subject = subjectWithCode(1, mail.subject);
    answer.text = mail.text;
    const auto bytes = buildMail(answer);
    if (!bytes)
        return; // an address or an id that cannot be answered
    const auto head = bytes->substr(0, bytes->find("\r\n\r\n"));
    for (std::size_t at = 0; at < head.size();) {
        const auto end = std::min(head.find("\r\n", at), head.size());
        const auto line = std::string_view(head).substr(at, end - at);
        at = end + 2;
        if (line.empty() || line.front() == ' ' || line.front() == '\t')
            continue;
        const auto name = line.substr(0, line.find(':'));
        bool known = false;
        for (const char *one : {"From", "To", "Subject", "Date", "Message-Id", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"})
            known = known || name == one;
        vigie::fuzz::require(known, "only our own headers");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto mail = parseMail(bytes);
    if (mail) {
        for (const auto *text : {&mail->text, &mail->history, &mail->html})
            requireText(*text, false);
        for (const auto *line : {&mail->subject, &mail->from.name, &mail->from.address, &mail->messageId})
            requireText(*line, true);
        for (const auto &name : mail->attachments)
            requireText(name, true);
        requireAnswerable(*mail);
    }
    const auto folded = foldHistory(bytes);
    vigie::fuzz::require(folded.text.size() + folded.history.size() <= size + 2, "folding invents nothing");
    return 0;
}
