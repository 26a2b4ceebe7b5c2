// SPDX-License-Identifier: GPL-3.0-or-later
// Until when something is to be put off: the times people mean by "not now", or one of their own.
// Thread: the window's.
#pragma once

#include <vigie/base/time.hpp>

#include <functional>

class QWidget;

namespace vigie::ui {

class Bridge;
class ChoicePopup;

/// The focus goes back to `backTo`; without an answer nothing is called.
void askWhen(ChoicePopup &popup, const Bridge &bridge, QWidget *backTo, std::function<void(const WallTime &)> chosen);

} // namespace vigie::ui
