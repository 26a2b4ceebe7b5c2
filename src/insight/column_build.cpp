// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/column_build.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr ItemId kNothing{std::numeric_limits<std::int64_t>::max()};

/// Rows beyond what columns can say are a damaged file: sixteen bits of sources and languages are far more than there are.
constexpr std::size_t kMostNames = std::numeric_limits<std::uint16_t>::max();

std::uint32_t memberNumber(MemberId member)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(member.value, 0, std::numeric_limits<std::uint32_t>::max()));
}

void setFollowers(std::vector<std::uint32_t> &values, MemberId member, std::optional<std::int64_t> count)
{
    const std::size_t at = memberNumber(member);
    if (at >= values.size()) {
        if (!count)
            return;
        values.resize(std::max(at + 1, values.size() + values.size() / 4), kUnknownFollowers);
    }
    values[at] = count ? static_cast<std::uint32_t>(std::clamp<std::int64_t>(*count, 0, kUnknownFollowers - 1)) : kUnknownFollowers;
}

} // namespace

ColumnBuild::ColumnBuild(store::Tx &tx, const ColumnState *before) : tx_(tx)
{
    if (before) {
        state_ = *before;
        langs_ = *before->langs;
        containers_ = *before->containers;
    } else {
        state_.loadedFrom = kNothing;
        containers_.number(""); // 0: none
    }
    for (std::size_t i = 0; i < state_.sources.size(); ++i)
        sourceNumbers_[state_.sources[i].id] = static_cast<std::uint16_t>(i);
}

Result<std::uint16_t> ColumnBuild::sourceNumber(std::int64_t source)
{
    if (const auto known = sourceNumbers_.find(source); known != sourceNumbers_.end())
        return known->second;
    VIGIE_TRY(const auto names, store::ColumnRows(tx_).sources());
    for (const auto &name : names)
        if (state_.sources.size() < kMostNames && sourceNumbers_.emplace(name.id, static_cast<std::uint16_t>(state_.sources.size())).second)
            state_.sources.push_back(name);
    const auto found = sourceNumbers_.find(source);
    if (found == sourceNumbers_.end())
        return fail(Errc::StorageDamaged, "an item of a source that does not exist");
    return found->second;
}

Result<ColumnCells> ColumnBuild::cells(const store::ColumnRow &row)
{
    ColumnCells out;
    out.item = row.item;
    out.second = columnSecond(row.published);
    out.author = memberNumber(row.author);
    out.container = row.container.empty() ? 0 : containers_.number(row.container);
    out.engagements = row.engagements ? static_cast<float>(*row.engagements) : kNotGiven;
    out.rating = row.rating ? static_cast<float>(*row.rating) : -1;
    out.toneMilli = static_cast<std::int16_t>(row.toneMilli);
    out.lang = static_cast<std::uint16_t>(std::min<std::size_t>(langs_.number(row.lang), kMostNames));
    VIGIE_TRY(out.source, sourceNumber(row.source));
    out.flags = static_cast<std::uint16_t>((row.counted ? kCounted : 0) | (row.relay ? kRelay : 0) | (row.ours ? kOurs : 0) | (row.toneManual ? kManualTone : 0)
                                           | (row.toneLabel > 0 ? kPositive : row.toneLabel < 0 ? kNegative : 0) | (static_cast<int>(row.kind) << kKindShift));
    return out;
}

Result<ColumnBuild::Chunks> ColumnBuild::read(ItemId first, ItemId last)
{
    Chunks out;
    ChunkEdit edit;
    Result<void> wrong;
    VIGIE_CHECK(store::ColumnRows(tx_).each(first, last, [&](const store::ColumnRow &row) {
        if (!edit.takes(row.item)) {
            out.push_back(edit.done());
            edit = ChunkEdit();
        }
        if (auto made = cells(row))
            edit.append(*made);
        else
            wrong = fail(std::move(made.error()));
    }));
    VIGIE_CHECK(std::move(wrong));
    if (edit.size() > 0)
        out.push_back(edit.done());
    return out;
}

