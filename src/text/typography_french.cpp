// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typography_rules.hpp"

#include <array>
#include <cctype>

namespace vigie::text {

namespace {

/// The h that keeps its article whole ("le haricot"), by the first letters of the folded word.
bool aspires(std::string_view word)
{
    static constexpr std::array<std::string_view, 92> kStems{
        "hable", "hach", "hadd", "haie", "haillon", "hain", "hair", "hais", "hait", "halage", "hale", "halet", "hall", "halo", "halt", "hamac", "hamburger", "hameau", "hampe",
        "hamster", "hanche", "hand", "hangar", "hanneton", "hanter", "hantis", "happ", "haquenee", "harangu", "haras", "harass", "harcel", "hardi", "harem", "hareng", "hargn", "haricot",
        "harnach", "harnais", "harp", "hasard", "haschi", "hat", "hauban", "hauss", "haut", "havane", "havre", "hayon", "heaume", "hennir", "heraut", "heriss", "hernie",
        "heron", "heros", "herse", "hetre", "heurt", "hibou", "hic", "hideu", "hierarch", "hippie", "hiss", "hobby", "hochet", "hockey", "hold", "hollandais", "hollande", "homard", "hongr", "honni",
        "hont", "hoquet", "horde", "hors", "hotte", "houblon", "houille", "houle", "housse", "houx", "hublot", "huche", "huit", "hurl", "husky", "hussard", "hutte", "huee"};
    for (const auto mute : {"hallucin", "halog", "halein", "huitr"})
        if (word.starts_with(mute))
            return false;
    return std::any_of(kStems.begin(), kStems.end(), [word](std::string_view stem) { return word.starts_with(stem); });
}

/// Words before which nothing is elided although they begin with a vowel.
bool keepsItsDistance(std::string_view folded)
{
    return isOneOf(folded, {"onze", "onzieme", "oui", "ouistiti", "uhlan", "un", "une", "ululement", "et", "ou", "iota", "a", "e", "i", "o", "u"});
}

bool elidesBefore(std::string_view text, const Token &word)
{
    const auto raw = written(text, word);
    if (isAbbreviation(raw) || (raw.front() >= '0' && raw.front() <= '9'))
        return false;
    if (word.word.front() == 'h')
        return word.word.size() > 2 && !aspires(word.word) && !isUpper(raw.front());
    return beginsWithVowel(word.word) && !keepsItsDistance(word.word);
}

/// "le arbre" is "l'arbre": the short word loses its last letter and its space.
void findMissingElision(std::string_view text, const Token &left, const Token &right, Findings &findings)
{
    const bool afterHyphen = left.begin > 0 && text[left.begin - 1] == '-'; // "dites-le a tous", "ai-je oublie"
    if (afterHyphen || between(text, left, right) != " " || isAbbreviation(written(text, left)))
        return;
    const std::string_view word = left.word;
    const bool always = isOneOf(word, {"le", "la", "de", "ne", "je", "me", "te", "se", "que", "jusque", "lorsque", "puisque", "quoique"});
    const bool before = always && (elidesBefore(text, right) || (isOneOf(word, {"que", "de", "lorsque", "puisque", "jusque"}) && isOneOf(right.word, {"un", "une"}))
                                   || (word == "que" && right.word == "a") || (word == "de" && right.word == "ou" && written(text, right) != "ou"));
    const bool si = word == "si" && isOneOf(right.word, {"il", "ils"});
    const bool ce = word == "ce" && isOneOf(right.word, {"est", "etait", "etaient", "eut"});
    if (!before && !si && !ce)
        return;
    auto fix = std::string(written(text, left));
    fix.pop_back(); // the letter lost is a plain e, a or i
    findings.push_back({left.begin, right.end, WritingFault::Elision, {fix + "'" + std::string(written(text, right))}, {}});
}

/// "c est" with its apostrophe lost.
void findLostApostrophe(std::string_view text, const std::vector<Token> &words, std::size_t i, Findings &findings)
{
    const auto &left = words[i], &right = words[i + 1];
    if (left.end - left.begin != 1 || between(text, left, right) != " " || !isOneOf(left.word, {"c", "d", "j", "l", "m", "n", "s", "t"}))
        return;
    const bool afterDigit = i > 0 && std::isdigit(static_cast<unsigned char>(words[i - 1].word.back())) != 0;
    const bool alone = left.begin == 0 || isOneOf(text.substr(left.begin - 1, 1), {" ", "\n", "("});
    const bool vowel = elidesBefore(text, right) || isOneOf(right.word, {"a", "y", "en", "un", "une", "onze"});
    if (alone && !afterDigit && vowel && !isUpper(written(text, right).front()))
        findings.push_back({left.begin, right.end, WritingFault::Elision, {std::string(written(text, left)) + "'" + std::string(written(text, right))}, {}});
}

/// "l'haricot".
void findWrongElision(std::string_view text, const Token &left, const Token &right, Findings &findings)
{
    if (!isApostrophe(between(text, left, right)) || !isOneOf(left.word, {"l", "d", "j", "n", "m", "t", "s", "qu"}) || right.word.front() != 'h' || !aspires(right.word))
        return;
    const auto rest = " " + std::string(written(text, right));
    std::vector<std::string> fixes;
    if (left.word == "l")
        fixes = {"le" + rest, "la" + rest};
    else
        fixes = {std::string(written(text, left)) + "e" + rest};
    if (isUpper(text[left.begin]))
        for (auto &fix : fixes)
            fix.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(fix.front())));
    findings.push_back({left.begin, right.end, WritingFault::Elision, std::move(fixes), {}});
}

} // namespace

