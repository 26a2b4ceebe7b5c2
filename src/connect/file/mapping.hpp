// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vigie/connect/file_import.hpp>

namespace vigie::connect::file {

/// What a heading seems to mean, in English or French; Ignore when it says nothing.
[[nodiscard]] ImportField guessField(const std::string &heading);
/// The same for a JSON pointer: "/user/screen_name" is who wrote it, "/user/id" is not the number of the mention.
[[nodiscard]] ImportField guessPointer(const std::string &pointer);

} // namespace vigie::connect::file
