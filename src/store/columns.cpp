// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/columns.hpp>

#include "store/column_changes.hpp"
#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"
#include "store/originals.hpp"
#include "store/search.hpp"
#include "store/session.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::store {

namespace {

constexpr std::string_view kRow = "SELECT i.id, i.published_at, m.author_id, m.source_id, m.lang, m.tone_label, m.tone_milli, m.relay, m.counted,"
                                  " i.ours IS NOT NULL, i.tone_manual, i.kind, i.rating, i.container, i.metrics";

/// The packed counts of an item (store/items_packed.hpp), without making a list of them: letters A to D are what engages.
std::optional<double> engagementsOf(std::string_view packed)
{
    std::optional<double> sum;
    while (!packed.empty()) {
        const auto end = std::min(packed.find(';'), packed.size());
        auto entry = packed.substr(0, end);
        packed.remove_prefix(std::min(end + 1, packed.size()));
        if (entry.size() < 3 || entry[1] != '=' || entry[0] < 'A' || entry[0] > 'D' || entry[2] == '?')
            continue;
        entry.remove_prefix(entry[2] == '~' ? 3 : 2);
        double value = 0;
        if (std::from_chars(entry.data(), entry.data() + entry.size(), value).ec == std::errc())
            sum = sum.value_or(0) + value;
    }
    return sum;
}

ColumnRow rowOf(const HotStatement &at)
{
    ColumnRow row;
    row.item = ItemId{at.integer(0)};
    row.published = fromMicros(at.integer(1));
    row.author = MemberId{at.integer(2)};
    row.source = at.integer(3);
    row.lang = at.text(4);
    row.toneLabel = static_cast<int>(at.integer(5));
    row.toneMilli = static_cast<int>(at.integer(6));
    row.relay = at.integer(7) != 0;
    row.counted = at.integer(8) != 0;
    row.ours = at.integer(9) != 0;
    row.toneManual = at.integer(10) != 0;
    row.kind = static_cast<ItemKind>(at.integer(11));
    if (!at.isNull(12))
        row.rating = at.real(12);
    row.container = at.text(13);
    row.engagements = engagementsOf(at.text(14));
    return row;
}

template <class Tag>
void append(std::vector<Id<Tag>> &to, std::string_view packed)
{
    for (const auto value : unpackAscending(packed))
        to.push_back(Id<Tag>{value});
}

template <class Tag>
void distinct(std::vector<Id<Tag>> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

Result<ColumnChanges> ColumnRows::changesAfter(std::optional<std::int64_t> mark)
{
    auto &session = tx_.session();
    return session.guard([&] {
        ColumnChanges out;
        out.mark = session.one<std::int64_t>("SELECT max(sequence) FROM column_change").value_or(0);
        if (!mark || out.mark <= *mark) // this job may see less than another one did: what is there is newer, and stays
            return out;
        auto next = *mark;
        session.each<std::int64_t, bool, std::string, std::string, std::string>(
            "SELECT sequence, whole, items, members, queries FROM column_change WHERE sequence>? ORDER BY sequence", binds(*mark),
            [&](std::int64_t sequence, bool whole, const std::string &items, const std::string &members, const std::string &queries) {
                out.whole = out.whole || whole || sequence != next + 1;
                next = sequence;
                append(out.items, items);
                append(out.members, members);
                append(out.queries, queries);
            });
        distinct(out.items);
        distinct(out.members);
        distinct(out.queries);
        return out;
    });
}

Result<void> ColumnRows::each(ItemId first, ItemId last, const std::function<void(const ColumnRow &)> &row)
{
    auto &session = tx_.session();
    return session.guard([&] {
        HotStatement rows(session.raw(), std::string(kRow) + " FROM query_match m CROSS JOIN item i ON i.id=m.item_id"
                                                             " WHERE m.query_id=0 AND m.item_id>=? AND m.item_id<? ORDER BY m.item_id");
        rows.bind(first, last);
        while (rows.next())
            row(rowOf(rows));
    });
}

Result<void> ColumnRows::eachOf(std::span<const ItemId> ids, const std::function<void(const ColumnRow &)> &row)
{
    auto &session = tx_.session();
    return session.guard([&] {
        HotStatement one(session.raw(), std::string(kRow) + " FROM query_match m CROSS JOIN item i ON i.id=m.item_id WHERE m.query_id=0 AND m.item_id=?");
        for (const auto id : ids) {
            one.bind(id);
            if (one.next())
                row(rowOf(one));
            one.reset();
        }
    });
}

Result<void> ColumnRows::matches(QueryId query, ItemId first, ItemId last, const std::function<void(const ColumnMatch &)> &match)
{
    auto &session = tx_.session();
    return session.guard([&] {
        HotStatement rows(session.raw(), "SELECT item_id, counted FROM query_match WHERE query_id=? AND item_id>=? AND item_id<? ORDER BY item_id");
        rows.bind(query, first, last);
        while (rows.next())
            match({query, ItemId{rows.integer(0)}, rows.integer(1) != 0});
    });
}

Result<std::vector<ColumnMatch>> ColumnRows::matchesOf(std::span<const QueryId> queries, std::span<const ItemId> ids)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ColumnMatch> out;
        HotStatement one(session.raw(), "SELECT counted FROM query_match WHERE query_id=? AND item_id=?");
        for (const auto query : queries)
            for (const auto id : ids) {
                one.bind(query, id);
                if (one.next())
                    out.push_back({query, id, one.integer(0) != 0});
                one.reset();
            }
        return out;
    });
}

Result<void> ColumnRows::followers(std::span<const MemberId> members, const std::function<void(MemberId, std::optional<std::int64_t>)> &each)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto tell = [&](const HotStatement &row) {
            each(MemberId{row.integer(0)}, row.isNull(1) ? std::nullopt : std::optional<std::int64_t>(static_cast<std::int64_t>(row.real(1))));
        };
        if (members.empty()) {
            HotStatement all(session.raw(), "SELECT id, followers FROM member INDEXED BY member_followers WHERE followers IS NOT NULL");
            all.bind();
            while (all.next())
                tell(all);
            return;
        }
        HotStatement one(session.raw(), "SELECT id, followers FROM member WHERE id=?");
        for (const auto member : members) {
            one.bind(member);
            if (one.next())
                tell(one);
            one.reset();
        }
    });
}

Result<std::vector<SourceName>> ColumnRows::sources()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<SourceName> out;
        session.each<std::int64_t, std::string, std::string>("SELECT id, connector, instance FROM source ORDER BY id", {},
                                                             [&](std::int64_t id, std::string connector, std::string instance) {
                                                                 out.push_back({id, std::move(connector), std::move(instance)});
                                                             });
        return out;
    });
}

Result<std::vector<ItemId>> ColumnRows::tagged(TagId tag)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<ItemId>("SELECT item_id FROM item_tag WHERE tag_id=? ORDER BY item_id", tag); });
}

Result<std::vector<ItemId>> ColumnRows::found(const text::Query &bound, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        QueryWalk walk(session, bound, tx_.now());
        SearchPage page;
        page.from = from;
        page.to = to;
        page.oldestFirst = true;
        std::vector<ItemId> out;
        walk.all(page, out);
        return out;
    });
}

ItemId ColumnRows::firstPossible(Instant from)
{
    return firstItemIdAt(from);
}

bool ColumnRows::originalsOnly() const
{
    return store::originalsOnly(tx_.session());
}

Result<std::string> ColumnRows::handleOf(MemberId member)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.one<std::string>("SELECT iif(handle='', name, handle) FROM member WHERE id=?", member).value_or("");
    });
}

} // namespace vigie::store
