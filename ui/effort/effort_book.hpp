// SPDX-License-Identifier: GPL-3.0-or-later
// How much one presses, clicks and waits per conversation: counts of days, and what could be done with a key instead.
// Thread: values. Errors: none; what cannot be read counts as nothing.
#pragma once

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace vigie::ui {

class EffortBook {
public:
    struct Use {
        int byKey = 0, byMouse = 0;
    };
    struct Day {
        int presses = 0, clicks = 0, tickets = 0;
        double seconds = 0;
        QHash<QString, Use> commands;
    };
    static constexpr int kKeptDays = 28;
    static constexpr double kLongestPause = 60; ///< seconds: who stays away longer does something else

    [[nodiscard]] bool isOn() const { return on_; }
    void setOn(bool on) { on_ = on; }
    void press(const QDate &day) { ++days_[day].presses; }
    void click(const QDate &day) { ++days_[day].clicks; }
    void ran(const QDate &day, const QString &command, bool byKey);
    /// A conversation was dealt with.
    void ticket(const QDate &day) { ++days_[day].tickets; }
    /// Between one thing done and the next.
    void spend(const QDate &day, double seconds);
    void forget() { days_.clear(); }

    [[nodiscard]] const QMap<QDate, Day> &days() const { return days_; }
    [[nodiscard]] Day total() const;
    /// Commands that were clicked at least `least` times and oftener than pressed, most first.
    [[nodiscard]] std::vector<std::pair<QString, int>> clicked(int least) const;

    /// Days before `today` minus kKeptDays are left out.
    [[nodiscard]] QJsonObject toJson(const QDate &today) const;
    static EffortBook fromJson(const QJsonObject &object);

private:
    bool on_ = false;
    QMap<QDate, Day> days_;
};

} // namespace vigie::ui
