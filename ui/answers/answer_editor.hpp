// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to be written: French and English side by side, its variables, how long it holds, whose it is.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/answer.hpp>

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace vigie::ui {

class VariablesTable;

class AnswerEditor final : public QWidget {
    Q_OBJECT
public:
    explicit AnswerEditor(QWidget *parent);
    void setText(const AnswerText &text);
    [[nodiscard]] AnswerText text() const;
    /// Differs from what was set.
    [[nodiscard]] bool isChanged() const { return text() != given_; }
    /// Why it cannot be kept, as a sentence; empty when it can.
    [[nodiscard]] QString fault() const;
    [[nodiscard]] QLineEdit &keyword() const { return *keyword_; }
    [[nodiscard]] QPlainTextEdit &french() const { return *french_; }
    [[nodiscard]] QPlainTextEdit &english() const { return *english_; }

Q_SIGNALS:
    void edited();

private:
    void build();
    QLineEdit *addLine(QFormLayout *form, QLabel *&label);
    void retranslate();
    void changeEvent(QEvent *event) override;

    AnswerText given_;
    QLineEdit *keyword_, *title_, *from_, *until_, *owner_, *service_, *tags_;
    QLabel *keywordLabel_, *titleLabel_, *fromLabel_, *untilLabel_, *ownerLabel_, *serviceLabel_, *tagsLabel_, *frenchLabel_, *englishLabel_, *variablesLabel_;
    QPlainTextEdit *french_, *english_;
    VariablesTable *variables_;
};

} // namespace vigie::ui
