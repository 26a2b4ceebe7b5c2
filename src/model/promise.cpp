// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/promise.hpp>

namespace vigie {

const char *toString(PromiseState state) noexcept
{
    switch (state) {
    case PromiseState::Open: return "open";
    case PromiseState::Kept: return "kept";
    case PromiseState::Broken: return "broken";
    case PromiseState::Released: return "released";
    }
    return "open";
}

std::optional<PromiseState> promiseStateFrom(std::string_view name) noexcept
{
    for (const auto state : {PromiseState::Open, PromiseState::Kept, PromiseState::Broken, PromiseState::Released})
        if (name == toString(state))
            return state;
    return std::nullopt;
}

} // namespace vigie
