// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/recipe/model.hpp"

namespace vigie::connect::recipe {

[[nodiscard]] std::unique_ptr<Connector> makeConnector(std::shared_ptr<const Recipe> recipe);
/// Of resources/recipes, in the order of their file names.
[[nodiscard]] std::vector<std::unique_ptr<Connector>> builtinRecipes();

} // namespace vigie::connect::recipe
