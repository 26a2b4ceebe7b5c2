// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_reading.hpp>

#include <text/tone_marks.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::text {

namespace {

constexpr float kCaps = 1.25F, kBeforeTurn = 0.6F;
constexpr float kPlainLength = 16; ///< words; longer texts are scaled down

/// Links blanked, so that neither their words nor their punctuation count; ranges stay.
std::string withoutLinks(std::string_view text, int *links)
{
    std::string blank(text);
    for (std::size_t at = 0; (at = blank.find("http", at)) != std::string::npos;) {
        const auto rest = std::string_view(blank).substr(at);
        if (!rest.starts_with("http://") && !rest.starts_with("https://")) {
            at += 4;
            continue;
        }
        ++*links;
        for (; at < blank.size() && static_cast<unsigned char>(blank[at]) > 0x20; ++at)
            blank[at] = ' ';
    }
    return blank;
}

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

bool shouted(std::string_view word)
{
    return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return upper(c) || static_cast<unsigned char>(c) >= 0x80; })
           && std::count_if(word.begin(), word.end(), upper) > 1;
}

/// "sooo", "nuuul": a letter drawn out, left once or twice.
bool drawn(std::string_view word)
{
    for (std::size_t i = 2; i < word.size(); ++i)
        if (word[i] == word[i - 1] && word[i] == word[i - 2] && word[i] >= 'a' && word[i] <= 'z')
            return true;
    return false;
}

std::string squeezed(std::string_view word, std::size_t most)
{
    std::string out;
    std::size_t run = 0;
    for (std::size_t i = 0; i < word.size();) {
        for (run = 1; i + run < word.size() && word[i + run] == word[i];)
            ++run;
        out.append(run > 2 ? most : run, word[i]);
        i += run;
    }
    return out;
}

class Reader {
public:
    Reader(const ToneVocabulary &vocabulary, bool symbolsOnly) : vocabulary_(vocabulary), symbolsOnly_(symbolsOnly) {}

