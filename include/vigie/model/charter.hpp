// SPDX-License-Identifier: GPL-3.0-or-later
// The charter of a house: numbered articles, in French and English, with the checks that hold a draft against them.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/time.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// The same thing in both languages; where one is missing the other is shown.
struct BothLanguages {
    std::string fr, en;
    [[nodiscard]] const std::string &in(std::string_view lang) const { return (lang == "fr" && !fr.empty()) || en.empty() ? fr : en; }
    friend bool operator==(const BothLanguages &, const BothLanguages &) = default;
};

enum class CharterCheckKind : std::uint8_t {
    Forbidden, ///< words and phrases that are not said
    Required,  ///< who says one of `when` says one of `words` as well
    Address,   ///< "vous" or "tu", in French
    Emoji,     ///< at most `limit`
    Capitals,  ///< at most `limit` words in capitals; `words` are abbreviations that do not count
    Links,     ///< at most `limit`, and when `words` are given only to these hosts
    Answerer,  ///< what is about one of `when` is answered by one of `words`; nobody named: it is passed on first
    Delay      ///< what is about one of `when` (none: everything) is answered within `limit` minutes
};
inline constexpr std::array<CharterCheckKind, 8> kCharterCheckKinds{CharterCheckKind::Forbidden, CharterCheckKind::Required, CharterCheckKind::Address,
                                                                    CharterCheckKind::Emoji,     CharterCheckKind::Capitals, CharterCheckKind::Links,
                                                                    CharterCheckKind::Answerer,  CharterCheckKind::Delay};
[[nodiscard]] const char *toString(CharterCheckKind kind) noexcept; ///< "forbidden", "required", ...
[[nodiscard]] std::optional<CharterCheckKind> charterCheckKindFrom(std::string_view name) noexcept;

struct CharterCheck {
    CharterCheckKind kind = CharterCheckKind::Forbidden;
    std::string lang;                ///< "fr", "en"; empty: whatever the language
    std::vector<std::string> words;  ///< a word or phrase in any case and with any accents; a star at its end: whatever follows
    std::vector<std::string> when;   ///< Required: phrases; Answerer, Delay: tags, or "question", "complaint", "direct", "review"
    int limit = 0;
    friend bool operator==(const CharterCheck &, const CharterCheck &) = default;
};

struct CharterArticle {
    int number = 0;
    BothLanguages title, text;
    bool moderates = false;          ///< offered as the reason of a moderation
    std::vector<CharterCheck> checks;
    friend bool operator==(const CharterArticle &, const CharterArticle &) = default;
};

struct Charter {
    std::vector<CharterArticle> articles; ///< by number
    BothLanguages contact;           ///< how a decision is contested
    friend bool operator==(const Charter &, const Charter &) = default;
    [[nodiscard]] const CharterArticle *article(int number) const;
};

/// What is kept of one state of the charter: never changed, only followed by the next.
struct CharterVersion {
    int version = 0;                 ///< 1, 2, 3 ...; 0: the starting charter, not written down yet
    Instant at;
    std::string author, note;
    std::string document;            ///< JSON, see desk::charterJson()
};

} // namespace vigie
