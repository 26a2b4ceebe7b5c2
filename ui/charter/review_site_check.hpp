// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the site of a review among the checks of its answer: what is found, and whether the site refuses it.
// Thread: the check runs inside a job of the store.
#pragma once

#include "ui/inbox/writing_marks.hpp"

namespace vigie::ui {

[[nodiscard]] WritingCheck reviewSiteCheck();
/// Why the site refuses the answer, with the sentence it is about; empty when it does not.
[[nodiscard]] Result<QString> refusalOfSite(store::Tx &tx, ItemId review, const std::string &answer, const std::string &lang);

} // namespace vigie::ui
