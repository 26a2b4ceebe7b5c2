// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/marked_text.hpp"

#include <vigie/desk/review_site.hpp>

#include <vigie/desk/charter.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/reviews.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/terms.hpp>
#include <vigie_embedded/review_site_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vigie::desk {

namespace {

using Json = nlohmann::json;
using text::Token;

constexpr std::array<std::pair<const char *, SiteRule>, 8> kRules{{{"one_response", SiteRule::OneResponse}, {"quotation", SiteRule::Quotation}, {"personal_data", SiteRule::PersonalData}, {"contact", SiteRule::Contact},
                                                                   {"offer", SiteRule::Offer}, {"accusation", SiteRule::Accusation}, {"link", SiteRule::Link}, {"length", SiteRule::Length}}};
constexpr std::size_t kLeastPhoneDigits = 9, kMostPhoneDigits = 15, kLeastReferenceDigits = 2, kLeastMarked = 3, kLongestNumberSign = 3; // "n", "no", "nr", "num", with its ring

const Json &sites()
{
    static const Json all = Json::parse(embedded::review_site_files.front().data);
    return all;
}

const Json *siteNamed(std::string_view name)
{
    for (const auto &site : sites().at("sites"))
        if (site.at("site").get_ref<const std::string &>() == name)
            return &site;
    return nullptr;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A range that is found, in bytes.
struct Range {
    std::uint32_t begin = 0, end = 0;
};

bool endsSentence(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == '\n')
        return true;
    return (c == '.' || c == '!' || c == '?') && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
}

std::string sentenceAround(std::string_view text, const Range &range)
{
    std::size_t begin = range.begin, end = range.end;
    while (begin > 0 && !endsSentence(text, begin - 1))
        --begin;
    while (end < text.size() && (end == 0 || !endsSentence(text, end - 1)))
        ++end;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n'))
        ++begin;
    return std::string(text.substr(begin, end - begin));
}

/// One answer, and what a site says of it.
class Reading {
public:
    Reading(std::string_view answer, std::string_view language, const ReviewFacts &facts) : answer_(answer), facts_(facts), tokens_(text::tokenize(answer)), lang_(draftLanguage(answer, language))
    {
    }

    void hold(const Json &rule)
    {
        const auto known = std::find_if(kRules.begin(), kRules.end(), [&](const auto &one) { return rule.at("rule") == one.first; });
        if (known == kRules.end())
            return;
        rule_ = known->second;
        blocks_ = rule.at("blocks").get<bool>();
        switch (rule_) {
        case SiteRule::OneResponse:
            if (facts_.answers > 0)
                add({});
            return;
        case SiteRule::Quotation: return quotation(rule.at("words").get<std::size_t>());
        case SiteRule::PersonalData: return personal();
        case SiteRule::Contact: return contact();
        case SiteRule::Offer:
            phrases("offer");
            return percentages();
        case SiteRule::Accusation: return phrases("accusation");
        case SiteRule::Link: return links();
        case SiteRule::Length: return length(rule.at("limit").get<int>());
        }
    }

    std::vector<SiteMark> marks()
    {
        orderMarks(marks_);
        return std::move(marks_);
    }

private:
    SiteMark &add(const Range &range)
    {
        SiteMark mark;
        mark.rule = rule_;
        mark.blocks = blocks_;
        mark.begin = range.begin;
        mark.end = range.end;
        mark.found = std::string(answer_.substr(range.begin, range.end - range.begin));
        if (range.end > range.begin)
            mark.sentence = sentenceAround(answer_, range);
        return marks_.emplace_back(std::move(mark));
    }

