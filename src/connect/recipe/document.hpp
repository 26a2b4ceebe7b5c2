// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe's text with the place of every value in it, so that what is wrong can be shown where it stands.
// Thread: values. Errors: problems, never exceptions.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/recipe.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect::recipe {

/// JSON and where each of its values begins. Keys are JSON pointers (RFC 6901).
struct Document {
    Json root;
    std::map<std::string, std::size_t, std::less<>> places; ///< byte offsets
    std::string text;
    std::vector<Problem> problems;         ///< not JSON, a key given twice, nested too deep

    [[nodiscard]] Problem problem(const std::string &pointer, std::string message) const;
};

[[nodiscard]] Document readDocument(std::string text);

/// One step down: '~' and '/' escaped.
[[nodiscard]] std::string childPointer(const std::string &pointer, std::string_view key);

} // namespace vigie::connect::recipe
