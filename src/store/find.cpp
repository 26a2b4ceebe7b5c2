// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/find.hpp>

#include "store/desk_facts.hpp"
#include "store/find_items.hpp"
#include "store/found_docs.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/search_steps.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace vigie::store {

namespace {

using text::QueryField;

/// Texts that wait to be indexed and are read directly; beyond that an answer says so.
constexpr int kMostUnindexed = 2000;

/// What a query may ask of a kind beside its words.
bool hasMeaning(QueryField field, FindScope scope)
{
    switch (field) {
    case QueryField::Raw:
    case QueryField::Case:
    case QueryField::Accent:
    case QueryField::Body:
    case QueryField::Since:
    case QueryField::Until:
    case QueryField::Date: return true;
    case QueryField::Title: return scope == FindScope::Revisions;
    case QueryField::Network:
    case QueryField::Connector: return scope == FindScope::Revisions || scope == FindScope::Members || scope == FindScope::Answers;
    case QueryField::Author: return scope != FindScope::Plans;
    case QueryField::Lang: return scope == FindScope::Revisions || scope == FindScope::Answers || scope == FindScope::Plans;
    case QueryField::Followers: return scope == FindScope::Members;
    default: return false;
    }
}

void collectSenseless(const text::QueryNode &node, FindScope scope, std::vector<std::string> &out)
{
    using Kind = text::QueryNode::Kind;
    const bool asks = node.kind == Kind::Field || node.kind == Kind::Number || node.kind == Kind::Time || node.kind == Kind::Scope || node.kind == Kind::Exact;
    if (asks && !hasMeaning(node.field, scope))
        if (const std::string name = text::fieldName(node.field); std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(name);
    for (const auto &child : node.children)
        collectSenseless(child, scope, out);
}

std::vector<std::string> senselessFields(const text::Query &query, FindScope scope)
{
    std::vector<std::string> out;
    if (scope != FindScope::Items)
        collectSenseless(query.root, scope, out);
    return out;
}

/// A search among the texts of one kind.
class DocSearch {
public:
    DocSearch(Session &session, const text::Query &bound, FindScope scope) : session_(session), query_(bound), scope_(scope), filter_(text::ftsFilter(bound.root))
    {
        unindexed_ = session.one<int>("SELECT count(*) FROM (SELECT 1 FROM found_due WHERE kind=? LIMIT ?)", scope, kMostUnindexed * 50).value_or(0);
        session.each<std::int64_t, int>("SELECT ref_id, part FROM found_due WHERE kind=? ORDER BY ref_id DESC LIMIT ?", binds(scope, kMostUnindexed),
                                        [&](std::int64_t ref, int part) { due_.emplace(ref, part); });
    }
    [[nodiscard]] int unread() const { return std::max(0, unindexed_ - static_cast<int>(due_.size())); }

    FindPage byDate(const FindRequest &request)
    {
        FindPage page;
        auto fresh = readDue(request.after);
        auto next = fresh.begin();
        const auto full = [&] { return static_cast<int>(page.things.size()) > request.limit; };
        const auto takeFreshBefore = [&](const FindPlace *place) {
            while (next != fresh.end() && !full() && (place == nullptr || comesBefore(next->place, *place)))
                page.things.push_back(std::move(*next++));
        };
        each(request.after, [&](const FoundKey &key, double) {
            auto doc = matching(key);
            if (!doc)
                return true;
            takeFreshBefore(&doc->thing.place);
            if (!full())
                page.things.push_back(std::move(doc->thing));
            return !full();
        });
        takeFreshBefore(nullptr);
        page.more = full();
        if (page.more)
            page.things.pop_back();
        page.unread = unread();
        return page;
    }

    FindPage byRelevance(const FindRequest &request)
    {
        if (!filter_)
            return byDate(request);
        FindPage page;
        page.unread = unread();
        for (auto &thing : readDue({}))
            page.things.push_back(std::move(thing));
        scored_ = true;
        each({}, [&](const FoundKey &key, double score) {
            if (auto doc = matching(key)) {
                doc->thing.score = score;
                page.things.push_back(std::move(doc->thing));
            }
            return static_cast<int>(page.things.size()) < kRelevanceListed;
        });
        if (static_cast<int>(page.things.size()) > request.limit)
            page.things.resize(static_cast<std::size_t>(request.limit));
        return page;
    }

    int count(int cap)
    {
        int found = static_cast<int>(readDue({}).size());
        each({}, [&](const FoundKey &key, double) {
            if ((filter_ && filter_->exact) ? due_.count({key.ref, key.part}) == 0 : matching(key).has_value())
                ++found;
            return found <= cap;
        });
        return std::min(found, cap + 1);
    }

private:
    static bool comesBefore(const FindPlace &a, const FindPlace &b) { return std::tie(a.at, a.ref, a.part) > std::tie(b.at, b.ref, b.part); }

    std::optional<FoundDoc> matching(const FoundKey &key)
    {
        if (due_.count({key.ref, key.part}) != 0)
            return std::nullopt;
        return judged(key);
    }
    std::optional<FoundDoc> judged(const FoundKey &key)
    {
        auto doc = loadFound(session_, key);
        if (!doc)
            return std::nullopt;
        text::splitWords(text::foldedText(doc->item), words_);
        return text::matches(query_, text::subjectOf(doc->item, words_)) ? std::move(doc) : std::nullopt;
    }
    /// What is not indexed yet and matches, newest first.
    std::vector<FoundThing> readDue(const std::optional<FindPlace> &after)
    {
        std::vector<FoundThing> out;
        for (const auto &[ref, part] : due_)
            if (auto doc = judged({scope_, ref, part}); doc && (!after || comesBefore(*after, doc->thing.place)))
                out.push_back(std::move(doc->thing));
        std::sort(out.begin(), out.end(), [](const FoundThing &a, const FoundThing &b) { return comesBefore(a.place, b.place); });
        return out;
    }

    /// Candidates, newest (or, once scored_, best) first, until `row` answers false.
    template <class Row>
    void each(const std::optional<FindPlace> &after, const Row &row)
    {
        std::string sql = std::string("SELECT f.ref_id, f.part, ") + (scored_ ? "-bm25(found_fts, 1.0, 0.0)" : "0.0") + " AS score FROM ";
        std::vector<Bound> values;
        if (filter_) {
            sql += "found_fts CROSS JOIN found f ON f.id=found_fts.rowid WHERE found_fts MATCH ? AND f.kind=?";
            values = binds("(" + filter_->expression + ") AND tags:\"" + kindToken(scope_) + "\"", scope_);
        } else {
            sql += "found f WHERE f.kind=?";
            values = binds(scope_);
        }
        if (after) {
            sql += " AND (f.at, f.ref_id, f.part) < (?,?,?)";
            for (auto &value : binds(after->at, after->ref, after->part))
                values.push_back(std::move(value));
        }
        sql += scored_ ? " ORDER BY score DESC, f.at DESC LIMIT ?" : " ORDER BY f.at DESC, f.ref_id DESC, f.part DESC";
        if (scored_)
            values.push_back(detail::bound(kRelevanceListed * 4));
        session_.each<std::int64_t, int, double>(sql, std::move(values), [&](std::int64_t ref, int part, double score) { return row(FoundKey{scope_, ref, part}, score); });
    }

    Session &session_;
    const text::Query &query_;
    FindScope scope_;
    std::optional<text::FtsFilter> filter_;
    std::set<std::pair<std::int64_t, int>> due_;
    std::vector<std::string> words_;
    int unindexed_ = 0;
    bool scored_ = false;
};

} // namespace

const char *toString(FindScope scope) noexcept
{
    switch (scope) {
    case FindScope::Items: return "mentions";
    case FindScope::Revisions: return "revisions";
    case FindScope::Notes: return "notes";
    case FindScope::Members: return "members";
    case FindScope::Answers: return "answers";
    case FindScope::Plans: return "plans";
    }
    return "mentions";
}

std::optional<FindScope> findScopeFrom(std::string_view name) noexcept
{
    for (const auto scope : kFindScopes)
        if (name == toString(scope))
            return scope;
    return std::nullopt;
}

Result<FindPage> Finder::find(const FindRequest &request)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<FindPage> {
        VIGIE_TRY(const auto whole, bound(session, request.query, tx_.now()));
        if (!senselessFields(whole, request.scope).empty())
            return FindPage{};
        if (request.scope == FindScope::Items)
            return findItems(tx_, whole, request);
        DocSearch search(session, whole, request.scope);
        return request.order == FindOrder::Relevance ? search.byRelevance(request) : search.byDate(request);
    });
}

Result<FindCount> Finder::count(const text::Query &query, FindScope scope, int cap, std::chrono::milliseconds within)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<FindCount> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        FindCount out{0, {}, senselessFields(whole, scope)};
        if (!out.senseless.empty())
            return out;
        if (scope == FindScope::Items && within.count() > 0) {
            VIGIE_TRY(const auto part, SearchSteps(tx_, within).count(query, cap));
            out.count = part.count;
            out.stoppedAt = part.stoppedAt;
        } else if (scope == FindScope::Items) {
            VIGIE_TRY(out.count, Items(tx_).count(query, cap));
        } else {
            out.count = DocSearch(session, whole, scope).count(cap);
        }
        return out;
    });
}

} // namespace vigie::store
