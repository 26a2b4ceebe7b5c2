// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/imap_tokens.hpp"

#include "net/ascii.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::net {

namespace {

constexpr std::size_t kMaxLiteral = 8U << 20; // we ask for one MiB of a message; the rest is room for odd servers
constexpr std::size_t kMaxAnswer = 32U << 20;
constexpr int kMaxDepth = 64;

std::optional<std::uint32_t> toNumber(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// The size in a literal's announcement that ends a line: "... {12}", "... {12+}"; none when the line ends otherwise.
Result<std::optional<std::size_t>> announcedLiteral(std::string_view line)
{
    if (line.empty() || line.back() != '}')
        return std::optional<std::size_t>{};
    const auto open = line.rfind('{');
    if (open == std::string_view::npos)
        return std::optional<std::size_t>{};
    auto digits = line.substr(open + 1, line.size() - open - 2);
    if (!digits.empty() && digits.back() == '+')
        digits.remove_suffix(1);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::optional<std::size_t>{};
    const auto size = toNumber(digits);
    if (!size || *size > kMaxLiteral)
        return fail(Errc::TooLarge, "a literal of IMAP beyond the cap");
    return std::optional<std::size_t>{*size};
}

class Parser {
public:
    explicit Parser(std::string_view bytes) : rest_(bytes) {}

    Result<ImapAnswer> answer()
    {
        ImapAnswer out;
        out.tag = std::string(word());
        if (out.tag.empty())
            return fail(Errc::Protocol, "an answer of IMAP without a tag");
        skipSpace();
        if (out.tag == "+") {
            out.text = std::string(rest_);
            return out;
        }
        auto first = word();
        if (out.tag == "*") {
            if (const auto number = toNumber(first)) {
                out.number = number;
                skipSpace();
                first = word();
            }
        }
        out.kind = upper(first);
        if (out.kind.empty())
            return fail(Errc::Protocol, "an answer of IMAP that says nothing");
        skipSpace();
        if (isStatus(out.kind))
            return status(std::move(out));
        VIGIE_TRY(out.values, values('\0', 0));
        return out;
    }

private:
    static bool isStatus(std::string_view kind)
    {
        return kind == "OK" || kind == "NO" || kind == "BAD" || kind == "BYE" || kind == "PREAUTH";
    }
    static std::string upper(std::string_view text)
    {
        std::string out(text);
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        return out;
    }

    Result<ImapAnswer> status(ImapAnswer out)
    {
        if (!rest_.empty() && rest_.front() == '[') {
            rest_.remove_prefix(1);
            // A code that cannot be read is a sentence like any other.
            const auto before = rest_;
            if (auto read = values(']', 0)) {
                out.code = std::move(*read);
                skipSpace();
            } else {
                rest_ = before;
            }
        }
        out.text = std::string(rest_);
        return out;
    }

    std::string_view word()
    {
        const auto end = std::min(rest_.find(' '), rest_.size());
        const auto out = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return out;
    }
    void skipSpace()
    {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
            rest_.remove_prefix(1);
    }

    /// Values up to `close` (taken as well), or to the end of the answer when it is NUL.
    Result<std::vector<ImapValue>> values(char close, int depth)
    {
        if (depth > kMaxDepth)
            return fail(Errc::TooLarge, "an answer of IMAP nested too deeply");
        std::vector<ImapValue> out;
        for (;;) {
            skipSpace();
            if (rest_.empty()) {
                if (close != '\0')
                    return fail(Errc::Protocol, "a list of IMAP that does not end");
                return out;
            }
            if (close != '\0' && rest_.front() == close) {
                rest_.remove_prefix(1);
                return out;
            }
            VIGIE_TRY(auto one, value(close, depth));
            out.push_back(std::move(one));
        }
    }

    Result<ImapValue> value(char close, int depth)
    {
        ImapValue out;
        const char first = rest_.front();
        if (first == '(') {
            rest_.remove_prefix(1);
            out.kind = ImapValue::Kind::List;
            VIGIE_TRY(out.items, values(')', depth + 1));
            return out;
        }
        if (first == '"')
            return quoted();
        if (first == '~' && rest_.size() > 1 && rest_[1] == '{') // literal8
            rest_.remove_prefix(1);
        if (rest_.front() == '{')
            return literal();
        if (first == ')')
            return fail(Errc::Protocol, "a list of IMAP that was not begun");
        out.text = std::string(atom(close));
        if (out.text.empty())
            return fail(Errc::Protocol, "an answer of IMAP with a sign out of place");
        out.kind = equalsIgnoreCase(out.text, "NIL") ? ImapValue::Kind::Nil : ImapValue::Kind::Atom;
        if (out.kind == ImapValue::Kind::Nil)
            out.text.clear();
        return out;
    }

    Result<ImapValue> quoted()
    {
        ImapValue out{ImapValue::Kind::String, {}, {}};
        for (std::size_t i = 1; i < rest_.size(); ++i) {
            if (rest_[i] == '"') {
                rest_.remove_prefix(i + 1);
                return out;
            }
            if (rest_[i] == '\\' && i + 1 < rest_.size())
                ++i;
            out.text += rest_[i];
        }
        return fail(Errc::Protocol, "a string of IMAP that does not end");
    }

    Result<ImapValue> literal()
    {
        const auto lineEnd = rest_.find("\r\n");
        if (lineEnd == std::string_view::npos)
            return fail(Errc::Protocol, "a literal of IMAP without its bytes");
        VIGIE_TRY(const auto size, announcedLiteral(rest_.substr(0, lineEnd)));
        if (!size || rest_.find('}') != lineEnd - 1 || rest_.size() - lineEnd - 2 < *size)
            return fail(Errc::Protocol, "a literal of IMAP that does not hold what it announces");
        ImapValue out{ImapValue::Kind::String, std::string(rest_.substr(lineEnd + 2, *size)), {}};
        rest_.remove_prefix(lineEnd + 2 + *size);
        return out;
    }

    /// Up to a space or a bracket; "BODY[HEADER.FIELDS (SUBJECT)]<0>" is one atom.
    std::string_view atom(char close)
    {
        std::size_t i = 0;
        int brackets = 0;
        for (; i < rest_.size(); ++i) {
            const char c = rest_[i];
            if (c == '[')
                ++brackets;
            else if (c == ']' && brackets > 0)
                --brackets;
            else if (brackets == 0 && (c == ' ' || c == '(' || c == ')' || c == '"' || c == '\r' || c == '\n' || (close != '\0' && c == close)))
                break;
        }
        const auto out = rest_.substr(0, i);
        rest_.remove_prefix(i);
        return out;
    }

    std::string_view rest_;
};

/// Base64 with "," for "/" and without padding, of UTF-16BE.
std::string modifiedBase64(const std::u16string &units)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (const char16_t unit : units)
        for (const int shift : {8, 0}) {
            bits = (bits << 8U | (static_cast<unsigned>(unit) >> shift & 0xffU)) & 0xffffffU;
            for (held += 8; held >= 6; held -= 6)
                out += kDigits[bits >> (held - 6) & 0x3fU];
        }
    if (held > 0)
        out += kDigits[bits << (6 - held) & 0x3fU];
    return out;
}

/// The code point at `at`, which moves behind it; a byte that is no UTF-8 stands for itself.
char32_t codePoint(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (more == 0 || at + more > text.size())
        return lead;
    char32_t point = static_cast<char32_t>(lead) & (0x3fU >> more);
    for (std::size_t i = 0; i < more; ++i)
        point = point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    return point;
}

} // namespace

