// SPDX-License-Identifier: GPL-3.0-or-later
// "Here is what Vigie can and cannot do there": each ability with its condition and how it was tried, and what is not possible,
// by reason.
// Thread: the window's.
#pragma once

#include <vigie/app/health.hpp>

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace vigie::ui {

class AbilityView final : public QWidget {
    Q_OBJECT
public:
    explicit AbilityView(QWidget *parent = nullptr);
    void setAbilities(std::vector<app::Ability> abilities);

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    void addOffered(QVBoxLayout *layout);
    void addMissing(QVBoxLayout *layout);

    std::vector<app::Ability> abilities_;
    QWidget *table_ = nullptr;
    QVBoxLayout *layout_;
};

} // namespace vigie::ui
