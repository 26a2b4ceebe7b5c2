// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps pages from being opened in a browser while it lives, and remembers the last one.
#pragma once

#include <QObject>
#include <QUrl>

namespace vigie::gui {

class NoBrowser final : public QObject {
    Q_OBJECT
public:
    NoBrowser();
    ~NoBrowser() override;
    QUrl last;

public Q_SLOTS:
    void take(const QUrl &url) { last = url; }
};

} // namespace vigie::gui
