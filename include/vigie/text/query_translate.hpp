// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of other listening tools, pasted in: what can be said here is said, what cannot is named with its place.
// Thread: pure. Errors: none; what is translated reads as a query, or as near to one as what was pasted.
#pragma once

#include <vigie/text/query.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

enum class QueryDialect : std::uint8_t { Vigie, Brandwatch, Talkwalker, Meltwater };
[[nodiscard]] const char *dialectName(QueryDialect dialect) noexcept; ///< "vigie", "brandwatch" ...
[[nodiscard]] std::optional<QueryDialect> dialectFrom(std::string_view name);

struct TranslationNote {
    enum class Shape : std::uint8_t {
        Dropped,  ///< no operator or field of ours says it: the part was left out
        Nearly,   ///< said by what comes nearest, see `meant`
        Mended    ///< something was wrong and was put right
    };
    Shape shape = Shape::Dropped;
    std::uint32_t begin = 0, end = 0; ///< in what was pasted
    std::string found, meant;
};

struct QueryTranslation {
    QueryDialect dialect = QueryDialect::Vigie;
    std::string source;               ///< in our language
    std::vector<TranslationNote> notes;
};

/// The tool a query most likely comes from; Vigie when it reads as it is and nothing speaks for another.
[[nodiscard]] QueryDialect recogniseDialect(std::string_view source);
[[nodiscard]] QueryTranslation translateQuery(std::string_view source, std::optional<QueryDialect> from = {});

} // namespace vigie::text
