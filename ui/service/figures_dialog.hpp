// SPDX-License-Identifier: GPL-3.0-or-later
// How promises were kept: times to the first and the next answer and to the resolution, met and missed, split as asked, of a
// period; each figure leads to its conversations, and the table to a file.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/insight/service_report.hpp>

#include <QDialog>
#include <QHash>

#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class ServiceFiguresDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ServiceFiguresDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QComboBox &split() const { return *split_; }
    [[nodiscard]] const std::vector<insight::ServiceFigure> &figures() const { return figures_; }

private:
    struct Loaded {
        insight::ServiceQuestion question;
        std::vector<insight::ServiceFigure> figures;
        QHash<QString, QString> names; ///< of keys that are numbers
    };
    void build();
    void ask();
    static Result<Loaded> read(store::Tx &tx, insight::ServiceQuestion question);
    void show(Loaded loaded);
    [[nodiscard]] QString keyWords(const std::string &key) const;
    void openRow(int row);
    void saveTable();

    Shell &shell_;
    Generation generation_;
    insight::ServiceQuestion question_;
    std::vector<insight::ServiceFigure> figures_;
    QHash<QString, QString> names_;
    bool ready_ = false;
    QComboBox *period_, *split_, *by_;
    QTableWidget *table_;
    EmptyState *empty_;
    QLabel *words_;
    ErrorBar *error_;
};

} // namespace vigie::ui