void findElisions(std::string_view text, const Prose &prose, Findings &findings)
{
    for (std::size_t i = 0; i + 1 < prose.words.size(); ++i) {
        findMissingElision(text, prose.words[i], prose.words[i + 1], findings);
        findLostApostrophe(text, prose.words, i, findings);
        findWrongElision(text, prose.words[i], prose.words[i + 1], findings);
    }
}

void findLigatures(std::string_view text, const Prose &prose, Findings &findings)
{
    static constexpr std::array<std::string_view, 19> kStems{"coeur", "soeur", "oeuvr", "oeuf", "boeuf", "noeud", "voeu", "oeil", "moeurs", "foetus", "oesoph", "oecum", "manoeuvr",
                                                             "desoeuvr", "choeur", "ecoeur", "oenolog", "rancoeur", "consoeur"};
    for (const auto &word : prose.words) {
        const auto raw = written(text, word);
        const auto at = std::min({raw.find("oe"), raw.find("Oe"), raw.find("OE")});
        if (at == std::string_view::npos || !std::any_of(kStems.begin(), kStems.end(), [&](std::string_view stem) { return word.word.starts_with(stem); }))
            continue;
        auto fix = std::string(raw);
        fix.replace(at, 2, raw[at] == 'o' ? "\xC5\x93" : "\xC5\x92");
        findings.push_back({word.begin, word.end, WritingFault::Ligature, {std::move(fix)}, {}});
    }
}

void findBareCapitals(std::string_view text, const Prose &prose, Findings &findings)
{
    for (std::size_t i = 0; i < prose.words.size(); ++i) {
        const auto &word = prose.words[i];
        const auto raw = written(text, word);
        if (raw == "Ca") {
            findings.push_back({word.begin, word.end, WritingFault::Accent, {"\xC3\x87" "a"}, {}});
            continue;
        }
        if (raw != "A" || i + 1 >= prose.words.size() || !isAtStart(text, word) || between(text, word, prose.words[i + 1]) != " ")
            continue;
        if (isOneOf(prose.words[i + 1].word, {"bientot", "demain", "votre", "vos", "notre", "nos", "tout", "tous", "toute", "toutes", "tres", "vous", "toi", "la", "l", "cette", "ce", "ces",
                                              "noter", "savoir", "suivre", "partir", "propos", "ton", "ta", "tes", "defaut", "condition", "cause", "samedi", "dimanche", "lundi", "mardi",
                                              "mercredi", "jeudi", "vendredi", "plus", "present", "moins", "quelle", "quel", "qui", "quoi"}))
            findings.push_back({word.begin, word.end, WritingFault::Accent, {"\xC3\x80"}, {}});
    }
}

} // namespace vigie::text
