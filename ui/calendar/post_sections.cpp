// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_section.hpp"

namespace vigie::ui {

std::vector<PostSection *> makePostSections(CalendarData &data, CalendarActions &actions, QWidget *parent)
{
    static_cast<void>(data);
    static_cast<void>(actions);
    static_cast<void>(parent);
    return {};
}

} // namespace vigie::ui
