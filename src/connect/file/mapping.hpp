// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vigie/connect/file_import.hpp>

namespace vigie::connect::file {

/// What a heading seems to mean, in English or French; Ignore when it says nothing.
[[nodiscard]] ImportField guessField(const std::string &heading);

} // namespace vigie::connect::file
