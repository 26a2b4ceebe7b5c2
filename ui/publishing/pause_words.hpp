// SPDX-License-Identifier: GPL-3.0-or-later
// What a pause covers, in words, with the names of accounts and campaigns.
// Thread: readPauseNames() inside a store job, the words on the window's.
#pragma once

#include <vigie/model/pause.hpp>
#include <vigie/store/store.hpp>

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace vigie::ui {

struct PauseNames {
    std::vector<std::pair<std::int64_t, std::string>> accounts, campaigns;
};
Result<PauseNames> readPauseNames(store::Tx &tx);

/// "all publishing", "the account @dubreuil@rive.test", "the campaign Spring".
[[nodiscard]] QString pauseScopeText(const Pause &pause, const PauseNames &names);

} // namespace vigie::ui
