// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/mail.hpp>

#include "net/ascii.hpp"
#include "net/mime.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace vigie::net {

namespace {

constexpr int kMaxDepth = 20;            // parts within parts
constexpr std::size_t kMaxNames = 100;   // attachments that are named
constexpr std::size_t kMaxIds = 100;     // references that are kept, the newest ones
constexpr std::size_t kMaxText = 1U << 20;

std::string header(GMimeObject *object, const char *name)
{
    const char *value = g_mime_object_get_header(object, name);
    return value != nullptr ? value : "";
}

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.size() >= beginning.size() && equalsIgnoreCase(text.substr(0, beginning.size()), beginning);
}

std::vector<std::string> ids(const std::string &text)
{
    std::vector<std::string> out;
    const std::unique_ptr<GMimeReferences, GMimeReferencesFree> references(g_mime_references_parse(nullptr, text.c_str()));
    const int count = references ? g_mime_references_length(references.get()) : 0;
    for (int i = std::max(0, count - static_cast<int>(kMaxIds)); i < count; ++i)
        if (const char *id = g_mime_references_get_message_id(references.get(), i))
            out.push_back(cleanLine(id));
    return out;
}

std::vector<MailAddress> addresses(InternetAddressList *list)
{
    std::vector<MailAddress> out;
    const int count = list != nullptr ? internet_address_list_length(list) : 0;
    for (int i = 0; i < std::min(count, 200); ++i) {
        auto *one = internet_address_list_get_address(list, i);
        if (!INTERNET_ADDRESS_IS_MAILBOX(one))
            continue;
        const char *name = internet_address_get_name(one);
        const char *address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
        out.push_back({name != nullptr ? cleanLine(name) : "", address != nullptr ? cleanLine(address) : ""});
    }
    return out;
}

/// format=flowed (RFC 3676): a line that ends in a space goes on in the next one of the same depth of quotation.
std::string unflow(const std::string &text, bool deleteSpace)
{
    const auto depth = [](std::string_view line) { return std::min(line.find_first_not_of('>'), line.size()); };
    std::string out;
    bool open = false;
    std::size_t openDepth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        std::string_view line(text.data() + at, end - at);
        at = end + 1;
        const auto quotes = depth(line);
        const bool signature = line.substr(quotes) == "-- " || line.substr(quotes) == " -- ";
        if (open && quotes == openDepth && !signature) {
            line.remove_prefix(quotes);
            if (!line.empty() && line.front() == ' ')
                line.remove_prefix(1); // stuffing
        } else if (open) {
            out += '\n';
        }
        open = !signature && !line.empty() && line.back() == ' ' && line.size() > quotes;
        openDepth = quotes;
        if (open && deleteSpace)
            line.remove_suffix(1);
        out += line;
        if (!open)
            out += '\n';
    }
    return out;
}

std::string textOf(GMimeTextPart *part)
{
    const GText text(g_mime_text_part_get_text(part));
    if (!text)
        return {};
    std::string out = cleanText(std::string_view(text.get()).substr(0, kMaxText));
    const char *format = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "format");
    const char *deleteSpace = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "delsp");
    if (format != nullptr && equalsIgnoreCase(format, "flowed"))
        out = unflow(out, deleteSpace != nullptr && equalsIgnoreCase(deleteSpace, "yes"));
    return out;
}

/// What the parts of a message add up to.
struct Parts {
    std::string plain, html;
    std::vector<std::string> attachments, undelivered;
    bool failedDelivery = false;
};

void name(Parts &parts, std::string found)
{
    if (parts.attachments.size() < kMaxNames)
        parts.attachments.push_back(std::move(found));
}

/// message/delivery-status (RFC 3464): which addresses were given up.
void readDeliveryStatus(GMimePart *part, Parts &parts)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content == nullptr)
        return;
    const GOwned<GMimeStream> stream(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0)
        return;
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    const std::string text = cleanText(std::string_view(reinterpret_cast<const char *>(bytes->data), std::min<std::size_t>(bytes->len, 64U << 10)));
    std::string recipient;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string_view line(text.data() + at, end - at);
        at = end + 1;
        if (startsWith(line, "Final-Recipient:"))
            recipient = std::string(trim(line.substr(std::min(line.find(';'), line.size() - 1) + 1)));
        else if (startsWith(line, "Action:") && equalsIgnoreCase(trim(line.substr(7)), "failed")) {
            parts.failedDelivery = true;
            if (isMailAddress(recipient) && parts.undelivered.size() < kMaxNames)
                parts.undelivered.push_back(recipient);
        }
    }
}

