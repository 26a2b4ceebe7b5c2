// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/relay_run.hpp>

#include "intake/relay_traces.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace vigie::intake {

using store::RelayHow;
using store::RelayLink;
using store::RelaySubject;

namespace {

constexpr std::size_t kChunk = 500;       ///< items that are read, compared and written at once
constexpr std::size_t kMostCompared = 8;  ///< texts that one item is held against

/// What an item may belong to, before the texts were looked at.
struct Guesses {
    std::vector<ItemId> quotes, quotedBy, linked, linking, similar;
};

/// The items of one chunk and those they may belong to.
class Bench {
public:
    void add(RelaySubject subject)
    {
        const auto id = subject.item;
        const Comparable comparable(subject);
        subjects_.insert_or_assign(id, Known{std::move(subject), comparable});
    }
    [[nodiscard]] bool knows(ItemId id) const { return subjects_.count(id) != 0; }
    [[nodiscard]] const RelaySubject *subject(ItemId id) const
    {
        const auto found = subjects_.find(id);
        return found == subjects_.end() ? nullptr : &found->second.subject;
    }
    [[nodiscard]] const Comparable *comparable(ItemId id) const
    {
        const auto found = subjects_.find(id);
        return found == subjects_.end() || !found->second.subject.eligible ? nullptr : &found->second.comparable;
    }

private:
    struct Known {
        RelaySubject subject;
        Comparable comparable;
    };
    std::map<ItemId, Known> subjects_;
};

/// A quote without words of its own relays; one with words of its own answers, and is counted from its reference.
void judgeQuote(const Bench &bench, ItemId quoting, ItemId quoted, std::vector<RelayLink> &out)
{
    const auto *comment = bench.comparable(quoting), *original = bench.comparable(quoted);
    if (comment != nullptr && original != nullptr && !text::saysMore(comment->words, original->words))
        out.push_back({quoting, quoted, RelayHow::Quote, 1});
}

void judgeLink(const Bench &bench, ItemId from, ItemId to, std::vector<RelayLink> &out)
{
    const auto *comment = bench.comparable(from), *original = bench.comparable(to);
    if (from == to || comment == nullptr || original == nullptr || !linksTo(*comment, *original))
        return;
    out.push_back({from, to, text::saysMore(comment->words, original->words) ? RelayHow::Reaction : RelayHow::Link, 1});
}

/// The most alike of those that are alike enough; of equals the earliest.
void judgeCopies(const Bench &bench, ItemId item, const std::vector<ItemId> &similar, int &compared, std::vector<RelayLink> &out)
{
    const auto *mine = bench.comparable(item);
    ItemId best;
    double likeness = 0;
    for (const auto other : similar) {
        const auto *theirs = bench.comparable(other);
        if (theirs == nullptr || other == item)
            continue;
        ++compared;
        const auto like = copyLikeness(*mine, *theirs);
        if (like && (*like > likeness || (*like == likeness && other < best))) {
            likeness = *like;
            best = other;
        }
    }
    if (best)
        out.push_back({item, best, RelayHow::Copy, likeness});
}

} // namespace

struct RelayRun::Impl {
    store::Store &store;
    std::size_t window;
    RelayIndex index;
    std::optional<ItemId> walked; ///< warm up to here; none: not begun
    bool warm = false;
    std::set<ItemId> arrived;     ///< judged before warming up came by

    Result<std::vector<RelaySubject>> read(const std::vector<ItemId> &ids)
    {
        return store.readNow<std::vector<RelaySubject>>([&ids](store::Tx &tx) { return store::Relays(tx).subjects(ids); });
    }
    Guesses guess(const RelaySubject &subject, const Comparable &comparable);
    Result<void> chunk(const std::vector<ItemId> &ids, RelayReport &report);
    Result<void> fetchMissing(Bench &bench, const std::map<ItemId, Guesses> &guesses);
};

Guesses RelayRun::Impl::guess(const RelaySubject &subject, const Comparable &comparable)
{
    Guesses out;
    const auto traces = comparable.traces();
    if (!subject.settled && !subject.apart) {
        for (const auto &ref : subject.relays)
            if (ref.relation == Relation::QuoteOf)
                out.quotes.push_back(ref.target);
        out.linked = index.linked(traces);
    }
    // An original may meet copies that came before it was here; a settled item has met its own.
    if (!subject.settled)
        for (const auto &candidate : index.similar(traces, kMostCompared))
            out.similar.push_back(candidate.item);
    for (const auto &[child, relation] : subject.relayedBy)
        if (relation == Relation::QuoteOf)
            out.quotedBy.push_back(child);
    out.linking = index.linking(traces);
    index.add(subject.item, traces);
    return out;
}

