// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/missed_banner.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace vigie::ui {

namespace {
constexpr int kTwoRowsFrom = 140;
}

MissedBanner::MissedBanner(CalendarData &source, QWidget *parent)
    : QFrame(parent), data_(source), label_(new QLabel(this)), publish_(roleButton(QStringLiteral("warn"), this)), move_(roleButton({}, this)),
      leave_(roleButton(QStringLiteral("quiet"), this))
{
    setProperty("role", "banner");
    layout_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    layout_->setContentsMargins(kMargin, 6, kMargin, 6);
    layout_->addWidget(label_, 1);
    label_->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {publish_, move_, leave_})
        buttons->addWidget(button);
    layout_->addLayout(buttons);
    connect(publish_, &QPushButton::clicked, this, [this] {
        const auto plans = open();
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Publish now"), tr("Publish %n missed post(s) now?", nullptr, static_cast<int>(plans.size())),
                                    QMessageBox::Cancel, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        auto *yes = box->addButton(tr("Publish now"), QMessageBox::AcceptRole);
        connect(yes, &QAbstractButton::clicked, this, [this, plans] { Q_EMIT publishWanted(plans); });
        box->open();
    });
    connect(move_, &QPushButton::clicked, this, [this] {
        const auto plans = open();
        if (!plans.empty())
            Q_EMIT moveWanted(plans.front());
    });
    connect(leave_, &QPushButton::clicked, this, [this] {
        for (const auto id : open())
            left_.insert(id.value);
        refresh();
    });
    connect(&data_, &CalendarData::loadedChanged, this, &MissedBanner::refresh);
    connect(&Theme::of(this), &Theme::changed, this, &MissedBanner::refresh);
    refresh();
}

std::vector<PlanId> MissedBanner::open() const
{
    std::vector<PlanId> ids;
    for (const auto id : data_.missed())
        if (left_.count(id.value) == 0)
            ids.push_back(id);
    return ids;
}

void MissedBanner::setLeft(const std::vector<qlonglong> &ids)
{
    left_ = {ids.begin(), ids.end()};
    refresh();
}

QString MissedBanner::sentence() const
{
    return isHidden() ? QString() : label_->text();
}

void MissedBanner::refresh()
{
    const auto count = static_cast<int>(open().size());
    setVisible(count > 0);
    // Large text: the buttons go below the sentence.
    layout_->setDirection(Theme::of(this).scaled(100) >= kTwoRowsFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    label_->setText(tr("%n post(s) missed their hour while nothing could be sent. Nothing was published: you decide.", nullptr, count));
    publish_->setText(tr("Publish now"));
    move_->setText(tr("Move"));
    leave_->setText(tr("Leave"));
    leave_->setToolTip(tr("They stay in the calendar as missed."));
    setAccessibleName(label_->text());
}

void MissedBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
