// SPDX-License-Identifier: GPL-3.0-or-later
// The operations a recipe may have: their names, what they are like, the ability that stands for them.
// Thread: pure functions. Errors: none.
#pragma once

#include "connect/recipe/load.hpp"

namespace vigie::connect::recipe {

enum class Family : std::uint8_t { Me, Stream, Thread, Lookup, ReadBack, Write, Metrics, Unknown };

struct Known {
    std::string_view name;
    Family family;
    std::optional<Capability> capability;
};

/// Is `name` the known one, or a variant of it ("inbox.comments")?
[[nodiscard]] bool covers(std::string_view known, const std::string &name);
[[nodiscard]] Known knownAs(const std::string &name);
[[nodiscard]] std::vector<std::string> knownNames();
/// Some operation stands behind that ability.
[[nodiscard]] bool hasOperation(Capability capability);

/// load_items.cpp: where the entries are, and with which map each is read.
void loadItems(const Node &node, Loading &loading, const Compiler &compiler, Operation &operation);
/// load_capabilities.cpp: what the operations offer, and what the recipe says beside them.
void setCapabilities(const Node &root, Loading &loading);

} // namespace vigie::connect::recipe
