// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a campaign.
// Thread: the window's.
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/campaign.hpp>

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;
class QDoubleSpinBox;
class QTableWidget;

namespace vigie::ui {

class CampaignForm final : public QWidget {
    Q_OBJECT
public:
    explicit CampaignForm(QWidget *parent);
    /// `nameOf`: an account as the person knows it.
    void setCampaign(const Campaign &campaign, const std::vector<Account> &accounts, const std::function<QString(const Account &)> &nameOf);
    /// As it stands in the fields.
    [[nodiscard]] Campaign campaign() const;
    [[nodiscard]] QLineEdit &nameField() const { return *name_; }
    [[nodiscard]] QDateEdit &dayField() const { return *day_; }
    [[nodiscard]] QTableWidget &phases() const { return *phases_; }
    void addPhase();

private:
    void build();
    void removePhase();
    void setPhaseRow(int row, const CampaignPhase &phase);
    Campaign campaign_;
    QLineEdit *name_, *owner_, *currency_;
    QPlainTextEdit *objective_, *audience_, *messages_;
    QDoubleSpinBox *budget_;
    QSpinBox *reach_;
    QCheckBox *hasDay_, *hasEmbargo_;
    QDateEdit *day_;
    QDateTimeEdit *embargo_;
    QTableWidget *phases_;
    QListWidget *channels_;
};

} // namespace vigie::ui
