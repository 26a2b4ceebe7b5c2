// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
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
    else if (key == "title")
        sample.item.title = std::move(value);
    else if (key == "permalink")
        sample.item.permalink = std::move(value);
    else if (key == "instance")
        sample.item.instance = std::move(value);
    else if (key == "link")
        sample.item.spans.push_back({TextSpan::Kind::Link, 0, 0, std::move(value)});
    else if (key == "quoted")
        sample.quoted = std::move(value);
    else if (key == "assignee")
        sample.assignee = std::move(value);
    else if (key == "sla")
        sample.sla = std::move(value);
    else if (key == "member")
        sample.memberKeys.push_back(std::move(value));
    else if (key == "known")
        sample.desk.known = value == "yes";
    else if (key == "answered")
        sample.desk.answered = value == "yes";
    else if (key == "rating")
        sample.item.rating = std::stod(value);
    else if (key == "at")
        sample.item.publishedAt = parseRfc3339(value).value();
    else if (key == "followers")
        sample.item.author.metrics.push_back({std::string(key), std::stod(value), ValueStatus::Ok});
    else if (key == "likes" || key == "replies" || key == "reposts" || key == "views")
        sample.item.metrics.push_back({std::string(key), std::stod(value), ValueStatus::Ok});
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

QueryNode fieldNode(QueryField field, std::string value)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Field;
    node.field = field;
    node.value = std::move(value);
    return node;
}

QueryNode randomField(Sequence &random, Reach reach)
{
    constexpr std::array kTable{QueryField::Network, QueryField::Author, QueryField::Lang, QueryField::Sentiment, QueryField::Has, QueryField::Is};
    constexpr std::array kDesk{QueryField::Tag, QueryField::Status, QueryField::Known, QueryField::Answered, QueryField::Sla, QueryField::Assignee};
    const auto field = reach == Reach::Desk && chance(random, 0.5) ? kDesk[random.below(kDesk.size())] : kTable[random.below(kTable.size())];
    const auto values = fieldValues(field);
    switch (field) {
    case QueryField::Network: return fieldNode(field, pick(random, kNetworks));
    case QueryField::Author:
        return fieldNode(field, compactName(pick(random, std::array{"camille"sv, "camille@autre.test"sv, "h\xC3\xA9l\xC3\xA8ne.m\xC3\xA9nard"sv,
                                                                    "jo.martin"sv, "dubreuil"sv, "Dubreuil l'atelier"sv})));
    case QueryField::Lang: return fieldNode(field, pick(random, std::array{"fr"sv, "en"sv, "und"sv}));
    case QueryField::Tag: return fieldNode(field, fold(pick(random, kTags)));
    case QueryField::Assignee: return fieldNode(field, pick(random, std::array{"none"sv, "lea"sv, "jo martin"sv}));
    default: return fieldNode(field, std::string(values[random.below(values.size())]));
    }
}

QueryNode randomNumber(Sequence &random)
{
    constexpr std::array kFields{"likes"sv, "replies"sv, "reposts"sv, "rating"sv};
    constexpr std::array kRanges{">2"sv, ">=2"sv, "<3"sv, "<=1"sv, "2"sv, "1..4"sv, ">1.5k"sv};
    return parseQuery(pick(random, kFields) + ':' + pick(random, kRanges))->root;
}

/// What is read of an address or a time, by its own reader.
QueryNode randomOther(Sequence &random)
{
    constexpr std::array kSources{"since:2026-11-20"sv, "until:2026-11-20"sv, "date:2026-11-19..2026-11-20"sv, "date:2026-11"sv, "link:a.example"sv,
                                  "site:blog.test"sv, "url:chaise"sv, "connector:mastodon"sv, "site:social.test/p"sv};
    return parseQuery(pick(random, kSources))->root;
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

QueryNode randomPattern(Sequence &random)
{
    constexpr std::array kPatterns{"*tion"sv, "r?p*"sv, "s*ice"sv, "?able"sv, "\"* client\""sv, "\"service *\""sv, "l*"sv, "c??ur"sv, "*e*"sv, "\"en r* the\""sv};
    return parseQuery(pick(random, kPatterns))->root;
}

QueryNode randomExact(Sequence &random)
{
    constexpr std::array kExact{"case:SAV"sv, "case:ch\xC3\xAAne"sv, "accent:ch\xC3\xAAne"sv, "accent:r\xC3\xA9paration"sv, "raw:\"l'orange\""sv, "raw:(brackets)"sv,
                                "raw:\", \""sv, "raw:e-r\xC3\xA9putation"sv, "raw:#dubreuil"sv, "case:\"NOT AND\""sv, "accent:c\xC5\x93ur"sv};
    const auto query = parseQuery(pick(random, kExact));
    return query && query->root.kind == QueryNode::Kind::Exact ? query->root : parseQuery("raw:\", \"")->root;
}

QueryNode nearOperand(Sequence &random, int depth)
{
    if (depth > 0 && chance(random, 0.3)) {
        QueryNode either;
        either.kind = QueryNode::Kind::Or;
        either.children = {nearOperand(random, depth - 1), nearOperand(random, depth - 1)};
        return either;
    }
    return chance(random, 0.2) ? randomPattern(random) : randomWords(random);
}

QueryNode randomNear(Sequence &random, int depth)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Near;
    node.distance = static_cast<int>(random.below(4));
    node.ordered = chance(random, 0.3);
    node.children = {depth > 1 && chance(random, 0.2) ? randomNear(random, depth - 1) : nearOperand(random, depth), nearOperand(random, depth)};
    return node;
}

