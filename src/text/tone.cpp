// SPDX-License-Identifier: GPL-3.0-or-later
// Three classes by two sums of learned evidence. What a word counts depends on what stands before it; the rules must be
// those of features() in scripts/tone/build_lexicon.py, with which the weights were learned.
#include <vigie/text/tone.hpp>

#include <text/tone_lexicon.hpp>
#include <vigie/text/fold.hpp>
#include <vigie_embedded/tone_files.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace vigie::text {

namespace {

constexpr float kPraiseAsBlame = 0.8F, kBlameAsPraise = 0.5F; ///< "not good" blames more than "not bad" praises
constexpr float kStrong = 1.3F, kWeak = 0.7F, kCaps = 1.25F, kBeforeTurn = 0.6F;
constexpr float kShownWeight = 0.15F;                         ///< words that count less are not shown
constexpr std::size_t kPlainLength = 16;                      ///< words; longer texts are scaled down

struct Role {
    std::uint8_t scope = 0;      ///< negates this many words after it
    float boost = 1.0F;
    bool turn = false;           ///< what follows weighs more than what came before
    bool takesNot = false;       ///< don, can, won: negate with the t behind the apostrophe
    bool irony = false;
};

/// Some fifty words by their hash, asked of every word of every text.
class Roles {
public:
    void put(std::uint64_t hash, const Role &role)
    {
        auto at = hash % slots_.size();
        while (slots_[at].first != 0 && slots_[at].first != hash)
            at = (at + 1) % slots_.size();
        if (slots_[at].first == 0)
            slots_[at] = {hash, role};
    }
    [[nodiscard]] Role of(std::uint64_t hash) const
    {
        for (auto at = hash % slots_.size(); slots_[at].first != 0; at = (at + 1) % slots_.size())
            if (slots_[at].first == hash)
                return slots_[at].second;
        return {};
    }

private:
    std::array<std::pair<std::uint64_t, Role>, 512> slots_{}; ///< 0 is no hash
};

void give(Roles &roles, std::initializer_list<std::string_view> words, const Role &role)
{
    for (const auto word : words)
        roles.put(ToneLexicon::hashOf(word), role);
}

Role scopeRole(std::uint8_t scope) { Role role; role.scope = scope; return role; }
Role boostRole(float boost) { Role role; role.boost = boost; return role; }
Role turnRole() { Role role; role.turn = true; return role; }
Role notRole() { Role role; role.takesNot = true; return role; }
Role ironyRole() { Role role; role.irony = true; return role; }

Roles englishRoles()
{
    Roles roles;
    give(roles, {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "barely", "dont", "cant", "wont",
                 "isnt", "doesnt", "didnt"}, scopeRole(3));
    give(roles, {"don", "doesn", "didn", "isn", "aren", "wasn", "weren", "won", "can", "couldn", "shouldn", "wouldn", "hasn", "haven", "hadn", "ain"},
         notRole());
    give(roles, {"very", "really", "so", "extremely", "absolutely", "totally", "super", "incredibly", "completely", "highly"}, boostRole(kStrong));
    give(roles, {"slightly", "somewhat", "kinda", "bit", "rather", "fairly", "partly"}, boostRole(kWeak));
    give(roles, {"but", "however"}, turnRole());
    give(roles, {"irony", "sarcasm"}, ironyRole());
    return roles;
}

Roles frenchRoles()
{
    Roles roles;
    give(roles, {"pas", "jamais", "aucun", "aucune", "rien", "sans", "ni", "guere", "nullement"}, scopeRole(3));
    give(roles, {"ne", "n"}, scopeRole(4));
    give(roles, {"tres", "vraiment", "trop", "tellement", "super", "hyper", "ultra", "si", "totalement", "absolument", "franchement", "carrement",
                 "completement"}, boostRole(kStrong));
    give(roles, {"peu", "assez", "plutot", "legerement", "moyennement"}, boostRole(kWeak));
    give(roles, {"mais", "cependant", "pourtant"}, turnRole());
    give(roles, {"ironie", "sarcasme"}, ironyRole());
    return roles;
}

struct Voice {
    ToneLexicon lexicon;
    Roles roles;
};

/// Links blanked, so that neither their words nor their punctuation count; ranges stay.
std::string withoutLinks(std::string_view text, bool *links)
{
    std::string blank(text);
    for (std::size_t at = 0; (at = blank.find("http", at)) != std::string::npos;) {
        const auto rest = std::string_view(blank).substr(at);
        if (!rest.starts_with("http://") && !rest.starts_with("https://")) {
            at += 4;
            continue;
        }
        *links = true;
        for (; at < blank.size() && static_cast<unsigned char>(blank[at]) > 0x20; ++at)
            blank[at] = ' ';
    }
    return blank;
}

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

/// What the punctuation of the whole text says.
struct Marks {
    int bangs = 0;
    bool question = false, dots = false, smile = false, frown = false, shouting = false;
};

void lookForFace(std::string_view text, std::size_t at, Marks &marks)
{
    auto mouth = at + 1;
    const auto is = [&](char c) { return mouth < text.size() && text[mouth] == c; };
    const bool tear = is('\'');
    if (tear)
        ++mouth;
    if (is('-'))
        ++mouth;
    marks.frown = marks.frown || is('(') || is('[');
    marks.smile = marks.smile || (!tear && (is(')') || is('D') || is(']')));
}

Marks marksOf(std::string_view text)
{
    Marks marks;
    int capitals = 0, letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (lower(c) || upper(c)) {
            ++letters;
            capitals += upper(c) ? 1 : 0;
            continue;
        }
        switch (c) {
        case '!': ++marks.bangs; break;
        case '?': marks.question = true; break;
        case '.': marks.dots = marks.dots || text.substr(at, 3) == "..."; break;
        case '\xE2': marks.dots = marks.dots || text.substr(at, 3) == "\xE2\x80\xA6"; break;
        case ':':
        case ';':
        case '=': lookForFace(text, at, marks); break;
        case '<': marks.smile = marks.smile || text.substr(at, 2) == "<3"; break;
        case '^': marks.smile = marks.smile || text.substr(at, 2) == "^^"; break;
        default: break;
        }
    }
    marks.shouting = capitals * 2 > letters;
    return marks;
}