Result<void> RelayRun::Impl::fetchMissing(Bench &bench, const std::map<ItemId, Guesses> &guesses)
{
    std::set<ItemId> missing;
    for (const auto &[item, guess] : guesses)
        for (const auto *list : {&guess.quotes, &guess.quotedBy, &guess.linked, &guess.linking, &guess.similar})
            for (const auto other : *list)
                if (!bench.knows(other))
                    missing.insert(other);
    if (missing.empty())
        return {};
    VIGIE_TRY(auto subjects, read({missing.begin(), missing.end()}));
    for (auto &subject : subjects)
        bench.add(std::move(subject));
    return {};
}

Result<void> RelayRun::Impl::chunk(const std::vector<ItemId> &ids, RelayReport &report)
{
    VIGIE_TRY(auto subjects, read(ids));
    Bench bench;
    std::map<ItemId, Guesses> guesses;
    for (auto &subject : subjects) {
        const auto id = subject.item;
        bench.add(std::move(subject));
        if (const auto *comparable = bench.comparable(id))
            guesses.emplace(id, guess(*bench.subject(id), *comparable));
    }
    VIGIE_CHECK(fetchMissing(bench, guesses));
    std::vector<RelayLink> links;
    for (const auto &[id, guess] : guesses) {
        const auto &subject = *bench.subject(id);
        if (!subject.settled)
            for (const auto &ref : subject.relays)
                if (ref.relation == Relation::RepostOf)
                    links.push_back({id, ref.target, RelayHow::Repost, 1});
        for (const auto &[child, relation] : subject.relayedBy)
            if (relation == Relation::RepostOf)
                links.push_back({child, id, RelayHow::Repost, 1});
        for (const auto other : guess.quotes)
            judgeQuote(bench, id, other, links);
        for (const auto other : guess.quotedBy)
            judgeQuote(bench, other, id, links);
        for (const auto other : guess.linked)
            judgeLink(bench, id, other, links);
        for (const auto other : guess.linking)
            judgeLink(bench, other, id, links);
        judgeCopies(bench, id, guess.similar, report.compared, links);
    }
    report.judged += static_cast<int>(guesses.size());
    if (links.empty())
        return {};
    // What is surest first: what comes after it finds its place taken.
    std::stable_sort(links.begin(), links.end(), [](const RelayLink &a, const RelayLink &b) { return a.how < b.how; });
    VIGIE_TRY(const int placed, store.writeNow<int>([&links](store::Tx &tx) { return store::Relays(tx).assign(links); }));
    report.placed += placed;
    return {};
}

RelayRun::RelayRun(store::Store &store, std::size_t window)
    : impl_(std::make_unique<Impl>(Impl{store, std::max<std::size_t>(window, 1), RelayIndex(window), {}, false, {}}))
{
}

RelayRun::~RelayRun() = default;

Result<RelayReport> RelayRun::judge(std::span<const ItemId> items, const std::stop_token &stop)
{
    RelayReport report;
    for (std::size_t from = 0; from < items.size(); from += kChunk) {
        if (stop.stop_requested())
            return fail(Errc::Cancelled);
        const auto part = items.subspan(from, std::min(kChunk, items.size() - from));
        VIGIE_CHECK(impl_->chunk({part.begin(), part.end()}, report));
        if (!impl_->warm)
            impl_->arrived.insert(part.begin(), part.end());
    }
    return report;
}

Result<bool> RelayRun::warmUp(const std::stop_token &stop)
{
    auto &impl = *impl_;
    if (impl.warm)
        return false;
    if (stop.stop_requested())
        return fail(Errc::Cancelled);
    VIGIE_TRY(auto ids, impl.store.readNow<std::vector<ItemId>>([&impl](store::Tx &tx) -> Result<std::vector<ItemId>> {
        store::Relays relays(tx);
        if (!impl.walked) {
            VIGIE_TRY(const auto start, relays.startOf(static_cast<int>(impl.window)));
            impl.walked = start;
        }
        return relays.following(*impl.walked, static_cast<int>(kChunk));
    }));
    if (ids.empty()) {
        impl.warm = true;
        impl.arrived.clear();
        return false;
    }
    impl.walked = ids.back();
    ids.erase(std::remove_if(ids.begin(), ids.end(), [&impl](ItemId id) { return impl.arrived.erase(id) != 0; }), ids.end());
    RelayReport report;
    VIGIE_CHECK(impl.chunk(ids, report));
    return true;
}

std::size_t RelayRun::memory() const
{
    return impl_->index.bytes();
}

} // namespace vigie::intake
