// SPDX-License-Identifier: GPL-3.0-or-later
// Spelling by the dictionaries of hunspell that the system has (packages hunspell-fr, hunspell-en-gb, hunspell-en-us ...).
// Thread: any, one at a time inside; a dictionary is read at its first use, which takes some tenths of a second. Errors: NotFound when
// there is no dictionary for a language.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/text/writing.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// Where dictionaries lie: VIGIE_DICTIONARIES (folders separated by colons) when set, else the system's and the person's own.
[[nodiscard]] std::vector<std::string> dictionaryFolders();

class Speller {
public:
    explicit Speller(std::vector<std::string> folders = dictionaryFolders());
    ~Speller();
    Speller(const Speller &) = delete;
    Speller &operator=(const Speller &) = delete;

    /// There is a dictionary for this language ("fr", "en"); nothing is read for that.
    [[nodiscard]] bool has(std::string_view lang) const;
    /// Languages there are dictionaries for, in alphabetical order.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Words that are in no dictionary of the language and not in `known` either (case does not matter there). Links, mentions, tags,
    /// abbreviations, words with digits and names inside a sentence are never pointed at. Findings have no fixes yet: suggest().
    Result<std::vector<WritingFinding>> misspelt(std::string_view text, std::string_view lang, const std::vector<std::string> &known = {});
    /// Best first; may take a tenth of a second.
    Result<std::vector<std::string>> suggest(const std::string &word, std::string_view lang);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::text
