// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.hpp"

#include <QJsonDocument>
#include <QStandardPaths>

namespace vigie::ui {

namespace {
QString usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/vigie/vigie.ini");
}
QString keyOf(const MachineSetting &setting)
{
    return QString::fromLatin1(setting.key).replace(QLatin1Char('.'), QLatin1Char('/'));
}
} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent), settings_(file.isEmpty() ? usualFile() : file, QSettings::IniFormat)
{
}

QString Preferences::text(const MachineSetting &setting) const
{
    return settings_.value(keyOf(setting), QString::fromLatin1(setting.fallback)).toString();
}

int Preferences::number(const MachineSetting &setting) const
{
    bool ok = false;
    const int value = text(setting).toInt(&ok);
    return ok ? value : QByteArray(setting.fallback).toInt();
}

QJsonObject Preferences::object(const MachineSetting &setting) const
{
    return QJsonDocument::fromJson(text(setting).toUtf8()).object();
}

QByteArray Preferences::bytes(const MachineSetting &setting) const
{
    return settings_.value(keyOf(setting)).toByteArray();
}

void Preferences::set(const MachineSetting &setting, const QString &value)
{
    if (settings_.contains(keyOf(setting)) && text(setting) == value)
        return;
    settings_.setValue(keyOf(setting), value);
    Q_EMIT changed(QString::fromLatin1(setting.key));
}

void Preferences::set(const MachineSetting &setting, const QJsonObject &value)
{
    set(setting, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

void Preferences::set(const MachineSetting &setting, const QByteArray &value)
{
    settings_.setValue(keyOf(setting), value);
    Q_EMIT changed(QString::fromLatin1(setting.key));
}

} // namespace vigie::ui
