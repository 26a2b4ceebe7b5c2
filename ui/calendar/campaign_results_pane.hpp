// SPDX-License-Identifier: GPL-3.0-or-later
// What a campaign was to cost and to reach beside what it has cost and reached, and the lines of its spending.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <vigie/plan/campaign_results.hpp>

#include <QWidget>

class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

namespace calendar {
/// "1 200,00 € of 2 000,00 € spent"; empty when neither was said.
[[nodiscard]] QString spentWords(const plan::CampaignResult &result);
/// "12 300 of 20 000 people reached (given by 4 of 7 posts)".
[[nodiscard]] QString reachWords(const plan::CampaignResult &result);
/// "1 240 reached" of the posts of one cell; empty where no network gave it.
[[nodiscard]] QString reachedWords(const plan::ResultSum &sum);
} // namespace calendar

class CampaignResultsPane final : public QWidget {
    Q_OBJECT
public:
    CampaignResultsPane(Shell &shell, CalendarData &data, QWidget *parent);
    /// `channels`: as the result's.
    void show(CampaignId id, const plan::CampaignResult &result, const std::vector<AccountId> &channels);
    [[nodiscard]] QTableWidget &channelTable() const { return *channels_; }
    [[nodiscard]] QTableWidget &spendingTable() const { return *lines_; }
    [[nodiscard]] QString budgetText() const;
    [[nodiscard]] QString reachText() const;
    void setLine(const QDate &day, double amount, const QString &what);
    void add();
    void removeCurrent();

Q_SIGNALS:
    /// Its lines are others now.
    void changed();

private:
    void build();
    void showChannels(const std::vector<AccountId> &channels);
    void showLines();
    void write(std::function<Result<std::int64_t>(store::Tx &)> job, std::function<void()> then);
    Shell &shell_;
    CalendarData &data_;
    CampaignId id_;
    plan::CampaignResult result_;
    QLabel *budget_, *reach_;
    QProgressBar *spent_, *reached_;
    QTableWidget *channels_, *lines_;
    QDateEdit *day_;
    QDoubleSpinBox *amount_;
    QLineEdit *what_;
    QPushButton *add_, *remove_;
    ErrorBar *error_;
};

} // namespace vigie::ui
