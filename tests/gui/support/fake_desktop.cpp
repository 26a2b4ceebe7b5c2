// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/fake_desktop.hpp"

namespace vigie::gui {

PrivateBus::PrivateBus()
{
    daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    waitFor([this] { return daemon.canReadLine() || daemon.state() == QProcess::NotRunning; });
    address = QString::fromUtf8(daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    daemon.terminate();
    waitFor([this] { return daemon.state() == QProcess::NotRunning; });
}

} // namespace vigie::gui
