// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept as evidence: found by words, read with every version, verified, exported, erased. Not on the rail: the palette and
// Ctrl+Shift+E lead here, Esc goes back.
// Thread: the window's; verifying and exporting run on a reader's, with progress, and end when asked.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/insight/evidence_export.hpp>
#include <vigie/store/evidence.hpp>

#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class EvidenceModel;
class KeptBox;
class PaneHeader;

class EvidencePanel final : public Panel {
    Q_OBJECT
public:
    explicit EvidencePanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("evidence"); }
    [[nodiscard]] QString title() const override { return tr("Evidence"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("lock"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override { return read_ && !work_; }

    [[nodiscard]] EvidenceModel &model() const { return *model_; }
    [[nodiscard]] KeptBox &kept() const { return *kept_; }
    void verify();
    /// These items, or all that is kept when there are none.
    void exportTo(const QString &file, const std::vector<ItemId> &items);
    void stopWork();

private:
    /// A long job that is watched and may be stopped.
    struct Work {
        std::atomic<double> share{0};
        std::atomic<bool> stopped{false};
        bool exporting = false;
    };
    void build();
    void ask();
    void arrived(std::vector<store::EvidenceCase> cases);
    void chooseFile(const std::vector<ItemId> &items);
    void write(insight::EvidenceExport plan, const QString &file);
    void askErase();
    void erase(ErasureReason reason, const QString &note);
    std::shared_ptr<Work> begin(bool exporting);
    void end();
    void showReport(const EvidenceReport &report);
    [[nodiscard]] std::vector<ItemId> chosen() const;
    void retranslate();
    void changeEvent(QEvent *event) override;

    Generation generation_;
    QTimer filterTimer_, workTimer_;
    std::shared_ptr<Work> work_;
    bool read_ = false;
    PaneHeader *header_;
    QLineEdit *words_;
    QCheckBox *changed_;
    QPushButton *verifyButton_, *exportButton_, *eraseButton_, *stopButton_;
    QProgressBar *progress_;
    QLabel *answer_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    QTableView *table_;
    EvidenceModel *model_;
    KeptBox *kept_;
};

/// What is wrong, as a sentence.
[[nodiscard]] QString flawSentence(const EvidenceFlaw &flaw);

} // namespace vigie::ui
