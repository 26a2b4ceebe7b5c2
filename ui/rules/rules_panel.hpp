// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the desk: the list in their order, the one in front as fields, what it would have done to history as a table
// before and after, and what rules did.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/desk/rules.hpp>

#include <memory>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;
class QComboBox;

namespace vigie::ui {

class EmptyState;
class RuleForm;

class RulesPanel final : public Panel {
    Q_OBJECT
public:
    explicit RulesPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("rules"); }
    [[nodiscard]] QString title() const override { return tr("Rules"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("filter"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    void deactivated() override { stopTrial(); }
    [[nodiscard]] bool ready() const override { return ready_; }

    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] RuleForm &form() const { return *form_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] const desk::RuleTrial &trial() const { return trial_; }
    [[nodiscard]] bool isTrying() const { return trying_; }

private:
    struct Rows {
        std::vector<Rule> rules;
        std::vector<std::int64_t> acted;
    };
    void build();
    QWidget *buildList();
    QWidget *buildTrial();
    void wire();
    void refresh();
    void fill(const Rows &rows);
    void choose(RuleId id);
    void onChoice();
    [[nodiscard]] const Rule *current() const;
    void add();
    void save(bool confirmed);
    void askWhetherAll();
    void remove();
    void move(int by);
    void toggle();
    void decide(const char *action, std::function<Result<RuleId>(store::Tx &)> job, const QString &done);
    void undo();
    void startTrial();
    void stopTrial();
    void step();
    void showTrial();
    void apply();
    void showLog();
    void fillTable(const QStringList &heads);
    void addRow(const QStringList &cells, ItemId item);
    void showTexts(const std::vector<ItemId> &items);
    void check();

    bool ready_ = false, trying_ = false, filling_ = false;
    Rows rows_;
    RuleId wanted_;
    Rule tried_;
    Instant since_{};
    desk::RuleTrial trial_;
    Generation trials_;
    QSplitter *splitter_;
    QListWidget *list_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    RuleForm *form_;
    QPushButton *add_, *save_, *remove_, *try_, *apply_, *log_;
    QComboBox *days_;
    QProgressBar *progress_;
    QLabel *found_;
    QTableWidget *table_;
};

} // namespace vigie::ui
