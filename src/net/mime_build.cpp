// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/mail.hpp>

#include "net/mime.hpp"

#include <algorithm>

namespace vigie::net {

namespace {

/// An id or a reference stands in angle brackets and holds nothing that would leave them.
bool isMessageId(std::string_view id)
{
    return !id.empty() && id.size() < 900 && std::all_of(id.begin(), id.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7f && c != '<' && c != '>';
    });
}

Result<void> check(const OutgoingMail &mail)
{
    if (!isMailAddress(mail.from.address))
        return fail(Errc::InvalidInput, "the sender has no mail address");
    for (const auto &to : mail.to)
        if (!isMailAddress(to.address))
            return fail(Errc::InvalidInput, "not a mail address: " + to.address);
    if (!isMessageId(mail.messageId))
        return fail(Errc::InvalidInput, "a mail needs an id");
    if (!mail.inReplyTo.empty() && !isMessageId(mail.inReplyTo))
        return fail(Errc::InvalidInput, "the id that is answered cannot stand in a mail");
    return {};
}

/// A header's words. GMime folds a text that holds the beginning of an encoded word in the middle of it, and the rest would
/// stand there as a header of its own.
std::string words(const std::string &text)
{
    std::string out = cleanLine(text);
    for (std::size_t at = 0; (at = out.find("=?", at)) != std::string::npos;)
        out.insert(at + 1, " ");
    return out;
}

InternetAddress *address(const MailAddress &from)
{
    const auto name = words(from.name);
    auto *out = internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), from.address.c_str());
    internet_address_set_charset(out, "utf-8");
    return out;
}

std::string inBrackets(const std::vector<std::string> &ids)
{
    std::string out;
    for (const auto &id : ids)
        if (isMessageId(id))
            out += (out.empty() ? "<" : " <") + id + '>';
    return out;
}

void setHeaders(GMimeMessage *message, const OutgoingMail &mail)
{
    const GOwned<InternetAddress> from(address(mail.from));
    internet_address_list_add(g_mime_message_get_from(message), from.get());
    for (const auto &one : mail.to) {
        const GOwned<InternetAddress> to(address(one));
        internet_address_list_add(g_mime_message_get_to(message), to.get());
    }
    g_mime_message_set_subject(message, words(mail.subject).c_str(), "utf-8");
    GDateTime *date = g_date_time_new_from_unix_utc(std::chrono::floor<std::chrono::seconds>(mail.date).time_since_epoch().count());
    if (date != nullptr) {
        g_mime_message_set_date(message, date);
        g_date_time_unref(date);
    }
    g_mime_message_set_message_id(message, mail.messageId.c_str());
    auto *object = GMIME_OBJECT(message);
    if (!mail.inReplyTo.empty())
        g_mime_object_set_header(object, "In-Reply-To", ('<' + mail.inReplyTo + '>').c_str(), nullptr);
    if (const auto references = inBrackets(mail.references); !references.empty())
        g_mime_object_set_header(object, "References", references.c_str(), nullptr);
    if (mail.unsent)
        g_mime_object_set_header(object, "X-Unsent", "1", nullptr);
}

} // namespace

bool isMailAddress(std::string_view text)
{
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size() || text.size() > 254 || text.front() == '-')
        return false;
    const auto domain = text.substr(at + 1);
    if (domain.front() == '.' || domain.front() == '-' || domain.back() == '.' || domain.find("..") != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7f && std::string_view("<>()[]\\,;:\" ").find(c) == std::string_view::npos;
    }) && text.find('@') == at;
}

std::string mailDomain(std::string_view address)
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos)
        return {};
    std::string out(address.substr(at + 1));
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

Result<std::string> buildMail(const OutgoingMail &mail)
{
    VIGIE_CHECK(check(mail));
    startMime();
    const GOwned<GMimeMessage> message(g_mime_message_new(TRUE));
    setHeaders(message.get(), mail);
    const GOwned<GMimeTextPart> part(g_mime_text_part_new_with_subtype("plain"));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    g_mime_text_part_set_text(part.get(), cleanText(mail.text).c_str());
    // Quoted-printable keeps every line under 77 characters, whatever the writer's; a reader without MIME still reads it.
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    if (mail.page.empty()) {
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(part.get()));
    } else {
        const GOwned<GMimeMultipart> both(g_mime_multipart_new_with_subtype("mixed"));
        const GOwned<GMimeTextPart> page(g_mime_text_part_new_with_subtype("html"));
        g_mime_text_part_set_charset(page.get(), "utf-8");
        g_mime_text_part_set_text(page.get(), mail.page.c_str());
        g_mime_part_set_content_encoding(GMIME_PART(page.get()), GMIME_CONTENT_ENCODING_BASE64);
        g_mime_object_set_disposition(GMIME_OBJECT(page.get()), GMIME_DISPOSITION_ATTACHMENT);
        g_mime_part_set_filename(GMIME_PART(page.get()), cleanLine(mail.pageName).c_str());
        g_mime_multipart_add(both.get(), GMIME_OBJECT(part.get()));
        g_mime_multipart_add(both.get(), GMIME_OBJECT(page.get()));
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));
    }
    const std::unique_ptr<GMimeFormatOptions, GMimeFormatOptionsFree> format(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
    const GText text(g_mime_object_to_string(GMIME_OBJECT(message.get()), format.get()));
    if (!text)
        return fail(Errc::Internal, "the mail could not be written");
    std::string out(text.get());
    if (out.size() < 2 || out.compare(out.size() - 2, 2, "\r\n") != 0)
        out += "\r\n";
    return out;
}

} // namespace vigie::net
