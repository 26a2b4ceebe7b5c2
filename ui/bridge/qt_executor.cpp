// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/qt_executor.hpp"

namespace vigie::ui {

QtExecutor::QtExecutor(QObject *context) : target_(std::make_shared<Target>())
{
    target_->context = context;
    ended_ = QObject::connect(
        context, &QObject::destroyed, context,
        [target = target_] {
            const std::lock_guard lock(target->mutex);
            target->context = nullptr;
        },
        Qt::DirectConnection);
}

QtExecutor::~QtExecutor()
{
    QObject::disconnect(ended_);
}

void QtExecutor::post(Task task)
{
    const std::lock_guard lock(target_->mutex);
    if (target_->context != nullptr)
        QMetaObject::invokeMethod(target_->context, std::move(task), Qt::QueuedConnection);
}

} // namespace vigie::ui
