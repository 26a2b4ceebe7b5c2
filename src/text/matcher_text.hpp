// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text with what folding takes away: which of them are the title's, where sentences end, and the letters
// as they were written.
// Thread: a TextWords belongs to one. Errors: none.
#pragma once

#include <vigie/text/fold.hpp>
#include <vigie/text/query.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

class TextWords {
public:
    /// Of title, warning and text; `subject` must outlive this.
    explicit TextWords(const Subject &subject) : subject_(&subject), words_(subject.words) {}
    /// Of a text alone.
    explicit TextWords(std::string_view text);
    TextWords(const TextWords &) = delete;
    TextWords &operator=(const TextWords &) = delete;
    ~TextWords() = default;

    [[nodiscard]] std::span<const std::string> words() const { return words_; }
    [[nodiscard]] std::size_t titleWords();
    /// The first word behind each sentence, in order; the last is the number of words.
    [[nodiscard]] const std::vector<std::size_t> &sentenceEnds();
    /// True when the words from `at` on were written as an Exact node asks; the folded words are known to be the same.
    [[nodiscard]] bool writtenAt(std::size_t at, const QueryNode &node);
    /// Signs alone, anywhere in a piece: raw:":-)".
    [[nodiscard]] bool holdsSigns(std::string_view signs);

private:
    struct Piece {
        std::string_view text;
        std::vector<Token> tokens;
        std::size_t firstWord = 0;
    };
    void cut();
    [[nodiscard]] const Piece *pieceAt(std::size_t word);

    const Subject *subject_ = nullptr;
    std::vector<std::string> own_;      ///< words of a text alone
    std::string_view alone_;
    std::span<const std::string> words_;
    std::vector<Piece> pieces_;
    std::vector<std::size_t> sentenceEnds_;
    std::size_t titleWords_ = 0;
    bool cut_ = false, split_ = false;
};

} // namespace vigie::text
