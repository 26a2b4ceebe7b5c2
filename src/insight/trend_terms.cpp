// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/trend_terms.hpp"

#include <vigie/text/address.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using text::TermPiece;
using Role = TermPiece::Role;

constexpr std::size_t kLongestPhrase = 4;
/// A phrase hangs together when the rarest of its words comes in it at least half of the time.
constexpr double kCohesion = 0.5;

int distinctOf(std::vector<std::int64_t> authors)
{
    std::sort(authors.begin(), authors.end());
    return static_cast<int>(std::unique(authors.begin(), authors.end()) - authors.begin());
}

/// What stands first in a sentence may have its capital from there.
int weightOf(const TermPiece &first)
{
    return first.follows ? 2 : 1;
}

/// What most people write; of two, the one in small letters.
std::string commonest(const std::unordered_map<std::string, int> &forms)
{
    const std::pair<const std::string, int> *best = nullptr;
    for (const auto &form : forms)
        if (best == nullptr || form.second > best->second || (form.second == best->second && form.first > best->first))
            best = &form;
    return best == nullptr ? std::string() : best->first;
}

TrendKind kindOf(const int (&kinds)[4])
{
    const auto count = [&](TermPiece::Kind kind) { return kinds[static_cast<std::size_t>(kind)]; };
    if (count(TermPiece::Kind::Link) > 0)
        return TrendKind::Link;
    if (count(TermPiece::Kind::Emoji) > 0)
        return TrendKind::Emoji;
    return count(TermPiece::Kind::Tag) >= count(TermPiece::Kind::Word) ? TrendKind::Tag : TrendKind::Word;
}

void addWords(const text::QueryNode &node, std::unordered_set<std::string> &out)
{
    using Kind = text::QueryNode::Kind;
    if (node.kind == Kind::Not)
        return;
    if (node.kind == Kind::Exact)
        for (const auto &token : text::tokenize(node.value))
            out.insert(token.word);
    out.insert(node.words.begin(), node.words.end());
    if (node.words.size() > 1) {
        std::string whole;
        for (const auto &word : node.words)
            whole += (whole.empty() ? "" : " ") + word;
        out.insert(whole);
    }
    for (const auto &child : node.children)
        addWords(child, out);
}

} // namespace

std::string queryOf(const Candidate &term)
{
    if (term.kind == TrendKind::Link)
        return "link:\"" + term.key + '"';
    return '"' + (text::fold(term.form) == term.key ? term.form : term.key) + '"';
}

std::unordered_set<std::string> wordsAskedFor(const text::QueryNode &root)
{
    std::unordered_set<std::string> out;
    addWords(root, out);
    return out;
}

int TermGatherer::Seen::distinct() const
{
    return authors.size() < 2 ? static_cast<int>(authors.size()) : distinctOf(authors); // most words are said once
}

void TermGatherer::add(const store::SpokenPost &post)
{
    if (!post.title.empty() && post.text.rfind(post.title, 0) != 0)
        addPart(post.author, post.title, post.lang, {});
    addPart(post.author, post.text, post.lang, post.spans);
    if (post.links.empty())
        return;
    Part card;
    card.author = post.author;
    for (const auto &link : post.links) {
        TermPiece piece;
        piece.kind = TermPiece::Kind::Link;
        piece.key = text::plainAddress(link);
        if (!piece.key.empty())
            card.pieces.push_back(std::move(piece));
    }
    parts_.push_back(std::move(card));
}

void TermGatherer::addPart(std::int64_t author, std::string text, const std::string &lang, const std::vector<TextSpan> &spans)
{
    auto pieces = text::termPieces(text, lang, spans);
    if (!pieces.empty())
        parts_.push_back({author, std::move(text), std::move(pieces)});
}

bool TermGatherer::isKnown(const TermPiece &piece) const
{
    return piece.kind != TermPiece::Kind::Link && known_.count(piece.key) != 0;
}

TermGatherer::Terms TermGatherer::singles() const
{
    Terms out;
    for (const auto &part : parts_)
        for (const auto &piece : part.pieces) {
            if (piece.role != Role::Content || isKnown(piece))
                continue;
            auto &seen = out[piece.key];
            seen.authors.push_back(part.author);
            ++seen.kinds[static_cast<std::size_t>(piece.kind)];
            seen.forms[piece.kind == TermPiece::Kind::Link ? piece.key : part.text.substr(piece.begin, piece.end - piece.begin)] += weightOf(piece);
        }
    for (auto it = out.begin(); it != out.end();)
        it = it->second.distinct() < kTrendLeastAuthors ? out.erase(it) : std::next(it);
    return out;
}

