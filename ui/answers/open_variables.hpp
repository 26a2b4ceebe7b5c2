// SPDX-License-Identifier: GPL-3.0-or-later
// A reply does not leave while {{a variable}} in it waits for its value.
// Thread: the window's.
#pragma once

class QPlainTextEdit;

namespace vigie::ui {

class Toasts;

/// Selects the next variable that waits for a value behind the caret, or the first; false when there is none.
bool selectOpenVariable(QPlainTextEdit &editor);
/// Says which variable has no value and selects it, so that typing fills it. True: nothing may be sent.
[[nodiscard]] bool stopAtOpenVariable(QPlainTextEdit &editor, Toasts &toasts);

} // namespace vigie::ui
