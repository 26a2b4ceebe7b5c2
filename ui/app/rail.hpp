// SPDX-License-Identifier: GPL-3.0-or-later
// The dark strip at the left: one button per panel, at the foot the accounts' health and the settings.
// Thread: the window's.
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace vigie::ui {

enum class Health { Unknown, Good, Warning, Bad };

class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString &iconName, QWidget *parent);
    void setBadge(int count);
    void setHealth(Health health);
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    QString iconName_;
    int badge_ = 0;
    Health health_ = Health::Unknown;
};

class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void clear();
    void add(const QString &id, const QString &title, const QString &iconName, const QString &keys, bool atFoot);
    void setTitle(const QString &id, const QString &title, const QString &keys);
    void setCurrent(const QString &id);
    [[nodiscard]] RailButton *button(const QString &id) const { return buttons_.value(id); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void paintEvent(QPaintEvent *event) override;
    QVBoxLayout *top_, *foot_;
    QHash<QString, RailButton *> buttons_;
};

} // namespace vigie::ui
