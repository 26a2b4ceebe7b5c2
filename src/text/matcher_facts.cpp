// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher_facts.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace vigie::text {

namespace {

constexpr unsigned kHasShift = 0, kIsShift = 8, kSentimentShift = 20;

/// Same order as fieldValues(QueryField::Has).
enum class Has : unsigned { Link, Image, Video, Media, Question, Mention, Tag };
/// Same order as fieldValues(QueryField::Is).
enum class Is : unsigned { Reply, Repost, Quote, Original, Review, Ours, Direct, Edited, Deleted };

constexpr Facts bit(Has value) { return Facts{1} << (kHasShift + static_cast<unsigned>(value)); }
constexpr Facts bit(Is value) { return Facts{1} << (kIsShift + static_cast<unsigned>(value)); }

Facts contentFacts(const Item &item)
{
    Facts facts = 0;
    for (const auto &span : item.spans) {
        switch (span.kind) {
        case TextSpan::Kind::Link: facts |= bit(Has::Link); break;
        case TextSpan::Kind::Mention: facts |= bit(Has::Mention); break;
        case TextSpan::Kind::Tag: facts |= bit(Has::Tag); break;
        case TextSpan::Kind::Emoji: break;
        }
    }
    for (const auto &media : item.media) {
        facts |= bit(Has::Media);
        if (media.kind == MediaRef::Kind::Image)
            facts |= bit(Has::Image);
        if (media.kind == MediaRef::Kind::Video || media.kind == MediaRef::Kind::Animation)
            facts |= bit(Has::Video);
    }
    if (item.ref(Relation::LinksTo))
        facts |= bit(Has::Link);
    if (asksQuestion(item))
        facts |= bit(Has::Question);
    return facts;
}

Facts kindFacts(const Item &item)
{
    Facts facts = 0;
    const bool answers = item.kind == ItemKind::Comment || item.kind == ItemKind::Answer;
    if (answers || item.ref(Relation::ReplyTo) || item.ref(Relation::AnswersReview))
        facts |= bit(Is::Reply);
    if (item.ref(Relation::RepostOf))
        facts |= bit(Is::Repost);
    if (item.ref(Relation::QuoteOf))
        facts |= bit(Is::Quote);
    if (facts == 0)
        facts |= bit(Is::Original);
    if (item.kind == ItemKind::Review)
        facts |= bit(Is::Review);
    if (item.ours)
        facts |= bit(Is::Ours);
    if (item.visibility == Visibility::Direct || item.kind == ItemKind::Message)
        facts |= bit(Is::Direct);
    if (item.editedAt)
        facts |= bit(Is::Edited);
    if (item.state == ItemState::DeletedByAuthor || item.state == ItemState::RemovedByModeration || item.state == ItemState::AccountGone)
        facts |= bit(Is::Deleted);
    return facts;
}

Facts sentimentFact(const Item &item)
{
    const unsigned index = item.toneLabel > 0 ? 0U : item.toneLabel < 0 ? 1U : 2U;
    return Facts{1} << (kSentimentShift + index);
}

bool blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The start of the run without blanks that holds `at`: what looks like a link is judged whole.
bool insideBareLink(std::string_view text, std::size_t at)
{
    auto begin = at;
    while (begin > 0 && !blank(text[begin - 1]))
        --begin;
    const auto run = text.substr(begin, at - begin);
    // "https://a.test/x?y=1" holds its question mark; "see https://a.test?" asks.
    const bool last = at + 1 == text.size() || blank(text[at + 1]);
    return !last && (run.find("://") != std::string_view::npos || run.rfind("www.", 0) == 0);
}

bool asks(std::string_view text, const std::vector<TextSpan> &spans)
{
    constexpr std::string_view kWideMark = "\xEF\xBC\x9F";
    if (text.find(kWideMark) != std::string_view::npos)
        return true;
    for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
        const bool linked = std::any_of(spans.begin(), spans.end(), [at](const TextSpan &span) {
            return span.kind == TextSpan::Kind::Link && span.begin <= at && at < span.end;
        });
        if (!linked && !insideBareLink(text, at))
            return true;
    }
    return false;
}

/// The words of all facts, each behind a space, with their bits, in the order they are indexed in.
const std::vector<std::pair<Facts, std::string>> &factWords()
{
    static const auto words = [] {
        std::vector<std::pair<Facts, std::string>> out;
        for (const auto field : {QueryField::Sentiment, QueryField::Has, QueryField::Is})
            for (const auto value : fieldValues(field))
                out.emplace_back(factBit(field, value), ' ' + factToken(field, value));
        return out;
    }();
    return words;
}

void addWord(std::string &tokens, char kind, std::string_view word)
{
    tokens += ' ';
    tokens += kind;
    tokens += word;
}

} // namespace

