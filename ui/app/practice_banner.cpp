// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/practice_banner.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>

namespace vigie::ui {

PracticeBanner::PracticeBanner(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), words_(new ElidedLabel(this)), speedLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      speeds_(new QButtonGroup(this)), own_(roleButton(QStringLiteral("link"), this))
{
    setProperty("role", "banner");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, kGrid, 14, kGrid);
    layout->setSpacing(kGap);
    layout->addWidget(words_, 1);
    layout->addWidget(speedLabel_);
    for (const int factor : {1, 10, 100}) {
        auto *button = roleButton(QStringLiteral("chip"), this);
        button->setCheckable(true);
        button->setText(QString::fromUtf8("\xC3\x97%1").arg(factor));
        speeds_->addButton(button, factor);
        layout->addWidget(button);
    }
    layout->addWidget(own_);
    connect(speeds_, &QButtonGroup::idClicked, this, [this](int factor) {
        if (auto *workspace = bridge_.workspace())
            workspace->setPracticeSpeed(factor);
    });
    connect(own_, &QPushButton::clicked, this, &PracticeBanner::ownAccountsPressed);
    connect(&bridge_, &Bridge::opened, this, &PracticeBanner::refresh);
    connect(&bridge_, &Bridge::closed, this, &PracticeBanner::refresh);
    retranslate();
    refresh();
}

void PracticeBanner::refresh()
{
    auto *workspace = bridge_.workspace();
    setVisible(workspace != nullptr && workspace->isPractice());
    if (workspace != nullptr)
        if (auto *button = speeds_->button(workspace->practiceSpeed()))
            button->setChecked(true);
    for (auto *button : speeds_->buttons())
        button->setEnabled(workspace != nullptr && workspace->practiceServer() != nullptr);
}

void PracticeBanner::retranslate()
{
    words_->setText(tr("This is practice: an invented brand and invented people. Nothing leaves this computer."));
    speedLabel_->setText(tr("Time runs"));
    for (auto *button : speeds_->buttons())
        button->setAccessibleName(tr("Practice time runs %1 times as fast").arg(format::number(speeds_->id(button))));
    own_->setText(tr("Connect your own accounts"));
    own_->setAccessibleName(own_->text());
}

void PracticeBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
