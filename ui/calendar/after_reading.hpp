// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a post, account by account: its counts at fixed ages, each beside those of the account's other posts at that age.
// Thread: readAfter() in a store job; words the window's.
#pragma once

#include <vigie/connect/declared_counts.hpp>
#include <vigie/insight/post_after.hpp>
#include <vigie/model/plan.hpp>

#include <QString>

#include <vector>

namespace vigie::ui {

struct AfterOne {
    AccountId account;
    std::string handle, connector;
    insight::PostAfter after;
};
/// Of the variants of the plan that are out; of the post itself for one that the calendar did not make.
Result<std::vector<AfterOne>> readAfter(store::Tx &tx, const PlanItem &plan);

namespace posting {
/// "likes"
[[nodiscard]] QString metricName(const std::string &key);
/// What the network means by it, on this day (YYYY-MM-DD); with its end where it has one.
[[nodiscard]] QString metricDefinition(const connect::Catalogue &networks, const std::string &connector, const std::string &key, const std::string &day);
/// "not given since 15/11/2025: the network no longer counts it; Views are given instead"; empty while it gives it.
[[nodiscard]] QString endWords(const connect::DeclaredCount &declared, const std::string &day);
/// "not given: the network gave it before and does no longer"
[[nodiscard]] QString whyNot(store::NotGiven why);
/// "31 reactions after 1 day; usual is 22 (half of them 15 to 30): more than 14 of 20 posts"
[[nodiscard]] QString atAge(const insight::AtAge &age);
} // namespace posting

} // namespace vigie::ui
