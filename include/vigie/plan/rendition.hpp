// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as one network takes it: smaller, of another kind, without the place where it was taken. The original is never touched.
// Thread: safe; decodes pictures, so on a worker. Errors: NotFound, Unsupported, TooLarge (cannot be made small enough), StorageFull,
// Storage.
#pragma once

#include <vigie/connect/media_rules.hpp>
#include <vigie/plan/media_facts.hpp>

#include <cstdint>
#include <string>

namespace vigie::plan {

struct RenditionSpec {
    std::string mime;                      ///< as it is to become
    int maxWidth = 0, maxHeight = 0;       ///< pixels; 0: as it is
    std::int64_t maxBytes = 0;             ///< 0: no limit
    bool keepPlace = false;
    /// Names the file beside others made of the same original.
    [[nodiscard]] std::string key() const;
    friend bool operator==(const RenditionSpec &, const RenditionSpec &) = default;
};

struct RenditionPlan {
    enum class Answer : std::uint8_t {
        AsIs,       ///< leaves as it is
        Adapted,    ///< `spec` makes it fit
        Refused     ///< nothing does: a film that is too large, a kind that cannot be changed
    } answer = Answer::AsIs;
    RenditionSpec spec;
    bool smaller = false, converted = false, placeRemoved = false; ///< what is different
};
/// Decided from the facts alone. `keepPlace`: the person wants the position to stay.
[[nodiscard]] RenditionPlan renditionPlan(const MediaFacts &facts, const connect::MediaRules &rules, bool keepPlace);

/// Writes it to `to` (whole or not at all), in one pass over the original.
Result<MediaFacts> makeRendition(const std::string &from, const RenditionSpec &spec, const std::string &to);

/// Extension with its dot for a kind (".jpg"); empty for one that is not known.
[[nodiscard]] std::string extensionFor(const std::string &mime);

} // namespace vigie::plan
