// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns: what they are to reach, their phases around day D, what each phase says on each channel, and the printed page.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <vigie/plan/campaign_results.hpp>
#include <vigie/plan/campaigns.hpp>

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace vigie::ui {

class CampaignForm;
class CampaignResultsPane;
class ErrorBar;

class CampaignsDialog final : public QDialog {
    Q_OBJECT
public:
    CampaignsDialog(Shell &shell, CalendarData &data, QWidget *parent);
    void choose(CampaignId id);
    [[nodiscard]] CampaignForm &form() const { return *form_; }
    [[nodiscard]] QTableWidget &coverageTable() const { return *coverage_; }
    [[nodiscard]] CampaignResultsPane &results() const { return *results_; }
    [[nodiscard]] CampaignId shown() const { return shown_.id; }
    void newFromTemplate();
    void newEmpty();
    void save();
    /// One page of the plan; false when the file cannot be written.
    bool printTo(const QString &path);

Q_SIGNALS:
    void doneWith(const QString &words, vigie::store::CalendarStepId step);

private:
    void build();
    void ask();
    void show(int row);
    void showCoverage();
    void askPosts();
    void begin(Campaign campaign);
    /// What the new day does, then the person decides.
    void askDay(const Campaign &campaign);
    void moveDay(CampaignId id, std::int32_t day);
    void putAway();
    void askFile();
    Shell &shell_;
    CalendarData &data_;
    std::vector<Campaign> all_;
    Campaign shown_;
    CampaignId wanted_;
    std::vector<PlanItem> posts_;
    plan::CampaignResult result_;
    QListWidget *list_;
    QTabWidget *tabs_;
    CampaignForm *form_;
    QTableWidget *coverage_;
    CampaignResultsPane *results_;
    QLabel *holes_;
    QPushButton *print_, *away_;
    ErrorBar *error_;
};

} // namespace vigie::ui
