// SPDX-License-Identifier: GPL-3.0-or-later
// "Keep as evidence": asks once how long and on what ground, asks why where a network's terms stand in the way, keeps, and says so.
// A capture is never silently undone: taking it back is an erasure that leaves its reason in the chain.
// Thread: the window's. Errors: said in a toast.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>

#include <QString>

class QWidget;

namespace vigie::ui {

class Shell;

/// `context`: the panel that asks.
void keepAsEvidence(Shell &shell, QWidget *context, ItemId item);
/// Why it was refused, in the person's language.
[[nodiscard]] QString keepRefusal(const Error &error);

} // namespace vigie::ui
