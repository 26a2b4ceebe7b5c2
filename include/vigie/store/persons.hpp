// SPDX-License-Identifier: GPL-3.0-or-later
// People as one reads them: card, timeline, list. Any identity names its person. docs/members.md
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/person.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct TimelinePage {
    std::optional<Instant> before;       ///< only what is older; none: from the newest
    int limit = 50;
    std::optional<PersonEvent> only;
};

enum class PersonView : std::uint8_t {
    All,       ///< whoever spoke last first
    Newcomers, ///< first seen in the last 30 days
    Silent,    ///< we have exchanged, and nothing was heard for 90 days
    Promised,  ///< an open promise
    Steps      ///< something is to be done next
};
struct PersonFilter {
    std::string words;                   ///< in a handle, a name or the text about themselves
    PersonView view = PersonView::All;
    int limit = 200;
};

class Persons {
public:
    explicit Persons(Tx &tx) : tx_(tx) {}
    /// All identities of the person, this one among them, the smallest first.
    Result<std::vector<MemberId>> identities(MemberId member);
    Result<PersonCard> card(MemberId member);
    /// Newest first. What happened in one instant is never cut apart by a page.
    Result<std::vector<TimelineEntry>> timeline(MemberId member, const TimelinePage &page);
    Result<std::vector<PersonLine>> list(const PersonFilter &filter);

private:
    Tx &tx_;
};

} // namespace vigie::store
