// SPDX-License-Identifier: GPL-3.0-or-later
// A small overlay to choose one thing by typing or with the arrows: a tag, a colleague, a time.
// Thread: the window's.
#pragma once

#include "ui/widget/pieces.hpp"

#include <QDateTime>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>

class QDateTimeEdit;
class QLineEdit;
class QListWidget;

namespace vigie::ui {

struct Choice {
    QString text, detail;   ///< detail: said behind the text, quieter
    QString value;          ///< what is chosen; the text when empty
    bool checked = false;   ///< already so: choosing it takes it away
};

class ChoicePopup final : public QFrame {
    Q_OBJECT
public:
    explicit ChoicePopup(QWidget *parent);

    struct Question {
        QString title, placeholder;
        QList<Choice> choices;
        bool freeText = false;          ///< what is typed may be chosen too
        std::function<void(const QString &value, bool checked)> chosen;
        std::function<void(const QDateTime &local)> picked; ///< offers a date and time of one's own
        QDateTime start;
    };
    void ask(const Question &question, QWidget *backTo);
    /// Closes without an answer; the focus goes back.
    void dismiss();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void filter();
    void accept();
    void pick();

    Question question_;
    QPointer<QWidget> backTo_;
    QLabel *title_;
    QLineEdit *edit_;
    QListWidget *list_;
    QDateTimeEdit *time_;
};

} // namespace vigie::ui
