// SPDX-License-Identifier: GPL-3.0-or-later
// A field that the page scrolls away under the mouse keeps its value: the wheel changes it only while it has the focus.
// Thread: the window's.
#pragma once

#include <QEvent>
#include <QWidget>

namespace vigie::ui {

class CalmWheel final : public QObject {
public:
    using QObject::QObject;

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *field = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || field == nullptr || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // the page scrolls
        return true;
    }
};

inline void calmWheel(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus); // hovering with a wheel gives no focus
    field->installEventFilter(new CalmWheel(field));
}

} // namespace vigie::ui
