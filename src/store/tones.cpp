// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/tones.hpp>

#include "store/items_row.hpp"
#include "store/items_writer.hpp"
#include "store/tone_layer_image.hpp"
#include "store/tone_lessons.hpp"

#include <vigie/text/tone_item.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace vigie::store {

namespace {

void makeSureOfState(Session &session)
{
    session.exec("INSERT INTO tone_state(id, model) SELECT 1, 0 WHERE NOT EXISTS(SELECT 1 FROM tone_state)");
}

int milli(float value)
{
    return static_cast<int>(std::lround(value * 1000));
}

} // namespace

void noteToneLesson(Session &session, const Item &item, Instant now)
{
    if (item.toneManual || (item.text.empty() && item.title.empty()))
        return;
    session.exec("INSERT INTO tone_lesson(item_id, machine_label, machine_milli, model, said_at) VALUES(?,?,?,coalesce((SELECT model FROM tone_state), 0),?)"
                 " ON CONFLICT(item_id) DO UPDATE SET machine_label=excluded.machine_label, machine_milli=excluded.machine_milli, model=excluded.model,"
                 " said_at=excluded.said_at, forgotten=0",
                 item.id, item.toneLabel, milli(item.tone), now);
}

Result<ToneState> Tones::state()
{
    auto &session = tx_.session();
    return session.guard([&] {
        ToneState out;
        session.each<std::int64_t, int, int, std::optional<Instant>, std::optional<Instant>, std::int64_t, std::int64_t, bool>(
            "SELECT model, layer, learned_from, learned_at, reset_at, total, done, until IS NULL FROM tone_state", {},
            [&](std::int64_t model, int layer, int learnedFrom, std::optional<Instant> learnedAt, std::optional<Instant> resetAt, std::int64_t total, std::int64_t done, bool even) {
                out.model = model;
                out.layer = layer;
                out.learnedFrom = learnedFrom;
                out.learnedAt = learnedAt;
                out.resetAt = resetAt;
                out.total = total;
                out.done = done;
                out.even = even;
            });
        out.lessons = session.one<int>("SELECT count(*) FROM tone_lesson l JOIN item i ON i.id=l.item_id WHERE i.tone_manual=1 AND l.forgotten=0").value_or(0);
        return out;
    });
}

Result<ToneConfusion> Tones::confusion()
{
    auto &session = tx_.session();
    return session.guard([&] {
        ToneConfusion out{};
        session.each<int, int, std::int64_t>("SELECT i.tone_label, l.machine_label, count(*) FROM tone_lesson l JOIN item i ON i.id=l.item_id"
                                             " WHERE i.tone_manual=1 GROUP BY i.tone_label, l.machine_label",
                                             {}, [&](int said, int machine, std::int64_t count) {
                                                 if (std::abs(said) <= 1 && std::abs(machine) <= 1)
                                                     out[static_cast<std::size_t>(said + 1)][static_cast<std::size_t>(machine + 1)] = count;
                                             });
        return out;
    });
}

Result<std::vector<text::ToneLesson>> Tones::lessons(int most)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<text::ToneLesson> out;
        session.each<std::string, std::string, std::string, ItemKind, int>(
            "SELECT coalesce(i.title, ''), i.text, i.lang, i.kind, i.tone_label FROM tone_lesson l JOIN item i ON i.id=l.item_id"
            " WHERE i.tone_manual=1 AND l.forgotten=0 AND i.text<>'' ORDER BY l.said_at DESC, l.item_id LIMIT ?",
            binds(most), [&](const std::string &title, const std::string &text, std::string lang, ItemKind kind, int label) {
                out.push_back({text::toneText(title, text), std::move(lang), text::toneKind(kind), static_cast<text::ToneLabel>(label)});
            });
        return out;
    });
}

Result<text::ToneLayer> Tones::layer()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<text::ToneLayerWord> words;
        session.each<std::string, std::string, int, int, int>("SELECT lang, word, praise_milli, blame_milli, lessons FROM tone_layer_word", {},
                                                              [&](std::string lang, std::string word, int praise, int blame, int lessons) {
                                                                  words.push_back({std::move(lang), std::move(word), static_cast<float>(praise) / 1000.0F,
                                                                                   static_cast<float>(blame) / 1000.0F, lessons});
                                                              });
        return text::ToneLayer(std::move(words));
    });
}

Result<void> Tones::expect(std::int64_t model)
{
    auto &session = tx_.session();
    return session.guard([&] {
        makeSureOfState(session);
        if (session.one<std::int64_t>("SELECT model FROM tone_state").value_or(0) == model)
            return;
        session.exec("UPDATE tone_state SET model=?", model);
        beginToneRun(session, true);
    });
}

