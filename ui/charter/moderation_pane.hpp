// SPDX-License-Identifier: GPL-3.0-or-later
// What was moderated: the log with its filters, how often each article was applied, and the export of both's ground.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/store/charter.hpp>

#include <QTimer>
#include <QWidget>

#include <map>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class ModerationModel;

class ModerationPane final : public QWidget {
    Q_OBJECT
public:
    ModerationPane(Shell &shell, QWidget *parent);

    void load();
    [[nodiscard]] bool ready() const { return ready_; }
    void takeBack();
    void openMention();
    void exportTo(const QString &file);
    void chooseExport();
    void showFigures(bool figures);
    [[nodiscard]] bool figuresShown() const;
    [[nodiscard]] const ModerationLine *current() const;
    [[nodiscard]] ModerationModel &model() const { return *model_; }
    [[nodiscard]] QTableView &table() const { return *table_; }
    [[nodiscard]] QTableWidget &figures() const { return *figures_; }
    [[nodiscard]] QComboBox &articles() const { return *article_; }

private:
    struct Read {
        std::vector<ModerationLine> lines;
        std::map<int, Charter> charters;
        std::vector<store::ArticleFigure> figures;
        std::vector<std::string> persons;
        Charter now;
    };
    void build();
    [[nodiscard]] store::ModerationFilter filter() const;
    void arrived(Read read);
    void fillFigures();
    void fillChoices();
    void refill();
    void retranslate();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    Generation reads_;
    QTimer timer_;
    bool ready_ = false;
    Read read_;
    ErrorBar *error_;
    QComboBox *period_, *article_, *act_, *person_;
    QPushButton *back_, *open_, *export_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    ModerationModel *model_;
    QTableView *table_;
    QTableWidget *figures_;
    bool figuresWanted_ = false;
};

} // namespace vigie::ui
