// SPDX-License-Identifier: GPL-3.0-or-later
// The least that can be done: prepared INSERTs of finished values into the tables and index of the store, in one
// transaction a batch. Nothing is looked up, compared, resolved or told; members are inserted when first met.
// Thread: one at a time. Errors: throws.
#pragma once

#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/items_packed.hpp"
#include "store/migrate.hpp"
#include "store/session.hpp"

#include <vigie/store/items.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/query_set.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::bench {

class BareLoop {
public:
    explicit BareLoop(const std::string &path)
    {
        auto opened = store::Session::open(path, store::SessionMode::Create);
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        session_ = std::move(*opened);
        const auto migrated = store::migrate(*session_, path, "", store::builtinMigrations());
        if (!migrated)
            throw std::runtime_error(migrated.error().detail);
        session_->script("PRAGMA foreign_keys=OFF");
    }

    /// All values made ready, in the order of the row ids.
    void prepare(const std::vector<store::AnalysedItem> &batch, const text::QuerySet &queries)
    {
        rows_.clear();
        members_.clear();
        sums_.clear();
        for (const auto &analysed : batch) {
            const auto &item = analysed.item();
            Row row;
            row.analysed = &analysed;
            row.matches = matching(analysed, queries);
            row.source = known(sources_, item.connector, [&](std::int64_t id) {
                session_->exec("INSERT INTO source(id, connector, instance) VALUES(?,?,?)", id, item.connector, item.instance);
            });
            row.author = known(authors_, item.author.nativeId, [&](std::int64_t id) { members_.emplace_back(id, row.source, &item.author); });
            row.spans = store::packSpans(item.spans, item.text);
            row.metrics = store::packMetrics(item.metrics);
            row.permalink = store::packLink(item.permalink, item);
            rows_.push_back(std::move(row));
        }
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row &a, const Row &b) { return a.analysed->item().publishedAt < b.analysed->item().publishedAt; });
        for (auto &row : rows_) {
            const auto wanted = store::firstItemIdAt(row.analysed->item().publishedAt).value;
            auto &taken = slots_[wanted];
            row.id = wanted + taken++;
            const auto day = static_cast<std::int64_t>(std::chrono::floor<std::chrono::days>(row.analysed->item().publishedAt).time_since_epoch().count());
            addSum(0, day, row);
            for (const auto query : row.matches)
                addSum(query.value, day, row);
        }
    }

    void insert()
    {
        session_->script("BEGIN IMMEDIATE");
        for (const auto &[id, source, author] : members_)
            session_->hot("INSERT INTO member(id, source_id, native_id, handle, name, bio, avatar_url, profile_url, bot, opt_out, created_at, followers,"
                          " metrics, handle_since_at, first_seen_at, last_seen_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .bind(id, source, author->nativeId, author->handle, author->name, author->bio, author->avatarUrl, author->profileUrl, author->bot,
                      author->optOut, nullptr, author->metrics.front().value, std::string_view("followers=1;"), 0, 0, 0)
                .run();
        for (const auto &row : rows_)
            insertRow(row);
        for (const auto &[cell, sum] : sums_)
            session_->hot("INSERT INTO rollup_day(query_id, day, connector, lang, positive, neutral, negative, relays) VALUES(?,?,?,?,?,?,?,?)"
                          " ON CONFLICT(query_id, day, connector, lang) DO UPDATE SET positive=positive+excluded.positive,"
                          " neutral=neutral+excluded.neutral, negative=negative+excluded.negative, relays=relays+excluded.relays")
                .bind(std::get<0>(cell), std::get<1>(cell), std::get<2>(cell), std::get<3>(cell), sum.positive, sum.neutral, sum.negative, sum.relays)
                .run();
        session_->script("COMMIT");
    }

