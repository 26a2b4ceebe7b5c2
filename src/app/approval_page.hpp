// SPDX-License-Identifier: GPL-3.0-or-later
// The page that a reviewer without Vigie reads.
// Thread: reads pictures from the disk: not a window's. Errors: a picture that cannot be read is named instead of shown.
#pragma once

#include <vigie/model/approval.hpp>

#include <map>
#include <string>

namespace vigie::app {

/// The first words of an answer; the code follows.
inline constexpr const char *kApprovalYes = "APPROVE", *kApprovalNo = "REFUSE";

using ApprovalWordList = std::map<std::string, std::string>;
[[nodiscard]] ApprovalWordList approvalWords(const std::string &lang);

struct ApprovalPageParts {
    const PlanItem &plan;
    const ApprovalRequest &request;
    std::map<std::int64_t, std::string> accounts; ///< number, name
    std::string lang, replyTo, subject, publicKey;
};
/// Without its end: what is signed stands behind it.
[[nodiscard]] std::string approvalHtml(const ApprovalPageParts &parts);
[[nodiscard]] std::string approvalHour(const PlanItem &plan, const std::string &lang);
/// What the signature of a page is over, beside its own bytes.
[[nodiscard]] std::string approvalPayload(const ApprovalRequest &request);

} // namespace vigie::app
