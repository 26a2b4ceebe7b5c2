// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher.hpp"
#include "text/matcher_words.hpp"
#include "text/query_anchor.hpp"

#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_set.hpp>

#include <algorithm>
#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vigie::text {

namespace {

struct CompiledNode {
    const QueryNode *node = nullptr;
    std::vector<CompiledNode> children;
    std::vector<Hash> hashes;  ///< of the whole words
    Facts fact = 0;
};

struct CompiledQuery {
    QueryId id;
    CompiledNode root;
    Facts required = 0, forbidden = 0; ///< known without looking further
};

CompiledNode compile(const QueryNode &node)
{
    using Kind = QueryNode::Kind;
    if (node.kind == Kind::Saved && !node.children.empty())
        return compile(node.children.front());
    CompiledNode out;
    out.node = &node;
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
        for (const auto &child : node.children)
            out.children.push_back(compile(child));
        break;
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Prefix:
        for (std::size_t i = 0; i + (node.kind == Kind::Prefix ? 1 : 0) < node.words.size(); ++i)
            out.hashes.push_back(hashOf(KeyKind::Word, node.words[i]));
        break;
    case Kind::Field: out.fact = factBit(node.field, node.value); break;
    default: break; // judged by the matcher
    }
    return out;
}

void collectFacts(const CompiledNode &node, Facts &required, Facts &forbidden)
{
    if (node.fact != 0)
        required |= node.fact;
    else if (node.node->kind == QueryNode::Kind::And)
        for (const auto &child : node.children)
            collectFacts(child, required, forbidden);
    else if (node.node->kind == QueryNode::Kind::Not && !node.children.empty())
        forbidden |= node.children.front().fact;
}

/// A word or phrase alone: it matches where its words stand, and nothing else has to be asked.
bool standsAlone(const CompiledNode &node)
{
    return !node.node->words.empty() && (node.node->kind == QueryNode::Kind::Word || node.node->kind == QueryNode::Kind::Phrase);
}

bool standsAt(const CompiledNode &node, std::span<const std::string_view> words, std::size_t at)
{
    const auto &wanted = node.node->words;
    return at + wanted.size() <= words.size() && wordsAt<std::string_view>(words, at, wanted, node.node->kind == QueryNode::Kind::Prefix);
}

} // namespace

struct QuerySet::Impl {
    struct Slot {
        Hash key = 0;
        std::uint32_t begin = 0, count = 0; ///< into `waiting`
    };
    static constexpr std::uint32_t kJudge = UINT32_MAX;
    struct Waiting {
        std::uint32_t query = 0;
        std::uint32_t at = kJudge; ///< of the key among the words that are all the query asks for; kJudge: it asks more
        friend auto operator<=>(const Waiting &, const Waiting &) = default;
    };
    using Entry = std::pair<Hash, Waiting>;

    std::vector<std::pair<QueryId, Query>> sources;
    std::vector<CompiledQuery> queries;
    std::vector<std::uint32_t> always;      ///< queries without a key
    std::vector<Waiting> waiting;
    std::vector<Slot> slots;                ///< open addressing, a power of two
    std::vector<std::uint64_t> filter;      ///< one bit per key: most words of most items stop here
    std::uint64_t filterMask = 0;
    std::vector<std::size_t> beginLengths;
    bool byAuthor = false, byNetwork = false, byLang = false;

    explicit Impl(std::vector<std::pair<QueryId, Query>> given);
    void index(std::vector<Entry> entries);
    [[nodiscard]] Waiting waitingFor(Hash key, std::uint32_t query) const;
    void noteUse(const QueryNode &node);
    template <class Each>
    void lookFields(const Subject &subject, const Each &each) const;

    template <class Each>
    void look(Hash key, const Each &each) const
    {
        const auto bit = key & filterMask;
        if ((filter[bit >> 6U] >> (bit & 63U) & 1U) == 0)
            return;
        const auto mask = slots.size() - 1;
        for (auto at = (key >> 32U) & mask; slots[at].count != 0; at = (at + 1) & mask) {
            if (slots[at].key != key)
                continue;
            for (std::uint32_t i = 0; i < slots[at].count; ++i)
                each(waiting[slots[at].begin + i]);
            return;
        }
    }
};

