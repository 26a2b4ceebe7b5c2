// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/reading.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tones.hpp>
#include <vigie/text/tone_item.hpp>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace vigie::ui {

namespace {

constexpr int kThreadAtMost = 300, kRelaysAtMost = 200;

card::Mark markAt(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    const auto units = utf16Offsets(text, {begin, end});
    return {static_cast<int>(units[0]), static_cast<int>(units[1] - units[0])};
}

Result<void> readQueries(store::Tx &tx, ItemId id, QueryId via, const std::string &text, Reading &out)
{
    store::Queries queries(tx);
    VIGIE_TRY(const auto matching, queries.matching(id));
    VIGIE_TRY(const auto all, queries.all());
    VIGIE_TRY(const auto context, queries.context());
    for (const auto &query : all) {
        const bool matches = std::find(matching.begin(), matching.end(), query.id) != matching.end();
        if (matches)
            out.queries.push_back(format::queryName(query.name));
        if (via ? query.id != via : !matches)
            continue;
        if (const auto parsed = text::parseAndBind(query.source, context))
            for (const auto &mark : card::marksOf(*parsed, text))
                out.marks.push_back(mark);
    }
    return {};
}

Result<void> readThread(store::Tx &tx, ItemId id, Reading &out)
{
    VIGIE_TRY(const auto entries, store::Items(tx).thread(id, kThreadAtMost));
    std::vector<ItemId> ids;
    for (const auto &entry : entries)
        if (entry.id)
            ids.push_back(entry.id);
    VIGIE_TRY(auto rows, store::Items(tx).rows(ids));
    std::unordered_map<ItemId, CardPtr> cards;
    for (auto &row : rows) {
        const auto key = row.item.id;
        cards.emplace(key, makeCard(std::move(row), nullptr));
    }
    for (const auto &entry : entries) {
        const auto found = cards.find(entry.id);
        out.thread.push_back({entry.id, entry.depth, found != cards.end() ? found->second : nullptr});
        out.threadHasHoles = out.threadHasHoles || !entry.id;
    }
    return {};
}

} // namespace

Result<Reading> readReading(store::Tx &tx, ItemId id, QueryId via, const std::optional<text::ToneAnalyser> &tone)
{
    Reading out;
    const std::vector<ItemId> ids{id};
    VIGIE_TRY(auto rows, store::Items(tx).rows(ids));
    if (rows.empty())
        return fail(Errc::NotFound, "the mention is gone");
    const auto &item = rows.front().item;
    out.text = qs(item.text);
    for (const auto &span : item.spans)
        if (span.kind == TextSpan::Kind::Link)
            out.links.push_back({markAt(item.text, span.begin, span.end), qs(span.target)});
    if (tone) {
        VIGIE_TRY(auto layer, store::Tones(tx).layer());
        const auto here = tone->with(std::make_shared<const text::ToneLayer>(std::move(layer)));
        for (const auto &word : here.analyse(item.text, item.lang, text::toneKind(item.kind)).words)
            out.toneWords.push_back({markAt(item.text, word.begin, word.end), word.weight});
    }
    VIGIE_CHECK(readQueries(tx, id, via, item.text, out));
    VIGIE_CHECK(readThread(tx, id, out));
    if (rows.front().revisions > 0) {
        VIGIE_TRY(out.revisions, store::Items(tx).revisions(id));
    }
    if (rows.front().relay || rows.front().relays > 0) {
        VIGIE_TRY(out.cluster, store::Relays(tx).cluster(id, kRelaysAtMost));
    }
    if (via)
        if (auto answer = store::Relevance(tx).why(via, id); answer && (answer->mark || answer->state.acts()))
            out.relevance = std::move(*answer);
    if (item.authorId)
        if (auto member = store::Members(tx).card(item.authorId))
            out.member = std::move(*member);
    VIGIE_TRY(const auto tags, store::Queries(tx).tags());
    for (const auto &tag : tags)
        out.knownTags.push_back(tag.name);
    out.card = makeCard(std::move(rows.front()), nullptr);
    return out;
}

} // namespace vigie::ui