    /// So many words in a row that stand in the review, or fewer in quotation marks.
    void quotation(std::size_t words)
    {
        const auto review = text::tokenize(facts_.text);
        const auto common = [&](std::size_t at) {
            std::size_t best = 0;
            for (std::size_t from = 0; from < review.size(); ++from) {
                std::size_t n = 0;
                while (at + n < tokens_.size() && from + n < review.size() && tokens_[at + n].word == review[from + n].word)
                    ++n;
                best = std::max(best, n);
            }
            return best;
        };
        for (std::size_t at = 0; at < tokens_.size();) {
            const auto n = common(at);
            const bool marked = n >= kLeastMarked && inMarks(at, n);
            // Words of grammar alone quote nobody: "de la part de toute l'".
            const bool says = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.begin() + static_cast<std::ptrdiff_t>(at + n), [&](const Token &token) { return !text::isStopWord(token.word, "und"); });
            if ((n >= words || marked) && says) {
                add({tokens_[at].begin, tokens_[at + n - 1].end});
                at += n;
            } else {
                ++at;
            }
        }
    }
    [[nodiscard]] bool inMarks(std::size_t at, std::size_t n) const
    {
        auto before = answer_.substr(0, tokens_[at].begin), after = answer_.substr(tokens_[at + n - 1].end);
        const auto trimmed = [](std::string_view &text, bool back) {
            constexpr std::array<std::string_view, 3> kBlanks{" ", "\xC2\xA0", "\xE2\x80\xAF"};
            for (bool again = true; again;) {
                again = false;
                for (const auto blank : kBlanks)
                    if (text.size() >= blank.size() && (back ? text.substr(text.size() - blank.size()) : text.substr(0, blank.size())) == blank) {
                        back ? text.remove_suffix(blank.size()) : text.remove_prefix(blank.size());
                        again = true;
                    }
            }
        };
        trimmed(before, true);
        trimmed(after, false);
        constexpr std::array<std::string_view, 4> kOpen{"\"", "\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x98"};
        return std::any_of(kOpen.begin(), kOpen.end(), [&](std::string_view open) { return before.size() >= open.size() && before.substr(before.size() - open.size()) == open; });
    }

    void personal()
    {
        name();
        numbers(kLeastPhoneDigits);
        references();
    }
    /// First and last name, or a whole name of several words: the handle alone is how the site itself calls people.
    void name()
    {
        const auto wanted = text::tokenize(facts_.author);
        if (wanted.size() < 2)
            return;
        for (std::size_t at = 0; at + wanted.size() <= tokens_.size(); ++at) {
            const auto same = [&](std::size_t i) { return tokens_[at + i].word == wanted[i].word; };
            bool all = true;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                all = all && same(i);
            if (all)
                add({tokens_[at].begin, tokens_[at + wanted.size() - 1].end});
        }
    }
    /// Digits with blanks, dots and dashes between them, as telephones are written.
    void numbers(std::size_t least)
    {
        for (std::size_t at = 0; at < answer_.size(); ++at) {
            if (!isDigit(answer_[at]) || (at > 0 && isDigit(answer_[at - 1])))
                continue;
            std::size_t end = at, digits = 0;
            for (std::size_t i = at; i < answer_.size() && (isDigit(answer_[i]) || std::string_view(" .-()").find(answer_[i]) != std::string_view::npos); ++i)
                if (isDigit(answer_[i])) {
                    ++digits;
                    end = i + 1;
                }
            if (digits >= least && digits <= kMostPhoneDigits)
                add({static_cast<std::uint32_t>(at > 0 && answer_[at - 1] == '+' ? at - 1 : at), static_cast<std::uint32_t>(end)});
            at = std::max(at, end);
        }
    }
    /// "booking 48213", "chambre n\xC2\xB0 12": what tells one guest from the others.
    void references()
    {
        std::set<std::string> words;
        for (const auto *lang : {"fr", "en"})
            for (const auto &word : sites().at("reference").at(lang))
                words.insert(text::fold(word.get<std::string>()));
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (words.count(tokens_[at].word) == 0)
                continue;
            for (std::size_t next = at + 1; next < std::min(at + 5, tokens_.size()); ++next) {
                const auto &word = tokens_[next].word;
                const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), isDigit));
                if (digits >= kLeastReferenceDigits) {
                    add({tokens_[at].begin, tokens_[next].end});
                    break;
                }
                const bool sign = word == "\xC2\xB0" || word == "number" || word == "numero" || (word.size() <= kLongestNumberSign && word.front() == 'n');
                if (!sign)
                    break;
            }
        }
    }

    void contact()
    {
        for (std::size_t at = answer_.find('@'); at != std::string_view::npos; at = answer_.find('@', at + 1)) {
            const auto part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '-' || c == '_' || c == '+'; };
            auto begin = at, end = at + 1;
            while (begin > 0 && part(answer_[begin - 1]))
                --begin;
            while (end < answer_.size() && part(answer_[end]))
                ++end;
            while (end > at + 1 && answer_[end - 1] == '.')
                --end;
            if (begin < at && answer_.substr(at, end - at).find('.') != std::string_view::npos)
                add({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        }
    }

    void phrases(const char *list)
    {
        Charter charter;
        auto &article = charter.articles.emplace_back();
        for (const auto *lang : {"fr", "en"}) {
            auto &check = article.checks.emplace_back();
            check.lang = lang_ == "fr" || lang_ == "en" ? lang : "";
            check.words = sites().at(list).at(lang).get<std::vector<std::string>>();
        }
        for (const auto &mark : checkDraft(charter, answer_, lang_, {}))
            add({mark.begin, mark.end});
    }
    /// "-15 %", "20% off", "10 % de remise"; not "100 % satisfied".
    void percentages()
    {
        for (std::size_t at = answer_.find('%'); at != std::string_view::npos; at = answer_.find('%', at + 1)) {
            auto begin = at;
            while (begin > 0 && (isDigit(answer_[begin - 1]) || answer_[begin - 1] == ' ' || answer_[begin - 1] == '\xA0' || answer_[begin - 1] == '\xC2' || answer_[begin - 1] == '\xAF' || answer_[begin - 1] == '\x80'
                                 || answer_[begin - 1] == '\xE2'))
                --begin;
            while (begin < at && !isDigit(answer_[begin]))
                ++begin;
            if (begin == at)
                continue;
            const bool less = begin > 0 && (answer_[begin - 1] == '-' || (begin > 2 && answer_.substr(begin - 3, 3) == "\xE2\x88\x92"));
            const auto after = text::fold(answer_.substr(at + 1, 24));
            const auto begins = [&](std::string_view word) { return after.rfind(word, 0) == 0; };
            if (less || begins("off") || begins("de remise") || begins("de reduction") || begins("de moins") || begins("discount"))
                add({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + 1)});
        }
    }

    void links()
    {
        for (const auto &link : linksIn(answer_))
            add({link.begin, link.end});
    }
    void length(int limit)
    {
        const auto letters = std::count_if(answer_.begin(), answer_.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        if (letters > limit)
            add({}).limit = limit;
    }

    std::string_view answer_;
    const ReviewFacts &facts_;
    std::vector<Token> tokens_;
    std::string lang_;
    SiteRule rule_ = SiteRule::Quotation;
    bool blocks_ = false;
    std::vector<SiteMark> marks_;
};

