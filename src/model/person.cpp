// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/person.hpp>

namespace vigie {

const char *toString(SameWhy why) noexcept
{
    switch (why) {
    case SameWhy::Link: return "link";
    case SameWhy::EachOther: return "each_other";
    case SameWhy::Email: return "email";
    case SameWhy::NameAndAvatar: return "name_avatar";
    case SameWhy::ByHand: return "by_hand";
    }
    return "by_hand";
}

std::optional<SameWhy> sameWhyFrom(std::string_view name) noexcept
{
    for (const auto why : {SameWhy::Link, SameWhy::EachOther, SameWhy::Email, SameWhy::NameAndAvatar, SameWhy::ByHand})
        if (name == toString(why))
            return why;
    return std::nullopt;
}

const char *toString(PersonEvent event) noexcept
{
    switch (event) {
    case PersonEvent::Said: return "said";
    case PersonEvent::Answered: return "answered";
    case PersonEvent::Passed: return "passed";
    case PersonEvent::Returned: return "returned";
    case PersonEvent::TicketNote: return "ticket_note";
    case PersonEvent::PersonNote: return "person_note";
    case PersonEvent::Promised: return "promised";
    case PersonEvent::PromiseSettled: return "promise_settled";
    case PersonEvent::Consented: return "consented";
    case PersonEvent::Merged: return "merged";
    case PersonEvent::StepDone: return "step_done";
    }
    return "said";
}

} // namespace vigie