bool shouted(std::string_view word)
{
    return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return upper(c) || static_cast<unsigned char>(c) >= 0x80; })
           && std::count_if(word.begin(), word.end(), upper) > 1;
}

class Reader {
public:
    Reader(const Voice &voice, bool symbolsOnly) : voice_(voice), symbolsOnly_(symbolsOnly) {}

    Tone read(std::string_view given)
    {
        bool links = false;
        std::string blank;
        auto text = given;
        if (given.find("http") != std::string_view::npos) {
            blank = withoutLinks(given, &links);
            text = blank;
        }
        const auto marks = marksOf(text);
        const auto tokens = tokenize(text);
        parts_.reserve(tokens.size());
        for (const auto &token : tokens)
            take(text, token, marks.shouting);
        const float bias[2] = {voice_.lexicon.bias().positive, voice_.lexicon.bias().negative};
        sum_ = {};
        for (const auto &part : parts_)
            add(part.evidence);
        punctuation(marks, links);
        const auto scale = count_ <= kPlainLength ? 1.0F : std::sqrt(static_cast<float>(count_) / static_cast<float>(kPlainLength));
        auto positive = bias[0] + sum_.positive / scale, negative = bias[1] + sum_.negative / scale;
        const bool ironic = irony_ || text.ends_with(" /s");
        if (ironic && positive > negative)
            std::swap(positive, negative);
        return conclude(positive, negative, scale, ironic);
    }
    [[nodiscard]] float weighed() const
    {
        float total = 0;
        for (const auto &part : parts_)
            total += std::abs(part.evidence.positive - part.evidence.negative);
        return total;
    }

private:
    struct Part {
        std::uint32_t begin, end;
        ToneEvidence evidence;
    };

