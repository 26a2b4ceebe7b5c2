// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolling a page changes none of its fields: numbers, dates, hours and choices take the wheel only while they have the focus,
// and hovering gives them none. Installed once, on the application.
// Thread: the window's.
#pragma once

#include <QObject>

namespace vigie::ui {

class CalmWheel final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace vigie::ui
