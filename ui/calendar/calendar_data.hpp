// SPDX-License-Identifier: GPL-3.0-or-later
// What the calendar shows at the moment: posts of the days in view, drafts without a day, accounts, and the place of the
// cursor. Keeps itself current from the change feed; the views only draw it and move its cursor.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/calendar/backdrop.hpp"
#include "ui/calendar/calendar_reading.hpp"
#include "ui/calendar/post.hpp"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace vigie::ui {

class CalendarData final : public QObject {
    Q_OBJECT
public:
    explicit CalendarData(Bridge &bridge, QObject *parent = nullptr);

    /// Days in view, the last one excluded. Asks when they changed.
    void setRange(const QDate &from, const QDate &to);
    [[nodiscard]] QDate from() const { return from_; }
    [[nodiscard]] QDate to() const { return to_; }
    void reload();
    /// Somebody looks: reactions are followed as they come in.
    void setLive(bool live) { live_ = live; }
    [[nodiscard]] bool loaded() const { return loaded_; }

    [[nodiscard]] const std::vector<calendar::Post> &posts() const { return posts_; }      ///< by time
    [[nodiscard]] const std::vector<calendar::Post> &unplanned() const { return unplanned_; }
    [[nodiscard]] const std::vector<Account> &accounts() const { return accounts_; }
    [[nodiscard]] const Account *account(AccountId id) const;
    [[nodiscard]] const std::vector<PlanId> &missed() const { return missed_; }           ///< anywhere in time
    [[nodiscard]] const calendar::Post *find(PlanId id) const;
    [[nodiscard]] std::vector<const calendar::Post *> on(const QDate &day) const;
    [[nodiscard]] calendar::Post toPost(PlanItem plan) const;
    [[nodiscard]] calendar::Post toPost(const PublishedPost &published) const;

    // What stands behind the posts.
    [[nodiscard]] const std::vector<calendar::EventShown> &events() const { return events_; } ///< by time
    [[nodiscard]] const calendar::EventShown *event(EventId id) const;
    /// That takes this minute, the one that begins last if several do; whole days count when nothing else does.
    [[nodiscard]] const calendar::EventShown *eventAt(const QDate &day, const QTime &time) const;
    [[nodiscard]] const std::vector<calendar::DayMark> &marks() const { return marks_; }
    [[nodiscard]] const std::vector<Campaign> &campaigns() const { return behind_.campaigns; }
    [[nodiscard]] const Campaign *campaign(CampaignId id) const;
    [[nodiscard]] const std::vector<PostQueue> &queues() const { return behind_.queues; }
    [[nodiscard]] const std::string &regions() const { return behind_.regions; }
    [[nodiscard]] const std::string &secondZone() const { return behind_.secondZone; }

    [[nodiscard]] std::string zone() const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QTime nowTime() const;
    [[nodiscard]] Bridge &bridge() const { return bridge_; }

    // The cursor: a day and a minute, and the post there, if one is selected.
    [[nodiscard]] QDate day() const { return day_; }
    [[nodiscard]] QTime time() const { return time_; }
    [[nodiscard]] PlanId selected() const { return selected_; }
    [[nodiscard]] const calendar::Post *selectedPost() const { return find(selected_); }
    void select(PlanId id);
    /// Selects it as soon as it is there.
    void selectWhenThere(PlanId id);
    /// Goes where it stands, which may be outside the days in view, and selects it.
    void reveal(const PlanItem &plan);
    void setCursor(const QDate &day, const QTime &time, PlanId selected = {});
    /// The next or previous post in view.
    bool selectNext(int direction);

Q_SIGNALS:
    void loadedChanged();
    void cursorChanged();
    void failed(const vigie::Error &error);

private:
    void arrived(Result<CalendarReading> loaded);
    void onChanged(const Change &change);
    void selectFirst();
    void takeBehind(CalendarReading &reading);
    void makeRepeats();

    Bridge &bridge_;
    Generation generation_;
    QDate from_, to_, day_;
    QTime time_{9, 0};
    PlanId selected_, wanted_;
    bool loaded_ = false, live_ = false;
    std::vector<calendar::Post> posts_, unplanned_;
    std::vector<Account> accounts_;
    std::vector<PlanId> missed_;
    CalendarReading behind_; ///< campaigns, queues and settings; its posts have gone into the lists above
    std::vector<calendar::EventShown> events_;
    std::vector<calendar::DayMark> marks_;
    Instant madeUntil_;
    QTimer later_;
};

} // namespace vigie::ui
