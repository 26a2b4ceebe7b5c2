// SPDX-License-Identifier: GPL-3.0-or-later
// A query of another tool, pasted in: what it becomes here, and what could not be said.
// Thread: the window's; the translation is made behind it.
#pragma once

#include "ui/bridge/generation.hpp"

#include <vigie/text/query_translate.hpp>

#include <QFrame>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class Bridge;

class QueryPaste final : public QFrame {
    Q_OBJECT
public:
    explicit QueryPaste(Bridge &bridge, QWidget *parent = nullptr);
    /// Begins with what is on the clipboard.
    void open();

Q_SIGNALS:
    void translated(const QString &source);
    void closed();

private:
    void translate();
    void showTranslation(const text::QueryTranslation &translation);
    void retranslate();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    Bridge &bridge_;
    Generation asked_;
    QString source_;
    QLabel *title_, *from_, *result_, *notes_;
    QPlainTextEdit *pasted_;
    QComboBox *tool_;
    QPushButton *use_, *cancel_;
};

} // namespace vigie::ui
