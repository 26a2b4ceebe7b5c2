// SPDX-License-Identifier: GPL-3.0-or-later
// Says where notices of alerts appear: on the desktop, or in this window only where the desktop shows none.
// Thread: the window's; the desktop is asked whenever the words come into sight.
#pragma once

#include <QLabel>

namespace vigie::ui {

class DesktopBus;

class NoticePlace final : public QLabel {
    Q_OBJECT
public:
    explicit NoticePlace(QWidget *parent = nullptr);
    /// Takes `bus` as its child.
    NoticePlace(DesktopBus *bus, QWidget *parent);

private:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void ask();
    void retranslate();

    DesktopBus *bus_;
    bool asked_ = false;
    QString server_;
};

} // namespace vigie::ui
