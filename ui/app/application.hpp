// SPDX-License-Identifier: GPL-3.0-or-later
// The program: its command line, its parts in the order they live, and pictures of the panels without a screen.
// Thread: main.
#pragma once

namespace vigie::ui {

int runApplication(int argc, char *argv[]);

} // namespace vigie::ui
