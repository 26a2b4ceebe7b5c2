// SPDX-License-Identifier: GPL-3.0-or-later
// Communication plans: phases around a day D with which posts and events move, an embargo, what each phase says on each channel.
// Thread: inside a store job; coverage() and phaseOf() are pure. Errors: InvalidInput (no name, no such zone, a phase that
// ends before it begins), NotFound, Storage...
#pragma once

#include <vigie/model/calendar_event.hpp>
#include <vigie/model/campaign.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_steps.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::plan {

/// One post or event and what a new day D means for it.
struct DayMove {
    enum class What : std::uint8_t {
        Moves, Locked, Left, ///< locked by the person; sent or being sent
        Past,                ///< planned, and its new hour has passed: it stays where it is
        Embargo              ///< planned, and its new hour is under embargo: it stays where it is
    } what = What::Moves;
    PlanId post;              ///< one of the two
    EventId event;
    std::string title;        ///< first line of its words
    WallTime from, to;
};
struct DayChange {
    std::vector<DayMove> moves;
    store::CalendarStepId step; ///< none for a trial
    [[nodiscard]] int count(DayMove::What what) const;
};

/// A day of a template: a post with this text on D+day at this minute.
struct CampaignStep {
    std::string text;
    int day = 0, minute = 600;
    std::size_t phase = 0;    ///< index into the campaign's phases
};
/// The template from D-30 to D+7, as keys that the front ends put into words: "announce" ... "thanks".
struct StandardPhase {
    const char *key;
    int fromDay, toDay;
};
struct StandardStep {
    const char *key;
    int day, minute;
    std::size_t phase;
};
inline constexpr std::array<StandardPhase, 4> kStandardPhases{{{"announce", -30, -15}, {"rise", -14, -4}, {"highlight", -3, 0}, {"after", 1, 7}}};
inline constexpr std::array<StandardStep, 9> kStandardSteps{{{"save_the_date", -30, 600, 0}, {"programme", -21, 600, 0}, {"behind_the_scenes", -14, 720, 1},
                                                             {"portrait", -10, 720, 1}, {"practical", -7, 600, 1}, {"reminder", -3, 600, 2}, {"today", 0, 510, 2},
                                                             {"thanks", 1, 600, 3}, {"review", 7, 720, 3}}};

/// What one phase says on one channel.
struct CoverageCell {
    int drafts = 0, planned = 0, sent = 0;
    [[nodiscard]] int sum() const { return drafts + planned + sent; }
};
struct Coverage {
    std::vector<CampaignPhase> phases;             ///< and a last one without id for what stands in none, if anything does
    std::vector<AccountId> channels;               ///< the campaign's, then others that its posts use
    std::vector<std::vector<CoverageCell>> cells;  ///< by phase, then by channel
    [[nodiscard]] int holes(std::size_t intended) const; ///< empty cells of the first `intended` channels in named phases
};
[[nodiscard]] Coverage coverage(const Campaign &campaign, std::span<const PlanItem> posts);
/// The phase named in the post, else the one its day falls into.
[[nodiscard]] const CampaignPhase *phaseOf(const Campaign &campaign, const PlanItem &post);

class CampaignDesk {
public:
    CampaignDesk(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// Everything but the day of a campaign that is there already: setDay() moves what hangs on it. Planned posts that a new
    /// embargo forbids become drafts; `takenBack` says how many.
    Result<CampaignId> save(const Campaign &campaign, int *takenBack = nullptr);
    /// What setDay would do; writes nothing.
    Result<DayChange> tryDay(CampaignId id, std::int32_t day);
    /// Posts and events of the campaign that are not locked move by as many days, and with an event the posts around it.
    Result<DayChange> setDay(CampaignId id, std::int32_t day);
    /// A campaign with its posts, all drafts. One step.
    Result<CampaignId> makeWith(const Campaign &campaign, std::span<const CampaignStep> steps);

private:
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

} // namespace vigie::plan