Result<void> ColumnBuild::extend(ItemId first)
{
    if (state_.loadedFrom <= first)
        return {};
    if (state_.loadedFrom == kNothing)
        VIGIE_CHECK(renewFollowers({}));
    VIGIE_TRY(auto older, read(first, state_.loadedFrom));
    for (const auto query : state_.queries)
        VIGIE_CHECK(addMatches(query, older));
    state_.chunks.insert(state_.chunks.begin(), older.begin(), older.end());
    state_.loadedFrom = first;
    return {};
}

Result<void> ColumnBuild::addMatches(QueryId query, Chunks &chunks)
{
    if (chunks.empty())
        return {};
    std::size_t at = 0;
    Bits counted, aside;
    const auto close = [&] {
        if (counted.empty())
            return;
        auto copy = *chunks[at];
        copy.matches[query] = {std::make_shared<const Bits>(std::move(counted)), std::make_shared<const Bits>(std::move(aside))};
        chunks[at] = std::make_shared<const PostColumns>(std::move(copy));
        counted.clear();
        aside.clear();
    };
    const ItemId behind{chunks.back()->id(chunks.back()->size() - 1).value + 1};
    VIGIE_CHECK(store::ColumnRows(tx_).matches(query, chunks.front()->base, behind, [&](const store::ColumnMatch &match) {
        while (chunks[at]->id(chunks[at]->size() - 1) < match.item) {
            close();
            ++at;
        }
        const auto row = chunks[at]->rowOf(match.item);
        if (row == chunks[at]->size())
            return;
        if (counted.empty()) {
            counted.assign((chunks[at]->size() + 63) / 64, 0);
            aside = counted;
        }
        setBit(match.counted ? counted : aside, row);
    }));
    close();
    return {};
}

Result<void> ColumnBuild::hold(std::span<const QueryId> queries)
{
    for (const auto query : queries) {
        if (!query || std::find(state_.queries.begin(), state_.queries.end(), query) != state_.queries.end())
            continue;
        VIGIE_CHECK(addMatches(query, state_.chunks));
        state_.queries.push_back(query);
    }
    return {};
}

Result<void> ColumnBuild::follow(const store::ColumnChanges &changes)
{
    for (const auto query : changes.queries) // read again when somebody asks
        if (const auto at = std::find(state_.queries.begin(), state_.queries.end(), query); at != state_.queries.end()) {
            state_.queries.erase(at);
            for (auto &chunk : state_.chunks)
                if (chunk->matches.count(query) > 0) {
                    auto copy = *chunk;
                    copy.matches.erase(query);
                    chunk = std::make_shared<const PostColumns>(std::move(copy));
                }
        }
    const auto first = std::lower_bound(changes.items.begin(), changes.items.end(), state_.loadedFrom);
    VIGIE_CHECK(renew(std::span(first, changes.items.end())));
    if (!changes.members.empty())
        VIGIE_CHECK(renewFollowers(changes.members));
    state_.mark = changes.mark;
    return {};
}

/// Each chunk takes the items up to the beginning of the next one.
Result<void> ColumnBuild::renew(std::span<const ItemId> items)
{
    Chunks out;
    std::size_t chunk = 0;
    while (!items.empty()) {
        const auto &chunks = state_.chunks;
        while (chunk + 1 < chunks.size() && chunks[chunk + 1]->base <= items.front())
            out.push_back(chunks[chunk++]);
        const auto end = chunk + 1 < chunks.size() ? std::lower_bound(items.begin(), items.end(), chunks[chunk + 1]->base) : items.end();
        const auto mine = items.first(static_cast<std::size_t>(end - items.begin()));
        VIGIE_TRY(auto made, renewed(chunk < chunks.size() ? chunks[chunk].get() : nullptr, mine));
        out.insert(out.end(), made.begin(), made.end());
        items = items.subspan(mine.size());
        ++chunk;
    }
    for (; chunk < state_.chunks.size(); ++chunk)
        out.push_back(state_.chunks[chunk]);
    state_.chunks = std::move(out);
    return {};
}

