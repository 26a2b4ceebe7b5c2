// SPDX-License-Identifier: GPL-3.0-or-later
// What is out of the ordinary, newest first, and the rules that watch for it. Behind the bell of the top bar, not on the rail.
// Thread: the window's.
#pragma once

#include "ui/alerts/alert_text.hpp"
#include "ui/app/panel.hpp"

#include <QTimer>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace vigie::ui {

class AlertCard;
class ChoicePopup;
class EmptyState;
class ErrorBar;
class PaneHeader;
class QuietEditor;

class AlertsPanel final : public Panel {
    Q_OBJECT
public:
    explicit AlertsPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("alerts"); }
    [[nodiscard]] QString title() const override { return tr("Alerts"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("bell"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    void deactivated() override;
    [[nodiscard]] bool ready() const override { return ready_; }

    [[nodiscard]] const std::vector<AlertCard *> &cards() const { return cards_; }
    [[nodiscard]] const std::vector<QPushButton *> &ruleButtons() const { return ruleButtons_; }
    void showRules(bool rules);
    void editRule(const AlertRule &rule);

Q_SIGNALS:
    void backWanted();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void build();
    void refresh();
    void showAlerts(const std::vector<AlertView> &views);
    void showRuleList(const std::vector<AlertRule> &rules);
    void move(int step);
    void saveRule(const AlertRule &rule);
    void removeRule(const AlertRule &rule);
    [[nodiscard]] AlertCard *current() const;
    void decide(const AlertView &view);
    void askSnooze(AlertCard *card);
    void addCard();

    bool ready_ = false, withDone_ = false;
    QTimer refreshTimer_;
    PaneHeader *header_;
    ErrorBar *error_;
    QPushButton *alertsTab_, *rulesTab_, *doneToo_, *addRule_;
    QStackedWidget *stack_;
    QScrollArea *listArea_;
    QVBoxLayout *list_, *rules_;
    EmptyState *empty_;
    QuietEditor *quiet_;
    QLabel *placeTitle_ = nullptr;
    ChoicePopup *popup_;
    std::vector<AlertCard *> cards_;
    std::vector<QPushButton *> ruleButtons_;
    std::vector<AlertRule> ruleRows_;
};

} // namespace vigie::ui
