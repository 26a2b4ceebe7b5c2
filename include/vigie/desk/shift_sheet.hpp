// SPDX-License-Identifier: GPL-3.0-or-later
// The shift sheet: what the next person must know, made in one key. Who has waited too long, what was promised, which
// conversations are hot, what waits inside the house, what is planned in the next 24 hours; and what was done since.
// Thread: shiftSheet() inside a store job; shiftText() anywhere. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/sla.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

enum class ShiftPart : std::uint8_t { Late, Promised, Hot, Inside, Planned };
inline constexpr ShiftPart kShiftParts[] = {ShiftPart::Late, ShiftPart::Promised, ShiftPart::Hot, ShiftPart::Inside, ShiftPart::Planned};
[[nodiscard]] const char *toString(ShiftPart part) noexcept; ///< "late", "promised", ...

struct ShiftLine {
    ShiftPart part = ShiftPart::Late;
    TicketId ticket;          ///< none: a post of the calendar
    PlanId plan;
    std::string who, text;    ///< who: the member, or the service that is asked
    std::string owner;
    Instant at;               ///< Late: when it was due; Hot: busy since; Promised, Inside: due; Planned: when it leaves
    bool late = false;
    int count = 0;            ///< Hot: messages since; Inside: how often the service was reminded
    std::optional<SlaTarget> promise; ///< Late: of the service levels; none: the workspace's answer time ran out
};

struct ShiftSheet {
    Instant since, made;
    std::string zone, person;
    std::vector<ShiftLine> lines;  ///< by part, the most urgent first
    int arrived = 0, answered = 0, closed = 0; ///< since
};

Result<ShiftSheet> shiftSheet(store::Tx &tx, Instant since, const std::string &person);

/// The sheet as Markdown, in French or in English; nothing that others wrote is markup in it.
[[nodiscard]] std::string shiftText(const ShiftSheet &sheet, std::string_view lang);

} // namespace vigie::desk