namespace {

/// Rows that are here already change in place and newer ones follow behind; only what comes late moves others.
bool keepsPlaces(const PostColumns &old, std::span<const ItemId> items)
{
    const ItemId newest = old.id(old.size() - 1);
    return old.size() + items.size() <= PostColumns::kRows
           && std::all_of(items.begin(), items.end(), [&](ItemId item) { return item > newest ? old.takes(item) : old.rowOf(item) < old.size(); });
}

} // namespace

Result<ColumnBuild::Chunks> ColumnBuild::renewed(const PostColumns *old, std::span<const ItemId> items)
{
    std::vector<ColumnCells> fresh;
    Result<void> wrong;
    store::ColumnRows rows(tx_);
    VIGIE_CHECK(rows.eachOf(items, [&](const store::ColumnRow &row) {
        if (auto made = cells(row))
            fresh.push_back(*made);
        else
            wrong = fail(std::move(made.error()));
    }));
    VIGIE_CHECK(std::move(wrong));
    VIGIE_TRY(const auto matches, rows.matchesOf(state_.queries, items));
    std::vector<ChunkEdit> edits;
    if (old && keepsPlaces(*old, items)) {
        edits.emplace_back(*old);
        for (const auto &cell : fresh) {
            const auto row = edits.back().rowOf(cell.item);
            if (row < edits.back().size()) {
                edits.back().replace(row, cell);
                edits.back().clear(row);
            } else {
                edits.back().append(cell);
            }
        }
    } else {
        edits.emplace_back();
        // Of a full chunk two halves, so that the next late one finds room; what is only newer fills up.
        const auto total = (old ? old->size() : 0) + fresh.size();
        const bool onlyNewer = !old || fresh.empty() || old->id(old->size() - 1) < fresh.front().item;
        const auto parts = (total + PostColumns::kRows - 1) / PostColumns::kRows;
        const auto most = onlyNewer || parts == 0 ? PostColumns::kRows : (total + parts - 1) / parts;
        const auto room = [&](ItemId item) -> ChunkEdit & {
            if (edits.back().size() >= most || !edits.back().takes(item))
                edits.emplace_back();
            return edits.back();
        };
        std::size_t row = 0;
        const auto copyUpTo = [&](ItemId limit) {
            for (; old && row < old->size() && old->id(row) < limit; ++row)
                if (!std::binary_search(items.begin(), items.end(), old->id(row)))
                    room(old->id(row)).append(*old, row);
        };
        for (const auto &cell : fresh) {
            copyUpTo(cell.item);
            room(cell.item).append(cell);
        }
        copyUpTo(kNothing);
    }
    for (const auto &match : matches)
        for (auto &edit : edits)
            if (const auto row = edit.rowOf(match.item); row < edit.size())
                edit.match(row, match.query, match.counted);
    Chunks out;
    for (auto &edit : edits)
        if (edit.size() > 0)
            out.push_back(edit.done());
    return out;
}

Result<void> ColumnBuild::renewFollowers(std::span<const MemberId> members)
{
    auto values = state_.followers && !members.empty() ? *state_.followers : std::vector<std::uint32_t>();
    VIGIE_CHECK(store::ColumnRows(tx_).followers(members, [&](MemberId member, std::optional<std::int64_t> count) { setFollowers(values, member, count); }));
    state_.followers = std::make_shared<const std::vector<std::uint32_t>>(std::move(values));
    return {};
}

std::shared_ptr<const ColumnState> ColumnBuild::done()
{
    if (!state_.langs || state_.langs->size() != langs_.size())
        state_.langs = std::make_shared<const NameTable>(std::move(langs_));
    if (!state_.containers || state_.containers->size() != containers_.size())
        state_.containers = std::make_shared<const NameTable>(std::move(containers_));
    return std::make_shared<const ColumnState>(std::move(state_));
}

} // namespace vigie::insight
