// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/promise_bar.hpp"

#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QKeySequence>

namespace vigie::ui {

PromiseBar::PromiseBar(QWidget *parent)
    : QFrame(parent), chip_(roleLabel(QStringLiteral("chipaccent"), {}, this)), yes_(roleButton(QStringLiteral("link"), this)), no_(roleButton(QStringLiteral("link"), this))
{
    auto *row = new FlowLayout(this, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto *widget : {static_cast<QWidget *>(chip_), static_cast<QWidget *>(yes_), static_cast<QWidget *>(no_)})
        row->addWidget(widget);
    connect(yes_, &QPushButton::clicked, this, &PromiseBar::confirmed);
    connect(no_, &QPushButton::clicked, this, &PromiseBar::refused);
    retranslate();
}

void PromiseBar::setPromise(const QString &when, bool confirmed)
{
    when_ = when;
    confirmed_ = confirmed;
    retranslate();
}

QString PromiseBar::text() const
{
    return isHidden() ? QString() : chip_->text();
}

void PromiseBar::retranslate()
{
    chip_->setText(confirmed_ ? tr("promise: %1, noted when it is sent", "a time").arg(when_) : tr("promise: %1?", "a time").arg(when_));
    yes_->setText(tr("Note it  %1", "a key").arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I).toString(QKeySequence::NativeText)));
    yes_->setAccessibleName(tr("Note the promise with the answer"));
    yes_->setVisible(!confirmed_);
    no_->setText(confirmed_ ? tr("Do not note it") : tr("It is none", "of what looks like a promise"));
    no_->setAccessibleName(confirmed_ ? tr("Do not note the promise") : tr("It is no promise"));
    setAccessibleName(chip_->text());
    setVisible(!when_.isEmpty());
}

void PromiseBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
