// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/pause.hpp>

namespace vigie {

const char *toString(PauseScope scope) noexcept
{
    switch (scope) {
    case PauseScope::Everything: return "everything";
    case PauseScope::Account: return "account";
    case PauseScope::Campaign: return "campaign";
    }
    return "everything";
}

std::optional<PauseScope> pauseScopeFrom(std::string_view name) noexcept
{
    for (const auto scope : {PauseScope::Everything, PauseScope::Account, PauseScope::Campaign})
        if (name == toString(scope))
            return scope;
    return std::nullopt;
}

} // namespace vigie
