// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/intent.hpp>

#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

#include <array>
#include <string>

namespace vigie::text {

namespace {

bool holds(const std::string &padded, std::string_view phrase)
{
    return padded.find(' ' + std::string(phrase) + ' ') != std::string::npos;
}

template <std::size_t N>
bool any(const std::string &padded, const std::array<std::string_view, N> &phrases)
{
    for (const auto phrase : phrases)
        if (holds(padded, phrase))
            return true;
    return false;
}

// All folded: without accents, apostrophes as spaces.
constexpr std::array<std::string_view, 22> kAskFr{
    "pouvez vous", "peux tu", "est ce que", "est il possible", "savez vous", "quelqu un sait", "quelqu un a", "comment faire", "combien coute",
    "avez vous", "auriez vous", "serait il possible", "quand est ce", "a quelle heure", "ou puis je", "ou trouver", "qui connait", "y a t il",
    "pourriez vous", "quel est le", "quelle est la", "je voudrais savoir"};
constexpr std::array<std::string_view, 18> kAskEn{
    "can you", "could you", "do you", "does anyone", "is there", "are there", "how do i", "how can i", "how much", "when will", "where can i",
    "any idea", "anyone know", "is it possible", "would you", "what is the", "why is", "i would like to know"};
constexpr std::array<std::string_view, 12> kThanksFr{"merci", "bravo", "remercie", "remercier", "chapeau", "felicitations", "genial", "ravie", "ravi",
                                                     "parfait", "super service", "impeccable"};
constexpr std::array<std::string_view, 11> kThanksEn{"thank you", "thanks", "thx", "well done", "kudos", "great job", "much appreciated", "love it",
                                                     "amazing service", "delighted", "grateful"};
constexpr std::array<std::string_view, 34> kComplaintFr{
    "pas recu", "jamais recu", "toujours rien", "pas arrivee", "pas arrive", "toujours pas", "en retard", "retard", "inadmissible", "honteux", "honte",
    "scandale", "scandaleux", "arnaque", "remboursement", "rembourser", "remboursez", "casse", "cassee", "defectueux", "en panne", "ne marche pas",
    "ne fonctionne pas", "ne repond", "decu", "decue", "deception", "plus jamais", "service client injoignable", "inacceptable", "voleurs", "nul",
    "marre", "abime"};
constexpr std::array<std::string_view, 30> kComplaintEn{
    "never arrived", "not arrived", "still waiting", "no answer", "no reply", "nobody answers", "broken", "does not work", "doesn t work", "refund",
    "money back", "scam", "awful", "terrible", "worst", "disappointed", "disappointing", "unacceptable", "rip off", "late again", "never again",
    "damaged", "faulty", "complaint", "ridiculous", "shame", "disgusted", "fed up", "useless", "wrong item"};

} // namespace

Intent intentOf(std::string_view text, std::string_view lang)
{
    const auto rich = fromPlain(text);
    std::string words;
    std::size_t at = 0;
    for (const auto &span : rich.spans) { // the question mark of a link asks nothing
        words.append(rich.text, at, span.begin - at);
        words += ' ';
        at = span.end;
    }
    words.append(rich.text, at, std::string::npos);
    const auto padded = ' ' + fold(words) + ' ';
    const bool french = lang != "en", english = lang != "fr";
    Intent intent;
    intent.question = words.find('?') != std::string::npos || (french && any(padded, kAskFr)) || (english && any(padded, kAskEn));
    intent.thanks = (french && any(padded, kThanksFr)) || (english && any(padded, kThanksEn));
    intent.complaint = (french && any(padded, kComplaintFr)) || (english && any(padded, kComplaintEn));
    if (intent.complaint && intent.thanks && !holds(padded, "bravo"))
        intent.thanks = false; // "merci de me rembourser" is not gratitude
    return intent;
}

} // namespace vigie::text
