// SPDX-License-Identifier: GPL-3.0-or-later
// The page of objectives: the tree with states, and of the indicator that is chosen its value, target, rule, curve and actions.
// Everything can be taken back.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/dashboard/page_body.hpp"

#include <vigie/insight/objectives.hpp>

#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class ObjectivesCurve;

class ObjectivesPage final : public PageBody {
    Q_OBJECT
public:
    explicit ObjectivesPage(Shell &shell, QWidget *parent = nullptr);
    void ask(const PageQuestion &question) override;
    [[nodiscard]] bool ready() const override { return tree_.has_value() || failed_; }
    void takeFocus() override;
    /// Each indicator has days and a query of its own.
    [[nodiscard]] bool isAsked() const override { return false; }

    [[nodiscard]] QTreeWidget &treeView() const { return *view_; }
    [[nodiscard]] ObjectivesCurve &curveView() const { return *curve_; }
    [[nodiscard]] QListWidget &actionList() const { return *actions_; }
    [[nodiscard]] QPushButton &takeOffButton() const { return *off_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] const std::optional<insight::ObjectiveTree> &tree() const { return tree_; }
    void choose(IndicatorId id);
    void choose(ObjectiveId id);

    void addObjective();
    void addIndicator();
    void edit();
    void remove();
    void moveBy(int places);
    /// Under the objective above it, or out from under its own.
    void moveInOut(bool in);
    void link();
    void unlink();
    void undo();
    void showTable(bool on);

private:
    struct Chosen {
        ObjectiveId objective;
        IndicatorId indicator;
        friend bool operator==(const Chosen &, const Chosen &) = default;
    };
    void build();
    [[nodiscard]] QWidget *buildDetail();
    void registerCommands();
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void nameInLanguage();
    void reload();
    void show(const insight::ObjectiveTree &tree);
    void addRows(QTreeWidgetItem *parent, const std::vector<insight::ObjectiveStanding> &objectives);
    void addRow(QTreeWidgetItem *parent, const insight::IndicatorStanding &one);
    void dress(QTreeWidgetItem *row, insight::ObjectiveState state) const;
    void chosenChanged();
    void askCurve();
    void showCurve(const insight::IndicatorCurve &curve);
    void fillTable(const insight::IndicatorCurve &curve);
    void showObjective(const insight::ObjectiveStanding &one);
    /// A change of the tree, told in a toast that can take it back.
    void change(const QString &words, std::function<Result<void>(store::Objectives &)> work, const std::string &action);
    void tellChange(const QString &words, store::ObjectiveStepId step);
    void takeBack(std::optional<store::ObjectiveStepId> step);
    [[nodiscard]] Chosen chosen() const;
    [[nodiscard]] const insight::ObjectiveStanding *find(ObjectiveId id) const;
    [[nodiscard]] const insight::IndicatorStanding *find(IndicatorId id) const;
    [[nodiscard]] std::vector<std::pair<Objective, int>> objectives() const;

    QTreeWidget *view_;
    QStackedWidget *stack_, *figure_;
    EmptyState *empty_;
    ErrorBar *error_;
    QSplitter *split_;
    QLabel *name_, *value_, *target_, *rule_, *formula_, *notes_;
    ObjectivesCurve *curve_;
    QTableWidget *table_;
    QListWidget *actions_;
    QWidget *actionsBox_;
    QLabel *noActions_;
    QPushButton *off_;
    std::optional<insight::ObjectiveTree> tree_;
    Chosen wanted_;
    Generation trees_, curves_;
    QTimer soon_;
    bool failed_ = false, filling_ = false, registered_ = false;
};

} // namespace vigie::ui
