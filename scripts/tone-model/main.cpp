// SPDX-License-Identifier: GPL-3.0-or-later
// tone-model DATA PACKAGES PROJECT: learns the four voices, writes resources/tone/weights.bin and prints the figures of docs/tone.md.
#include "recipes.hpp"

#include <text/tone_judge.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <set>

using namespace vigie;
using namespace vigie::tone_model;

namespace {

/// Eight bits for each weight. The largest one in a thousand is cut off: it would make all others coarse.
text::ToneWeights packed(const Weights &weights)
{
    text::ToneWeights out;
    out.bias = {weights.bias[0], weights.bias[1]};
    for (std::size_t f = 0; f < text::kToneFeatures; ++f)
        out.features[f] = {weights.features[f][0], weights.features[f][1]};
    std::vector<float> sizes;
    for (const auto &bucket : weights.buckets)
        for (const float weight : bucket)
            sizes.push_back(std::abs(weight));
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 999 / 1000);
    std::nth_element(sizes.begin(), at, sizes.end());
    out.step = std::max(*at, 1e-6F) / 127;
    for (const auto &bucket : weights.buckets)
        for (const float weight : bucket)
            out.buckets.push_back(static_cast<std::int8_t>(std::clamp(std::round(weight / out.step), -127.0F, 127.0F)));
    return out;
}

enum class Ask { Three, Sign }; ///< three classes, or praise against blame

Judged judge(const text::ToneWeights &weights, const text::ToneVocabulary &vocabulary, const Corpus &corpus, const std::set<std::string> &sources, bool held, Ask ask)
{
    Judged out;
    for (const auto &sample : corpus) {
        if (sample.held < held || (!sources.empty() && !sources.contains(sample.source)))
            continue;
        const auto sums = text::weighTone(text::readTone(sample.text, vocabulary), {&weights, nullptr, 0}).sums;
        const int said = ask == Ask::Sign ? (sums.praise >= sums.blame ? 1 : -1) : Weights::label({sums.praise, sums.blame});
        ++out.seen[static_cast<std::size_t>(sample.label + 1)][static_cast<std::size_t>(said + 1)];
    }
    return out;
}

void print(const char *what, const Judged &judged)
{
    std::printf("%-56s n=%5d  accuracy %.3f  macro-F1 %.3f\n", what, judged.count(), judged.accuracy(), judged.macroF1());
    std::fflush(stdout);
}

void leaveOut(const Ground &ground)
{
    const auto &words = ground.englishVocabulary;
    print("English posts without tweets, on all tweets", judge(packed(englishPosts(ground, "tweets")), words, ground.english, {"tweets"}, false, Ask::Three));
    print("English posts without GoEmotions, on its dev", judge(packed(englishPosts(ground, "goemotions")), words, ground.english, {"goemotions"}, true, Ask::Three));
    print("English posts without Amazon, on all Amazon", judge(packed(englishPosts(ground, "amazon")), words, ground.english, {"amazon"}, false, Ask::Three));
}

void leaveOutFrench(const Ground &ground, const Weights &features, const Corpus &check)
{
    const auto &words = ground.frenchVocabulary;
    print("French features alone (English texts), on written posts", judge(packed(features), words, check, {}, true, Ask::Three));
    for (const auto *source : {"words", "allocine", "sentences", "posts"})
        print((std::string("French posts without ") + source + ", on written posts").c_str(),
              judge(packed(frenchPosts(ground, features, source)), words, check, {}, true, Ask::Three));
    print("French posts, on all film reviews, by sign", judge(packed(frenchPosts(ground, features, "allocine")), words, ground.french, {}, false, Ask::Sign));
}

void run(const std::filesystem::path &data, const std::filesystem::path &packages, const std::filesystem::path &project)
{
    const auto ground = readGround(data, packages, project);
    const auto check = readLabelled(project / "tests" / "data" / "tone" / "fr_check.tsv", true);
    const auto features = sharedFeatures(ground);
    text::ToneModel model;
    auto &[post, review, poste, avis] = model.voices;
    post = packed(englishPosts(ground));
    review = packed(englishReviews(ground));
    poste = packed(frenchPosts(ground, features));
    avis = packed(frenchReviews(ground, features));
    const auto &english = ground.englishVocabulary, &french = ground.frenchVocabulary;
    print("English posts, held tweets", judge(post, english, ground.english, {"tweets"}, true, Ask::Three));
    print("English posts, held GoEmotions", judge(post, english, ground.english, {"goemotions"}, true, Ask::Three));
    print("English reviews, sentences of three shops, by sign", judge(review, english, ground.sentences, {}, true, Ask::Sign));
    print("English reviews, sentences of three shops", judge(review, english, ground.sentences, {}, true, Ask::Three));
    print("French posts, written posts", judge(poste, french, check, {}, true, Ask::Three));
    print("French reviews, held film reviews", judge(avis, french, ground.french, {}, true, Ask::Three));
    leaveOut(ground);
    leaveOutFrench(ground, features, check);
    std::ofstream out(project / "resources" / "tone" / "weights.bin", std::ios::binary);
    out << text::toneModelBytes(model);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "tone-model DATA PACKAGES PROJECT\n");
        return 2;
    }
    try {
        run(argv[1], argv[2], argv[3]);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "tone-model: %s\n", error.what());
        return 1;
    }
    return 0;
}
