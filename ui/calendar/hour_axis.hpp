// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a grid of hours: 24 on most days, 23 alone on the day that lacks one, 25 where an hour comes twice.
// Thread: pure.
#pragma once

#include <QDate>
#include <QTime>

#include <string>
#include <vector>

namespace vigie::ui::calendar {

struct HourRow {
    int hour = 0;
    bool second = false; ///< the second time this hour comes
    friend bool operator==(const HourRow &, const HourRow &) = default;
};

class HourAxis {
public:
    enum class Hour { Usual, Missing, Twice };

    HourAxis() : HourAxis({}, {}) {}
    /// A row for each hour that at least one of the days has; twice where one has it twice.
    HourAxis(const std::vector<QDate> &days, const std::string &zone);

    [[nodiscard]] const std::vector<HourRow> &rows() const { return rows_; }
    /// In rows, with the part of the hour. An hour that has no row is at the beginning of the next one.
    [[nodiscard]] double position(const QTime &time, bool second = false) const;
    /// To quarters of an hour and never past the end; the second time of an hour is read as the first: posts leave the first time.
    [[nodiscard]] QTime timeAt(double position) const;
    /// What this day does with that row.
    [[nodiscard]] Hour kind(const QDate &day, const HourRow &row) const;

private:
    struct Odd {
        QDate day;
        int hour = 0;
        Hour kind = Hour::Usual;
    };
    std::vector<HourRow> rows_;
    std::vector<Odd> odd_;
};

} // namespace vigie::ui::calendar
