// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a query let a mention in or keep it out, and the query with one part let go: what fails by that part alone
// is a near miss.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vigie::text {

/// A stretch of the source.
struct QueryPart {
    std::uint32_t begin = 0, end = 0;
    bool held = false;                ///< the mention has it; else it lacks it

    friend bool operator==(const QueryPart &, const QueryPart &) = default;
};

struct Judgement {
    bool matches = false;
    /// In the order of the source: when it matches what lets it in, else what keeps it out: a part that is lacking, or one
    /// behind NOT that is held. A saved query is one part. At most kMostParts.
    std::vector<QueryPart> parts;
};
inline constexpr std::size_t kMostParts = 8;
[[nodiscard]] Judgement judge(const Query &query, const Subject &subject);

/// A query that is a little wider than another.
struct LooserQuery {
    enum class Way : std::uint8_t {
        Dropped,  ///< the part is left out
        Apart,    ///< the words of a phrase, or the two sides of NEAR, may stand anywhere
        Anywhere, ///< the words may stand outside of the title, of one sentence; less often than count() asks
        Alike     ///< raw:, case:, accent:: written otherwise
    };
    Way way = Way::Dropped;
    QueryPart part;                   ///< held: it stands behind NOT
    Query near;                       ///< matches what the wider one lets in and the query itself does not
};
/// What is left when a part goes must still look for words, people, tags or addresses: everything else is near everything.
[[nodiscard]] std::vector<LooserQuery> looserQueries(const Query &query, std::size_t most = 12);

} // namespace vigie::text
