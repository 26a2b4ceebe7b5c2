// SPDX-License-Identifier: GPL-3.0-or-later
// How rare a deviation is among the deviations a series has had: the share of the largest is counted, and beyond it the tail
// is taken for exponential with the mean excess of those (peaks over threshold, Pickands 1975), at least with the spread of
// what is ordinary. Deviations are of square roots, so in counts this tail is heavier than exponential.
// Thread: one at a time. Errors: none.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace vigie::insight {

class SpikeTail {
public:
    explicit SpikeTail(std::size_t memory) : memory_(memory) {}

    /// The power of ten of "once in ..."; 0 within the ordinary, and as long as too little is known.
    [[nodiscard]] double rarity(double deviation) const;
    void add(double deviation);

private:
    void fit();

    std::size_t memory_;
    std::vector<double> sorted_;
    std::deque<double> order_;
    double from_ = 0, excess_ = 1, share_ = 1;
    int sinceFit_ = 0;
};

} // namespace vigie::insight