bool ImapValue::isAtom(std::string_view word) const
{
    return kind == Kind::Atom && equalsIgnoreCase(text, word);
}

std::optional<std::uint32_t> ImapValue::number() const
{
    return toNumber(text);
}

Result<ImapAnswer> parseImapAnswer(std::string_view bytes)
{
    return Parser(bytes).answer();
}

void ImapSplitter::feed(std::string_view bytes)
{
    buffer_.append(bytes);
}

Result<std::optional<ImapAnswer>> ImapSplitter::next()
{
    for (;;) {
        const auto end = buffer_.find("\r\n", scanned_);
        if (end == std::string::npos) {
            if (buffer_.size() > kMaxAnswer)
                return fail(Errc::TooLarge, "an answer of IMAP beyond the cap");
            return std::optional<ImapAnswer>{};
        }
        VIGIE_TRY(const auto literal, announcedLiteral(std::string_view(buffer_).substr(scanned_, end - scanned_)));
        if (!literal) {
            auto answer = parseImapAnswer(std::string_view(buffer_).substr(0, end));
            buffer_.erase(0, end + 2);
            scanned_ = 0;
            if (!answer)
                return fail(std::move(answer.error()));
            return std::optional<ImapAnswer>(std::move(*answer));
        }
        if (end + 2 + *literal > kMaxAnswer)
            return fail(Errc::TooLarge, "an answer of IMAP beyond the cap");
        if (buffer_.size() < end + 2 + *literal)
            return std::optional<ImapAnswer>{};
        scanned_ = end + 2 + *literal;
    }
}

Result<std::string> imapQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0' || static_cast<unsigned char>(c) > 0x7e)
            return fail(Errc::InvalidInput, "a text that cannot stand in a command of IMAP");
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string imapFolderName(std::string_view utf8)
{
    std::string out;
    std::u16string held;
    const auto flush = [&] {
        if (!held.empty())
            out += '&' + modifiedBase64(held) + '-';
        held.clear();
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t point = codePoint(utf8, at);
        if (point >= 0x20 && point <= 0x7e) {
            flush();
            out += static_cast<char>(point);
            if (point == U'&')
                out += '-';
        } else if (point >= 0x10000) {
            held += static_cast<char16_t>(0xd800U + ((point - 0x10000U) >> 10U));
            held += static_cast<char16_t>(0xdc00U + ((point - 0x10000U) & 0x3ffU));
        } else {
            held += static_cast<char16_t>(point);
        }
    }
    flush();
    return out;
}

} // namespace vigie::net
