// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/quiet_trim.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QThreadPool>

#include <malloc.h>
#include <unistd.h>

namespace vigie::ui {

namespace {

constexpr int kLookMs = 4000;
constexpr qint64 kQuietMs = 3000;
constexpr qint64 kWorthIt = 16LL * 1024 * 1024;

/// Bytes that are the process's own: resident and of no file.
qint64 ownBytes()
{
    QFile file(QStringLiteral("/proc/self/statm")); // pages: size, resident, shared, ...
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readAll().split(' ');
    return fields.size() < 3 ? 0 : (fields[1].toLongLong() - fields[2].toLongLong()) * ::sysconf(_SC_PAGESIZE);
}

} // namespace

QuietTrim::QuietTrim(QObject *parent) : QObject(parent), rest_(std::make_shared<std::atomic<qint64>>(0))
{
    sinceInput_.start();
    timer_.setTimerType(Qt::VeryCoarseTimer);
    connect(&timer_, &QTimer::timeout, this, &QuietTrim::look);
    timer_.start(kLookMs);
    QCoreApplication::instance()->installEventFilter(this);
}

void QuietTrim::look()
{
#ifdef __GLIBC__ // other libraries give back by themselves
    if (sinceInput_.elapsed() < kQuietMs || ownBytes() < *rest_ + kWorthIt)
        return;
    QThreadPool::globalInstance()->start([rest = rest_] {
        ::malloc_trim(0);
        *rest = ownBytes();
    });
#endif
}

bool QuietTrim::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel)
        sinceInput_.restart();
    return QObject::eventFilter(watched, event);
}

} // namespace vigie::ui
