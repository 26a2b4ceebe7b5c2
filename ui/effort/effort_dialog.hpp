// SPDX-License-Identifier: GPL-3.0-or-later
// One's own meter, shown to oneself: keys, clicks and seconds per conversation, and which clicks have a key.
// Thread: the window's.
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class CommandRegistry;
class EffortMeter;

class EffortDialog final : public QDialog {
    Q_OBJECT
public:
    EffortDialog(EffortMeter &meter, CommandRegistry &commands, QWidget *parent);
    [[nodiscard]] QCheckBox &box() const { return *on_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QString words() const;

private:
    void present();
    [[nodiscard]] QString commandName(const QString &id) const;

    EffortMeter &meter_;
    CommandRegistry &commands_;
    QCheckBox *on_;
    QLabel *sum_, *hints_;
    QTableWidget *table_;
    QPushButton *forget_;
};

} // namespace vigie::ui
