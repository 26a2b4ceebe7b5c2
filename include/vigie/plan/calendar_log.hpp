// SPDX-License-Identifier: GPL-3.0-or-later
// Actions of the person at the calendar that can be taken back: what is done between begin() and the end of the job is one
// of them. Whoever changes posts, events or a campaign's day tells the log before and after.
// Thread: inside a store job. Errors: Storage..., NotFound (taken back already).
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/calendar_event.hpp>
#include <vigie/model/campaign.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <optional>
#include <string>

namespace vigie::plan {

class CalendarLog {
public:
    /// `action`: "move", "delete", "import", "campaign_day", "campaign", "queue", "series", "event", "skip".
    CalendarLog(store::Tx &tx, std::string action) : tx_(tx), action_(std::move(action)) {}

    Result<void> made(PlanId id);
    Result<void> changed(const PlanItem &before);
    Result<void> removed(const PlanItem &before);
    Result<void> made(EventId id);
    Result<void> changed(const CalendarEvent &before);
    Result<void> removed(const CalendarEvent &before);
    /// Only its day is kept.
    Result<void> changed(const Campaign &before);
    Result<void> made(CampaignId id);
    Result<void> made(SeriesId id);
    Result<void> ended(SeriesId id);
    /// One day of it is left out, or no longer.
    Result<void> skipped(SeriesId id, const std::string &day, bool now);
    /// None: nothing was told yet.
    [[nodiscard]] store::CalendarStepId id() const { return id_; }

private:
    Result<void> add(store::CalendarStepRow row);
    store::Tx &tx_;
    std::string action_;
    store::CalendarStepId id_;
};

struct UndoReport {
    std::string action;   ///< empty: there was nothing to take back
    int restored = 0;
    int left = 0;         ///< changed since, or already sent: these stay as they are
};
/// Takes back the step, else the newest one. What was changed since is left alone and counted. A deleted post comes back as a
/// new one with the same words; a planned one is planned again where that is still possible, else it is a draft.
Result<UndoReport> undoStep(store::Tx &tx, const connect::Catalogue &networks, std::optional<store::CalendarStepId> step = {});

} // namespace vigie::plan
