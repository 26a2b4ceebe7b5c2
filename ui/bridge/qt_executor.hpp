// SPDX-License-Identifier: GPL-3.0-or-later
// Runs tasks on the thread of a QObject, queued; tasks posted after that object died are dropped.
// Thread: post() from any thread. Errors: none.
#pragma once

#include <vigie/base/executor.hpp>

#include <QObject>

#include <memory>
#include <mutex>

namespace vigie::ui {

class QtExecutor final : public Executor {
public:
    explicit QtExecutor(QObject *context);
    ~QtExecutor() override;
    void post(Task task) override;

private:
    struct Target {
        std::mutex mutex; // held while posting: the object cannot end in between
        QObject *context = nullptr;
    };
    std::shared_ptr<Target> target_;
    QMetaObject::Connection ended_;
};

} // namespace vigie::ui
