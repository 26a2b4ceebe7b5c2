// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/approval.hpp>

namespace vigie {

const char *toString(ApprovalAct act) noexcept
{
    switch (act) {
    case ApprovalAct::Asked: return "asked";
    case ApprovalAct::Approved: return "approved";
    case ApprovalAct::Refused: return "refused";
    case ApprovalAct::Emergency: return "emergency";
    }
    return "asked";
}

std::optional<ApprovalAct> approvalActFrom(std::string_view name) noexcept
{
    for (const auto act : {ApprovalAct::Asked, ApprovalAct::Approved, ApprovalAct::Refused, ApprovalAct::Emergency})
        if (name == toString(act))
            return act;
    return std::nullopt;
}

} // namespace vigie
