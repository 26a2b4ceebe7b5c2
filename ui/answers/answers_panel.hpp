// SPDX-License-Identifier: GPL-3.0-or-later
// The library: every answer with how often it was given, its text in both languages, where it was given and what came of it,
// its versions; and its way in and out as a file.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/connect/answer_file.hpp>
#include <vigie/desk/answer_import.hpp>
#include <vigie/store/answers.hpp>

#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace vigie::ui {

class AnswerEditor;
class AnswersModel;
class EmptyState;
class ErrorBar;
class PaneHeader;

class AnswersPanel final : public Panel {
    Q_OBJECT
public:
    explicit AnswersPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("answers"); }
    [[nodiscard]] QString title() const override { return tr("Answers"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("question"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override { return read_; }

    [[nodiscard]] AnswersModel &model() const { return *model_; }
    [[nodiscard]] AnswerEditor &editor() const { return *editor_; }
    [[nodiscard]] QTableView &table() const { return *table_; }
    [[nodiscard]] QListWidget &uses() const { return *uses_; }
    [[nodiscard]] QListWidget &versions() const { return *versions_; }
    /// Reads the file and shows what would happen.
    void importFrom(const QString &file);
    void exportTo(const QString &file);

private:
    struct Details {
        std::vector<AnswerUse> uses;
        std::vector<AnswerVersion> versions;
    };
    void build();
    QWidget *buildDetails();
    void wire();
    void read();
    void showChosen();
    void showDetails(const Details &details);
    void keep();
    void remove();
    void takeUp(const AnswerVersion &version);
    void look();
    void chooseImport();
    void chooseExport();
    void retranslate();
    void retranslateTabs();
    void changeEvent(QEvent *event) override;

    Generation readings_, details_;
    QTimer filterTimer_;
    bool read_ = false;
    AnswerId open_;
    std::vector<AnswerVersion> history_;
    PaneHeader *header_;
    QLineEdit *words_;
    QCheckBox *stale_;
    QPushButton *newButton_, *importButton_, *exportButton_, *keepButton_, *removeButton_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    QTableView *table_;
    AnswersModel *model_;
    QTabWidget *tabs_;
    AnswerEditor *editor_;
    QLabel *facts_, *fault_;
    QListWidget *uses_, *versions_;
};

} // namespace vigie::ui
