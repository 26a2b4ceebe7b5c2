// SPDX-License-Identifier: GPL-3.0-or-later
// Quiet hours: from when to when, and in which nights.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/insight/alerts.hpp>

#include <QTimer>
#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QTimeEdit;

namespace vigie::ui {

class QuietEditor final : public QWidget {
    Q_OBJECT
public:
    explicit QuietEditor(Shell &shell, QWidget *parent = nullptr);
    void load();
    [[nodiscard]] insight::QuietHours hours() const;

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void show(const insight::QuietHours &hours);
    void changed();
    void save();

    Shell &shell_;
    QTimer saveTimer_;
    bool showing_ = false;
    QCheckBox *on_;
    QLabel *fromLabel_, *toLabel_, *hint_;
    QTimeEdit *from_, *to_;
    std::array<QPushButton *, 7> days_{}; ///< Monday first
};

} // namespace vigie::ui
