// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/reviews.hpp>

#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/search.hpp"

#include <algorithm>
#include <unordered_map>

namespace vigie::store {

namespace {

constexpr int kSlice = 500;

constexpr std::string_view kRows =
    "SELECT i.id, s.connector, i.container, i.lang, i.title, i.text, i.author_id, m.created_at, i.rating, i.published_at, i.date_precision, i.edited_at, i.state, i.state_at,"
    " (SELECT count(*) FROM item_revision v WHERE v.item_id=i.id),"
    " (SELECT min(a.published_at) FROM item_ref r JOIN item a ON a.id=r.item_id WHERE r.target_id=i.id AND r.relation IN (0, 4) AND a.ours IS NOT NULL AND a.state=0),"
    " (SELECT max(max(a.published_at, coalesce(a.edited_at, 0))) FROM item_ref r JOIN item a ON a.id=r.item_id WHERE r.target_id=i.id AND r.relation IN (0, 4) AND a.ours IS NOT NULL AND a.state=0),"
    " (SELECT count(DISTINCT a.id) FROM item_ref r JOIN item a ON a.id=r.item_id WHERE r.target_id=i.id AND r.relation IN (0, 4) AND a.ours IS NOT NULL AND a.state=0)"
    " FROM json_each(?1) j CROSS JOIN item i ON i.id=j.value JOIN source s ON s.id=i.source_id LEFT JOIN member m ON m.id=i.author_id"
    " WHERE i.kind=?2 AND i.ours IS NULL";

std::optional<Instant> instantAt(const HotStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMicros(row.integer(column)));
}

ReviewRow rowOf(const HotStatement &row)
{
    ReviewRow out;
    out.item = ItemId{row.integer(0)};
    out.connector = row.text(1);
    out.place = row.text(2);
    out.lang = row.text(3);
    out.title = row.text(4);
    out.text = row.text(5);
    out.author = row.integer(6);
    out.authorSince = instantAt(row, 7);
    if (!row.isNull(8))
        out.rating = row.real(8);
    out.publishedAt = fromMicros(row.integer(9));
    out.dated = static_cast<TimePrecision>(row.integer(10)) != TimePrecision::Unknown;
    out.editedAt = instantAt(row, 11);
    out.state = static_cast<ItemState>(row.integer(12));
    out.stateAt = instantAt(row, 13);
    out.revisions = static_cast<int>(row.integer(14));
    out.answeredAt = instantAt(row, 15);
    out.lastAnswerAt = instantAt(row, 16);
    out.answers = static_cast<int>(row.integer(17));
    return out;
}

struct Sent {
    Instant first, last;
    int answers = 0;
};
/// Answers that were sent, and may not have been seen on the site yet.
std::unordered_map<std::int64_t, Sent> sentAnswers(Session &session)
{
    std::unordered_map<std::int64_t, Sent> out;
    session.each<std::int64_t, Instant, Instant, int>(
        "SELECT o.target_item_id, min(p.started_at), max(p.started_at), count(DISTINCT o.id) FROM outbound o JOIN outbound_part p ON p.outbound_id=o.id"
        " WHERE o.kind='reply' AND o.state IN ('sent', 'accepted') AND o.target_item_id<>0 AND p.started_at IS NOT NULL GROUP BY o.target_item_id",
        {}, [&](std::int64_t target, Instant first, Instant last, int answers) { out[target] = {first, last, answers}; });
    return out;
}

void addSent(ReviewRow &row, const Sent &sent)
{
    row.answeredAt = row.answeredAt ? std::min(*row.answeredAt, sent.first) : sent.first;
    row.lastAnswerAt = row.lastAnswerAt ? std::max(*row.lastAnswerAt, sent.last) : sent.last;
    row.answers = std::max(row.answers, sent.answers);
}

bool holds(const std::vector<std::string> &wanted, const std::string &value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool isAsked(const ReviewRow &row, const ReviewScope &scope)
{
    const bool there = row.state == ItemState::Visible || (scope.removed && isGone(row.state));
    return there && holds(scope.networks, row.connector) && holds(scope.langs, row.lang);
}

} // namespace

Result<std::vector<ReviewRow>> Reviews::read(const ReviewScope &scope)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ReviewRow>> {
        const auto query = text::parseQuery("is:review");
        if (!query)
            return fail(text::toError(query.error()));
        const auto sent = sentAnswers(session);
        QueryWalk walk(session, *query, tx_.now());
        SearchPage page;
        page.from = scope.from;
        page.to = scope.to;
        page.limit = kSlice;
        std::vector<ReviewRow> out;
        for (;;) {
            const auto found = walk.page(page);
            const auto list = idList(found);
            auto &rows = session.hot(kRows);
            rows.bind(list, ItemKind::Review);
            while (rows.next())
                if (auto row = rowOf(rows); isAsked(row, scope)) {
                    if (const auto answer = sent.find(row.item.value); answer != sent.end())
                        addSent(row, answer->second);
                    out.push_back(std::move(row));
                }
            if (static_cast<int>(found.size()) < page.limit)
                break;
            page.before = found.back();
        }
        std::sort(out.begin(), out.end(), [](const ReviewRow &a, const ReviewRow &b) { return a.item > b.item; });
        return out;
    });
}

Result<int> Reviews::answersTo(ItemId review)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto seen = session.one<int>("SELECT count(DISTINCT a.id) FROM item_ref r JOIN item a ON a.id=r.item_id WHERE r.target_id=? AND r.relation IN (0, 4) AND a.ours IS NOT NULL AND a.state=0", review);
        const auto sent = session.one<int>("SELECT count(*) FROM outbound WHERE kind='reply' AND target_item_id=? AND state NOT IN ('cancelled', 'failed', 'missed', 'draft')", review);
        return std::max(seen.value_or(0), sent.value_or(0));
    });
}

} // namespace vigie::store
