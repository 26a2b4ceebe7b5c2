// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query of another tool: what comes out is in bounds, and notes lie inside what was pasted.
#include "fuzz/text_soundness.hpp"

#include <vigie/text/query_translate.hpp>

using namespace vigie;
using namespace vigie::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string source(reinterpret_cast<const char *>(data), size);
    (void)recogniseDialect(source);
    for (const auto dialect : {QueryDialect::Brandwatch, QueryDialect::Talkwalker, QueryDialect::Meltwater}) {
        const auto out = translateQuery(source, dialect);
        fuzz::require(out.dialect == dialect, "the tool asked for is the one that is read");
        for (const auto &note : out.notes)
            fuzz::require(note.begin <= note.end && note.end <= source.size(), "a note lies inside what was pasted");
        const auto query = parseQuery(out.source);
        if (!query)
            fuzz::require(query.error().position <= out.source.size(), "an error is inside the source");
    }
    return 0;
}
