// SPDX-License-Identifier: GPL-3.0-or-later
// Tags that the person's own habit speaks for. Of the mentions tagged last, each word of the one in question is counted with
// each tag; a tag is offered when a word came with it in most cases, and more often than the tag comes anyway.
#include <vigie/store/tags.hpp>

#include "store/items_row.hpp"
#include "store/session.hpp"

#include <vigie/text/terms.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace vigie::store {

namespace {

constexpr int kSample = 2'000, kLeastUses = 3;
constexpr double kLeastShare = 0.6, kAboveUsual = 1.5;

std::set<std::string> wordsOf(const std::string &text, const std::string &lang)
{
    std::set<std::string> out;
    for (auto &piece : text::termPieces(text, lang))
        if (piece.role == text::TermPiece::Role::Content && piece.kind != text::TermPiece::Kind::Link)
            out.insert(std::move(piece.key));
    return out;
}

struct Example {
    std::set<std::string> words;
    std::set<TagId> tags;
};

std::vector<Example> tagged(Session &session, ItemId except)
{
    std::map<ItemId, std::set<TagId>> tags;
    session.each<ItemId, TagId>("SELECT item_id, tag_id FROM item_tag WHERE item_id<>? AND item_id IN (SELECT item_id FROM item_tag GROUP BY item_id"
                                " ORDER BY max(added_at) DESC LIMIT ?)",
                                binds(except, kSample), [&](ItemId item, TagId tag) { tags[item].insert(tag); });
    std::vector<ItemId> ids;
    for (const auto &[item, carried] : tags)
        ids.push_back(item);
    std::vector<Example> out;
    session.each<ItemId, std::string, std::string>("SELECT id, coalesce(title || char(10), '') || text, lang FROM item WHERE id IN (SELECT value FROM json_each(?))",
                                                   binds(idList(ids)), [&](ItemId item, const std::string &text, const std::string &lang) {
                                                       out.push_back({wordsOf(text, lang), tags[item]});
                                                   });
    return out;
}

struct Evidence {
    std::string word;
    int with = 0, of = 0;
    /// Laplace: three of three is less sure than thirty of thirty.
    [[nodiscard]] double weight() const { return (with + 1.0) / (of + 2.0); }
};

} // namespace

Result<std::vector<TagHint>> Tags::hints(ItemId id, int most)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<TagHint>> {
        const auto stored = loadItem(session, id);
        if (!stored)
            return std::vector<TagHint>{};
        const auto examples = tagged(session, id);
        std::map<TagId, int> uses;
        std::map<std::string, int> seen;
        std::map<std::pair<std::string, TagId>, int> together;
        const auto words = wordsOf(stored->item.title + "\n" + stored->item.text, stored->item.lang);
        for (const auto &example : examples) {
            for (const auto tag : example.tags)
                ++uses[tag];
            for (const auto &word : words)
                if (example.words.count(word) > 0) {
                    ++seen[word];
                    for (const auto tag : example.tags)
                        ++together[{word, tag}];
                }
        }
        std::map<TagId, Evidence> best;
        for (const auto &[pair, with] : together) {
            const Evidence evidence{pair.first, with, seen[pair.first]};
            const double usual = static_cast<double>(uses[pair.second]) / static_cast<double>(examples.size());
            const double share = static_cast<double>(with) / evidence.of;
            if (with < kLeastUses || share < kLeastShare || (usual < 0.9 && share < usual * kAboveUsual && share < 0.95))
                continue;
            auto &known = best[pair.second];
            if (known.of == 0 || evidence.weight() > known.weight())
                known = evidence;
        }
        const auto carried = session.column<TagId>("SELECT tag_id FROM item_tag WHERE item_id=?", id);
        std::vector<TagHint> out;
        for (const auto &[tag, evidence] : best) {
            if (std::find(carried.begin(), carried.end(), tag) != carried.end())
                continue;
            VIGIE_TRY(auto node, get(tag));
            out.push_back({std::move(node.tag), evidence.word, evidence.with, evidence.of});
        }
        std::stable_sort(out.begin(), out.end(), [](const TagHint &a, const TagHint &b) {
            return Evidence{a.word, a.with, a.of}.weight() > Evidence{b.word, b.with, b.of}.weight();
        });
        out.resize(std::min(out.size(), static_cast<std::size_t>(std::max(most, 0))));
        return out;
    });
}

} // namespace vigie::store
