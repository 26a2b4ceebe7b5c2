// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is split by: networks, languages, tones, queries, tags, people or kinds of posts.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include "insight/reading.hpp"

#include <unordered_map>

namespace vigie::insight {

struct SeriesPart {
    std::string name;
    std::int64_t id = 0;
    FigureScope scope;                   ///< of the part alone, but for author and kind
    std::optional<std::uint32_t> author;
    std::optional<ItemKind> kind;
};

struct SeriesParts {
    std::vector<SeriesPart> list;
    bool inOnePass = true;               ///< a post is of one part at most, and its columns say of which
    Split split = Split::None;
    std::vector<std::size_t> lines;      ///< by number of source, language, tone + 1 or kind
    std::unordered_map<std::uint32_t, std::size_t> authors;

    /// Of a post; list.size() and more: none.
    [[nodiscard]] std::size_t lineOf(const PostColumns &chunk, std::size_t row) const;
};

/// Those that have a post in the stretch; of people and tags the twenty with the most.
Result<SeriesParts> partsOf(const Reading &reading, const Stretch &stretch, Split split);
/// The networks of what was entered: there may be no post of them.
Result<SeriesParts> enteredParts(const Reading &reading, const Stretch &stretch);

} // namespace vigie::insight
