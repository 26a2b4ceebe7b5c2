// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/relay_index.hpp"

#include <vigie/text/near_duplicate.hpp>

#include <algorithm>
#include <array>

namespace vigie::intake {

namespace {

constexpr std::uint32_t kOfText = 0, kOfAddress = 0x51ED270BU, kOfLink = 0xC2B2AE35U;
constexpr std::size_t kKeysPerItem = 8;  ///< as a rule: six of the text, an address, a link
constexpr std::size_t kFirstBuckets = 512;
constexpr double kFull = 0.8;

std::uint32_t scrambled(std::uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7FEB352DU;
    x ^= x >> 15;
    x *= 0x846CA68BU;
    return x ^ (x >> 16);
}

} // namespace

RelayIndex::RelayIndex(std::size_t limit) : limit_(std::max<std::size_t>(limit, 1)), entries_(kFirstBuckets * kBucket) {}

std::size_t RelayIndex::bytes() const
{
    return entries_.capacity() * sizeof(Entry) + items_.capacity() * sizeof(ItemId) + sketches_.capacity() * sizeof(std::uint64_t);
}

std::size_t RelayIndex::bucketOf(std::uint32_t key, bool second) const
{
    const auto buckets = entries_.size() / kBucket;
    return static_cast<std::size_t>((static_cast<std::uint64_t>(scrambled(second ? ~key : key)) * buckets) >> 32) * kBucket;
}

template <class Each>
void RelayIndex::each(std::uint32_t key, const Each &found) const
{
    const auto first = bucketOf(key, false), second = bucketOf(key, true);
    for (const auto bucket : {first, second}) {
        for (std::size_t i = bucket; i < bucket + kBucket; ++i)
            if (entries_[i].key == key && alive(entries_[i].number))
                found(entries_[i].number);
        if (first == second)
            return;
    }
}

void RelayIndex::put(std::uint32_t key, std::uint32_t number)
{
    std::array<std::size_t, 2> buckets = {bucketOf(key, false), bucketOf(key, true)};
    const auto freeIn = [this](std::size_t bucket) {
        return std::count_if(entries_.begin() + static_cast<std::ptrdiff_t>(bucket), entries_.begin() + static_cast<std::ptrdiff_t>(bucket + kBucket),
                             [this](const Entry &entry) { return !alive(entry.number); });
    };
    if (freeIn(buckets[1]) > freeIn(buckets[0]))
        std::swap(buckets[0], buckets[1]);
    Entry *place = &entries_[buckets[0]];
    for (const auto bucket : buckets)
        for (std::size_t i = bucket; i < bucket + kBucket; ++i) {
            auto &entry = entries_[i];
            if (entry.key == key && entry.number == number)
                return; // one text, twice the same key
            if (alive(place->number) && (!alive(entry.number) || entry.number < place->number))
                place = &entry;
        }
    used_ += place->number == 0 ? 1 : 0;
    *place = {key, number};
}

/// Half as large again, up to what the newest items need: memory follows the workspace.
void RelayIndex::grow()
{
    const auto most = (limit_ * kKeysPerItem * 10 / 8 / kBucket + 1) * kBucket;
    if (entries_.size() >= most)
        return;
    std::vector<Entry> old(std::min(most, entries_.size() * 3 / 2 / kBucket * kBucket + kBucket));
    old.swap(entries_);
    used_ = 0;
    for (const auto &entry : old)
        if (alive(entry.number))
            put(entry.key, entry.number);
}

void RelayIndex::add(ItemId item, const RelayTraces &traces)
{
    if (static_cast<double>(used_) > kFull * static_cast<double>(entries_.size()))
        grow();
    const auto number = next_++;
    const auto place = number % limit_;
    if (items_.size() <= place) {
        items_.resize(place + 1);
        sketches_.resize(place + 1);
    }
    items_[place] = item;
    sketches_[place] = traces.sketch;
    for (const auto key : traces.copies)
        put(key ^ kOfText, number);
    for (const auto hash : traces.addresses)
        put(hash ^ kOfAddress, number);
    for (const auto hash : traces.links)
        put(hash ^ kOfLink, number);
}

std::vector<RelayIndex::Candidate> RelayIndex::similar(const RelayTraces &traces, std::size_t most) const
{
    struct Met {
        std::uint32_t number;
        int shared;
    };
    std::vector<Met> met;
    for (const auto key : traces.copies)
        each(key ^ kOfText, [&](std::uint32_t number) {
            const auto known = std::find_if(met.begin(), met.end(), [number](const Met &one) { return one.number == number; });
            if (known != met.end())
                ++known->shared;
            else
                met.push_back({number, 1});
        });
    met.erase(std::remove_if(met.begin(), met.end(),
                             [&](const Met &one) { return one.shared < 2 && !text::sketchesMeet(traces.sketch, sketches_[one.number % limit_]); }),
              met.end());
    std::stable_sort(met.begin(), met.end(), [](const Met &a, const Met &b) { return a.shared > b.shared; });
    std::vector<Candidate> out;
    for (const auto &one : met) {
        const auto item = items_[one.number % limit_];
        if (out.size() < most && std::none_of(out.begin(), out.end(), [item](const Candidate &known) { return known.item == item; }))
            out.push_back({item, one.shared});
    }
    return out;
}

std::vector<ItemId> RelayIndex::standing(std::span<const std::uint32_t> hashes, std::uint32_t kind) const
{
    std::vector<ItemId> out;
    for (const auto hash : hashes)
        each(hash ^ kind, [&](std::uint32_t number) {
            if (const auto item = items_[number % limit_]; std::find(out.begin(), out.end(), item) == out.end())
                out.push_back(item);
        });
    return out;
}

std::vector<ItemId> RelayIndex::linked(const RelayTraces &traces) const
{
    return standing(traces.links, kOfAddress);
}

std::vector<ItemId> RelayIndex::linking(const RelayTraces &traces) const
{
    return standing(traces.addresses, kOfLink);
}

} // namespace vigie::intake
