// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_section.hpp"

#include "ui/approval/approval_section.hpp"
#include "ui/approval/hand_over_section.hpp"
#include "ui/calendar/after_section.hpp"
#include "ui/calendar/belonging_section.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/hour_section.hpp"
#include "ui/calendar/repeat_section.hpp"
#include "ui/calendar/used_section.hpp"
#include "ui/publishing/first_comment_section.hpp"

namespace vigie::ui {

std::vector<PostSection *> makePostSections(CalendarData &data, CalendarActions &actions, QWidget *parent)
{
    return {
        new UsedSection(data, parent),
        new HourSection(data, actions, parent),
        new AfterSection(data, actions, parent),
        new FirstCommentSection(data, parent),
        new BelongingSection(data, parent),
        new RepeatSection(data, actions, parent),
        new HandOverSection(data, parent),
        new ApprovalSection(data.bridge(), parent),
    };
}

} // namespace vigie::ui
