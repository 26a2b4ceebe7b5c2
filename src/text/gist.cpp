// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/gist.hpp>

#include "text/stop_words.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/near_duplicate.hpp>

#include <vigie_embedded/concept_files.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <libstemmer.h>
#include <memory>
#include <unordered_set>

namespace vigie::text {

namespace {

constexpr double kTrigramShare = 0.2;   ///< of the likeness
constexpr double kConceptWeight = 0.7;  ///< of what a stem as rare would weigh
constexpr std::size_t kLongestWord = 40;

/// Snowball stemmers hold state: one of each per thread.
class Stemmer {
public:
    explicit Stemmer(const char *language) : stemmer_(sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete) {}
    std::string operator()(const std::string &word) const
    {
        if (!stemmer_ || word.size() > kLongestWord)
            return word;
        const auto *begin = reinterpret_cast<const sb_symbol *>(word.data());
        const auto *stem = sb_stemmer_stem(stemmer_.get(), begin, static_cast<int>(word.size()));
        return stem == nullptr ? word : std::string(reinterpret_cast<const char *>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    }

private:
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
};

/// `word` in lower case, accents as they were: Snowball tells the endings of French by them.
std::string stemOf(const std::string &word, std::string_view lang)
{
    thread_local const Stemmer french("french"), english("english");
    if (lang == "fr")
        return fold(french(word));
    return fold(lang == "en" ? english(word) : word);
}

template <class Each>
void eachWord(std::string_view text, char separator, const Each &each)
{
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0)
            each(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

using Concepts = std::unordered_map<std::string, std::vector<std::string>>;

void addConcept(Concepts &out, std::string_view words, std::string_view lang, const std::string &name)
{
    eachWord(words, ' ', [&](std::string_view word) {
        if (word.find('-') != std::string_view::npos && word != "e-mail")
            return; // several words: told by none of them alone
        for (const auto &stem : {stemOf(std::string(word), lang), stemOf(fold(word), lang)}) { // as it is written, and without its accents
            auto &names = out[stem];
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
    });
}

/// By language, so that "reste" of one is not "rest" of the other.
const Concepts &conceptsOf(std::string_view lang)
{
    static const auto tables = [] {
        std::array<Concepts, 2> out;
        for (const auto &file : embedded::concept_files)
            eachWord(file.data, '\n', [&](std::string_view line) {
                const auto first = line.find('|'), second = line.find('|', first == std::string_view::npos ? first : first + 1);
                if (line.front() == '#' || second == std::string_view::npos)
                    return;
                const auto name = std::string(kConceptMark) + fold(line.substr(0, first));
                addConcept(out[0], line.substr(first + 1, second - first - 1), "fr", name);
                addConcept(out[1], line.substr(second + 1), "en", name);
            });
        return out;
    }();
    return tables[lang == "en" ? 1 : 0];
}

bool isConcept(const std::string &stem)
{
    return std::string_view(stem).substr(0, kConceptMark.size()) == kConceptMark;
}

std::vector<std::uint32_t> trigramsOf(const std::vector<std::string> &stems)
{
    std::vector<std::uint32_t> out;
    for (const auto &stem : stems) {
        if (isConcept(stem))
            continue;
        const auto word = ' ' + stem + ' ';
        for (std::size_t at = 0; at + 3 <= word.size(); ++at)
            out.push_back(static_cast<std::uint32_t>(static_cast<unsigned char>(word[at])) << 16U
                          | static_cast<std::uint32_t>(static_cast<unsigned char>(word[at + 1])) << 8U | static_cast<unsigned char>(word[at + 2]));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double dice(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    if (a.empty() || b.empty())
        return 0;
    std::size_t shared = 0;
    for (auto one = a.begin(), two = b.begin(); one != a.end() && two != b.end();) {
        if (*one == *two)
            ++shared, ++one, ++two;
        else if (*one < *two)
            ++one;
        else
            ++two;
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

} // namespace

std::string stemLanguage(std::string_view text, std::string_view lang)
{
    if (lang == "fr" || lang == "en")
        return std::string(lang);
    if (!lang.empty() && lang != "und")
        return {};
    const auto found = detectLanguage(text);
    return found == "fr" || found == "en" ? found : std::string();
}

std::vector<std::string> gistOf(std::string_view text, std::string_view lang)
{
    const auto language = stemLanguage(text, lang);
    const NearText near(text);
    std::vector<std::string> out;
    eachWord(near.form(), ' ', [&](std::string_view word) {
        const auto folded = fold(word);
        if (folded.empty() || isFoldedStopWord(folded, language) || (folded.size() < 2 && folded.find_first_of("0123456789") == std::string::npos))
            return;
        auto stem = stemOf(std::string(word), language);
        if (stem.empty() || stem.find(' ') != std::string::npos)
            return;
        if (!language.empty())
            if (const auto found = conceptsOf(language).find(stem); found != conceptsOf(language).end())
                out.insert(out.end(), found->second.begin(), found->second.end());
        out.push_back(std::move(stem));
    });
    return out;
}

GistQuery::GistQuery(const std::vector<std::string> &gist, Frequencies frequencies, std::int64_t texts)
    : frequencies_(std::move(frequencies)), texts_(static_cast<double>(texts)), trigrams_(trigramsOf(gist))
{
    for (const auto &stem : gist)
        weights_[stem] += 1;
    for (auto &[stem, count] : weights_) {
        count = (1 + std::log(count)) * weight(stem);
        norm_ += count * count;
        (frequency(stem) > 0 ? rarest_ : unknown_).push_back(stem);
    }
    norm_ = std::sqrt(norm_);
    std::sort(rarest_.begin(), rarest_.end(), [this](const auto &a, const auto &b) {
        const auto left = frequency(a), right = frequency(b);
        return left != right ? left < right : a < b;
    });
    std::sort(unknown_.begin(), unknown_.end());
}

std::int64_t GistQuery::frequency(const std::string &stem) const
{
    const auto found = frequencies_.find(stem);
    return found == frequencies_.end() ? 0 : found->second;
}

double GistQuery::weight(const std::string &stem) const
{
    // What the query does not hold is not known by rarity: it counts as a word of middling rarity.
    const auto found = frequencies_.find(stem);
    const double holding = found == frequencies_.end() ? std::sqrt(texts_ + 1) : static_cast<double>(found->second);
    return (isConcept(stem) ? kConceptWeight : 1.0) * std::log(1 + (texts_ + 1) / (holding + 1));
}

double GistQuery::likeness(const std::vector<std::string> &other) const
{
    if (weights_.empty() || other.empty())
        return 0;
    std::unordered_map<std::string_view, double> counts;
    for (const auto &stem : other)
        counts[stem] += 1;
    double product = 0, norm = 0;
    for (const auto &[stem, count] : counts) {
        const double value = (1 + std::log(count)) * weight(std::string(stem));
        norm += value * value;
        if (const auto mine = weights_.find(std::string(stem)); mine != weights_.end())
            product += value * mine->second;
    }
    const double cosine = norm_ > 0 && norm > 0 ? product / (norm_ * std::sqrt(norm)) : 0;
    return (1 - kTrigramShare) * cosine + kTrigramShare * dice(trigrams_, trigramsOf(other));
}

double sharedGist(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    const std::unordered_set<std::string> one(a.begin(), a.end()), two(b.begin(), b.end());
    if (one.empty() || two.empty())
        return 0;
    const auto shared = std::count_if(one.begin(), one.end(), [&](const auto &stem) { return two.count(stem) != 0; });
    return static_cast<double>(shared) / static_cast<double>(std::min(one.size(), two.size()));
}

} // namespace vigie::text
