// SPDX-License-Identifier: GPL-3.0-or-later
// A table for a spreadsheet, into a file that the person names.
// Thread: the window's. Errors: shown in the bar that is given.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <string>

class QWidget;

namespace vigie::ui {

class ErrorBar;

void askTableFile(Bridge &bridge, ErrorBar &error, QWidget *parent, std::string bytes);

} // namespace vigie::ui
