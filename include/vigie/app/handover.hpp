// SPDX-License-Identifier: GPL-3.0-or-later
// Who hands over: this machine as bundles name it, and the person who sits at it.
// Thread: from any thread. Errors: none.
#pragma once

#include <vigie/desk/bundle.hpp>

namespace vigie::app {

class Workspace;

/// The machine is named by a digest: a copy of the workspace elsewhere has another name, and nothing is told about this one.
[[nodiscard]] desk::Exchanger exchangerOf(const Workspace &workspace);

} // namespace vigie::app
