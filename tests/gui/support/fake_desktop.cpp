// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/fake_desktop.hpp"

#include <QFile>

namespace vigie::gui {

PrivateBus::PrivateBus()
{
    // Without the services of this machine: nobody is to be started by a call.
    QFile config(folder.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write("<busconfig><type>session</type><listen>unix:dir=" + QFile::encodeName(folder.path())
                 + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    waitFor([this] { return daemon.canReadLine() || daemon.state() == QProcess::NotRunning; });
    address = QString::fromUtf8(daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    daemon.terminate();
    waitFor([this] { return daemon.state() == QProcess::NotRunning; });
}

} // namespace vigie::gui
