// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/no_browser.hpp"

#include <QDesktopServices>

namespace vigie::gui {

NoBrowser::NoBrowser()
{
    for (const auto *scheme : {"http", "https"})
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "take");
}

NoBrowser::~NoBrowser()
{
    for (const auto *scheme : {"http", "https"})
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

} // namespace vigie::gui
