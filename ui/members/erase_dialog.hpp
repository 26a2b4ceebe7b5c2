// SPDX-License-Identifier: GPL-3.0-or-later
// A person asks to be forgotten: what will go and what stays is said first, a word has to be typed, and a recount over the whole
// file shows afterwards whether anything is left. There is no way back.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/store/erasure.hpp>

#include <QDialog>

#include <atomic>
#include <memory>
#include <optional>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class EraseDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Stage { Reading, Asking, Erasing, Done, Failed };
    EraseDialog(Shell &shell, MemberId member, QWidget *parent);
    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] QLineEdit &word() const { return *word_; }
    [[nodiscard]] QPushButton &eraseButton() const { return *erase_; }
    [[nodiscard]] QString goes() const;
    [[nodiscard]] QString result() const;
    /// What has to be typed.
    [[nodiscard]] static QString deliberateWord() { return tr("ERASE", "typed to confirm; letters only"); }

private:
    void build();
    void read();
    void planned(store::ErasurePlan plan);
    void erase();
    void scrub();
    void recount(const QString &file);
    void setStage(Stage stage);
    void reject() override;

    Shell &shell_;
    MemberId member_;
    Stage stage_ = Stage::Reading;
    std::shared_ptr<const store::ErasurePlan> plan_;
    std::optional<store::ErasureReport> report_;
    QLabel *intro_, *goes_, *stays_, *ask_, *reasonName_, *result_;
    QLineEdit *reason_, *word_;
    QCheckBox *keepEvidence_, *takeInAgain_;
    QProgressBar *progress_;
    ErrorBar *error_;
    QDialogButtonBox *buttons_;
    QPushButton *erase_;
};

} // namespace vigie::ui
