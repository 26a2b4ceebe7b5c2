// SPDX-License-Identifier: GPL-3.0-or-later
// The weights of the inbox queue: points per term, as the queue's reasons show them.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/desk.hpp>

#include <QTimer>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace vigie::ui {

class WeightsEditor final : public QWidget {
    Q_OBJECT
public:
    explicit WeightsEditor(Shell &shell, QWidget *parent = nullptr);
    void load();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void show(const desk::QueueWeights &weights);
    void save();
    struct Row {
        double desk::QueueWeights::*field;
        QLabel *label;
        QDoubleSpinBox *box;
    };
    Shell &shell_;
    std::vector<Row> rows_;
    QPushButton *reset_, *promises_;
    QTimer saveTimer_;
    desk::QueueWeights weights_;
    bool showing_ = false;
};

} // namespace vigie::ui
