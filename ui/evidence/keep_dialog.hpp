// SPDX-License-Identifier: GPL-3.0-or-later
// How long and on what ground evidence is kept; and, when asked for, why in spite of a network's terms. It answers later: the window
// goes on living.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/app/evidence_term.hpp>

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class KeepDialog final : public QDialog {
    Q_OBJECT
public:
    /// `refusal`: what stands in the way, when a reason is to be given; empty: none is.
    KeepDialog(const app::EvidenceTerm &term, const QString &refusal, QWidget *parent);
    [[nodiscard]] app::EvidenceTerm term() const;
    [[nodiscard]] std::string reason() const;

Q_SIGNALS:
    void kept();

private:
    void look();
    QSpinBox *years_;
    QLineEdit *ground_, *reason_ = nullptr;
    QPushButton *keep_;
};

} // namespace vigie::ui
