// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of promises or hours does to open conversations, before it is applied: counted, and one by one.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/sla.hpp>

#include <QDialog>

#include <atomic>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

class EffectDialog final : public QDialog {
    Q_OBJECT
public:
    EffectDialog(Shell &shell, desk::SlaSetup setup, QWidget *parent);
    ~EffectDialog() override;
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] QPushButton &applyButton() const { return *apply_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }

Q_SIGNALS:
    void applied();

private:
    void load();
    struct Seen {
        desk::SlaPreview preview;
        std::unordered_map<TicketId, QString> names; ///< who wrote, and how it begins
    };
    static Result<Seen> look(store::Tx &tx, const desk::SlaSetup &setup, const std::atomic<bool> &stopped);
    void show(const Seen &seen);
    void apply();

    Shell &shell_;
    desk::SlaSetup setup_;
    bool ready_ = false;
    std::shared_ptr<std::atomic<bool>> stopped_ = std::make_shared<std::atomic<bool>>(false); ///< read by the job
    QLabel *counts_, *rest_;
    QProgressBar *progress_;
    QTableWidget *table_;
    ErrorBar *error_;
    QPushButton *apply_;
};

} // namespace vigie::ui
