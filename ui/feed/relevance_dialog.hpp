// SPDX-License-Identifier: GPL-3.0-or-later
// What the filter of one query learned: its marks, its threshold, how often it is right, and how to be rid of it.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/store/relevance.hpp>

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class RelevanceDialog final : public QDialog {
    Q_OBJECT
public:
    RelevanceDialog(Shell &shell, const SavedQuery &query, QWidget *parent = nullptr);

Q_SIGNALS:
    void resetWanted(vigie::QueryId query);
    void settingWanted(vigie::QueryId query, bool on, int percent);

private:
    struct Learned {
        store::RelevanceState state;
        text::RelevanceMeasure measure;
    };
    void load();
    void show(const Learned &learned);
    void keep();
    void retranslate();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    SavedQuery query_;
    Generation reads_;
    Learned learned_;
    bool showing_ = false;
    QTimer keepTimer_, loadTimer_;
    QLabel *intro_, *state_, *thresholdLabel_, *measure_;
    QCheckBox *on_;
    QSpinBox *threshold_;
    QPushButton *reset_, *close_;
};

} // namespace vigie::ui
