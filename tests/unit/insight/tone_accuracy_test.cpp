// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/tone_accuracy.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::insight;

TEST_CASE("accuracy, precision and recall of tones by hand", "[tone]")
{
    // 60 labels: negative 20 (14 found, 4 taken for neutral, 2 for positive), neutral 25 (20, 3 for negative, 2 for positive), positive 15 (11, 4 for neutral).
    const auto accuracy = toneAccuracyOf({{{14, 4, 2}, {3, 20, 2}, {0, 4, 11}}});
    CHECK(accuracy.measured());
    CHECK(accuracy.labels == 60);
    CHECK(accuracy.correct == 45);
    CHECK(*accuracy.accuracy.value == Approx(0.75));
    CHECK(accuracy.accuracy.bounds->first == Approx(0.6277).margin(0.0001));  // Wilson (45, 60)
    CHECK(accuracy.accuracy.bounds->second == Approx(0.8422).margin(0.0001));
    CHECK(*accuracy.classes[0].precision.value == Approx(14.0 / 17));
    CHECK(*accuracy.classes[0].recall.value == Approx(14.0 / 20));
    CHECK(*accuracy.classes[2].precision.value == Approx(11.0 / 15));
    CHECK(*accuracy.macroF1 == Approx((28.0 / 37 + 40.0 / 53 + 22.0 / 30) / 3));
}

TEST_CASE("fifty labels measure, fewer do not, none has no value", "[tone]")
{
    CHECK_FALSE(toneAccuracyOf({{{49, 0, 0}, {}, {}}}).measured());
    CHECK(toneAccuracyOf({{{49, 0, 0}, {0, 1, 0}, {}}}).measured());
    const auto none = toneAccuracyOf({});
    CHECK_FALSE(none.accuracy.value);
    CHECK_FALSE(none.accuracy.bounds);
    CHECK_FALSE(none.macroF1);
    CHECK_FALSE(toneAccuracyOf({{{3, 0, 0}, {}, {}}}).classes[2].recall.value);
}