QuerySet::Impl::Impl(std::vector<std::pair<QueryId, Query>> given) : sources(std::move(given))
{
    std::vector<Entry> entries;
    queries.reserve(sources.size());
    WordUse use;
    for (const auto &source : sources)
        countWords(source.second.root, use);
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        const auto &root = sources[i].second.root;
        CompiledQuery query;
        query.id = sources[i].first;
        query.root = compile(root);
        collectFacts(query.root, query.required, query.forbidden);
        const auto anchor = anchorOf(root, use);
        if (anchor.cost == kNoKey)
            always.push_back(i);
        noteUse(root);
        queries.push_back(std::move(query));
        for (const auto key : anchor.keys)
            entries.emplace_back(key, waitingFor(key, i));
    }
    std::sort(beginLengths.begin(), beginLengths.end());
    beginLengths.erase(std::unique(beginLengths.begin(), beginLengths.end()), beginLengths.end());
    index(std::move(entries));
}

QuerySet::Impl::Waiting QuerySet::Impl::waitingFor(Hash key, std::uint32_t query) const
{
    const auto &root = queries[query].root;
    if (!standsAlone(root))
        return {query, kJudge};
    const auto found = std::find(root.hashes.begin(), root.hashes.end(), key);
    return {query, found == root.hashes.end() ? kJudge : static_cast<std::uint32_t>(found - root.hashes.begin())};
}

template <class Each>
void QuerySet::Impl::lookFields(const Subject &subject, const Each &each) const
{
    if (byAuthor) {
        const auto author = authorKeys(subject.authorHandle, subject.authorName);
        for (const auto *name : {&author.whole, &author.user, &author.name})
            if (!name->empty())
                look(hashOf(KeyKind::Author, *name), each);
    }
    if (byNetwork)
        look(hashOf(KeyKind::Network, compactName(subject.network)), each);
    if (byLang)
        look(hashOf(KeyKind::Lang, langKey(subject.item ? std::string_view(subject.item->lang) : std::string_view())), each);
}

void QuerySet::Impl::noteUse(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::Field) {
        byAuthor = byAuthor || node.field == QueryField::Author;
        byNetwork = byNetwork || node.field == QueryField::Network;
        byLang = byLang || node.field == QueryField::Lang;
    }
    if (node.kind == QueryNode::Kind::Prefix && !node.words.empty())
        beginLengths.push_back(std::min(node.words.back().size(), kMaxBegin));
    if (node.kind == QueryNode::Kind::Pattern)
        for (const auto &word : node.words)
            if (const auto start = literalStart(word); start.size() >= 2 && start.size() < word.size())
                beginLengths.push_back(std::min(start.size(), kMaxBegin));
    for (const auto &child : node.children)
        noteUse(child);
}

