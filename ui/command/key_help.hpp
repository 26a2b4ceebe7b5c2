// SPDX-License-Identifier: GPL-3.0-or-later
// `?`: every key of the panel in front and of the window, from the registry.
// Thread: the window's.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QScrollArea;
class QPushButton;

namespace vigie::ui {

class CommandRegistry;

class KeyHelp final : public QFrame {
    Q_OBJECT
public:
    KeyHelp(CommandRegistry &commands, QWidget *host);
    void open(const QString &panelTitle);
    void dismiss();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fill();
    void place();

    CommandRegistry &commands_;
    QWidget *host_;
    QLabel *title_;
    QPushButton *print_, *close_;
    QScrollArea *scroll_;
    QString panelTitle_;
    QPointer<QWidget> focusBefore_;
};

} // namespace vigie::ui
