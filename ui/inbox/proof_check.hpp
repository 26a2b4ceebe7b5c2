// SPDX-License-Identifier: GPL-3.0-or-later
// The answer read over while it is written: spelling, typography, tu and vous, its language; as marks in the person's language.
// Thread: the window's; the check itself runs in a job of the store.
#pragma once

#include "ui/inbox/writing_marks.hpp"

#include <vigie/text/proofread.hpp>

#include <functional>
#include <memory>

namespace vigie::ui {

/// `learn(word, lang)`: the person wants a word in the dictionary; called on the window's thread.
[[nodiscard]] WritingCheck proofCheck(std::shared_ptr<text::Speller> speller, std::function<void(const QString &word, const std::string &lang)> learn);
[[nodiscard]] QString addressText(text::Address address);

} // namespace vigie::ui