void walk(GMimeObject *object, Parts &parts, int depth)
{
    if (object == nullptr || depth > kMaxDepth)
        return;
    if (GMIME_IS_MULTIPART(object)) {
        const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
        for (int i = 0; i < count; ++i)
            walk(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), parts, depth + 1);
        return;
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
        auto *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        const char *subject = inner != nullptr ? g_mime_message_get_subject(inner) : nullptr;
        name(parts, subject != nullptr ? cleanLine(subject) : "message");
        return;
    }
    if (!GMIME_IS_PART(object))
        return;
    auto *type = g_mime_object_get_content_type(object);
    auto *part = GMIME_PART(object);
    if (g_mime_content_type_is_type(type, "message", "delivery-status"))
        return readDeliveryStatus(part, parts);
    const char *file = g_mime_part_get_filename(part);
    const bool attached = g_mime_part_is_attachment(part) != FALSE || file != nullptr;
    if (GMIME_IS_TEXT_PART(object) && !attached) {
        const std::string text = textOf(GMIME_TEXT_PART(object));
        if (g_mime_content_type_is_type(type, "text", "plain"))
            parts.plain += (parts.plain.empty() ? "" : "\n") + text; // some programs cut one text around its pictures
        else if (g_mime_content_type_is_type(type, "text", "html") && parts.html.empty())
            parts.html = text;
        return;
    }
    if (attached)
        name(parts, file != nullptr ? cleanLine(file) : "attachment");
}

/// Who wrote it: a person, a machine on somebody's behalf, or a mail system.
MailKind kindOf(GMimeObject *message, std::string_view subject, const Parts &parts)
{
    if (parts.failedDelivery)
        return MailKind::Bounce;
    const auto submitted = cleanLine(header(message, "Auto-Submitted"));
    if (!submitted.empty() && !equalsIgnoreCase(trim(submitted.substr(0, submitted.find_first_of(" ;("))), "no"))
        return MailKind::AutoReply;
    for (const char *sign : {"X-Autoreply", "X-Autorespond", "X-Auto-Reply"})
        if (!header(message, sign).empty())
            return MailKind::AutoReply;
    const auto precedence = cleanLine(header(message, "Precedence"));
    if (equalsIgnoreCase(precedence, "auto_reply") || equalsIgnoreCase(precedence, "auto-reply"))
        return MailKind::AutoReply;
    // Servers that set none of the headers still write one of these words in front.
    for (const char *words : {"automatic reply:", "r\xc3\xa9ponse automatique", "out of office", "absence du bureau", "message d'absence"})
        if (startsWith(subject, words))
            return MailKind::AutoReply;
    auto *part = g_mime_message_get_mime_part(GMIME_MESSAGE(message));
    if (part != nullptr && g_mime_content_type_is_type(g_mime_object_get_content_type(part), "multipart", "report"))
        return MailKind::AutoReply; // a receipt
    return MailKind::Person;
}

} // namespace

Result<IncomingMail> parseMail(std::string_view bytes)
{
    if (bytes.empty())
        return fail(Errc::Protocol, "an empty mail");
    startMime();
    const GOwned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const GOwned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const std::unique_ptr<GMimeParserOptions, GMimeParserOptionsFree> options(g_mime_parser_options_new());
    std::array<const char *, 3> charsets{"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
    const GOwned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options.get()));
    if (!message || g_mime_message_get_mime_part(message.get()) == nullptr)
        return fail(Errc::Protocol, "not a mail");
    auto *object = GMIME_OBJECT(message.get());

    IncomingMail out;
    if (const char *id = g_mime_message_get_message_id(message.get()))
        out.messageId = cleanLine(id);
    out.inReplyTo = ids(header(object, "In-Reply-To"));
    out.references = ids(header(object, "References"));
    if (auto from = addresses(g_mime_message_get_from(message.get())); !from.empty())
        out.from = std::move(from.front());
    out.to = addresses(g_mime_message_get_to(message.get()));
    if (const char *subject = g_mime_message_get_subject(message.get()))
        out.subject = cleanLine(subject);
    if (GDateTime *date = g_mime_message_get_date(message.get()))
        out.date = Instant{std::chrono::seconds{g_date_time_to_unix(date)}};
    Parts parts;
    walk(g_mime_message_get_mime_part(message.get()), parts, 0);
    auto folded = foldHistory(parts.plain);
    out.text = std::move(folded.text);
    out.history = std::move(folded.history);
    if (out.text.empty())
        out.html = std::move(parts.html);
    out.attachments = std::move(parts.attachments);
    out.undelivered = std::move(parts.undelivered);
    out.kind = kindOf(object, out.subject, parts);
    return out;
}

} // namespace vigie::net
