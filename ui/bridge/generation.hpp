// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to an old question is dropped: take a number when asking, compare when answered.
// Thread: the window's.
#pragma once

#include <cstdint>

namespace vigie::ui {

class Generation {
public:
    std::uint64_t next() { return ++current_; }
    [[nodiscard]] bool is(std::uint64_t number) const { return number == current_; }

private:
    std::uint64_t current_ = 0;
};

} // namespace vigie::ui
