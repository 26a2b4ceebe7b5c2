// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/hand_over_section.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/hand_over.hpp>

#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vigie::ui {

HandOverSection::HandOverSection(CalendarData &source, QWidget *parent)
    : PostSection(parent), data_(source), box_(new QCheckBox(this)), words_(wrappedLabel(QStringLiteral("small"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(box_);
    layout->addWidget(words_);
    connect(box_, &QCheckBox::toggled, this, &HandOverSection::edited);
    retranslate();
}

void HandOverSection::setPlan(const PlanItem &plan, bool readOnly)
{
    const QSignalBlocker quiet(box_);
    box_->setChecked(plan.handOver);
    box_->setEnabled(!readOnly);
    follow(plan);
}

void HandOverSection::typed(const PlanItem &plan)
{
    follow(plan);
}

void HandOverSection::write(PlanItem &plan) const
{
    plan.handOver = box_->isChecked();
}

void HandOverSection::follow(const PlanItem &plan)
{
    QStringList names;
    if (data_.bridge().state() == Bridge::State::Open)
        for (const auto &variant : plan.variants)
            if (const auto *account = data_.account(variant.account); account != nullptr && plan::canHandOver(data_.bridge().networks(), *account))
                names << data_.bridge().networkName(account->connector);
    names.removeDuplicates();
    names_ = names.join(QStringLiteral(", "));
    setVisible(!names.isEmpty());
    retranslate();
}

void HandOverSection::retranslate()
{
    box_->setText(tr("Leave it to the network's own clock"));
    box_->setAccessibleName(box_->text());
    words_->setText(tr("%1 keeps it and publishes it at its hour, also while this computer is off. Changes and cancelling are passed on until two minutes before.").arg(names_));
}

void HandOverSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
