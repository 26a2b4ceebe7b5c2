// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/scan.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

void both(Bits &mask, const Bits &other)
{
    for (std::size_t word = 0; word < mask.size(); ++word)
        mask[word] &= other[word];
}

void neither(Bits &mask, const Bits &other)
{
    for (std::size_t word = 0; word < mask.size(); ++word)
        mask[word] &= ~other[word];
}

/// Of the numbers that pass; all of them, or none, needs no word.
bool oneOf(Bits &mask, const std::map<std::uint16_t, Bits> &byNumber, const std::vector<std::uint8_t> &passes)
{
    if (passes.empty())
        return true;
    Bits any(mask.size(), 0);
    std::size_t passed = 0;
    for (const auto &[number, bits] : byNumber) {
        if (passes[number] == 0)
            continue;
        ++passed;
        for (std::size_t word = 0; word < any.size(); ++word)
            any[word] |= bits[word];
    }
    if (passed < byNumber.size())
        both(mask, any);
    return passed > 0;
}

void toned(Bits &mask, const FilterBits &bits, std::uint8_t tones)
{
    if ((tones & 4) == 0)
        neither(mask, bits.positive);
    if ((tones & 1) == 0)
        neither(mask, bits.negative);
    if ((tones & 2) == 0)
        for (std::size_t word = 0; word < mask.size(); ++word)
            mask[word] &= bits.positive[word] | bits.negative[word];
}

/// What bits cannot say is asked of the rows that are left.
template <class Passes>
void leave(Bits &mask, Passes &&passes)
{
    for (std::size_t word = 0; word < mask.size(); ++word)
        for (auto bits = mask[word]; bits != 0; bits &= bits - 1)
            if (const auto row = (word << 6) + static_cast<std::size_t>(std::countr_zero(bits)); !passes(row))
                mask[word] &= ~(std::uint64_t{1} << (row & 63));
}

void within(Bits &mask, const PostColumns &chunk, std::int32_t from, std::int32_t to)
{
    const auto [first, last] = rowsWithin(chunk, from, to);
    std::fill(mask.begin(), mask.begin() + static_cast<std::ptrdiff_t>(std::min(first >> 6, mask.size())), 0);
    std::fill(mask.begin() + static_cast<std::ptrdiff_t>(std::min((last + 63) >> 6, mask.size())), mask.end(), 0);
    leave(mask, [&](std::size_t row) { return chunk.second[row] >= from && chunk.second[row] < to; });
}

} // namespace

bool passing(const ColumnState &state, std::size_t number, const PostFilter &filter, std::int32_t from, std::int32_t to, Bits &mask)
{
    const auto &chunk = *state.chunks[number];
    if (filter.nothing || chunk.maxSecond < from || chunk.minSecond >= to)
        return false;
    const Bits *matches = nullptr;
    if (filter.query) {
        const auto found = chunk.matches.find(filter.query);
        if (found == chunk.matches.end() || !found->second.counted)
            return false;
        matches = found->second.counted.get();
    }
    if (filter.selected && (*filter.selected)[number].empty())
        return false;
    const auto &bits = *chunk.filters;
    mask = bits.counted;
    if (matches)
        both(mask, *matches);
    if (filter.selected)
        both(mask, (*filter.selected)[number]);
    if (filter.withoutRelays)
        neither(mask, bits.relay);
    toned(mask, bits, filter.tones);
    if (!oneOf(mask, bits.sources, filter.sources) || !oneOf(mask, bits.langs, filter.langs))
        return false;
    if (chunk.minSecond < from || chunk.maxSecond >= to)
        within(mask, chunk, from, to);
    if (filter.author)
        leave(mask, [&](std::size_t row) { return chunk.author[row] == *filter.author; });
    if (filter.kind)
        leave(mask, [&](std::size_t row) { return chunk.kind(row) == *filter.kind; });
    return std::any_of(mask.begin(), mask.end(), [](std::uint64_t word) { return word != 0; });
}

std::pair<std::size_t, std::size_t> rowsWithin(const PostColumns &chunk, std::int32_t from, std::int32_t to)
{
    const auto at = [&chunk](std::int64_t second) {
        const auto wanted = (second << store::kItemIdBits) - chunk.base.value;
        if (wanted <= 0)
            return std::size_t{0};
        return static_cast<std::size_t>(std::lower_bound(chunk.offset.begin(), chunk.offset.end(), wanted) - chunk.offset.begin());
    };
    return {at(from), at(std::int64_t{to} + chunk.maxSpill)};
}

} // namespace vigie::insight
