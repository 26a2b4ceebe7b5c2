// SPDX-License-Identifier: GPL-3.0-or-later
// What an error means to the person: what happened, what was not done, what to do, and the action offered.
// Thread: the window's.
#pragma once

#include <vigie/base/error.hpp>

#include <QString>

namespace vigie::ui {

enum class Offer { None, Retry, Reconnect, OpenSettings, RestoreBackup, ChooseAnother };

struct ErrorText {
    QString sentence;
    Offer offer = Offer::None;
    QString action;  ///< label of the button; empty when nothing is offered
};

[[nodiscard]] ErrorText errorText(const Error &error);
/// The sentence alone.
[[nodiscard]] QString errorSentence(const Error &error);

} // namespace vigie::ui
