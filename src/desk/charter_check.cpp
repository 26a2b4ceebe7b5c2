// SPDX-License-Identifier: GPL-3.0-or-later
// A draft held against the charter. Words are compared folded: neither case nor accents hide one.
#include "desk/marked_text.hpp"

#include <vigie/desk/charter.hpp>
#include <vigie/text/emphasis.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>

namespace vigie::desk {

namespace {

using text::Token;

struct Phrase {
    std::vector<std::string> words;
    bool open = false; ///< its last word may go on
};

Phrase phraseOf(const std::string &written)
{
    Phrase out;
    out.open = !written.empty() && written.back() == '*';
    for (auto &token : text::tokenize(out.open ? std::string_view(written).substr(0, written.size() - 1) : std::string_view(written)))
        out.words.push_back(std::move(token.word));
    return out;
}

bool standsAt(const std::vector<Token> &tokens, std::size_t at, const Phrase &phrase)
{
    const auto n = phrase.words.size();
    if (n == 0 || at + n > tokens.size())
        return false;
    for (std::size_t i = 0; i + 1 < n; ++i)
        if (tokens[at + i].word != phrase.words[i])
            return false;
    const auto &last = tokens[at + n - 1].word;
    return phrase.open ? last.compare(0, phrase.words.back().size(), phrase.words.back()) == 0 : last == phrase.words.back();
}

/// The word in one form: "Juridique" is "juridique".
bool sameWord(const std::string &a, const std::string &b)
{
    return text::fold(a) == text::fold(b);
}

bool meets(const std::vector<std::string> &wanted, const std::vector<std::string> &has)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string &one) {
        return std::any_of(has.begin(), has.end(), [&](const std::string &other) { return sameWord(one, other); });
    });
}

/// One draft, and the marks that are made on it.
class Reading {
public:
    Reading(std::string_view text, std::string_view language, const DraftContext &context) : text_(text), context_(context), tokens_(text::tokenize(text)), lang_(draftLanguage(text, language)) {}

    void hold(int article, const CharterCheck &check)
    {
        if (!check.lang.empty() && lang_ != "und" && check.lang != lang_)
            return;
        article_ = article;
        check_ = &check;
        switch (check.kind) {
        case CharterCheckKind::Forbidden: return forbidden();
        case CharterCheckKind::Required: return required();
        case CharterCheckKind::Address: return address();
        case CharterCheckKind::Emoji: return beyond(text::emojiIn(text_));
        case CharterCheckKind::Capitals: return capitals();
        case CharterCheckKind::Links: return links();
        case CharterCheckKind::Answerer: return answerer();
        case CharterCheckKind::Delay: return delay();
        }
    }

    std::vector<CharterMark> marks()
    {
        orderMarks(marks_);
        return std::move(marks_);
    }

private:
    CharterMark &add(std::uint32_t begin, std::uint32_t end)
    {
        CharterMark mark;
        mark.article = article_;
        mark.kind = check_->kind;
        mark.begin = begin;
        mark.end = end;
        mark.found = std::string(text_.substr(begin, end - begin));
        mark.limit = check_->limit;
        return marks_.emplace_back(std::move(mark));
    }

    /// First places of the phrases, in the order of the text.
    template <class Each>
    void places(const std::vector<std::string> &written, const Each &each) const
    {
        std::vector<Phrase> phrases;
        for (const auto &one : written)
            phrases.push_back(phraseOf(one));
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            for (const auto &phrase : phrases)
                if (standsAt(tokens_, i, phrase)) {
                    if (!each(tokens_[i].begin, tokens_[i + phrase.words.size() - 1].end))
                        return;
                    break;
                }
    }
    [[nodiscard]] bool says(const std::vector<std::string> &written) const
    {
        bool found = false;
        places(written, [&](std::uint32_t, std::uint32_t) { return !(found = true); });
        return found;
    }

    void forbidden()
    {
        places(check_->words, [&](std::uint32_t begin, std::uint32_t end) {
            add(begin, end);
            return true;
        });
    }

    void required()
    {
        if (says(check_->words))
            return;
        if (check_->when.empty()) {
            if (!tokens_.empty())
                add(0, 0).wanted = check_->words;
            return;
        }
        places(check_->when, [&](std::uint32_t begin, std::uint32_t end) {
            add(begin, end).wanted = check_->words;
            return false; // once is enough
        });
    }

