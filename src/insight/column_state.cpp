// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/column_state.hpp"

#include <vigie/store/items.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

template <class T>
std::size_t held(const std::vector<T> &values)
{
    return values.capacity() * sizeof(T);
}

} // namespace

std::int32_t columnSecond(Instant at)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() - store::kItemIdEpoch;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(seconds, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()));
}

std::int32_t endSecond(Instant at)
{
    return columnSecond(std::chrono::ceil<std::chrono::seconds>(at));
}

bool PostColumns::takes(ItemId item) const
{
    return size() < kRows && (size() == 0 || (item >= base && item.value - base.value <= std::int64_t{std::numeric_limits<std::uint32_t>::max()}));
}

std::size_t PostColumns::rowOf(ItemId item) const
{
    if (item < base || item.value - base.value > std::int64_t{std::numeric_limits<std::uint32_t>::max()})
        return size();
    const auto wanted = static_cast<std::uint32_t>(item.value - base.value);
    const auto found = std::lower_bound(offset.begin(), offset.end(), wanted);
    return found != offset.end() && *found == wanted ? static_cast<std::size_t>(found - offset.begin()) : size();
}

std::size_t PostColumns::bytes() const
{
    auto sum = sizeof(*this) + held(offset) + held(second) + held(author) + held(engagements) + held(toneMilli) + held(lang) + held(source) + held(flags)
               + held(rating) + held(container);
    if (filters) {
        sum += sizeof(FilterBits) + held(filters->counted) + held(filters->relay) + held(filters->positive) + held(filters->negative);
        for (const auto *byNumber : {&filters->sources, &filters->langs})
            for (const auto &[number, bits] : *byNumber)
                sum += held(bits);
    }
    for (const auto &[query, bits] : matches)
        sum += (bits.counted ? held(*bits.counted) : 0) + (bits.aside ? held(*bits.aside) : 0);
    return sum;
}

std::uint32_t NameTable::number(std::string_view name)
{
    const auto next = static_cast<std::uint32_t>(names_.size());
    const auto [at, isNew] = numbers_.emplace(std::string(name), next);
    if (isNew)
        names_.emplace_back(name);
    return at->second;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const
{
    const auto found = numbers_.find(std::string(name));
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t ColumnState::posts() const
{
    std::size_t sum = 0;
    for (const auto &chunk : chunks)
        sum += chunk->size();
    return sum;
}

std::size_t ColumnState::bytes() const
{
    std::size_t sum = followers ? followers->capacity() * sizeof(std::uint32_t) : 0;
    for (const auto &chunk : chunks)
        sum += chunk->bytes();
    return sum;
}

} // namespace vigie::insight