    void take(std::string_view text, const Token &token, bool shouting)
    {
        const auto gap = text.substr(last_, token.begin - last_);
        last_ = token.end;
        if (gap != " " && gap.find_first_of(".!?;:,()\n") != std::string_view::npos) {
            scope_ = 0;
            boost_ = 1.0F;
            previous_ = 0;
            takesNot_ = false;
        }
        if (!gap.empty() && gap.back() == '@') { // a name, not a word
            previous_ = 0;
            return;
        }
        ++count_;
        const auto hash = ToneLexicon::hashOf(token.word);
        const auto role = voice_.roles.of(hash);
        if (role.turn)
            turn();
        irony_ = irony_ || (role.irony && !gap.empty() && gap.back() == '#');
        const auto shown = text.substr(token.begin, token.end - token.begin);
        const float times = boost_ * (!shouting && shouted(shown) ? kCaps : 1.0F);
        Part part{token.begin, token.end, weighed(voice_.lexicon.find(hash), times, scope_ > 0)};
        if (symbolsOnly_ && static_cast<unsigned char>(token.word[0]) < 0xE2)
            part.evidence = {};
        else if (previous_ != 0 && !symbolsOnly_) {
            // A pair belongs to both of its words.
            const auto pair = weighed(voice_.lexicon.find(ToneLexicon::hashOf(previous_, hash)), 0.5F, previousScope_ > 0);
            part.evidence.positive += pair.positive;
            part.evidence.negative += pair.negative;
            parts_.back().evidence.positive += pair.positive;
            parts_.back().evidence.negative += pair.negative;
        }
        parts_.push_back(part);
        previousScope_ = scope_;
        const bool not_ = token.word == "t" && takesNot_;
        scope_ = role.scope > 0 ? role.scope : not_ ? 3 : std::max(0, scope_ - 1);
        boost_ = role.boost;
        takesNot_ = role.takesNot;
        previous_ = hash;
    }
    void turn()
    {
        for (auto &part : parts_) {
            part.evidence.positive *= kBeforeTurn;
            part.evidence.negative *= kBeforeTurn;
        }
        scope_ = 0;
    }
    static ToneEvidence weighed(const ToneEvidence *evidence, float times, bool negated)
    {
        if (evidence == nullptr)
            return {};
        if (negated)
            return {evidence->negative * kBlameAsPraise * times, evidence->positive * kPraiseAsBlame * times};
        return {evidence->positive * times, evidence->negative * times};
    }
    void add(const ToneEvidence &evidence)
    {
        sum_.positive += evidence.positive;
        sum_.negative += evidence.negative;
    }
    void punctuation(const Marks &marks, bool links)
    {
        static const auto bang = ToneLexicon::hashOf("!"), bangs = ToneLexicon::hashOf("!!!"), question = ToneLexicon::hashOf("?"),
                          dots = ToneLexicon::hashOf("..."), link = ToneLexicon::hashOf("://"), smile = ToneLexicon::hashOf(":)"),
                          frown = ToneLexicon::hashOf(":(");
        const std::pair<bool, std::uint64_t> all[] = {{marks.bangs > 0, bang}, {marks.bangs > 2, bangs}, {marks.question, question}, {marks.dots, dots},
                                                      {links, link},           {marks.smile, smile},     {marks.frown, frown}};
        for (const auto &[there, hash] : all)
            if (there)
                add(weighed(voice_.lexicon.find(hash), 1.0F, false));
    }
    Tone conclude(float positive, float negative, float scale, bool ironic) const
    {
        const auto top = std::max({positive, negative, 0.0F});
        const auto p = std::exp(positive - top), n = std::exp(negative - top), neutral = std::exp(-top);
        Tone tone;
        tone.score = (p - n) / (p + n + neutral);
        if (positive > 0 && positive >= negative)
            tone.label = ToneLabel::Positive;
        else if (negative > 0)
            tone.label = ToneLabel::Negative;
        for (const auto &part : parts_) {
            const auto weight = (part.evidence.positive - part.evidence.negative) / scale;
            if (std::abs(weight) >= kShownWeight)
                tone.words.push_back(ToneWord{part.begin, part.end, ironic && weight > 0 ? -weight : weight});
        }
        return tone;
    }

    const Voice &voice_;
    bool symbolsOnly_;
    std::vector<Part> parts_;
    ToneEvidence sum_;
    std::size_t last_ = 0, count_ = 0;
    int scope_ = 0, previousScope_ = 0;
    float boost_ = 1.0F;
    bool takesNot_ = false, irony_ = false;
    std::uint64_t previous_ = 0;
};

std::string_view resource(std::string_view name)
{
    for (const auto &file : embedded::tone_files)
        if (file.name == name)
            return file.data;
    return {};
}

} // namespace

struct ToneAnalyser::Impl {
    Voice english{ToneLexicon(resource("en.tsv")), englishRoles()};
    Voice french{ToneLexicon(resource("fr.tsv")), frenchRoles()};
};

ToneAnalyser::ToneAnalyser() : impl_(std::make_shared<const Impl>()) {}

ToneAnalyser ToneAnalyser::builtin()
{
    return ToneAnalyser();
}

Tone ToneAnalyser::analyse(std::string_view text, std::string_view lang) const
{
    if (lang == "fr")
        return Reader(impl_->french, false).read(text);
    if (lang == "en")
        return Reader(impl_->english, false).read(text);
    if (!lang.empty() && lang != "und") // words of a language that was not learned say nothing, its emoji do
        return Reader(impl_->english, true).read(text);
    Reader french(impl_->french, false), english(impl_->english, false);
    auto asFrench = french.read(text);
    auto asEnglish = english.read(text);
    return french.weighed() > english.weighed() ? asFrench : asEnglish;
}

} // namespace vigie::text
