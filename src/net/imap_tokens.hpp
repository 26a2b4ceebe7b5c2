// SPDX-License-Identifier: GPL-3.0-or-later
// What an IMAP server says (RFC 9051, section 9), cut into answers and their values. Literals keep every byte.
// Thread: one at a time. Errors: Protocol (not IMAP), TooLarge (a literal, a line or a nesting beyond the caps).
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::net {

struct ImapValue {
    enum class Kind : std::uint8_t { Atom, String, List, Nil } kind = Kind::Nil;
    std::string text;             ///< Atom, String
    std::vector<ImapValue> items; ///< List

    [[nodiscard]] bool isAtom(std::string_view word) const; ///< whatever the case
    /// Text of an atom or a string; empty for NIL and lists.
    [[nodiscard]] std::string_view str() const { return text; }
    [[nodiscard]] std::optional<std::uint32_t> number() const;
};

/// One answer: "* 12 FETCH (...)", "* OK [UIDVALIDITY 3] text", "V7 NO text", "+ idling".
struct ImapAnswer {
    std::string tag;                     ///< "*", "+" or the tag of a command
    std::string kind;                    ///< "FETCH", "OK", "EXISTS", in capitals; "" after "+"
    std::optional<std::uint32_t> number; ///< "* 12 EXISTS": 12
    std::vector<ImapValue> code;         ///< of a status answer: what stood in its brackets
    std::vector<ImapValue> values;       ///< of a data answer
    std::string text;                    ///< of a status answer: the sentence for people
};

/// A whole answer, its literals in place, without the last CRLF.
Result<ImapAnswer> parseImapAnswer(std::string_view bytes);

/// Collects bytes until an answer is whole.
class ImapSplitter {
public:
    void feed(std::string_view bytes);
    /// The next whole answer; none when more bytes are needed.
    Result<std::optional<ImapAnswer>> next();

private:
    std::string buffer_;
    std::size_t scanned_ = 0; ///< up to here the buffer is known to hold no end of an answer
};

/// A string as an argument of a command, quoted; InvalidInput for what a quoted string cannot hold.
Result<std::string> imapQuoted(std::string_view text);
/// A folder's name as it travels (modified UTF-7: RFC 3501, section 5.1.3).
[[nodiscard]] std::string imapFolderName(std::string_view utf8);

} // namespace vigie::net
