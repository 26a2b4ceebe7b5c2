// SPDX-License-Identifier: GPL-3.0-or-later
// One check of an article as a row of fields; only those that its kind has are shown.
// Thread: the window's.
#pragma once

#include <vigie/model/charter.hpp>

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class CheckRow final : public QWidget {
    Q_OBJECT
public:
    explicit CheckRow(const CharterCheck &check, QWidget *parent = nullptr);
    [[nodiscard]] CharterCheck check() const;

Q_SIGNALS:
    void edited();
    void removeWanted();

private:
    void fill(const CharterCheck &check);
    void follow();
    void retranslate();
    void changeEvent(QEvent *event) override;
    [[nodiscard]] CharterCheckKind kind() const;

    QComboBox *kind_, *lang_, *address_;
    QLineEdit *words_, *when_;
    QSpinBox *limit_;
    QPushButton *remove_;
};

} // namespace vigie::ui
