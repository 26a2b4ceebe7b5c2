// SPDX-License-Identifier: GPL-3.0-or-later
// A post that repeats: a rule of RFC 5545 on the wall of a zone, and what each occurrence says.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/plan.hpp>

#include <string>
#include <vector>

namespace vigie {

struct PostSeries {
    SeriesId id;
    std::string rule;              ///< "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    WallTime starts;               ///< the first occurrence: the rule counts from here, whenever posts are made of it
    std::string zone;
    PlanItem post;                 ///< words, accounts and what it belongs to; no id, wall time or intents
    bool planned = false;          ///< occurrences are planned when they are made; else they stay drafts
    bool ended = false;            ///< nothing more is made of it
    std::vector<std::string> skipped; ///< days (YYYY-MM-DD) without an occurrence
    Instant createdAt, changedAt;
};

} // namespace vigie
