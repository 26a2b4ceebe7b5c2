// SPDX-License-Identifier: GPL-3.0-or-later
// The practice workspace speaks the language of the window: what it began with is called so in it, until somebody calls it otherwise.
// Thread: inside a store job that writes. Errors: those of the store.
#pragma once

#include <vigie/store/store.hpp>

#include <string_view>

namespace vigie::app {

/// `language`: "fr", else English. Objectives and indicators that have another name than either of their own keep it. Answers how many were named.
Result<int> namePracticeObjectives(store::Tx &tx, std::string_view language);

} // namespace vigie::app
