// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/calm_wheel.hpp"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace vigie::ui {

bool CalmWheel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *field = qobject_cast<QWidget *>(watched);
        if ((qobject_cast<QAbstractSpinBox *>(watched) != nullptr || qobject_cast<QComboBox *>(watched) != nullptr) && field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (event->type() != QEvent::Wheel)
        return false;
    const auto *field = qobject_cast<QWidget *>(watched);
    if ((qobject_cast<QAbstractSpinBox *>(watched) == nullptr && qobject_cast<QComboBox *>(watched) == nullptr) || field->hasFocus())
        return false;
    event->ignore(); // not taken: the page behind it scrolls
    return true;
}

} // namespace vigie::ui
