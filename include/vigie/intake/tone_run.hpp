// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps all tones of a workspace those of one model and one layer: learns the layer anew when people have said enough more,
// and judges stored items again, slice by slice, going on where it stopped. What a person said stays what it is.
// Thread: one at a time. Errors: Storage..., Cancelled; what was written stays.
#pragma once

#include <vigie/intake/analysis.hpp>
#include <vigie/store/store.hpp>
#include <vigie/store/tones.hpp>

#include <stop_token>

namespace vigie::intake {

inline constexpr int kLearnEvery = 25;        ///< labels more than those learned from, before the layer is learned anew
inline constexpr int kMostToneLessons = 5000; ///< the newest

class ToneRun {
public:
    /// `analysis` judges what comes in, and gets each new layer at once.
    ToneRun(store::Store &store, Analysis &analysis) : store_(store), analysis_(analysis) {}

    /// Takes up the workspace's layer, and notes that its items are to be judged anew when the program brings another model.
    Result<void> begin();
    /// Learns the layer anew; unless `now`, only when enough labels came or went since the last time. Answers whether it did.
    Result<bool> learn(bool now = false);
    /// Judges the next slice of the run; false: there is none left.
    Result<bool> step();
    /// Forgets the layer. Answers how many labels are no longer learned from.
    Result<int> reset();
    /// All of it, for programs that do not stay.
    Result<store::ToneState> finish(const std::stop_token &stop);

private:
    Result<void> takeUp();

    store::Store &store_;
    Analysis &analysis_;
};

} // namespace vigie::intake