private:
    struct Row {
        const store::AnalysedItem *analysed = nullptr;
        std::int64_t id = 0, source = 0, author = 0;
        std::string spans, metrics, permalink;
        std::vector<QueryId> matches;
    };
    struct Sum {
        std::int64_t positive = 0, neutral = 0, negative = 0, relays = 0;
    };

    static std::vector<QueryId> matching(const store::AnalysedItem &analysed, const text::QuerySet &queries)
    {
        const auto &item = analysed.item();
        std::vector<std::string> words;
        for (auto &token : text::tokenize(analysed.words()))
            words.push_back(std::move(token.word));
        text::Subject subject;
        subject.item = &item;
        subject.words = words;
        subject.network = item.connector;
        subject.authorHandle = item.author.handle;
        subject.authorName = item.author.name;
        std::vector<QueryId> out;
        queries.match(subject, out);
        return out;
    }

    template <class F>
    static std::int64_t known(std::unordered_map<std::string, std::int64_t> &map, const std::string &key, F &&fresh)
    {
        const auto [it, inserted] = map.emplace(key, static_cast<std::int64_t>(map.size()) + 1);
        if (inserted)
            fresh(it->second);
        return it->second;
    }

    void addSum(std::int64_t query, std::int64_t day, const Row &row)
    {
        const auto &item = row.analysed->item();
        auto &sum = sums_[{query, day, item.connector, item.lang}];
        (item.toneLabel > 0 ? sum.positive : item.toneLabel < 0 ? sum.negative : sum.neutral) += 1;
    }

    void insertRow(const Row &row)
    {
        const auto &item = row.analysed->item();
        session_->hot("INSERT INTO item(id, source_id, native_id, author_id, kind, visibility, state, sensitive, date_precision, published_at,"
                      " fetched_at, lang, tone, tone_label, text, permalink, spans, metrics) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(row.id, row.source, item.nativeId, row.author, item.kind, item.visibility, item.state, item.sensitive, item.precision,
                  item.publishedAt, item.fetchedAt, item.lang, item.tone, item.toneLabel, item.text, row.permalink, row.spans, row.metrics)
            .run();
        int position = 0;
        for (const auto &ref : item.refs)
            session_->hot("INSERT INTO item_ref(item_id, position, relation, target_native, target_id) VALUES(?,?,?,?,?)")
                .bind(row.id, position++, ref.relation, ref.targetNative, row.id - 1)
                .run();
        position = 0;
        for (const auto &media : item.media)
            session_->hot("INSERT INTO media(item_id, position, kind, url, preview_url, native_id, alt, mime, width, height, duration_ms)"
                          " VALUES(?,?,?,?,?,?,?,?,?,?,?)")
                .bind(row.id, position++, media.kind, media.url, media.previewUrl, media.nativeId, media.alt, media.mime, media.width, media.height,
                      media.durationMs)
                .run();
        session_->hot("INSERT INTO item_fts(rowid, text, tags) VALUES(?,?,?)").bind(row.id, row.analysed->words(), row.analysed->tokens()).run();
        insertMatch(0, row);
        for (const auto query : row.matches)
            insertMatch(query.value, row);
    }

    void insertMatch(std::int64_t query, const Row &row)
    {
        const auto &item = row.analysed->item();
        session_->hot("INSERT INTO query_match(query_id, item_id, author_id, source_id, lang, tone_label, tone_milli, relay, counted)"
                      " VALUES(?,?,?,?,?,?,?,?,?)")
            .bind(query, row.id, row.author, row.source, item.lang, item.toneLabel, item.toneLabel * 600, 0, 1)
            .run();
    }

    std::unique_ptr<store::Session> session_;
    std::unordered_map<std::string, std::int64_t> sources_, authors_;
    std::unordered_map<std::int64_t, std::int64_t> slots_;
    std::vector<Row> rows_;
    std::vector<std::tuple<std::int64_t, std::int64_t, const Author *>> members_;
    std::map<std::tuple<std::int64_t, std::int64_t, std::string, std::string>, Sum> sums_;
};

} // namespace vigie::bench
