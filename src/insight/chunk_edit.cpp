// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chunk_edit.hpp"

#include <vigie/store/items.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr std::size_t kWords = PostColumns::kRows / 64;

template <class T>
void setSparse(std::vector<std::pair<std::uint32_t, T>> &values, std::size_t row, bool present, T value)
{
    const auto at = std::lower_bound(values.begin(), values.end(), row, [](const auto &one, std::size_t wanted) { return one.first < wanted; });
    const bool found = at != values.end() && at->first == row;
    if (present && found)
        at->second = value;
    else if (present)
        values.insert(at, {static_cast<std::uint32_t>(row), value});
    else if (found)
        values.erase(at);
}

template <class T>
const T *sparse(const std::vector<std::pair<std::uint32_t, T>> &values, std::size_t row)
{
    const auto at = std::lower_bound(values.begin(), values.end(), row, [](const auto &one, std::size_t wanted) { return one.first < wanted; });
    return at != values.end() && at->first == row ? &at->second : nullptr;
}

std::shared_ptr<const Bits> kept(Bits &bits, std::size_t rows)
{
    if (std::none_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word != 0; }))
        return nullptr;
    return std::make_shared<const Bits>(bits.begin(), bits.begin() + static_cast<std::ptrdiff_t>((rows + 63) / 64));
}

template <class T>
void fit(std::vector<T> &values)
{
    if (values.capacity() > values.size() + values.size() / 8)
        values.shrink_to_fit();
}

std::shared_ptr<const FilterBits> filtersOf(const PostColumns &columns)
{
    const auto words = (columns.size() + 63) / 64;
    auto out = std::make_shared<FilterBits>();
    for (auto *bits : {&out->counted, &out->relay, &out->positive, &out->negative})
        bits->assign(words, 0);
    const auto set = [words](std::map<std::uint16_t, Bits> &byNumber, std::uint16_t number, std::size_t row) {
        auto &bits = byNumber[number];
        if (bits.empty())
            bits.assign(words, 0);
        setBit(bits, row);
    };
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const auto flags = columns.flags[row];
        const auto bit = std::uint64_t{1} << (row & 63);
        const auto word = row >> 6;
        out->counted[word] |= (flags & kCounted) != 0 ? bit : 0;
        out->relay[word] |= (flags & kRelay) != 0 ? bit : 0;
        out->positive[word] |= (flags & kPositive) != 0 ? bit : 0;
        out->negative[word] |= (flags & kNegative) != 0 ? bit : 0;
        set(out->sources, columns.source[row], row);
        set(out->langs, columns.lang[row], row);
    }
    return out;
}

} // namespace

ChunkEdit::ChunkEdit(const PostColumns &from) : columns_(from)
{
    for (const auto &[query, bits] : columns_.matches) {
        auto &mine = matchesOf(query);
        if (bits.counted)
            std::copy(bits.counted->begin(), bits.counted->end(), mine.counted.begin());
        if (bits.aside)
            std::copy(bits.aside->begin(), bits.aside->end(), mine.aside.begin());
    }
    columns_.matches.clear();
}

ChunkEdit::Matches &ChunkEdit::matchesOf(QueryId query)
{
    const auto at = matches_.find(query);
    return at != matches_.end() ? at->second : matches_.emplace(query, Matches{Bits(kWords), Bits(kWords)}).first->second;
}

void ChunkEdit::append(const ColumnCells &cells)
{
    auto &to = columns_;
    if (to.size() == 0) {
        to.base = cells.item;
        to.minSecond = to.maxSecond = cells.second;
    }
    to.offset.push_back(static_cast<std::uint32_t>(cells.item.value - to.base.value));
    to.second.push_back(0);
    to.author.push_back(0);
    to.engagements.push_back(0);
    to.toneMilli.push_back(0);
    to.lang.push_back(0);
    to.source.push_back(0);
    to.flags.push_back(0);
    replace(to.size() - 1, cells);
}

void ChunkEdit::append(const PostColumns &from, std::size_t row)
{
    ColumnCells cells{from.id(row), from.second[row], from.author[row], 0, from.engagements[row], -1, from.toneMilli[row], from.lang[row], from.source[row], from.flags[row]};
    if (const auto *rating = sparse(from.rating, row))
        cells.rating = *rating;
    if (const auto *container = sparse(from.container, row))
        cells.container = *container;
    append(cells);
    for (const auto &[query, bits] : from.matches)
        if (bits.counted && bitAt(*bits.counted, row))
            match(size() - 1, query, true);
        else if (bits.aside && bitAt(*bits.aside, row))
            match(size() - 1, query, false);
}

void ChunkEdit::replace(std::size_t row, const ColumnCells &cells)
{
    auto &to = columns_;
    to.second[row] = cells.second;
    to.author[row] = cells.author;
    to.engagements[row] = cells.engagements;
    to.toneMilli[row] = cells.toneMilli;
    to.lang[row] = cells.lang;
    to.source[row] = cells.source;
    to.flags[row] = cells.flags;
    setSparse(to.rating, row, cells.rating >= 0, cells.rating);
    setSparse(to.container, row, cells.container > 0, cells.container);
    to.minSecond = std::min(to.minSecond, cells.second);
    to.maxSecond = std::max(to.maxSecond, cells.second);
    to.maxSpill = std::max(to.maxSpill, (cells.item.value >> store::kItemIdBits) - cells.second);
}

void ChunkEdit::clear(std::size_t row)
{
    for (auto &[query, bits] : matches_) {
        bits.counted[row >> 6] &= ~(std::uint64_t{1} << (row & 63));
        bits.aside[row >> 6] &= ~(std::uint64_t{1} << (row & 63));
    }
}

void ChunkEdit::match(std::size_t row, QueryId query, bool counted)
{
    auto &bits = matchesOf(query);
    setBit(counted ? bits.counted : bits.aside, row);
}

std::shared_ptr<const PostColumns> ChunkEdit::done()
{
    for (auto &[query, bits] : matches_) {
        MatchBits out{kept(bits.counted, size()), kept(bits.aside, size())};
        if (out.counted || out.aside)
            columns_.matches.emplace(query, std::move(out));
    }
    fit(columns_.offset);
    fit(columns_.second);
    fit(columns_.author);
    fit(columns_.engagements);
    fit(columns_.toneMilli);
    fit(columns_.lang);
    fit(columns_.source);
    fit(columns_.flags);
    columns_.filters = filtersOf(columns_);
    return std::make_shared<const PostColumns>(std::move(columns_));
}

} // namespace vigie::insight