    [[nodiscard]] bool apostropheAfter(const Token &token) const
    {
        const auto rest = text_.substr(token.end);
        return !rest.empty() && (rest.front() == '\'' || rest.substr(0, 3) == "\xE2\x80\x99");
    }
    /// "le ton", "un ton": a noun.
    [[nodiscard]] bool isNoun(std::size_t at) const
    {
        constexpr std::array kBefore{"le", "un", "du", "ce", "au", "de", "bon", "quel", "meme", "autre"};
        return at > 0 && std::find(kBefore.begin(), kBefore.end(), tokens_[at - 1].word) != kBefore.end();
    }
    [[nodiscard]] bool addresses(std::size_t at, bool formally) const
    {
        const auto &word = tokens_[at].word;
        if (formally)
            return word == "vous" || word == "votre" || word == "vos" || word == "vouvoyer";
        if (word == "ton")
            return !isNoun(at);
        if (word == "t")
            return apostropheAfter(tokens_[at]);
        return word == "tu" || word == "te" || word == "toi" || word == "ta" || word == "tes" || word == "tien" || word == "tienne";
    }
    void address()
    {
        const bool wantsFormal = !check_->words.empty() && check_->words.front() == "vous";
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            if (addresses(i, !wantsFormal))
                add(tokens_[i].begin, tokens_[i].end).wanted = check_->words;
    }

    /// What goes beyond the limit is marked, each with how many there are.
    void beyond(const std::vector<text::LoudRange> &found)
    {
        for (std::size_t i = static_cast<std::size_t>(std::max(check_->limit, 0)); i < found.size(); ++i)
            add(found[i].begin, found[i].end).value = static_cast<int>(found.size());
    }
    void capitals()
    {
        auto found = text::capitalsIn(text_);
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [&](const text::LoudRange &range) {
                                       const std::string word(text_.substr(range.begin, range.end - range.begin));
                                       return std::any_of(check_->words.begin(), check_->words.end(), [&](const std::string &known) { return sameWord(known, word); });
                                   }),
                    found.end());
        beyond(found);
    }

    [[nodiscard]] static std::string hostOf(std::string_view link)
    {
        const auto scheme = link.find("://");
        auto host = link.substr(scheme == std::string_view::npos ? 0 : scheme + 3);
        host = host.substr(0, host.find_first_of("/?#"));
        if (const auto at = host.rfind('@'); at != std::string_view::npos)
            host.remove_prefix(at + 1);
        host = host.substr(0, host.find(':'));
        std::string out(host);
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return out.compare(0, 4, "www.") == 0 ? out.substr(4) : out;
    }
    [[nodiscard]] bool allowed(const std::string &host) const
    {
        return check_->words.empty() || std::any_of(check_->words.begin(), check_->words.end(), [&](const std::string &written) {
                   const auto good = hostOf(written);
                   return host == good || (host.size() > good.size() && host.compare(host.size() - good.size() - 1, std::string::npos, "." + good) == 0);
               });
    }
    void links()
    {
        std::vector<text::LoudRange> good;
        for (const auto &link : linksIn(text_)) {
            if (allowed(hostOf(text_.substr(link.begin, link.end - link.begin))))
                good.push_back(link);
            else
                add(link.begin, link.end).wanted = check_->words;
        }
        beyond(good);
    }

    [[nodiscard]] bool isAbout() const { return check_->when.empty() || meets(check_->when, context_.about); }
    void answerer()
    {
        if (context_.waitingSince && isAbout() && !meets(check_->words, {context_.person}))
            add(0, 0).wanted = check_->words;
    }
    void delay()
    {
        if (!context_.waitingSince || !isAbout())
            return;
        const auto waited = context_.openMinutes ? *context_.openMinutes : std::chrono::duration_cast<std::chrono::minutes>(context_.now - *context_.waitingSince).count();
        if (waited > check_->limit)
            add(0, 0).value = static_cast<int>(std::min<std::int64_t>(waited, 1'000'000'000));
    }

    std::string_view text_;
    const DraftContext &context_;
    std::vector<Token> tokens_;
    std::string lang_;
    std::vector<CharterMark> marks_;
    int article_ = 0;
    const CharterCheck *check_ = nullptr;
};

} // namespace

std::vector<CharterMark> checkDraft(const Charter &charter, std::string_view text, std::string_view language, const DraftContext &context)
{
    Reading reading(text, language, context);
    for (const auto &article : charter.articles)
        for (const auto &check : article.checks)
            reading.hold(article.number, check);
    return reading.marks();
}

} // namespace vigie::desk
