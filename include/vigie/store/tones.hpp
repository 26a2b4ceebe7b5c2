// SPDX-License-Identifier: GPL-3.0-or-later
// What people said of tones, how that compares with what the machine had said, the layer learned from it, and which items
// still carry a tone of an earlier model or layer. What a person says is kept by Items::setTone and never touched here.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/tone_layer.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

struct ToneState {
    std::int64_t model = 0;             ///< text::ToneAnalyser::version(); 0: not said yet
    int layer = 0;                      ///< counts what was learned and what was reset; 0: nothing ever
    int lessons = 0, learnedFrom = 0;   ///< labels of people that may be learned from; those that the layer was learned from
    std::optional<Instant> learnedAt, resetAt;
    std::int64_t total = 0, done = 0;   ///< items of the run that gives all of them the tone of this model and layer
    bool even = true;                   ///< every item has it: no figure mixes two

    [[nodiscard]] double share() const { return even || total == 0 ? (even ? 1.0 : 0.0) : static_cast<double>(done) / static_cast<double>(total); }
};

/// [what the person said][what the machine had said], both negative, neutral, positive.
using ToneConfusion = std::array<std::array<std::int64_t, 3>, 3>;

/// An item that is to be judged anew.
struct ToneSubject {
    ItemId item;
    ItemKind kind = ItemKind::Post;
    std::string title, text, lang;
    bool manual = false;                ///< a person said it; only what the machine would have said is asked
};
struct ToneScore {
    ItemId item;
    float tone = 0;
    int label = 0;
    bool manual = false;
};

class Tones {
public:
    explicit Tones(Tx &tx) : tx_(tx) {}

    Result<ToneState> state();
    /// Over all items whose tone a person said and that the machine had judged before.
    Result<ToneConfusion> confusion();
    /// Newest first.
    Result<std::vector<text::ToneLesson>> lessons(int most);
    Result<text::ToneLayer> layer();

    /// The program judges with this model from now on. Another one than before: all items are to be judged anew.
    Result<void> expect(std::int64_t model);
    /// Puts a layer in the place of the last one; all items are to be judged anew.
    Result<void> keepLayer(const text::ToneLayer &layer, int learnedFrom);
    /// Forgets the layer and that it could be learned from the labels so far; the labels stay with their items. Answers how many those are.
    /// Recorded in the open undoable action (Tickets::beginChangeSet), which keeps the layer until it is taken back or gone itself.
    Result<int> reset();

    /// The next items of the run, oldest first; empty: the run is over, or there is none.
    Result<std::vector<ToneSubject>> due(int limit);
    /// What due() gave, judged by this layer; where another one is in force by now, nothing happens. Words that changed in between are judged again
    /// by who changed them. Answers how many items have another tone now.
    Result<int> settle(std::span<const ToneScore> scores, int layer);
    /// Items that were stored in this transaction, judged by this layer: where another one is in force they are judged anew.
    Result<void> arrived(std::span<const StoredItem> items, int layer);

private:
    Tx &tx_;
};

} // namespace vigie::store
