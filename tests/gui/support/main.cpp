// SPDX-License-Identifier: GPL-3.0-or-later
// An application that times every event, and Catch.
#define CATCH_CONFIG_RUNNER
#include "gui/support/gui_harness.hpp"

#include <QApplication>
#include <QEvent>

#include <catch2/catch.hpp>

#include <ctime>

namespace {

vigie::gui::Stall worst;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (depth_ > 0)
            return QApplication::notify(receiver, event);
        const std::string whose = std::string(receiver->metaObject()->className()) + " event " + std::to_string(event->type());
        ++depth_;
        const double wall = milliseconds(CLOCK_MONOTONIC), processor = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        const bool result = QApplication::notify(receiver, event);
        const double used = milliseconds(CLOCK_THREAD_CPUTIME_ID) - processor;
        const double asleep = milliseconds(CLOCK_MONOTONIC) - wall - used; // waits, and the turns of other programs
        --depth_;
        if (used > worst.processorMs) {
            worst.processorMs = used;
            worst.whose = whose;
        }
        worst.asleepMs = std::max(worst.asleepMs, asleep);
        return result;
    }

private:
    int depth_ = 0;
};

} // namespace

namespace vigie::gui {

Stall worstStall()
{
    return worst;
}

void resetStall()
{
    worst = {};
}

} // namespace vigie::gui

int main(int argc, char *argv[])
{
    QTemporaryDir home; // nothing of this machine's settings, nothing left behind
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")).toUtf8());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vigie"));
    return Catch::Session().run(argc, argv);
}