/// Something that a stretch of text alone decides.
QueryNode randomInText(Sequence &random, int depth)
{
    const auto shape = depth > 0 ? random.below(8) : 7;
    QueryNode node;
    if (shape < 3) {
        node.kind = shape == 0 ? QueryNode::Kind::And : shape == 1 ? QueryNode::Kind::Or : QueryNode::Kind::Not;
        const int count = shape == 2 ? 1 : 2;
        for (int i = 0; i < count; ++i)
            node.children.push_back(randomInText(random, depth - 1));
        return node;
    }
    if (shape == 3)
        return randomNear(random, depth - 1);
    return shape == 4 ? randomPattern(random) : shape == 5 ? randomExact(random) : randomWords(random);
}

QueryNode randomStretch(Sequence &random, int depth)
{
    QueryNode node;
    const auto shape = random.below(4);
    if (shape == 3) {
        node.kind = QueryNode::Kind::Count;
        node.children = {nearOperand(random, 1)};
        node.range.least = static_cast<double>(random.below(3));
        if (chance(random, 0.5))
            node.range.most = node.range.least + static_cast<double>(random.below(2));
        return node;
    }
    node.kind = shape == 0 ? QueryNode::Kind::Sentence : QueryNode::Kind::Scope;
    if (shape > 0)
        node.field = shape == 1 ? QueryField::Title : QueryField::Body;
    node.children = {randomInText(random, depth)};
    return node;
}

QueryNode randomLeaf(Sequence &random, int depth, Reach reach)
{
    if (reach != Reach::Table && chance(random, 0.5))
        switch (random.below(6)) {
        case 0: return randomPattern(random);
        case 1: return randomExact(random);
        case 2: return randomNear(random, depth);
        case 3: return randomStretch(random, depth);
        case 4: return randomNumber(random);
        default: return randomOther(random);
        }
    return chance(random, 0.3) ? randomField(random, reach) : randomWords(random);
}

} // namespace

namespace {

void addNumbers(Sequence &random, Item &item)
{
    for (const auto *key : {"likes", "replies", "reposts"})
        if (chance(random, 0.6))
            item.metrics.push_back({key, static_cast<double>(random.below(6)) * (chance(random, 0.1) ? 1000 : 1), ValueStatus::Ok});
    if (chance(random, 0.3))
        item.rating = static_cast<double>(random.below(6)) / 5;
    if (chance(random, 0.3))
        item.title = pick(random, kVocabulary) + ' ' + pick(random, kVocabulary);
    item.permalink = pick(random, std::array{"https://www.blog.test/chaise/1"sv, "https://social.test/p/2"sv, ""sv});
    item.publishedAt = fromMicros(1'795'132'800'000'000 + static_cast<std::int64_t>(random.below(96)) * 3'600'000'000); // from 2026-11-19
    if (chance(random, 0.3))
        item.spans.push_back({TextSpan::Kind::Link, 0, 0, "https://www.a.example/x"});
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
    auto &known = const_cast<Sample *>(this)->desk; // points into the sample itself
    known.assignee = assignee;
    known.sla = sla;
    known.quoted = quoted;
    known.memberKeys = memberKeys;
    return {&item, words, network, item.author.handle, item.author.name, tags, status, &desk};
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
        sample.item.text += (i == 0 ? "" : chance(random, 0.2) ? ", " : chance(random, 0.1) ? ". Le " : " ") + pick(random, kVocabulary);
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
    addNumbers(random, sample.item);
    sample.assignee = pick(random, std::array{""sv, "L\xC3\xA9\x61"sv, "Jo Martin"sv});
    sample.sla = pick(random, std::array{""sv, "late"sv, "soon"sv, "ok"sv});
    sample.desk.known = chance(random, 0.3);
    sample.desk.answered = chance(random, 0.3);
    sample.indexWords();
    return sample;
}

QueryNode randomNode(Sequence &random, int depth, Reach reach)
{
    const auto shape = depth > 0 ? random.below(10) : 9;
    if (shape > 5)
        return randomLeaf(random, std::max(depth, 1), reach);
    QueryNode node;
    node.kind = shape < 3 ? QueryNode::Kind::And : shape < 5 ? QueryNode::Kind::Or : QueryNode::Kind::Not;
    const auto count = node.kind == QueryNode::Kind::Not ? 1 : 2 + random.below(3);
    for (std::uint64_t i = 0; i < count; ++i)
        node.children.push_back(randomNode(random, depth - 1, reach));
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
