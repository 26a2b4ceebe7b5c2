// SPDX-License-Identifier: GPL-3.0-or-later
// What a message is about, made comparable: the stems of its words (Snowball, French and English) without those of grammar, and
// the concepts of customer care they belong to (resources/text/concepts.txt), so that "colis", "livraison" and "parcel" meet.
// Two messages are as alike as the cosine of their stems weighed by rarity, helped by the letters they share: spelling
// mistakes keep most trigrams. After Salton and Buckley 1988 (tf-idf), Porter 2001 (Snowball). docs/answers.md
// Thread: pure functions; the tables are made once. Errors: none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie::text {

/// "fr" or "en" when the text is taken for one of them, else empty: stop words of both, no stemming.
[[nodiscard]] std::string stemLanguage(std::string_view text, std::string_view lang);

/// In the order of the text, repeated where it repeats. Concepts begin with kConceptMark.
[[nodiscard]] std::vector<std::string> gistOf(std::string_view text, std::string_view lang);
inline constexpr std::string_view kConceptMark = "zq";

/// Compares one gist with many.
class GistQuery {
public:
    /// How many texts of all hold a stem.
    using Frequencies = std::unordered_map<std::string, std::int64_t>;
    GistQuery(const std::vector<std::string> &gist, Frequencies frequencies, std::int64_t texts);

    /// 0..1
    [[nodiscard]] double likeness(const std::vector<std::string> &other) const;
    /// The stems of the query that some text holds, rarest first.
    [[nodiscard]] const std::vector<std::string> &rarest() const { return rarest_; }
    /// Stems that no text holds: written wrongly, or new.
    [[nodiscard]] const std::vector<std::string> &unknown() const { return unknown_; }
    [[nodiscard]] std::int64_t frequency(const std::string &stem) const;

private:
    [[nodiscard]] double weight(const std::string &stem) const;

    Frequencies frequencies_;
    double texts_;
    std::unordered_map<std::string, double> weights_;
    double norm_ = 0;
    std::vector<std::uint32_t> trigrams_;
    std::vector<std::string> rarest_, unknown_;
};

/// How much the words of the shorter text stand in the longer one, 0..1, without weights.
[[nodiscard]] double sharedGist(const std::vector<std::string> &a, const std::vector<std::string> &b);

} // namespace vigie::text
