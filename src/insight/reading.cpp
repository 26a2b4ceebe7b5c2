// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/reading.hpp"

#include "insight/column_store.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/text/query_library.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace vigie::insight {

namespace {

/// A bit for each post of the columns that is named.
std::vector<Bits> bitsOf(const ColumnState &state, const std::vector<ItemId> &ascending)
{
    std::vector<Bits> out(state.chunks.size());
    auto at = ascending.begin();
    for (std::size_t number = 0; number < state.chunks.size() && at != ascending.end(); ++number) {
        const auto &chunk = *state.chunks[number];
        at = std::lower_bound(at, ascending.end(), chunk.base);
        const ItemId last = chunk.id(chunk.size() - 1);
        std::size_t row = 0;
        for (; at != ascending.end() && *at <= last; ++at) {
            const auto wanted = static_cast<std::uint32_t>(at->value - chunk.base.value);
            while (row < chunk.size() && chunk.offset[row] < wanted)
                ++row;
            if (row == chunk.size() || chunk.offset[row] != wanted)
                continue;
            if (out[number].empty())
                out[number].assign((chunk.size() + 63) / 64, 0);
            setBit(out[number], row);
        }
    }
    return out;
}

void both(std::vector<Bits> &mine, const std::vector<Bits> &other)
{
    for (std::size_t number = 0; number < mine.size(); ++number)
        if (other[number].empty())
            mine[number].clear();
        else
            for (std::size_t word = 0; word < mine[number].size(); ++word)
                mine[number][word] &= other[number][word];
}

} // namespace

Result<Reading> Reading::over(store::Tx &tx, Columns &columns, const FigureScope &scope, const Stretch &whole, std::chrono::hours before)
{
    Reading reading(tx, columns, scope, whole, before);
    VIGIE_TRY(const auto context, store::Queries(tx).context());
    reading.zone_ = context.zone;
    VIGIE_CHECK(reading.readQuery());
    const std::array queries{reading.filter_.query};
    VIGIE_TRY(reading.state_, columns.store().at(tx, whole.from - before, queries));
    VIGIE_CHECK(reading.number());
    std::vector<std::string> words;
    for (const auto &source : {reading.source_, scope.words})
        if (!source.empty())
            words.push_back(source);
    VIGIE_CHECK(reading.select(words));
    reading.filter_.withoutRelays = scope.withoutRelays || store::ColumnRows(tx).originalsOnly();
    if (!scope.tones.empty()) {
        reading.filter_.tones = 0;
        for (const int tone : scope.tones)
            reading.filter_.tones = static_cast<std::uint8_t>(reading.filter_.tones | 1 << (std::clamp(tone, -1, 1) + 1));
    }
    return reading;
}

Result<void> Reading::readQuery()
{
    if (!scope_.query)
        return {};
    store::Queries queries(tx_);
    VIGIE_TRY(const auto query, queries.get(scope_.query));
    if (query.deskDependent) {
        source_ = query.source;
        return {};
    }
    filter_.query = query.id;
    VIGIE_TRY(const auto unfinished, queries.unfinished());
    if (std::find(unfinished.begin(), unfinished.end(), query.id) != unfinished.end()) {
        VIGIE_TRY(const auto counts, queries.counts(query.id));
        judged_ = counts.judged;
    }
    return {};
}

Result<void> Reading::select(const std::vector<std::string> &words)
{
    std::optional<std::vector<Bits>> selected;
    const auto narrow = [&](const std::vector<ItemId> &ids) {
        auto bits = bitsOf(*state_, ids);
        if (selected)
            both(*selected, bits);
        else
            selected = std::move(bits);
    };
    store::ColumnRows rows(tx_);
    for (const auto &source : words) {
        VIGIE_TRY(const auto context, store::Queries(tx_).context());
        const auto query = text::parseAndBind(source, context);
        if (!query)
            return fail(Errc::InvalidInput, std::string(text::faultName(query.error().fault)) + " at byte " + std::to_string(query.error().position) + " of the words");
        VIGIE_TRY(const auto ids, rows.found(*query, whole_.from - before_, whole_.to));
        narrow(ids);
    }
    if (!scope_.tags.empty()) {
        std::vector<ItemId> ids;
        for (const auto tag : scope_.tags) {
            VIGIE_TRY(const auto tagged, rows.tagged(tag));
            ids.insert(ids.end(), tagged.begin(), tagged.end());
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        narrow(ids);
    }
    if (selected)
        filter_.selected = std::make_shared<const std::vector<Bits>>(std::move(*selected));
    return {};
}

Result<void> Reading::number()
{
    if (!scope_.networks.empty()) {
        filter_.sources.assign(state_->sources.size(), 0);
        for (std::size_t i = 0; i < state_->sources.size(); ++i)
            filter_.sources[i] = std::find(scope_.networks.begin(), scope_.networks.end(), state_->sources[i].connector) != scope_.networks.end() ? 1 : 0;
        filter_.nothing = filter_.nothing || filter_.sources.empty();
    }
    if (!scope_.langs.empty()) {
        filter_.langs.assign(state_->langs->size(), 0);
        for (const auto &lang : scope_.langs)
            if (const auto known = state_->langs->find(lang))
                filter_.langs[*known] = 1;
        filter_.nothing = filter_.nothing || filter_.langs.empty();
    }
    return {};
}

Tally Reading::tally(const Stretch &stretch, Sums sums) const
{
    Tally out;
    const auto common = [](const Bits &a, const Bits &b) {
        std::int64_t count = 0;
        for (std::size_t word = 0; word < a.size(); ++word)
            count += std::popcount(a[word] & b[word]);
        return count;
    };
    scanChunks(*state_, filter_, columnSecond(stretch.from), endSecond(stretch.to), [&](const PostColumns &chunk, const Bits &mask) {
        out.posts += common(mask, mask);
        out.positive += common(mask, chunk.filters->positive);
        out.negative += common(mask, chunk.filters->negative);
        out.relays += common(mask, chunk.filters->relay);
        if (sums == Sums::Reactions || sums == Sums::All)
            eachRow(mask, [&](std::size_t row) { out.addReactions(chunk, row); });
        if (sums == Sums::Reach || sums == Sums::All)
            eachRow(mask, [&](std::size_t row) { out.addReach(*state_, chunk, row); });
    });
    return out;
}

std::int64_t Reading::people(const Stretch &stretch) const
{
    Bits seen;
    scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        const auto author = chunk.author[row];
        if (author >> 6 >= seen.size())
            seen.resize(std::max<std::size_t>((author >> 6) + 1, seen.size() * 2), 0);
        setBit(seen, author);
    });
    if (!seen.empty())
        seen.front() &= ~std::uint64_t{1}; // 0: not known
    std::int64_t count = 0;
    for (const auto word : seen)
        count += std::popcount(word);
    return count;
}

