// SPDX-License-Identifier: GPL-3.0-or-later
// Short messages at the foot of the window, with an action (most often Undo). They never take the focus, go by themselves,
// and are read out by screen readers.
// Thread: the window's.
#pragma once

#include <vigie/base/error.hpp>

#include <QFrame>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace vigie::ui {

class Toast final : public QFrame {
    Q_OBJECT
public:
    Toast(const QString &text, const QString &action, std::function<void()> run, int milliseconds, QWidget *parent);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// As if its button were pressed.
    void trigger();

Q_SIGNALS:
    void ended();

private:
    QLabel *label_;
    QPushButton *button_ = nullptr;
    std::function<void()> run_;
};

class Toasts final : public QObject {
    Q_OBJECT
public:
    /// Toasts appear over the foot of `host`.
    explicit Toasts(QWidget *host);

    Toast *show(const QString &text, int milliseconds = 6000);
    /// `undo` runs at most once; the label is "Undo" in the person's language.
    Toast *showUndo(const QString &text, std::function<void()> undo, int milliseconds = 10000);
    Toast *showAction(const QString &text, const QString &action, std::function<void()> run, int milliseconds = 10000);
    /// An error as a sentence; `retry` is offered where it makes sense.
    Toast *showError(const vigie::Error &error, std::function<void()> retry = {});
    [[nodiscard]] QList<Toast *> shown() const;
    /// Toasts stand above this widget while it can be seen: a button under a message cannot be pressed.
    void keepClear(QWidget *widget);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void place();
    QWidget *host_;
    QList<QPointer<Toast>> toasts_;
    QList<QPointer<QWidget>> clear_;
};

} // namespace vigie::ui
