// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/fold.hpp>

#include <array>
#include <utility>

namespace vigie::text::testing {

namespace {

using namespace std::string_view_literals;

// Few and alike, so that phrases, beginnings and negations do hit; hostile ones for the full-text parser among them.
constexpr std::array kVocabulary{
    "chêne"sv,    "chene"sv,  "table"sv,     "tablette"sv,  "l'orange"sv, "d’Orange"sv, "réparation"sv, "réparer"sv, "repair"sv,
    "service"sv,  "client"sv, "e-réputation"sv, "oak"sv,   "veneer"sv,   "placage"sv,  "SAV"sv,        "livraison"sv, "livré"sv,
    "delivery"sv, "late"sv,   "en"sv,        "retard"sv,    "the"sv,      "a"sv,        "aujourd'hui"sv, "cœur"sv,   "coeur"sv,
    "#dubreuil"sv, "@dubreuil"sv, "NOT"sv,   "AND"sv,       "OR"sv,       "NEAR"sv,     "text"sv,       "tags"sv,    "zall"sv,
    "lfr"sv,      "\xF0\x9F\xAA\x91"sv, "\xF0\x9F\x98\xA1"sv, "\xF0\x9F\xA5\xB2"sv, "\xE6\x97\xA5\xE6\x9C\xAC"sv, "2026"sv, "10:30"sv, "\"quoted\""sv, "(brackets)"sv,
    "star*"sv,    "noël"sv,   "Straße"sv,    "ΣΟΦΟΣ"sv,     "мебель"sv};
constexpr std::array kAuthors{"camille@social.test"sv, "camille@autre.test"sv, "dubreuil@social.test"sv, "hélène.ménard@social.test"sv,
                              "@jo_martin"sv, ""sv};
constexpr std::array kAuthorNames{"Jo Martin"sv, "Camille"sv, "Hélène Ménard"sv, "Dubreuil, l'atelier"sv, ""sv};
constexpr std::array kLangs{"fr"sv, "en"sv, "und"sv, ""sv, "de"sv};
constexpr std::array kNetworks{"mastodon"sv, "feed"sv, "file"sv};
constexpr std::array kTags{"sav"sv, "Après-vente"sv, "presse"sv, "à suivre"sv};
constexpr std::array kStatuses{"none"sv, "new"sv, "open"sv, "waiting_inside"sv, "waiting_member"sv, "done"sv, "snoozed"sv};

template <class Array>
std::string pick(Sequence &random, const Array &from)
{
    return std::string(from[random.below(from.size())]);
}

bool chance(Sequence &random, double share) { return random.unit() < share; }

void addHas(Item &item, std::string_view what)
{
    const auto span = [&](TextSpan::Kind kind) { item.spans.push_back({kind, 0, 0, {}}); };
    const auto media = [&](MediaRef::Kind kind) {
        MediaRef ref;
        ref.kind = kind;
        item.media.push_back(ref);
    };
    if (what == "link")
        span(TextSpan::Kind::Link);
    else if (what == "mention")
        span(TextSpan::Kind::Mention);
    else if (what == "tag")
        span(TextSpan::Kind::Tag);
    else if (what == "image")
        media(MediaRef::Kind::Image);
    else if (what == "video")
        media(MediaRef::Kind::Video);
    else if (what == "question")
        item.title = "Quand ?";
}

void addIs(Item &item, std::string_view what)
{
    if (what == "reply")
        item.refs.push_back({Relation::ReplyTo, "1", {}});
    else if (what == "repost")
        item.refs.push_back({Relation::RepostOf, "1", {}});
    else if (what == "quote")
        item.refs.push_back({Relation::QuoteOf, "1", {}});
    else if (what == "review")
        item.kind = ItemKind::Review;
    else if (what == "ours")
        item.ours = AccountId{1};
    else if (what == "direct")
        item.visibility = Visibility::Direct;
    else if (what == "edited")
        item.editedAt = Instant{};
    else if (what == "deleted")
        item.state = ItemState::DeletedByAuthor;
}

void apply(Sample &sample, std::string_view key, std::string value)
{
    if (key == "network")
        sample.network = std::move(value);
    else if (key == "author")
        sample.item.author.handle = std::move(value);
    else if (key == "name")
        sample.item.author.name = std::move(value);
    else if (key == "lang")
        sample.item.lang = std::move(value);
    else if (key == "tone")
        sample.item.toneLabel = static_cast<std::int8_t>(std::stoi(value));
    else if (key == "status")
        sample.status = std::move(value);
    else if (key == "has")
        addHas(sample.item, value);
    else if (key == "is")
        addIs(sample.item, value);
    else if (key == "tags")
        for (std::size_t at = 0; at <= value.size();) {
            const auto comma = std::min(value.find(',', at), value.size());
            sample.tags.push_back(value.substr(at, comma - at));
            at = comma + 1;
        }
}

QueryNode randomField(Sequence &random, bool desk)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Field;
    node.field = static_cast<QueryField>(random.below(desk ? 8 : 6));
    const auto values = fieldValues(node.field);
    switch (node.field) {
    case QueryField::Network: node.value = pick(random, kNetworks); break;
    case QueryField::Author: node.value = compactName(pick(random, std::array{"camille"sv, "camille@autre.test"sv, "hélène.ménard"sv, "jo.martin"sv, "dubreuil"sv, "Dubreuil l'atelier"sv})); break;
    case QueryField::Lang: node.value = pick(random, std::array{"fr"sv, "en"sv, "und"sv}); break;
    case QueryField::Tag: node.value = fold(pick(random, kTags)); break;
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is:
    case QueryField::Status: node.value = std::string(values[random.below(values.size())]); break;
    }
    return node;
}

std::vector<std::string> foldedPick(Sequence &random)
{
    std::vector<std::string> words;
    for (auto &token : tokenize(pick(random, kVocabulary)))
        words.push_back(std::move(token.word));
    return words;
}

QueryNode randomWords(Sequence &random)
{
    QueryNode node;
    const auto pieces = 1 + (chance(random, 0.25) ? 1 : 0);
    for (int i = 0; i < pieces; ++i)
        for (auto &word : foldedPick(random))
            node.words.push_back(std::move(word));
    node.kind = node.words.size() == 1 ? QueryNode::Kind::Word : QueryNode::Kind::Phrase;
    if (chance(random, 0.25)) {
        node.kind = QueryNode::Kind::Prefix;
        auto &last = node.words.back();
        if (static_cast<unsigned char>(last.front()) < 0x80 && last.size() > 2)
            last.resize(1 + random.below(last.size() - 1));
    }
    return node;
}

} // namespace

