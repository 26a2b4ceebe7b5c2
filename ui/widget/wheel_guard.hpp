// SPDX-License-Identifier: GPL-3.0-or-later
// Fields in a form that is scrolled: the wheel scrolls the form and never changes what happens to lie under the pointer.
// Thread: the window's.
#pragma once

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QWidget>

namespace vigie::ui {

class WheelGuard final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return QObject::eventFilter(watched, event);
        event->ignore(); // for who stands around the field
        return true;
    }
};

/// Of all the lists to choose from, numbers, dates and hours in `form`.
inline void guardFromWheel(QWidget *form)
{
    auto *guard = new WheelGuard(form);
    const auto keep = [guard](QWidget *field) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(guard);
    };
    for (auto *box : form->findChildren<QComboBox *>())
        keep(box);
    for (auto *box : form->findChildren<QAbstractSpinBox *>())
        keep(box);
}

} // namespace vigie::ui