Result<void> Tones::keepLayer(const text::ToneLayer &layer, int learnedFrom)
{
    auto &session = tx_.session();
    return session.guard([&] {
        makeSureOfState(session);
        session.exec("DELETE FROM tone_layer_word");
        for (const auto &word : layer.words())
            session.exec("INSERT INTO tone_layer_word(lang, word, praise_milli, blame_milli, lessons) VALUES(?,?,?,?,?)", word.lang, word.word, milli(word.praise),
                         milli(word.blame), word.lessons);
        session.exec("UPDATE tone_state SET layer=layer+1, learned_from=?, learned_at=?", learnedFrom, tx_.now());
        tx_.change().settings = true;
        beginToneRun(session, false);
    });
}

Result<int> Tones::reset()
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        makeSureOfState(session);
        recordLayer(tx_);
        const auto had = session.one<int>("SELECT count(*) FROM tone_layer_word").value_or(0);
        session.exec("DELETE FROM tone_layer_word");
        const int forgotten = session.one<int>("SELECT count(*) FROM tone_lesson WHERE forgotten=0").value_or(0);
        session.exec("UPDATE tone_lesson SET forgotten=? WHERE forgotten=0", forgottenBy(tx_.changeSet()));
        session.exec("UPDATE tone_state SET layer=layer+1, learned_from=0, learned_at=NULL, reset_at=?", tx_.now());
        if (had > 0)
            beginToneRun(session, false);
        tx_.change().settings = true;
        return forgotten;
    });
}

Result<std::vector<ToneSubject>> Tones::due(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ToneSubject> out;
        const auto take = [&](ItemId item, ItemKind kind, std::string title, std::string text, std::string lang, bool manual) {
            out.push_back({item, kind, std::move(title), std::move(text), std::move(lang), manual});
        };
        session.each<ItemId, ItemKind, std::string, std::string, std::string, bool>(
            "SELECT i.id, i.kind, coalesce(i.title, ''), i.text, i.lang, i.tone_manual FROM tone_state s JOIN item i ON i.id>s.done_before AND i.id<=s.until"
            " ORDER BY i.id LIMIT ?",
            binds(limit), take);
        if (out.empty()) // what came in meanwhile by an earlier layer
            session.each<ItemId, ItemKind, std::string, std::string, std::string, bool>(
                "SELECT i.id, i.kind, coalesce(i.title, ''), i.text, i.lang, i.tone_manual FROM tone_again a JOIN item i ON i.id=a.item_id ORDER BY i.id LIMIT ?", binds(limit), take);
        return out;
    });
}

Result<void> Tones::arrived(std::span<const StoredItem> items, int layer)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (items.empty() || session.one<int>("SELECT layer FROM tone_state").value_or(0) == layer)
            return;
        int late = 0;
        for (const auto &one : items)
            if (one.id && one.outcome != Stored::Unchanged)
                late += session.exec("INSERT INTO tone_again(item_id) SELECT id FROM item WHERE id=?1 AND tone_manual=0 AND NOT EXISTS(SELECT 1 FROM tone_again WHERE item_id=?1)", one.id) > 0;
        if (late == 0)
            return;
        session.exec("UPDATE tone_state SET total=iif(until IS NULL, 0, total)+?, done=iif(until IS NULL, 0, done), done_before=iif(until IS NULL, 0, done_before), until=coalesce(until, 0)", late);
        tx_.change().settings = true; // who judges anew goes on
    });
}

Result<int> Tones::settle(std::span<const ToneScore> scores, int layer)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        if (session.one<int>("SELECT layer FROM tone_state").value_or(0) != layer)
            return 0; // another was put in force since these were judged: the run begins anew with it
        if (scores.empty()) {
            session.exec("UPDATE tone_state SET until=NULL, model_changed=0 WHERE NOT EXISTS(SELECT 1 FROM tone_again)");
            tx_.change().settings = true; // figures say no longer that they mix two
            return 0;
        }
        const bool modelChanged = session.one<bool>("SELECT model_changed FROM tone_state").value_or(false);
        int changed = 0;
        for (const auto &score : scores) {
            if (score.manual) {
                if (modelChanged)
                    session.exec("UPDATE tone_lesson SET machine_label=?, machine_milli=?, model=(SELECT model FROM tone_state) WHERE item_id=?", score.label,
                                 milli(score.tone), score.item);
                continue;
            }
            const auto row = loadItem(session, score.item);
            if (!row || row->item.toneManual || (row->item.toneLabel == score.label && milli(row->item.tone) == milli(score.tone)))
                continue;
            auto after = row->item;
            after.tone = score.tone;
            after.toneLabel = static_cast<std::int8_t>(score.label);
            ItemWriter(tx_).rewrite(*row, std::move(after));
            ++changed;
        }
        tx_.change().history = true;
        for (const auto &score : scores)
            session.exec("DELETE FROM tone_again WHERE item_id=?", score.item);
        session.exec("UPDATE tone_state SET done_before=max(done_before, ?), done=done+?", scores.back().item, static_cast<std::int64_t>(scores.size()));
        return changed;
    });
}

} // namespace vigie::store
