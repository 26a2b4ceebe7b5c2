// SPDX-License-Identifier: GPL-3.0-or-later
// CLD2 in best-effort mode on text freed of what is no language; a vote of small words settles French and English first.
#include <vigie/text/language.hpp>

#include <vigie/text/fold.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>
#include <cstdio> // before CLD2's header, which uses it without asking
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unordered_map>

namespace vigie::text {

namespace {

/// Words that one of the two languages has and the other has not. Folded as fold() does.
const std::unordered_map<std::string_view, int> &smallWords()
{
    static const std::unordered_map<std::string_view, int> words = [] {
        std::unordered_map<std::string_view, int> map;
        for (const auto *word : {"le", "la", "les", "des", "une", "du", "et", "est", "dans", "pour", "que", "qui", "pas", "ne", "je", "vous", "nous",
                                 "avec", "sur", "ce", "cette", "mais", "ou", "mon", "ma", "mes", "votre", "vos", "leur", "sont", "ai", "suis", "etes",
                                 "tres", "bien", "merci", "bonjour", "j", "l", "d", "qu", "c", "aux", "au", "elle", "il", "ils", "elles", "ca", "tout",
                                 "plus", "chez", "toujours", "jamais", "quand", "comme", "depuis", "sans", "encore", "aussi", "deja", "fait", "etait"})
            map.emplace(word, 1);
        for (const auto *word : {"the", "and", "is", "are", "was", "you", "your", "my", "it", "this", "that", "of", "to", "in", "for", "with", "have",
                                 "has", "not", "but", "they", "we", "he", "she", "his", "her", "from", "been", "will", "would", "can", "what", "when",
                                 "there", "just", "so", "at", "be", "do", "does", "thanks", "please", "hello", "how", "why", "who", "which", "their",
                                 "an", "as", "by", "if", "or", "were", "had", "could", "should", "still", "never", "always", "very", "i"})
            map.emplace(word, -1);
        return map;
    }();
    return words;
}

/// Links, names and tags are no language; C1 controls make CLD2 answer "unknown".
std::string bare(std::string_view text)
{
    const auto rich = fromPlain(text);
    std::string out;
    std::size_t at = 0;
    for (const auto &span : rich.spans) {
        out.append(rich.text, at, span.begin - at);
        out += ' ';
        at = span.end;
    }
    out.append(rich.text, at, std::string::npos);
    for (std::size_t i = 0; i + 1 < out.size(); ++i)
        if (static_cast<unsigned char>(out[i]) == 0xC2 && static_cast<unsigned char>(out[i + 1]) >= 0x80 && static_cast<unsigned char>(out[i + 1]) < 0xA0)
            out[i] = out[i + 1] = ' ';
    return out;
}

std::string twoLetters(std::string_view code)
{
    std::string out;
    for (const char c : code.substr(0, 2))
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const bool letters = out.size() == 2 && std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool whole = code.size() == 2 || (code.size() > 2 && (code[2] == '-' || code[2] == '_'));
    return letters && whole ? out : std::string("und");
}

} // namespace

std::string detectLanguage(std::string_view text, std::string_view hint)
{
    const auto plain = bare(text);
    const auto tokens = tokenize(plain);
    const auto hinted = hint.empty() ? std::string("und") : twoLetters(hint);
    int french = 0, english = 0, words = 0;
    for (const auto &token : tokens) {
        if (static_cast<unsigned char>(token.word[0]) >= '0' && static_cast<unsigned char>(token.word[0]) <= '9')
            continue;
        ++words;
        const auto found = smallWords().find(token.word);
        if (found != smallWords().end())
            ++(found->second > 0 ? french : english);
    }
    if (words == 0)
        return hinted;
    const int most = std::max(french, english), least = std::min(french, english);
    // Other Romance and Germanic languages share some of these words, so a vote only decides when it is crushing.
    if (most >= 4 && least == 0 && most * 3 >= words)
        return french > english ? "fr" : "en";
    if (words < 3)
        return hinted != "und" ? hinted : most > least ? (french > english ? "fr" : "en") : std::string("und");
    bool reliable = false;
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    int bytes = 0;
    CLD2::CLDHints hints{};
    hints.encoding_hint = CLD2::UNKNOWN_ENCODING;
    hints.language_hint = CLD2::UNKNOWN_LANGUAGE;
    constexpr int kBestEffort = 0x4000;
    const auto detected = CLD2::ExtDetectLanguageSummary(plain.data(), static_cast<int>(std::min<std::size_t>(plain.size(), 1U << 20)), true, &hints,
                                                         kBestEffort, top, percent, score, nullptr, &bytes, &reliable);
    const std::string code = CLD2::LanguageCode(detected);
    const auto answer = code == "un" ? std::string("und") : twoLetters(code);
    if (answer == "und" || !reliable) {
        if (most >= 2 && least == 0)
            return french > english ? "fr" : "en";
        if (hinted != "und" && (answer == "und" || words < 6))
            return hinted;
    }
    return answer;
}

} // namespace vigie::text