void Sample::indexWords()
{
    words.clear();
    for (auto &token : tokenize(item.title + "\n" + item.warning + "\n" + item.text))
        words.push_back(std::move(token.word));
}

Subject Sample::subject() const
{
    return {&item, words, network, item.author.handle, item.author.name, tags, status};
}

Sample readSample(std::string_view line)
{
    Sample sample;
    if (!line.empty() && line.front() == '[') {
        const auto close = line.find(']');
        auto header = std::string(line.substr(1, close - 1)) + ';';
        line.remove_prefix(std::min(close + 2, line.size()));
        for (std::size_t at = 0; at < header.size();) {
            at = header.find_first_not_of(' ', at);
            const auto end = header.find(';', at);
            const auto equals = header.find('=', at);
            apply(sample, header.substr(at, equals - at), header.substr(equals + 1, end - equals - 1));
            at = end + 1;
        }
    }
    sample.item.text = std::string(line);
    sample.indexWords();
    return sample;
}

Sample randomSample(Sequence &random)
{
    Sample sample;
    const auto count = 1 + random.below(14);
    for (std::uint64_t i = 0; i < count; ++i)
        sample.item.text += (i == 0 ? "" : chance(random, 0.2) ? ", " : " ") + pick(random, kVocabulary);
    if (chance(random, 0.2))
        sample.item.text += " ?";
    if (chance(random, 0.2))
        sample.item.warning = pick(random, kVocabulary);
    sample.item.author.handle = pick(random, kAuthors);
    sample.item.author.name = pick(random, kAuthorNames);
    sample.item.lang = pick(random, kLangs);
    sample.item.toneLabel = static_cast<std::int8_t>(static_cast<int>(random.below(3)) - 1);
    sample.network = pick(random, kNetworks);
    sample.status = pick(random, kStatuses);
    for (const auto value : fieldValues(QueryField::Has))
        if (chance(random, 0.2))
            addHas(sample.item, value);
    for (const auto value : fieldValues(QueryField::Is))
        if (chance(random, 0.15))
            addIs(sample.item, value);
    for (const auto tag : kTags)
        if (chance(random, 0.2))
            sample.tags.emplace_back(tag);
    sample.indexWords();
    return sample;
}

QueryNode randomNode(Sequence &random, int depth, bool desk)
{
    const auto shape = depth > 0 ? random.below(10) : 9;
    if (shape > 5)
        return chance(random, 0.3) ? randomField(random, desk) : randomWords(random);
    QueryNode node;
    node.kind = shape < 3 ? QueryNode::Kind::And : shape < 5 ? QueryNode::Kind::Or : QueryNode::Kind::Not;
    const auto count = node.kind == QueryNode::Kind::Not ? 1 : 2 + random.below(3);
    for (std::uint64_t i = 0; i < count; ++i)
        node.children.push_back(randomNode(random, depth - 1, desk));
    return node;
}

QueryNode withoutRanges(QueryNode node)
{
    node.begin = node.end = 0;
    for (auto &child : node.children)
        child = withoutRanges(std::move(child));
    return node;
}

Query asQuery(QueryNode node)
{
    Query query;
    query.source = toSource(node);
    query.root = std::move(node);
    return query;
}

} // namespace vigie::text::testing
