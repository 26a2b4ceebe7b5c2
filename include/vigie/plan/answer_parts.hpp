// SPDX-License-Identifier: GPL-3.0-or-later
// A long answer, or a long post, as the thread it has to be on its network.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/account.hpp>
#include <vigie/plan/tracking.hpp>

#include <string>
#include <vector>

namespace vigie::plan {

/// Each part short enough as it is really sent (the first one with what goes before it). Parts the person made already, by lines of
/// three hyphens, are kept where they fit. `answered`: handle of who is answered.
[[nodiscard]] std::vector<std::string> answerParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text,
                                                   bool numbered);
struct PostWords {
    const PlanItem &plan;
    const PlanVariant &variant;        ///< its own words, or those of the post
    const Account &account;
    const Tracking &tracking;
    std::string campaign = {};
};
/// The words of one account as they were written, parted where they have to be: each part is measured as it will leave, with campaign
/// parameters, French spaces and the content warning.
[[nodiscard]] std::vector<std::string> postParts(const connect::Catalogue &networks, const PostWords &words, bool numbered);
/// The text of a draft made of these parts; threadParts() takes it apart again.
[[nodiscard]] std::string joinParts(const std::vector<std::string> &parts);

} // namespace vigie::plan
