// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms the posts of a stretch hold often enough to be asked about, and how often posts hold them: the first from the
// pieces of texts, the second by their folded words, so that a count is that of what the term finds as a query.
// Thread: values, pure functions. Errors: none.
#pragma once

#include <vigie/insight/trends.hpp>
#include <vigie/store/spoken.hpp>
#include <vigie/text/query_node.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace vigie::insight {

struct Candidate {
    TrendKind kind = TrendKind::Word;
    std::string key, form;
    int words = 1;                      ///< content words of a phrase
};

/// The term as source of a query.
[[nodiscard]] std::string queryOf(const Candidate &term);

/// The folded words that a query looks for: who reads its answers knows them.
[[nodiscard]] std::unordered_set<std::string> wordsAskedFor(const text::QueryNode &root);

/// Takes in posts, then tells what at least kTrendLeastAuthors of their authors speak of.
class TermGatherer {
public:
    explicit TermGatherer(std::unordered_set<std::string> known) : known_(std::move(known)) {}
    void add(const store::SpokenPost &post);
    [[nodiscard]] std::vector<Candidate> candidates() const;

private:
    struct Part {
        std::int64_t author = 0;
        std::string text;
        std::vector<text::TermPiece> pieces;
    };
    struct Seen {
        std::vector<std::int64_t> authors;             ///< one for each part that holds it
        std::unordered_map<std::string, int> forms;
        int kinds[4] = {};                             ///< by TermPiece::Kind
        int words = 1;
        [[nodiscard]] int distinct() const;
    };
    using Terms = std::unordered_map<std::string, Seen>;

    void addPart(std::int64_t author, std::string text, const std::string &lang, const std::vector<TextSpan> &spans);
    [[nodiscard]] bool isKnown(const text::TermPiece &piece) const;
    [[nodiscard]] Terms singles() const;
    void addPhrases(const Part &part, const Terms &singles, Terms &phrases) const;

    std::unordered_set<std::string> known_;
    std::vector<Part> parts_;
};

/// Counts candidates in the posts of one stretch.
class TermCounter {
public:
    explicit TermCounter(const std::vector<Candidate> &candidates);
    void add(const store::SpokenPost &post);

    [[nodiscard]] int mentions(std::size_t candidate) const { return static_cast<int>(posts_[candidate].size()); }
    [[nodiscard]] int authors(std::size_t candidate) const;
    [[nodiscard]] const std::vector<std::uint32_t> &posts(std::size_t candidate) const { return posts_[candidate]; } ///< ascending
    [[nodiscard]] int allMentions() const { return static_cast<int>(authors_.size()); }
    [[nodiscard]] int allAuthors() const;

private:
    void addWords(const std::string &text, std::vector<std::size_t> &found) const;

    std::unordered_map<std::string, std::size_t> byWords_, byAddress_;
    std::size_t longest_ = 1;                          ///< folded words of a candidate
    std::vector<std::int64_t> authors_;                ///< of each post
    std::vector<std::vector<std::uint32_t>> posts_;    ///< of each candidate
};

} // namespace vigie::insight