    ToneReading read(std::string_view given)
    {
        int links = 0;
        std::string blank;
        auto text = given;
        if (given.find("http") != std::string_view::npos) {
            blank = withoutLinks(given, &links);
            text = blank;
        }
        auto marks = toneMarks(text);
        marks.links = links;
        out_.tokens = tokenize(text);
        out_.parts.reserve(out_.tokens.size());
        for (std::uint32_t i = 0; i < out_.tokens.size(); ++i)
            take(text, i, marks);
        const auto count = static_cast<float>(out_.parts.size());
        out_.scale = count <= kPlainLength ? 1.0F : std::sqrt(count / kPlainLength);
        out_.ironic = irony_ || marks.irony;
        strengths();
        say(marks);
        return std::move(out_);
    }

private:
    void take(std::string_view text, std::uint32_t index, ToneMarks &marks)
    {
        auto &token = out_.tokens[index];
        const auto gap = text.substr(last_, token.begin - last_);
        last_ = token.end;
        if (gap != " " && gap.find_first_of(".!?;:,()\n") != std::string_view::npos) {
            scope_ = 0;
            boost_ = 1.0F;
            previous_ = 0;
            takesNot_ = false;
        }
        if (named(gap)) {
            previous_ = 0;
            return;
        }
        if (token.word == "http" || token.word == "https") { // what some archives leave of a link
            ++marks.links;
            return;
        }
        const bool long_ = drawn(token.word);
        if (long_) {
            const auto twice = squeezed(token.word, 2);
            token.word = vocabulary_.words.find(toneHash(twice)) != 0 ? twice : squeezed(token.word, 1);
        }
        set(ToneFeature::Drawn, long_);
        const auto hash = toneHash(token.word);
        const auto role = vocabulary_.roles.of(hash);
        if (role.turn)
            turn();
        irony_ = irony_ || (role.irony && !gap.empty() && gap.back() == '#');
        set(ToneFeature::Self, role.self);
        set(ToneFeature::Laughter, role.laughter);
        const bool loud = !marks.shouting && shouted(text.substr(token.begin, token.end - token.begin));
        set(ToneFeature::ShoutedWord, loud);
        add(index, hash, loud);
        previousScope_ = scope_;
        const bool not_ = token.word == "t" && takesNot_;
        set(ToneFeature::Negated, not_ || role.scope > 0);
        scope_ = role.scope > 0 ? role.scope : not_ ? 3 : std::max(0, scope_ - 1);
        boost_ = role.boost;
        takesNot_ = role.takesNot;
        previous_ = hash;
    }
    /// A name behind @ is no word, however many parts it has.
    bool named(std::string_view gap)
    {
        name_ = (!gap.empty() && gap.back() == '@') || (name_ && (gap == "_" || gap == "." || gap == "-"));
        return name_;
    }
    void add(std::uint32_t index, std::uint64_t hash, bool loud)
    {
        TonePart part;
        part.token = index;
        part.hash = hash;
        part.symbol = static_cast<unsigned char>(out_.tokens[index].word[0]) >= 0xE2;
        part.times = boost_ * (loud ? kCaps : 1.0F);
        part.negated = scope_ > 0;
        if (symbolsOnly_ && !part.symbol) {
            part.times = 0;
            out_.parts.push_back(part);
            return;
        }
        auto strength = strengthOf(hash, out_.tokens[index].word);
        if (previous_ != 0 && !symbolsOnly_) {
            part.pair = toneHash(previous_, hash);
            part.pairNegated = previousScope_ > 0;
            if (const auto both = vocabulary_.words.find(part.pair); both != 0) { // "au top", "never again": what was said with one word counts once
                strength = both;
                out_.parts.back().strength = 0;
                part.negated = part.pairNegated;
            }
        }
        if (part.negated)
            strength *= strength > 0 ? -kPraiseAsBlame : -kBlameAsPraise;
        part.strength = strength * part.times;
        out_.parts.push_back(part);
    }
    [[nodiscard]] float strengthOf(std::uint64_t hash, std::string_view word) const
    {
        if (const auto known = vocabulary_.words.find(hash); known != 0)
            return known;
        for (std::size_t cut = 1; cut <= 2 && word.size() > 4 + cut; ++cut) { // plural and feminine forms that no list has
            const auto last = word[word.size() - cut];
            if (last != 's' && last != 'e')
                break;
            if (const auto known = vocabulary_.words.find(toneHash(word.substr(0, word.size() - cut))); known != 0)
                return known * 0.8F;
        }
        return 0;
    }
    void turn()
    {
        for (auto &part : out_.parts) {
            part.times *= kBeforeTurn;
            part.strength *= kBeforeTurn;
        }
        scope_ = 0;
        set(ToneFeature::Turn, true);
    }
    void set(ToneFeature feature, bool there)
    {
        if (there)
            out_.features[static_cast<std::size_t>(feature)] = 1.0F;
    }
    void put(ToneFeature feature, float value) { out_.features[static_cast<std::size_t>(feature)] = value; }
    void strengths()
    {
        float praise = 0, blame = 0, mostPraise = 0, mostBlame = 0, last = 0, symbols = 0, sad = 0;
        int known = 0;
        for (const auto &part : out_.parts) {
            if (part.strength == 0)
                continue;
            if (part.symbol) {
                (part.strength > 0 ? symbols : sad) += std::abs(part.strength);
                continue;
            }
            ++known;
            last = part.strength;
            (part.strength > 0 ? praise : blame) += std::abs(part.strength);
            mostPraise = std::max(mostPraise, part.strength);
            mostBlame = std::max(mostBlame, -part.strength);
        }
        put(ToneFeature::Praise, praise / out_.scale);
        put(ToneFeature::Blame, blame / out_.scale);
        put(ToneFeature::Mean, known > 0 ? (praise - blame) / static_cast<float>(known) : 0);
        put(ToneFeature::MostPraise, mostPraise);
        put(ToneFeature::MostBlame, mostBlame);
        put(ToneFeature::Last, last);
        put(ToneFeature::Known, static_cast<float>(known) / static_cast<float>(std::max<std::size_t>(out_.parts.size(), 1)));
        put(ToneFeature::Symbols, std::min(symbols, 2.0F));
        put(ToneFeature::SadSymbols, std::min(sad, 2.0F));
    }
    void say(const ToneMarks &marks)
    {
        const auto words = static_cast<float>(out_.parts.size());
        set(ToneFeature::Smile, marks.smile);
        set(ToneFeature::Frown, marks.frown);
        set(ToneFeature::Bang, marks.bangs > 0);
        set(ToneFeature::Bangs, marks.bangs > 2);
        set(ToneFeature::Question, marks.question);
        set(ToneFeature::Dots, marks.dots);
        set(ToneFeature::Link, marks.links > 0);
        set(ToneFeature::Name, marks.names > 0);
        set(ToneFeature::Hashtag, marks.hashtags > 0);
        set(ToneFeature::Hashtags, marks.hashtags > 2);
        set(ToneFeature::Shouting, marks.shouting && words > 2);
        set(ToneFeature::Irony, out_.ironic);
        set(ToneFeature::Quotes, marks.quotes > 1);
        put(ToneFeature::Length, std::min(2.0F, words / kPlainLength));
        put(ToneFeature::Figures, std::min(1.0F, 5.0F * static_cast<float>(marks.digits) / static_cast<float>(std::max(marks.letters + marks.digits, 1))));
    }

    const ToneVocabulary &vocabulary_;
    bool symbolsOnly_;
    ToneReading out_;
    std::size_t last_ = 0;
    int scope_ = 0, previousScope_ = 0;
    float boost_ = 1.0F;
    bool takesNot_ = false, irony_ = false, name_ = false;
    std::uint64_t previous_ = 0;
};

} // namespace

ToneReading readTone(std::string_view text, const ToneVocabulary &vocabulary, bool symbolsOnly)
{
    return Reader(vocabulary, symbolsOnly).read(text);
}

} // namespace vigie::text