bool asksQuestion(const Item &item)
{
    return asks(item.text, item.spans) || asks(item.title, {});
}

Facts factsOf(const Item &item)
{
    return contentFacts(item) | kindFacts(item) | sentimentFact(item);
}

Facts factBit(QueryField field, std::string_view value)
{
    const auto values = fieldValues(field);
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end())
        return 0;
    const auto index = static_cast<unsigned>(found - values.begin());
    switch (field) {
    case QueryField::Has: return Facts{1} << (kHasShift + index);
    case QueryField::Is: return Facts{1} << (kIsShift + index);
    case QueryField::Sentiment: return Facts{1} << (kSentimentShift + index);
    default: return 0;
    }
}

std::string factToken(QueryField field, std::string_view value)
{
    switch (field) {
    case QueryField::Has: return 'h' + std::string(value);
    case QueryField::Is: return 'i' + std::string(value);
    case QueryField::Sentiment: return 's' + std::string(value.substr(0, 3));
    default: return {};
    }
}

AuthorKeys authorKeys(std::string_view handle, std::string_view name)
{
    AuthorKeys keys;
    while (!handle.empty() && handle.front() == '@')
        handle.remove_prefix(1);
    keys.whole = compactName(handle);
    if (const auto at = handle.find('@'); at != std::string_view::npos)
        keys.user = compactName(handle.substr(0, at));
    if (keys.user == keys.whole)
        keys.user.clear();
    keys.name = compactName(name);
    if (keys.name == keys.whole || keys.name == keys.user)
        keys.name.clear();
    return keys;
}

namespace {

std::optional<double> metric(const std::vector<MetricValue> &metrics, std::string_view key)
{
    for (const auto &one : metrics)
        if (one.key == key && (one.status == ValueStatus::Ok || one.status == ValueStatus::Estimated))
            return one.value;
    return std::nullopt;
}

} // namespace

std::optional<double> numberOf(const Item &item, QueryField field)
{
    switch (field) {
    case QueryField::Likes: return metric(item.metrics, "likes");
    case QueryField::Replies: return metric(item.metrics, "replies");
    case QueryField::Reposts: return metric(item.metrics, "reposts");
    case QueryField::Followers: return metric(item.author.metrics, "followers");
    case QueryField::Rating: return item.rating ? std::optional(std::round(*item.rating * 5e6) / 1e6) : std::nullopt; // 0.2 times 3 is not 0.6
    case QueryField::Reach: {
        // Who saw it where the network counts that, else who may have.
        const auto views = metric(item.metrics, "views");
        return views ? views : metric(item.author.metrics, "followers");
    }
    default: return std::nullopt;
    }
}

std::string_view siteOf(const Item &item)
{
    if (!item.permalink.empty())
        return item.permalink;
    return item.uri.find("://") != std::string::npos ? item.uri : item.instance;
}

std::string langKey(std::string_view lang)
{
    auto key = compactName(lang.substr(0, lang.find_first_of("-_")));
    return key.empty() ? "und" : key;
}

std::string foldedText(const Item &item)
{
    if (item.title.empty() && item.warning.empty())
        return fold(item.text);
    std::string whole = item.title;
    for (const auto *piece : {&item.warning, &item.text})
        if (!piece->empty())
            whole += (whole.empty() ? "" : "\n") + *piece;
    return fold(whole);
}

void splitWords(std::string_view folded, std::vector<std::string> &words)
{
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < folded.size();) {
        const auto end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin) {
            if (count == words.size())
                words.emplace_back();
            words[count++].assign(folded, begin, end - begin);
        }
        begin = end + 1;
    }
    words.resize(count);
}

Subject subjectOf(const Item &item, std::span<const std::string> words)
{
    Subject subject;
    subject.item = &item;
    subject.words = words;
    subject.network = item.connector;
    subject.authorHandle = item.author.handle;
    subject.authorName = item.author.name;
    subject.status = "none";
    return subject;
}

std::string filterTokens(const Item &item, std::string_view network)
{
    std::string tokens;
    tokens.reserve(96);
    tokens = kEveryItemToken;
    if (const auto key = compactName(network); !key.empty())
        addWord(tokens, 'n', key);
    addWord(tokens, 'l', langKey(item.lang));
    const auto facts = factsOf(item);
    for (const auto &[bit, word] : factWords())
        if ((facts & bit) != 0)
            tokens += word;
    const auto author = authorKeys(item.author.handle, item.author.name);
    for (const auto *name : {&author.whole, &author.user, &author.name})
        if (!name->empty())
            addWord(tokens, 'a', *name);
    return tokens;
}

} // namespace vigie::text
