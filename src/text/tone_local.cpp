// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_local.hpp>

#include <text/stop_words.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace vigie::text {

namespace {

// A word's weight is drawn towards nothing as if kHold labels had said that it counts for nothing more. What all texts start from is held harder:
// people label what they find wrong, and that is no fair share of all there is.
constexpr float kHold = 4, kHoldBias = 30;
constexpr int kLeastTexts = 2;          ///< of one label it is not known which of its words was meant
constexpr int kRounds = 60;
constexpr float kWorthKeeping = 0.02F;

std::uint64_t placeOf(std::uint64_t hash, bool french) { return french ? toneHash(hash, 1) : hash; }

struct Met {
    std::size_t word = 0;
    float value = 0;
    bool negated = false;
};

struct Case {
    ToneSums base;
    int label = 0;
    std::vector<Met> met;
};

struct Learned {
    ToneLayerWord word;
    ToneSums weight, pull;
    float curve = 0;             ///< how much has been seen of it: bounds the step
};

/// Few cases, few words: whole rounds of gradient descent, each word with the step its own curvature allows.
class Lesson {
public:
    void add(const ToneEvidence &evidence, ToneLabel label)
    {
        Case one{evidence.sums, static_cast<int>(label), {}};
        one.met.push_back({find("", evidence.french), 1.0F, false});
        std::set<std::size_t> counted;
        for (const auto &part : evidence.reading.parts) {
            const auto &word = evidence.reading.tokens[part.token].word;
            if (part.times == 0 || isFoldedStopWord(word, evidence.french ? "fr" : "en")) // "the" is in every text that was labelled
                continue;
            const auto at = find(word, evidence.french);
            one.met.push_back({at, part.times / evidence.reading.scale, part.negated});
            if (counted.insert(at).second)
                ++words_[at].word.lessons;
        }
        ++words_[one.met[0].word].word.lessons;
        cases_.push_back(std::move(one));
    }

    std::vector<ToneLayerWord> learn()
    {
        for (auto &one : cases_)
            std::erase_if(one.met, [this](const Met &met) { return words_[met.word].word.lessons < kLeastTexts; });
        for (const auto &one : cases_)
            for (const auto &met : one.met) // 1/4 and more is never reached by two of three chances together; each case moves several words
                words_[met.word].curve += met.value * met.value * 0.25F * static_cast<float>(one.met.size());
        for (int round = 0; round < kRounds; ++round)
            step();
        std::vector<ToneLayerWord> out;
        for (auto &one : words_)
            if (std::max(std::abs(one.weight.praise), std::abs(one.weight.blame)) >= kWorthKeeping) {
                // As it is kept in a workspace, so that the same layer is at work before and after it was kept.
                one.word.praise = std::round(one.weight.praise * 1000) / 1000;
                one.word.blame = std::round(one.weight.blame * 1000) / 1000;
                out.push_back(std::move(one.word));
            }
        return out;
    }

private:
    std::size_t find(const std::string &word, bool french)
    {
        const auto [at, fresh] = places_.try_emplace({french, word}, words_.size());
        if (fresh) {
            words_.emplace_back();
            words_.back().word.lang = french ? "fr" : "en";
            words_.back().word.word = word;
        }
        return at->second;
    }
    [[nodiscard]] ToneSums sums(const Case &one) const
    {
        auto out = one.base;
        for (const auto &met : one.met)
            out.add(met.negated ? words_[met.word].weight.turned() : words_[met.word].weight, met.value);
        return out;
    }
    void step()
    {
        for (auto &one : words_)
            one.pull = {};
        for (const auto &one : cases_) {
            const auto now = sums(one);
            const float top = std::max({now.praise, now.blame, 0.0F});
            const float p = std::exp(now.praise - top), b = std::exp(now.blame - top), all = p + b + std::exp(-top);
            const ToneSums off{(one.label > 0 ? 1.0F : 0.0F) - p / all, (one.label < 0 ? 1.0F : 0.0F) - b / all};
            for (const auto &met : one.met)
                words_[met.word].pull.add(met.negated ? ToneSums{off.blame * kPraiseAsBlame, off.praise * kBlameAsPraise} : off, met.value);
        }
        for (auto &one : words_) {
            const float hold = one.word.word.empty() ? kHoldBias : kHold, rate = 1.0F / (hold + one.curve);
            one.weight.praise += rate * (one.pull.praise - hold * one.weight.praise);
            one.weight.blame += rate * (one.pull.blame - hold * one.weight.blame);
        }
    }

    std::vector<Case> cases_;
    std::vector<Learned> words_;
    std::map<std::pair<bool, std::string>, std::size_t> places_;
};

} // namespace

void layTone(ToneEvidence &evidence, const ToneLayer &layer)
{
    if (evidence.silent)
        return;
    if (const auto *all = layer.everyText(evidence.french))
        evidence.sums.add({all->praise, all->blame}, 1.0F);
    for (std::size_t i = 0; i < evidence.reading.parts.size(); ++i) {
        const auto &part = evidence.reading.parts[i];
        const auto *taught = part.times == 0 ? nullptr : layer.find(part.hash, evidence.french);
        if (taught == nullptr)
            continue;
        const ToneSums sums{taught->praise, taught->blame};
        const auto turned = part.negated ? sums.turned() : sums;
        evidence.words[i].add(turned, part.times / evidence.reading.scale);
        evidence.sums.add(turned, part.times / evidence.reading.scale);
    }
}

ToneLayer learnToneLayer(const ToneGround &ground, std::span<const ToneLesson> lessons)
{
    if (lessons.size() < static_cast<std::size_t>(kLeastToneLessons))
        return {};
    std::vector<const ToneLesson *> ordered;
    for (const auto &lesson : lessons)
        ordered.push_back(&lesson);
    std::sort(ordered.begin(), ordered.end(), [](const ToneLesson *a, const ToneLesson *b) {
        return std::tie(a->text, a->lang, a->kind, a->label) < std::tie(b->text, b->lang, b->kind, b->label);
    });
    Lesson all;
    for (const auto *lesson : ordered)
        if (const auto evidence = ground.weigh(lesson->text, lesson->lang, lesson->kind); !evidence.silent)
            all.add(evidence, lesson->label);
    return ToneLayer(all.learn());
}

ToneLayer::ToneLayer(std::vector<ToneLayerWord> words) : words_(std::move(words))
{
    std::sort(words_.begin(), words_.end(), [](const ToneLayerWord &a, const ToneLayerWord &b) {
        const float first = std::abs(a.praise - a.blame), second = std::abs(b.praise - b.blame);
        return first != second ? first > second : std::tie(a.lang, a.word) < std::tie(b.lang, b.word);
    });
    for (std::size_t i = 0; i < words_.size(); ++i)
        places_.emplace(placeOf(toneHash(words_[i].word), words_[i].lang == "fr"), i);
}

const ToneLayerWord *ToneLayer::find(std::uint64_t hash, bool french) const
{
    const auto found = places_.find(placeOf(hash, french));
    return found == places_.end() ? nullptr : &words_[found->second];
}

const ToneLayerWord *ToneLayer::everyText(bool french) const
{
    return find(toneHash(""), french);
}

} // namespace vigie::text
