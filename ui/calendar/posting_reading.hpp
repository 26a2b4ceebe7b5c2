// SPDX-License-Identifier: GPL-3.0-or-later
// What one's own history says about hours and about comments to come, read once for the sections of the editor and the window of it;
// and the words for it.
// Thread: readPosting() in a store job; words the window's.
#pragma once

#include <vigie/app/post_load.hpp>
#include <vigie/insight/post_times.hpp>

#include <QString>

#include <map>
#include <memory>

namespace vigie::ui {

struct PostingReading {
    std::map<AccountId, insight::PostTimes> times; ///< by account; all of them together under none
    std::shared_ptr<app::LoadModel> load;
    std::vector<app::LoadSource> sources;          ///< planned in the hours asked for
    Instant now;
};
/// `from`, `to`: hours for which comments are forecast.
Result<PostingReading> readPosting(store::Tx &tx, const std::string &zone, Instant from, Instant to);

namespace posting {
/// "Tuesday, 18:00"
[[nodiscard]] QString hourName(int weekday, int hour);
/// "3.1 %" of followers, or a number of reactions.
[[nodiscard]] QString value(const insight::PostTimes &times, double value);
/// "3.1 % (2.4 % to 3.9 %), usual 2.2 %: better than usual; 7 posts"
[[nodiscard]] QString hourSentence(const insight::PostTimes &times, const insight::HourOfWeek &hour);
/// Why nothing is said, or how many posts it is learnt from.
[[nodiscard]] QString basis(const insight::PostTimes &times);
/// "12 (5 to 19)"
[[nodiscard]] QString expected(const insight::Expected &expected);
/// "Friday 18:00 to Saturday 09:00"
[[nodiscard]] QString stretch(Instant from, Instant to, const std::string &zone);
/// How far off earlier forecasts were.
[[nodiscard]] QString backTest(const insight::LoadBackTest &test);
/// "an hour", "3 days", "5 weeks"
[[nodiscard]] QString ageName(int hours);
} // namespace posting

} // namespace vigie::ui
