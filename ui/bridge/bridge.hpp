// SPDX-License-Identifier: GPL-3.0-or-later
// The one way from widgets to the workspace. Owns it, opens it on a worker, and brings every answer to the window's
// thread, unless the object that asked is gone. Reads and writes asked before the workspace is open wait for it.
// Thread: the window's. Errors: whatever the job returns; Cancelled when the asker died or the workspace never opened.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/bridge/qt_executor.hpp"

#include <vigie/app/workspace.hpp>

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace vigie::ui {

class Bridge final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Opening, Open, Failed };

    explicit Bridge(QObject *parent = nullptr);
    ~Bridge() override;

    /// Opens on a worker; ends with opened() or openFailed(). `start`: engines run by themselves afterwards.
    void open(const app::OpenWorkspace &options, bool start = true);
    /// Stops the engines and lets go of the workspace, on the worker; what was committed stays.
    void close();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const Error &openError() const { return openError_; }
    [[nodiscard]] const app::OpenWorkspace &options() const { return options_; }
    /// Null until opened(). For the calls of Workspace that answer on an executor: give stopFor(this), executor() and
    /// guarded(this, ...).
    [[nodiscard]] app::Workspace *workspace() const { return workspace_.get(); }
    [[nodiscard]] Executor &executor() { return executor_; }
    /// Now by the workspace's clock (the practice clock may run faster).
    [[nodiscard]] Instant now() const;
    [[nodiscard]] std::string zone() const;
    [[nodiscard]] std::string person() const;
    [[nodiscard]] const app::Status &status() const { return status_; }
    /// Those of the open workspace, with what the person described; none while none is open. Jobs of the store may hold on to it.
    [[nodiscard]] const connect::Catalogue &networks() const;
    /// Two letters of a network for its badge; the name of a network.
    [[nodiscard]] QString networkBadge(const std::string &connector) const;
    [[nodiscard]] QString networkName(const std::string &connector) const;

    /// A token that stops when `context` is destroyed (or the bridge closes).
    [[nodiscard]] std::stop_token stopFor(QObject *context);
    /// Runs `task` once the workspace is open, if `context` still lives then.
    void whenOpen(QObject *context, std::function<void()> task);
    /// `done`, to be called on the window's thread, and not at all when `context` is gone.
    template <class Argument>
    [[nodiscard]] std::function<void(Argument)> guarded(QObject *context, std::function<void(Argument)> done) const
    {
        return [guard = QPointer<QObject>(context), done = std::move(done)](Argument argument) {
            if (guard)
                done(std::forward<Argument>(argument));
        };
    }

    template <class T>
    void read(QObject *context, std::function<Result<T>(store::Tx &)> job, std::function<void(Result<T>)> done)
    {
        whenOpen(context, [this, guard = QPointer<QObject>(context), job = std::move(job), done = std::move(done)]() mutable {
            workspace_->store().read<T>(std::move(job), stopFor(guard), executor_, guarded<Result<T>>(guard, std::move(done)));
        });
    }
    /// Committed (on the disk, when Full) before the answer.
    template <class T>
    void write(QObject *context, std::function<Result<T>(store::Tx &)> job, std::function<void(Result<T>)> done,
               store::Durability durability = store::Durability::Full)
    {
        whenOpen(context, [this, guard = QPointer<QObject>(context), job = std::move(job), done = std::move(done), durability]() mutable {
            // A write that was asked for is carried out even if the panel closes meanwhile: no stop token.
            workspace_->store().write<T>(std::move(job), {}, executor_, guarded<Result<T>>(guard, std::move(done)), durability);
        });
    }
    /// Work that is neither the store's nor an engine's (reading a file for a preview, opening the keyring).
    template <class T>
    void work(QObject *context, std::function<Result<T>()> job, std::function<void(Result<T>)> done)
    {
        worker_->post([this, job = std::move(job), done = guarded<Result<T>>(context, std::move(done))] {
            auto answer = std::make_shared<Result<T>>(job());
            executor_.post([answer, done] { done(std::move(*answer)); });
        });
    }
    /// Asks for the status now instead of at the next beat.
    void refreshStatus();

Q_SIGNALS:
    void opened();
    void openFailed(const vigie::Error &error);
    void closed();
    /// Everything committed since the last one, merged; at most ten a second.
    void changed(const vigie::Change &change);
    void statusChanged(const vigie::app::Status &status);

private:
    void finishOpen(Result<std::unique_ptr<app::Workspace>> &result, bool start);
    void collect(const Change &change);
    void publish();

    QtExecutor executor_;
    State state_ = State::Idle;
    Generation openings_;
    Error openError_;
    app::OpenWorkspace options_;
    app::Status status_;
    bool statusAsked_ = false;
    Change pending_;
    bool hasPending_ = false;
    QElapsedTimer sincePublish_;
    QTimer publishTimer_, statusTimer_;
    QHash<QObject *, std::shared_ptr<std::stop_source>> stops_;
    std::vector<std::pair<QPointer<QObject>, std::function<void()>>> waiting_;
    std::unique_ptr<app::Workspace> workspace_;
    store::Subscription subscription_;
    std::unique_ptr<SerialWorker> worker_; // last: its thread ends before the members it posts to
};

} // namespace vigie::ui
