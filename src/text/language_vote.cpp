// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/language_vote.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace vigie::text {

namespace {

constexpr std::size_t kCandidates = 7; ///< the first so many languages can win

// Folded as fold() does, in the order of kVotedLanguages. The last three are there to defend themselves: nearly nobody
// writes to Vigie in them, but CLD2 hears them in Spanish, Portuguese and Dutch.
constexpr std::array<std::string_view, kVotedLanguages.size()> kWords{
    "le la les des un une du de et est dans pour que qui pas ne je vous nous avec sur ce cette mais ou mon ma mes votre vos leur leurs sont ai suis etes tres bien "
    "merci bonjour j qu au aux elle il ils elles ca tout tous plus chez toujours jamais quand comme depuis sans encore aussi deja fait etait on par "
    "a ses son sa se en entre peut etre ete deux apres",
    "the and is are was you your my it this that of to in for with have has not but they we he she his her from been will would can what when there just so at "
    "be do does thanks please hello how why who which their an a as by if or were had could should still never always very i on no its out about more",
    "der die das und ist nicht ein eine einer eines einem einen den dem des im in zu von mit auf fur sich auch es an als wird werden war sind hat haben ich wir "
    "sie er wie aus bei nach oder aber nur noch uber zum zur durch dass kann ihr was so man mehr gibt braucht",
    "el la los las de del y en que un una uno por para con no se su sus es al lo como mas pero este esta esto muy son fue ha han entre ya o sobre cuando todo "
    "tiene hay donde sin desde tras ser estaba estan otros otra hacia ellos eran hasta porque tambien",
    "il lo la gli le i di del della dei delle dello che e un una uno per con non si in da dal dalla al alla nel nella sono come piu ma anche questo questa ha "
    "suo sua loro ho hai era stato essere tutti dopo tra fra ed sul sulla perche molto",
    "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar door over ze hij wordt werd werden die deze dit tot was "
    "heeft hebben wat zich worden deel jaar al meer geen tussen naast onder familie",
    "o a os as de do da dos das e em que um uma por para com nao se seu sua no na nos nas ao aos pelo pela mais mas como foi sao tem ja ou quando muito ser "
    "este esta isso pelos pelas entre sobre ele ela eles voce ate tambem sem pode",
    "die en van in is nie het n vir met op te om wat sy hy aan as dit was ook deur hulle ons jy nog na maar ek moet kan hierdie sal uit by word een",
    "o a os as de do da dos das e en que un unha por para con non se seu sua no na nos nas ao aos polo pola mais como foi son ten xa ou cando moi ser este esta "
    "isto entre sobre el ela eles tamen sen pode onde",
    "el la els les de del dels i en que un una per amb no es seu seva al als com mes pero aquest aquesta molt son va ha han entre ja o sobre quan tot te hi on "
    "sense des ser estava altres fins perque tambe"};

struct SmallWords {
    std::unordered_map<std::string_view, std::uint32_t> languages; ///< one bit each
    std::size_t longest = 0;

    SmallWords()
    {
        for (std::size_t language = 0; language < kWords.size(); ++language)
            for (auto rest = kWords[language]; !rest.empty();) {
                const auto word = rest.substr(0, rest.find(' '));
                rest.remove_prefix(std::min(rest.size(), word.size() + 1));
                languages[word] |= 1U << language;
                longest = std::max(longest, word.size());
            }
    }
};

} // namespace

float LanguageVote::scoreOf(std::string_view language) const
{
    const auto *found = std::find(kVotedLanguages.begin(), kVotedLanguages.end(), language);
    return found == kVotedLanguages.end() ? 0.0F : scores[static_cast<std::size_t>(found - kVotedLanguages.begin())];
}

bool LanguageVote::knows(std::string_view language) const
{
    return std::find(kVotedLanguages.begin(), kVotedLanguages.end(), language) != kVotedLanguages.end();
}

LanguageVote voteOf(const std::vector<Token> &tokens)
{
    LanguageVote vote;
    static const SmallWords words;
    for (const auto &token : tokens) {
        if (token.word[0] >= '0' && token.word[0] <= '9')
            continue;
        ++vote.words;
        if (token.word.size() > words.longest)
            continue;
        const auto found = words.languages.find(token.word);
        if (found == words.languages.end())
            continue;
        const auto share = 1.0F / static_cast<float>(std::popcount(found->second));
        for (std::size_t language = 0; language < vote.scores.size(); ++language)
            if ((found->second & (1U << language)) != 0)
                vote.scores[language] += share;
    }
    const auto first = vote.scores.begin();
    vote.best = static_cast<std::size_t>(std::max_element(first, first + kCandidates) - first);
    for (std::size_t language = 0; language < vote.scores.size(); ++language)
        if (language != vote.best)
            vote.second = std::max(vote.second, vote.scores[language]);
    return vote;
}

} // namespace vigie::text