std::vector<AuthorPosts> Reading::authors(const Stretch &stretch) const
{
    // Members are numbered one after another: an array is a third faster than a map.
    std::vector<std::uint32_t> place;
    std::vector<AuthorPosts> out;
    scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        const auto author = chunk.author[row];
        if (author == 0)
            return;
        if (author >= place.size())
            place.resize(std::max<std::size_t>(author + 1, place.size() * 2), 0);
        if (place[author] == 0) {
            out.push_back({author, 0, 0, 0});
            place[author] = static_cast<std::uint32_t>(out.size());
        }
        auto &posts = out[place[author] - 1];
        ++posts.posts;
        posts.positive += (chunk.flags[row] & kPositive) != 0;
        posts.negative += (chunk.flags[row] & kNegative) != 0;
    });
    std::sort(out.begin(), out.end(), [](const AuthorPosts &a, const AuthorPosts &b) { return a.posts != b.posts ? a.posts > b.posts : a.author < b.author; });
    return out;
}

std::int64_t Reading::excluded(const Stretch &stretch) const
{
    const auto from = columnSecond(stretch.from), to = endSecond(stretch.to);
    std::int64_t count = 0;
    for (const auto &held : state_->chunks) {
        const auto &chunk = *held;
        if (chunk.maxSecond < from || chunk.minSecond >= to)
            continue;
        const Bits *aside = nullptr;
        if (filter_.query) {
            const auto found = chunk.matches.find(filter_.query);
            if (found == chunk.matches.end() || !found->second.aside)
                continue;
            aside = found->second.aside.get();
        }
        if (chunk.minSecond >= from && chunk.maxSecond < to) {
            std::int64_t set = 0;
            for (const auto word : aside ? *aside : chunk.filters->counted)
                set += std::popcount(word);
            count += aside ? set : static_cast<std::int64_t>(chunk.size()) - set;
            continue;
        }
        const auto [first, last] = rowsWithin(chunk, from, to);
        for (auto row = first; row < last; ++row)
            count += chunk.second[row] >= from && chunk.second[row] < to && (aside ? bitAt(*aside, row) : (chunk.flags[row] & kCounted) == 0);
    }
    return count;
}

std::vector<ItemId> Reading::posts(const Stretch &stretch, Behind behind, const store::SearchPage &page) const
{
    std::vector<ItemId> out;
    scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        const auto id = chunk.id(row);
        if ((!page.before || (page.oldestFirst ? id > page.before : id < page.before)) && standsBehind(behind, *state_, chunk, row))
            out.push_back(id);
    });
    if (!page.oldestFirst)
        std::reverse(out.begin(), out.end());
    if (page.limit >= 0 && out.size() > static_cast<std::size_t>(page.limit))
        out.resize(static_cast<std::size_t>(page.limit));
    return out;
}

Result<std::vector<store::OwnPost>> Reading::ownPosts(const Stretch &stretch) const
{
    return store::Figures(tx_).ownPosts(stretch.from, stretch.to, scope_.networks);
}

Result<std::vector<store::SlaResult>> Reading::clocks(const Stretch &stretch, bool byEnd) const
{
    VIGIE_TRY(auto out, store::Sla(tx_).results(stretch.from, stretch.to, byEnd));
    const auto &networks = scope_.networks;
    if (!networks.empty())
        out.erase(std::remove_if(out.begin(), out.end(), [&](const store::SlaResult &one) { return std::find(networks.begin(), networks.end(), one.network) == networks.end(); }), out.end());
    return out;
}

Result<std::vector<SavedQuery>> Reading::panel() const
{
    VIGIE_TRY(const auto all, store::Queries(tx_).all());
    std::vector<SavedQuery> out;
    for (const auto &query : all)
        if (query.id == scope_.query || query.role == QueryRole::Brand || query.role == QueryRole::Competitor)
            out.push_back(query);
    std::stable_partition(out.begin(), out.end(), [this](const SavedQuery &query) { return query.id == scope_.query; });
    return out;
}

} // namespace vigie::insight
