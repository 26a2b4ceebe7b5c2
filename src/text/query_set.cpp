// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher.hpp"
#include "text/matcher_words.hpp"
#include "text/query_anchor.hpp"

#include <vigie/text/query_set.hpp>

#include <algorithm>
#include <array>
#include <bit>

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

/// The words of one subject as hashes; short texts stay off the heap.
class WordHashes {
public:
    explicit WordHashes(std::span<const std::string> words) : size_(words.size())
    {
        if (size_ > fixed_.size()) {
            large_.resize(size_);
            data_ = large_.data();
        }
        for (std::size_t i = 0; i < size_; ++i)
            data_[i] = hashOf(KeyKind::Word, words[i]);
    }
    WordHashes(const WordHashes &) = delete;
    WordHashes &operator=(const WordHashes &) = delete;
    ~WordHashes() = default;
    [[nodiscard]] std::span<const Hash> all() const { return {data_, size_}; }

private:
    std::array<Hash, 128> fixed_;
    std::vector<Hash> large_;
    Hash *data_ = fixed_.data();
    std::size_t size_;
};

} // namespace

struct QuerySet::Impl {
    struct Slot {
        Hash key = 0;
        std::uint32_t begin = 0, count = 0; ///< into `waiting`
    };

    std::vector<std::pair<QueryId, Query>> sources;
    std::vector<CompiledQuery> queries;
    std::vector<std::uint32_t> always;      ///< queries without a key
    std::vector<std::uint32_t> waiting;
    std::vector<Slot> slots;                ///< open addressing, a power of two
    std::vector<std::uint64_t> filter;      ///< one bit per key: most words of most items stop here
    std::uint64_t filterMask = 0;
    std::vector<std::size_t> beginLengths;
    bool byAuthor = false, byNetwork = false, byLang = false;

    explicit Impl(std::vector<std::pair<QueryId, Query>> given);
    void index(std::vector<std::pair<Hash, std::uint32_t>> entries);
    void noteUse(const QueryNode &node);
    void lookFields(const Subject &subject, std::vector<std::uint32_t> &out) const;

    void look(Hash key, std::vector<std::uint32_t> &out) const
    {
        const auto bit = key & filterMask;
        if ((filter[bit >> 6U] >> (bit & 63U) & 1U) == 0)
            return;
        const auto mask = slots.size() - 1;
        for (auto at = (key >> 32U) & mask; slots[at].count != 0; at = (at + 1) & mask) {
            if (slots[at].key != key)
                continue;
            const auto begin = waiting.begin() + slots[at].begin;
            out.insert(out.end(), begin, begin + slots[at].count);
            return;
        }
    }
};

QuerySet::Impl::Impl(std::vector<std::pair<QueryId, Query>> given) : sources(std::move(given))
{
    std::vector<std::pair<Hash, std::uint32_t>> entries;
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
        for (const auto key : anchor.keys)
            entries.emplace_back(key, i);
        noteUse(root);
        queries.push_back(std::move(query));
    }
    std::sort(beginLengths.begin(), beginLengths.end());
    beginLengths.erase(std::unique(beginLengths.begin(), beginLengths.end()), beginLengths.end());
    index(std::move(entries));
}

void QuerySet::Impl::lookFields(const Subject &subject, std::vector<std::uint32_t> &out) const
{
    if (byAuthor) {
        const auto author = authorKeys(subject.authorHandle, subject.authorName);
        for (const auto *name : {&author.whole, &author.user, &author.name})
            if (!name->empty())
                look(hashOf(KeyKind::Author, *name), out);
    }
    if (byNetwork)
        look(hashOf(KeyKind::Network, compactName(subject.network)), out);
    if (byLang)
        look(hashOf(KeyKind::Lang, langKey(subject.item ? std::string_view(subject.item->lang) : std::string_view())), out);
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

void QuerySet::Impl::index(std::vector<std::pair<Hash, std::uint32_t>> entries)
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

namespace {

/// The exact test of one subject, on hashes first and on words where the hashes agree.
class Exact {
public:
    Exact(const Subject &subject, std::span<const Hash> hashes) : subject_(subject), hashes_(hashes), matcher_(subject) {}

    Facts facts() { return matcher_.facts(); }

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
        case QueryNode::Kind::Prefix: return words(node);
        default: return matcher_.test(*node.node);
        }
    }

private:
    bool words(const CompiledNode &node) const
    {
        const auto &wanted = node.node->words;
        const bool prefix = node.node->kind == QueryNode::Kind::Prefix;
        if (wanted.empty())
            return false;
        for (std::size_t at = 0; at + wanted.size() <= hashes_.size(); ++at) {
            if (!node.hashes.empty() && hashes_[at] != node.hashes.front())
                continue;
            if (wordsAt<std::string>(subject_.words, at, wanted, prefix))
                return true;
        }
        return false;
    }

    const Subject &subject_;
    std::span<const Hash> hashes_;
    Matcher matcher_;
};

} // namespace

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
    out.clear();
    if (!impl_ || impl_->queries.empty())
        return;
    const WordHashes hashes(subject.words);
    std::vector<std::uint32_t> candidates(impl_->always);
    for (const auto hash : hashes.all())
        impl_->look(hash, candidates);
    for (const auto length : impl_->beginLengths)
        for (const auto &word : subject.words)
            if (word.size() >= length)
                impl_->look(hashOf(KeyKind::Begin, std::string_view(word).substr(0, length)), candidates);
    impl_->lookFields(subject, candidates);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

    Exact exact(subject, hashes.all());
    for (const auto index : candidates) {
        const auto &query = impl_->queries[index];
        if ((query.required | query.forbidden) != 0) {
            const auto facts = exact.facts();
            if ((facts & query.required) != query.required || (facts & query.forbidden) != 0)
                continue;
        }
        if (exact.test(query.root))
            out.push_back(query.id);
    }
}

} // namespace vigie::text