void TermGatherer::addPhrases(const Part &part, const Terms &singles, Terms &phrases) const
{
    const auto &pieces = part.pieces;
    const auto carries = [&](const TermPiece &piece) {
        return piece.kind == TermPiece::Kind::Word && piece.role == Role::Content && singles.count(piece.key) != 0;
    };
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        if (pieces[first].kind != TermPiece::Kind::Word || (pieces[first].role != Role::Number && !carries(pieces[first])))
            continue;
        auto key = pieces[first].key;
        int words = carries(pieces[first]) ? 1 : 0, said = 1;
        for (auto last = first + 1; last < pieces.size() && last < first + kLongestPhrase && pieces[last].follows; ++last) {
            const auto &piece = pieces[last];
            if (piece.role == Role::Grammar || (piece.role == Role::Content && !carries(piece)))
                break;
            key += ' ' + piece.key;
            if (piece.role == Role::Linking)
                continue;
            words += piece.role == Role::Content ? 1 : 0;
            if (++said < 2 || words == 0)
                continue;
            auto &seen = phrases[key];
            seen.authors.push_back(part.author);
            seen.words = words;
            seen.forms[part.text.substr(pieces[first].begin, piece.end - pieces[first].begin)] += weightOf(pieces[first]);
        }
    }
}

std::vector<Candidate> TermGatherer::candidates() const
{
    const auto words = singles();
    Terms phrases;
    for (const auto &part : parts_)
        addPhrases(part, words, phrases);
    std::vector<Candidate> out;
    for (const auto &[key, seen] : words) {
        const auto kind = kindOf(seen.kinds);
        out.push_back({kind, key, (kind == TrendKind::Tag ? "#" : "") + commonest(seen.forms), 1});
    }
    for (const auto &[key, seen] : phrases) {
        const int authors = seen.distinct();
        if (authors < kTrendLeastAuthors || known_.count(key) != 0)
            continue;
        int rarest = authors;
        bool first = true;
        for (std::size_t at = 0; at < key.size();) { // pieces of several folded words are found whole or not at all
            const auto end = std::min(key.find(' ', at), key.size());
            if (const auto word = words.find(key.substr(at, end - at)); word != words.end()) {
                rarest = first ? word->second.distinct() : std::min(rarest, word->second.distinct());
                first = false;
            }
            at = end + 1;
        }
        if (authors >= kCohesion * rarest)
            out.push_back({TrendKind::Phrase, key, commonest(seen.forms), seen.words});
    }
    return out;
}

TermCounter::TermCounter(const std::vector<Candidate> &candidates) : posts_(candidates.size())
{
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto &key = candidates[i].key;
        (candidates[i].kind == TrendKind::Link ? byAddress_ : byWords_).emplace(key, i);
        longest_ = std::max(longest_, static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
    }
}

void TermCounter::addWords(const std::string &text, std::vector<std::size_t> &found) const
{
    const auto tokens = text::tokenize(text);
    std::string key;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        key.clear();
        for (auto last = first; last < tokens.size() && last < first + longest_; ++last) {
            key += (last == first ? "" : " ") + tokens[last].word;
            if (const auto candidate = byWords_.find(key); candidate != byWords_.end())
                found.push_back(candidate->second);
        }
    }
}

void TermCounter::add(const store::SpokenPost &post)
{
    std::vector<std::size_t> found;
    addWords(post.title, found);
    addWords(post.text, found);
    if (!byAddress_.empty()) {
        const auto look = [&](const std::string &key) {
            if (const auto candidate = byAddress_.find(key); candidate != byAddress_.end())
                found.push_back(candidate->second);
        };
        for (const auto &piece : text::termPieces(post.text, post.lang, post.spans))
            if (piece.kind == TermPiece::Kind::Link)
                look(piece.key);
        for (const auto &link : post.links)
            look(text::plainAddress(link));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const auto number = static_cast<std::uint32_t>(authors_.size());
    authors_.push_back(post.author);
    for (const auto candidate : found)
        posts_[candidate].push_back(number);
}

int TermCounter::authors(std::size_t candidate) const
{
    std::vector<std::int64_t> who;
    who.reserve(posts_[candidate].size());
    for (const auto post : posts_[candidate])
        who.push_back(authors_[post]);
    return distinctOf(std::move(who));
}

int TermCounter::allAuthors() const
{
    return distinctOf(authors_);
}

} // namespace vigie::insight