void QuerySet::Impl::index(std::vector<Entry> entries)
{
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    // Half empty at most, and sixteen bits of filter for each key.
    slots.resize(std::bit_ceil(entries.size() * 2 + 2));
    const auto bits = std::bit_ceil(std::max<std::size_t>(entries.size() * 16, 64));
    filter.assign(bits / 64, 0);
    filterMask = bits - 1;
    for (std::size_t i = 0; i < entries.size();) {
        const auto key = entries[i].first;
        Slot slot{key, static_cast<std::uint32_t>(waiting.size()), 0};
        for (; i < entries.size() && entries[i].first == key; ++i, ++slot.count)
            waiting.push_back(entries[i].second);
        const auto bit = key & filterMask;
        filter[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
        auto at = (key >> 32U) & (slots.size() - 1);
        while (slots[at].count != 0)
            at = (at + 1) & (slots.size() - 1);
        slots[at] = slot;
    }
}

/// One subject: its words with their hashes, what else is asked of it, and the exact test of a query, on hashes first and on
/// words where the hashes agree.
struct QuerySet::Reader {
    explicit Reader(const Subject &given) : subject(given)
    {
        makeRoom(given.words.size());
        for (const auto &word : given.words)
            add(word);
    }
    Reader(const Subject &given, std::string_view folded, std::vector<std::string> &cut) : subject(given), folded_(folded), cut_(&cut)
    {
        makeRoom(folded.size() / kBytesOfWord + 1);
        for (std::size_t begin = 0, end = 0; begin < folded.size(); begin = end + 1) {
            for (end = begin; end < folded.size() && folded[end] != ' ';)
                ++end;
            if (end > begin)
                add(folded.substr(begin, end - begin));
        }
    }

    Subject subject;
    std::vector<std::string_view> words;
    std::vector<Hash> hashes;
    std::vector<std::uint32_t> candidates; ///< twice the index of a query, and one when it is known to match

    Facts facts()
    {
        if (!facts_)
            facts_ = subject.item ? factsOf(*subject.item) : Facts{0};
        return *facts_;
    }

    bool test(const CompiledNode &node)
    {
        if (node.fact != 0)
            return (facts() & node.fact) != 0;
        switch (node.node->kind) {
        case QueryNode::Kind::And:
            return std::all_of(node.children.begin(), node.children.end(), [this](const CompiledNode &child) { return test(child); });
        case QueryNode::Kind::Or:
            return std::any_of(node.children.begin(), node.children.end(), [this](const CompiledNode &child) { return test(child); });
        case QueryNode::Kind::Not: return node.children.empty() || !test(node.children.front());
        case QueryNode::Kind::Word:
        case QueryNode::Kind::Phrase:
        case QueryNode::Kind::Prefix: return stands(node);
        default: return matcher().test(*node.node);
        }
    }

private:
    static constexpr std::size_t kBytesOfWord = 4, kCandidates = 16; ///< of most texts; more is only slower
    void makeRoom(std::size_t wordCount)
    {
        words.reserve(wordCount);
        hashes.reserve(wordCount);
        candidates.reserve(kCandidates);
    }
    void add(std::string_view word)
    {
        words.push_back(word);
        hashes.push_back(hashOf(KeyKind::Word, word));
    }

    [[nodiscard]] bool stands(const CompiledNode &node) const
    {
        if (node.node->words.empty())
            return false;
        for (std::size_t at = 0; at < hashes.size(); ++at)
            if ((node.hashes.empty() || hashes[at] == node.hashes.front()) && standsAt(node, words, at))
                return true;
        return false;
    }

    Matcher &matcher()
    {
        if (!matcher_) {
            if (cut_) {
                splitWords(folded_, *cut_);
                subject.words = *cut_;
            }
            matcher_.emplace(subject);
        }
        return *matcher_;
    }

    std::string_view folded_;
    std::vector<std::string> *cut_ = nullptr;
    std::optional<Facts> facts_;
    std::optional<Matcher> matcher_;
};

QuerySet::QuerySet() : QuerySet(std::vector<std::pair<QueryId, Query>>{}) {}
QuerySet::QuerySet(std::vector<std::pair<QueryId, Query>> queries) : impl_(std::make_unique<const Impl>(std::move(queries))) {}
QuerySet::QuerySet(QuerySet &&) noexcept = default;
QuerySet &QuerySet::operator=(QuerySet &&) noexcept = default;
QuerySet::~QuerySet() = default;

std::size_t QuerySet::size() const
{
    return impl_ ? impl_->queries.size() : 0;
}

void QuerySet::match(const Subject &subject, std::vector<QueryId> &out) const
{
    Reader reader(subject);
    match(reader, out);
}

void QuerySet::match(const Subject &subject, std::string_view folded, std::vector<std::string> &words, std::vector<QueryId> &out) const
{
    Reader reader(subject, folded, words);
    match(reader, out);
}

void QuerySet::match(Reader &reader, std::vector<QueryId> &out) const
{
    out.clear();
    if (!impl_ || impl_->queries.empty())
        return;
    auto &candidates = reader.candidates;
    for (const auto index : impl_->always)
        candidates.push_back(index * 2);
    const auto judge = [&](const Impl::Waiting &waiting) { candidates.push_back(waiting.query * 2); };
    for (std::size_t at = 0; at < reader.hashes.size(); ++at)
        impl_->look(reader.hashes[at], [&](const Impl::Waiting &waiting) {
            if (waiting.at == Impl::kJudge)
                judge(waiting);
            else if (waiting.at <= at && standsAt(impl_->queries[waiting.query].root, reader.words, at - waiting.at))
                candidates.push_back(waiting.query * 2 + 1);
        });
    for (const auto length : impl_->beginLengths)
        for (const auto word : reader.words)
            if (word.size() >= length)
                impl_->look(hashOf(KeyKind::Begin, word.substr(0, length)), judge);
    impl_->lookFields(reader.subject, judge);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

    for (const auto candidate : candidates) {
        const auto &query = impl_->queries[candidate / 2];
        if (candidate % 2 == 0 && (query.required | query.forbidden) != 0) {
            const auto facts = reader.facts();
            if ((facts & query.required) != query.required || (facts & query.forbidden) != 0)
                continue;
        }
        if (candidate % 2 != 0 || reader.test(query.root))
            out.push_back(query.id);
    }
}

} // namespace vigie::text
