// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/notice_place.hpp"

#include "ui/alerts/desktop_bus.hpp"

#include <QEvent>
#include <QPointer>

namespace vigie::ui {

NoticePlace::NoticePlace(QWidget *parent) : NoticePlace(new DesktopBus, parent) {}

NoticePlace::NoticePlace(DesktopBus *bus, QWidget *parent) : QLabel(parent), bus_(bus)
{
    bus_->setParent(this);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    retranslate();
}

void NoticePlace::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    ask();
}

void NoticePlace::ask()
{
    bus_->askServer([guard = QPointer<NoticePlace>(this)](const QString &server) {
        if (!guard)
            return;
        guard->asked_ = true;
        guard->server_ = server;
        guard->retranslate();
    });
}

void NoticePlace::retranslate()
{
    if (!asked_)
        setText(tr("The desktop is being asked whether it shows notices."));
    else if (server_.isEmpty())
        setText(tr("In this window only: the desktop has no notification service (org.freedesktop.Notifications)."));
    else
        setText(tr("On the desktop, by %1.", "name of a program").arg(server_));
    setAccessibleName(tr("Notices of alerts appear: %1").arg(text()));
}

void NoticePlace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLabel::changeEvent(event);
}

} // namespace vigie::ui