bool holds(const Json &list, const std::string &value)
{
    return std::any_of(list.begin(), list.end(), [&](const Json &one) { return one == value; });
}

} // namespace

const char *toString(SiteRule rule) noexcept
{
    for (const auto &[name, value] : kRules)
        if (value == rule)
            return name;
    return "quotation";
}

std::string reviewSiteOf(const Item &review)
{
    if (review.kind != ItemKind::Review)
        return {};
    for (const auto &site : sites().at("sites"))
        if (holds(site.at("networks"), review.connector))
            return site.at("site").get<std::string>();
    for (const auto &site : sites().at("sites"))
        if (const auto &name = site.at("site").get_ref<const std::string &>(); text::fold(review.container) == name) // as files name their network
            return name;
    for (const auto &site : sites().at("sites"))
        for (const auto &host : site.at("hosts")) {
            const auto &part = host.get_ref<const std::string &>();
            const auto at = review.permalink.find(part);
            if (at != std::string::npos && at > 0 && (review.permalink[at - 1] == '/' || review.permalink[at - 1] == '.'))
                return site.at("site").get<std::string>();
        }
    return {};
}

std::vector<SiteMark> checkSiteAnswer(std::string_view site, std::string_view answer, std::string_view language, const ReviewFacts &facts)
{
    Reading reading(answer, language, facts);
    if (const auto *known = siteNamed(site))
        for (const auto &rule : known->at("rules"))
            reading.hold(rule);
    return reading.marks();
}

Result<std::vector<SiteMark>> reviewSiteMarks(store::Tx &tx, ItemId review, std::string_view answer, std::string_view language)
{
    VIGIE_TRY(const auto item, store::Items(tx).get(review));
    if (!item)
        return std::vector<SiteMark>{};
    const auto site = reviewSiteOf(*item);
    if (site.empty())
        return std::vector<SiteMark>{};
    ReviewFacts facts{item->title + "\n" + item->text, item->author.name.empty() ? item->author.handle : item->author.name, 0};
    VIGIE_TRY(facts.answers, store::Reviews(tx).answersTo(review));
    return checkSiteAnswer(site, answer, language, facts);
}

} // namespace vigie::desk
