// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of nodes a tree holds.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query_node.hpp>

#include <string>

namespace vigie::text {

/// Words, phrases, patterns: what has a place in the text.
[[nodiscard]] bool isWords(const QueryNode &node);
/// What may stand beside NEAR and inside count(): words, OR of them, and what is near each other.
[[nodiscard]] bool standsNear(const QueryNode &node);
/// The first node that cannot be judged by a stretch of text alone; none: all can.
[[nodiscard]] const QueryNode *firstNotWords(const QueryNode &node);
/// The words of a group joined by AND, one behind the other; empties `out` when it holds anything else.
void gatherWords(const QueryNode &node, std::string &out);

template <class Test>
[[nodiscard]] bool anyNode(const QueryNode &node, const Test &test)
{
    if (test(node))
        return true;
    for (const auto &child : node.children)
        if (anyNode(child, test))
            return true;
    return false;
}

} // namespace vigie::text
