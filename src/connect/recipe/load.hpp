// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of a recipe to the compiled one.
// Thread: pure functions. Errors: problems with their place; a recipe with problems is never used.
#pragma once

#include "connect/recipe/document.hpp"
#include "connect/recipe/model.hpp"

#include <deque>

namespace vigie::connect::recipe {

/// What loading shares between its parts.
struct Loading {
    Document &document;
    Recipe &recipe;
    Compiler requests;                     ///< knows the secrets
    Compiler maps;                         ///< what is kept can never hold one
    std::map<std::string, Node, std::less<>> namedMaps;
    std::deque<Json> merged;               ///< maps made of two ("like")
};

/// Id, names, instance, fields, policy, rates: everything but what is asked.
void loadIdentity(const Node &root, Loading &loading);
void loadSignIn(const Node &root, Loading &loading);
void loadOperations(const Node &root, Loading &loading);
/// One for each operation, one with an error, one with a wait.
void loadFixtures(const Node &root, Loading &loading);

/// Null when there are problems.
[[nodiscard]] std::shared_ptr<const Recipe> loadRecipe(std::string_view text, std::vector<Problem> &problems, std::shared_ptr<const Document> *kept = nullptr);

[[nodiscard]] FieldSpec loadField(const Node &node, Loading &loading);
[[nodiscard]] Verification verificationFrom(const Node &node);

} // namespace vigie::connect::recipe
