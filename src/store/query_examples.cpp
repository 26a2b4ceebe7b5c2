// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/query_examples.hpp>

#include "store/desk_facts.hpp"
#include "store/items_row.hpp"
#include "store/search_confirm.hpp"

#include <vigie/text/language.hpp>

namespace vigie::store {

namespace {

/// A typed example is a mention that nobody made.
Item typed(const std::string &text)
{
    Item item;
    item.text = text;
    item.lang = text::detectLanguage(text);
    return item;
}

ExampleOutcome tried(Session &session, Confirmer &confirmer, const QueryExample &example)
{
    ExampleOutcome out;
    Item item;
    if (example.item) {
        auto stored = loadItem(session, example.item);
        out.gone = !stored || (stored->item.text.empty() && stored->item.title.empty());
        if (out.gone)
            return out;
        item = std::move(stored->item);
    } else {
        item = typed(example.text);
    }
    auto judged = confirmer.judge(item);
    out.passes = judged.matches == example.wanted;
    out.why = std::move(judged.parts);
    out.text = item.title.empty() ? item.text : item.title + "\n" + item.text;
    return out;
}

} // namespace

Result<std::vector<QueryExample>> QueryExamples::of(QueryId query)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<QueryExample> out;
        session.each<std::int64_t, bool, ItemId, std::string>("SELECT id, wanted, item_id, text FROM query_example WHERE query_id=? ORDER BY id", binds(query),
                                                              [&](std::int64_t id, bool wanted, ItemId item, std::string text) {
                                                                  out.push_back({id, wanted, item, std::move(text)});
                                                              });
        return out;
    });
}

Result<std::int64_t> QueryExamples::add(QueryId query, const QueryExample &example)
{
    if (!example.item && example.text.find_first_not_of(" \t\n") == std::string::npos)
        return fail(Errc::InvalidInput, "an example needs a mention or a text");
    if (example.text.size() > kMaxExampleBytes)
        return fail(Errc::InvalidInput, "the example is too long");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        if (!session.one<int>("SELECT 1 FROM saved_query WHERE id=?", query))
            return fail(Errc::NotFound, "no such query");
        if (example.item && !session.one<int>("SELECT 1 FROM item WHERE id=?", example.item))
            return fail(Errc::NotFound, "no such mention");
        tx_.change().queries = true;
        const auto known = example.item ? session.one<std::int64_t>("SELECT id FROM query_example WHERE query_id=? AND item_id=?", query, example.item) : std::nullopt;
        if (known) {
            session.exec("UPDATE query_example SET wanted=? WHERE id=?", example.wanted, *known);
            return *known;
        }
        if (session.one<int>("SELECT count(*) FROM query_example WHERE query_id=?", query).value_or(0) >= static_cast<int>(kMaxExamples))
            return fail(Errc::InvalidInput, "a query has " + std::to_string(kMaxExamples) + " examples at most");
        return session.insert("INSERT INTO query_example(query_id, wanted, item_id, text, added_at) VALUES(?,?,?,?,?)", query, example.wanted, example.item,
                              example.item ? std::string() : example.text, tx_.now());
    });
}

Result<void> QueryExamples::keep(QueryId query, std::span<const QueryExample> examples)
{
    for (const auto &example : examples)
        if (const auto added = add(query, example); !added && added.error().code != Errc::NotFound)
            return fail(added.error());
    return {};
}

Result<void> QueryExamples::remove(std::int64_t id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("DELETE FROM query_example WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such example");
        tx_.change().queries = true;
        return {};
    });
}

Result<std::vector<ExampleOutcome>> QueryExamples::run(const text::Query &query, std::span<const QueryExample> examples)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ExampleOutcome>> {
        VIGIE_TRY(auto whole, bound(session, query, tx_.now()));
        Confirmer confirmer(session, std::move(whole), tx_.now());
        std::vector<ExampleOutcome> out;
        for (const auto &example : examples)
            out.push_back(tried(session, confirmer, example));
        return out;
    });
}

} // namespace vigie::store
