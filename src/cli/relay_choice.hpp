// SPDX-License-Identifier: GPL-3.0-or-later
// --with-relays, --without-relays: for commands that count mentions; without either they count as the workspace does.
#pragma once

#include "cli/context.hpp"

#include <vigie/store/relay_counting.hpp>

namespace vigie::cli {

class RelayChoice {
public:
    void addTo(CLI::App &command)
    {
        auto *with = command.add_flag("--with-relays", with_, "count relays, whatever the workspace does");
        command.add_flag("--without-relays", without_, "count originals only, whatever the workspace does")->excludes(with);
    }
    /// For the rest of the job.
    [[nodiscard]] store::AsCounted over(store::Tx &tx) const
    {
        if (with_ || without_)
            return store::AsCounted(tx, with_);
        return store::AsCounted(tx);
    }

private:
    bool with_ = false, without_ = false;
};

} // namespace vigie::cli
