// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of this machine, read and written by row of the table.
// Thread: the window's.
#pragma once

#include "ui/settings/settings_table.hpp"

#include <QJsonObject>
#include <QObject>
#include <QSettings>
#include <QString>

namespace vigie::ui {

class Preferences final : public QObject {
    Q_OBJECT
public:
    /// `file`: empty for the usual place.
    explicit Preferences(const QString &file = {}, QObject *parent = nullptr);

    [[nodiscard]] QString text(const MachineSetting &setting) const;
    [[nodiscard]] int number(const MachineSetting &setting) const;
    [[nodiscard]] QJsonObject object(const MachineSetting &setting) const;
    [[nodiscard]] QByteArray bytes(const MachineSetting &setting) const;
    void set(const MachineSetting &setting, const QString &value);
    void set(const MachineSetting &setting, const QJsonObject &value);
    void set(const MachineSetting &setting, const QByteArray &value);

Q_SIGNALS:
    void changed(const QString &key);

private:
    QSettings settings_;
};

} // namespace vigie::ui
