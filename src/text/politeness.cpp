// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/politeness.hpp>

#include "text/typography_rules.hpp"

#include <algorithm>
#include <array>

namespace vigie::text {

namespace {

/// Ends like an imperative of vous and is none.
bool onlyLooksLikeVous(std::string_view word)
{
    return isOneOf(word, {"chez", "nez", "assez", "rez", "raz", "suez", "rodez", "fez", "merguez", "sanchez", "lopez", "perez", "gonzalez", "martinez", "rodriguez", "gomez",
                          "alvarez", "fernandez", "hernandez", "ramirez", "dominguez", "sez", "biarritz", "cortez", "mariez", "oyez"});
}

/// Places that hold somebody else's words: between guillemets, and lines that begin with ">".
class Quoted {
public:
    explicit Quoted(std::string_view text)
    {
        constexpr std::string_view kOpen = "\xC2\xAB", kClose = "\xC2\xBB";
        for (auto at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at)) {
            const auto end = std::min(text.find(kClose, at), text.size());
            ranges_.emplace_back(at, end);
            at = end;
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            if (text[at] == '>')
                ranges_.emplace_back(at, end);
            at = end + 1;
        }
    }
    [[nodiscard]] bool holds(std::size_t at) const
    {
        return std::any_of(ranges_.begin(), ranges_.end(), [at](const auto &range) { return range.first <= at && at < range.second; });
    }

private:
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

bool followedByHyphen(std::string_view text, const Token &word)
{
    return word.end < text.size() && text[word.end] == '-';
}

/// "Contacte-nous", "dis-moi": what vous would end in -ez.
bool isImperativeOfTu(std::string_view text, const std::vector<Token> &words, std::size_t i)
{
    if (i + 1 >= words.size() || between(text, words[i], words[i + 1]) != "-" || words[i].word.size() < 3)
        return false;
    const std::string_view verb = words[i].word, object = words[i + 1].word;
    return isOneOf(object, {"nous", "moi"}) && !verb.ends_with("ez") && !verb.ends_with("ons") && !isOneOf(verb, {"chez", "entre", "dites", "faites", "selon", "avec", "pour", "sans", "apres", "avant", "donc"});
}

/// "n'hesite pas": the commonest imperative of care.
bool isHesitate(const std::vector<Token> &words, std::size_t i)
{
    return words[i].word == "hesite" && i > 0 && words[i - 1].word == "n" && i + 1 < words.size() && words[i + 1].word == "pas"
           && (i < 2 || !isOneOf(words[i - 2].word, {"je", "il", "elle", "on", "qui"}));
}

Address formOf(std::string_view text, const std::vector<Token> &words, std::size_t i)
{
    const std::string_view word = words[i].word;
    const std::string_view before = i > 0 ? std::string_view(words[i - 1].word) : std::string_view();
    const bool afterHyphen = words[i].begin > 0 && text[words[i].begin - 1] == '-';
    if (isOneOf(word, {"vous", "votre", "vos", "votres", "svp"}))
        return Address::Vous;
    if (isOneOf(word, {"dites", "faites"}) && followedByHyphen(text, words[i]))
        return Address::Vous;
    if (word.size() > 3 && word.ends_with("ez") && !onlyLooksLikeVous(word))
        return Address::Vous;
    if (isOneOf(word, {"tu", "toi", "tes", "te", "ta", "tien", "tienne", "tiens", "tiennes", "stp"}))
        return word == "tiens" && !isOneOf(before, {"les", "des", "aux"}) ? Address::None : Address::Tu; // "tiens, ..." addresses nobody
    if (word == "ton" && !isOneOf(before, {"le", "un", "ce", "du", "au", "bon", "quel", "meme", "son"})) {
        const bool followed = i + 1 < words.size() && between(text, words[i], words[i + 1]) == " ";
        return before == "de" && !followed ? Address::None : Address::Tu; // "changer de ton."
    }
    if (word == "t" && !afterHyphen && i + 1 < words.size() && isApostrophe(between(text, words[i], words[i + 1])))
        return Address::Tu;
    if (isImperativeOfTu(text, words, i) || isHesitate(words, i))
        return Address::Tu;
    return Address::None;
}

/// Only where the other form fits without changing a verb.
std::vector<std::string> fixesFor(std::string_view written, std::string_view folded)
{
    struct Pair {
        std::string_view word;
        std::vector<std::string> fixes;
    };
    static const std::array<Pair, 6> kPairs{{{"votre", {"ton", "ta"}}, {"vos", {"tes"}}, {"tes", {"vos"}}, {"ton", {"votre"}}, {"ta", {"votre"}}, {"stp", {"svp"}}}};
    for (const auto &[word, fixes] : kPairs) {
        if (word != folded)
            continue;
        auto out = fixes;
        if (!written.empty() && written.front() >= 'A' && written.front() <= 'Z')
            for (auto &fix : out)
                fix.front() = static_cast<char>(fix.front() - 'a' + 'A');
        return out;
    }
    return {};
}

} // namespace

const char *toString(Address address) noexcept
{
    switch (address) {
    case Address::None: return "none";
    case Address::Tu: return "tu";
    case Address::Vous: return "vous";
    case Address::Mixed: return "mixed";
    }
    return "none";
}

std::optional<Address> addressFrom(std::string_view name) noexcept
{
    for (const auto address : {Address::None, Address::Tu, Address::Vous})
        if (name == toString(address))
            return address;
    return std::nullopt;
}

std::vector<AddressMark> addressMarks(std::string_view text)
{
    std::vector<AddressMark> marks;
    const auto prose = proseOf(text);
    const Quoted quoted(text);
    for (std::size_t i = 0; i < prose.words.size(); ++i) {
        const auto &word = prose.words[i];
        if (quoted.holds(word.begin))
            continue;
        // "rendez-vous" is an appointment; "s'il vous plait" counts once.
        if (word.word == "rendez" && i + 1 < prose.words.size() && prose.words[i + 1].word == "vous" && between(text, word, prose.words[i + 1]) == "-") {
            ++i;
            continue;
        }
        if (const auto form = formOf(text, prose.words, i); form != Address::None)
            marks.push_back({word.begin, word.end, form});
    }
    return marks;
}

Address addressOf(std::string_view text)
{
    bool tu = false, vous = false;
    for (const auto &mark : addressMarks(text)) {
        tu = tu || mark.form == Address::Tu;
        vous = vous || mark.form == Address::Vous;
    }
    return tu && vous ? Address::Mixed : tu ? Address::Tu : vous ? Address::Vous : Address::None;
}

std::vector<WritingFinding> addressFindings(std::string_view text, Address house)
{
    const auto marks = addressMarks(text);
    const auto tu = std::count_if(marks.begin(), marks.end(), [](const AddressMark &mark) { return mark.form == Address::Tu; });
    const auto vous = static_cast<std::ptrdiff_t>(marks.size()) - tu;
    auto unwanted = house == Address::Tu ? Address::Vous : Address::Tu;
    if (house != Address::Tu && house != Address::Vous) {
        if (tu == 0 || vous == 0)
            return {};
        unwanted = tu > vous ? Address::Vous : Address::Tu;
    }
    const auto fault = tu > 0 && vous > 0 ? WritingFault::MixedAddress : WritingFault::HouseAddress;
    std::vector<WritingFinding> findings;
    for (const auto &mark : marks) {
        if (mark.form != unwanted)
            continue;
        const auto written = text.substr(mark.begin, mark.end - mark.begin);
        findings.push_back({mark.begin, mark.end, fault, fixesFor(written, fold(written)), {}});
    }
    return findings;
}

} // namespace vigie::text
