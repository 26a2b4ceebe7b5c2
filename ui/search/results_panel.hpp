// SPDX-License-Identifier: GPL-3.0-or-later
// A list of mentions from anywhere: the global search, the rows behind a figure. Not on the rail; Esc goes back.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

class QLineEdit;
class QListView;
class QStackedWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class PaneHeader;
class ResultsModel;

class ResultsPanel final : public Panel {
    Q_OBJECT
public:
    explicit ResultsPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("search"); }
    [[nodiscard]] QString title() const override { return tr("Search"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("search"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override;

    void search(const QString &query);
    void showRows(const QString &title, const Shell::RowSource &source);
    [[nodiscard]] ResultsModel *model() const { return model_; }

Q_SIGNALS:
    void backWanted();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void run();
    void arrived();
    void openCurrent();

    PaneHeader *header_;
    QLineEdit *field_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    QListView *list_;
    EmptyState *empty_;
    ResultsModel *model_;
    QString rowsTitle_;
    bool asked_ = false;
};

} // namespace vigie::ui
