// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/bridge.hpp"

#include "ui/bridge/text.hpp"

namespace vigie::ui {

namespace {
constexpr int kPublishEveryMs = 100;
constexpr int kStatusEveryMs = 5000;
} // namespace

Bridge::Bridge(QObject *parent) : QObject(parent), executor_(this), worker_(std::make_unique<SerialWorker>("window"))
{
    publishTimer_.setSingleShot(true);
    connect(&publishTimer_, &QTimer::timeout, this, &Bridge::publish);
    statusTimer_.setInterval(kStatusEveryMs);
    connect(&statusTimer_, &QTimer::timeout, this, &Bridge::refreshStatus);
}

Bridge::~Bridge()
{
    close();
    worker_.reset();
}

void Bridge::open(const app::OpenWorkspace &options, bool start)
{
    close();
    options_ = options;
    state_ = State::Opening;
    worker_->post([this, options, start, number = openings_.next()] {
        auto result = std::make_shared<Result<std::unique_ptr<app::Workspace>>>(app::Workspace::open(options));
        executor_.post([this, result, start, number] {
            if (openings_.is(number)) // else another one was asked for meanwhile
                finishOpen(*result, start);
        });
    });
}

void Bridge::finishOpen(Result<std::unique_ptr<app::Workspace>> &result, bool start)
{
    if (!result) {
        state_ = State::Failed;
        openError_ = result.error();
        Q_EMIT openFailed(openError_);
        return;
    }
    workspace_ = std::move(*result);
    state_ = State::Open;
    subscription_ = workspace_->store().subscribe(executor_, [this](const Change &change) { collect(change); });
    if (start && options_.engines)
        workspace_->start();
    Q_EMIT opened();
    auto waiting = std::move(waiting_);
    waiting_.clear();
    for (auto &[context, task] : waiting)
        if (context)
            task();
    refreshStatus();
    statusTimer_.start();
}

void Bridge::close()
{
    statusTimer_.stop();
    publishTimer_.stop();
    for (const auto &stop : std::as_const(stops_))
        stop->request_stop();
    stops_.clear();
    subscription_.cancel();
    const bool was = workspace_ != nullptr;
    openings_.next();
    if (was) // engines end their exchanges first, which may take a moment
        worker_->post([dying = std::make_shared<std::unique_ptr<app::Workspace>>(std::move(workspace_))] { dying->reset(); });
    workspace_.reset();
    status_ = {};
    state_ = State::Idle;
    statusAsked_ = false;
    hasPending_ = false;
    if (was)
        Q_EMIT closed();
}

Instant Bridge::now() const
{
    return workspace_ ? workspace_->clock().now() : SystemClock().now();
}

std::string Bridge::zone() const
{
    return workspace_ ? workspace_->zone() : systemZone();
}

std::string Bridge::person() const
{
    return workspace_ ? workspace_->person() : std::string{};
}

const connect::Catalogue &Bridge::networks() const
{
    static const connect::Catalogue none;
    return workspace_ ? workspace_->catalogue() : none;
}

QString Bridge::networkBadge(const std::string &connector) const
{
    const auto *found = networks().find(connector);
    return found != nullptr ? qs(found->describe().badge) : qs(connector).left(2);
}

QString Bridge::networkName(const std::string &connector) const
{
    const auto *found = networks().find(connector);
    return found != nullptr ? qs(found->describe().name) : qs(connector);
}

std::stop_token Bridge::stopFor(QObject *context)
{
    auto &stop = stops_[context];
    if (!stop) {
        stop = std::make_shared<std::stop_source>();
        connect(context, &QObject::destroyed, this, [this, context, stop = stop] {
            stop->request_stop();
            stops_.remove(context);
        });
    }
    return stop->get_token();
}

void Bridge::whenOpen(QObject *context, std::function<void()> task)
{
    if (state_ == State::Open)
        task();
    else
        waiting_.emplace_back(context, std::move(task));
}

void Bridge::collect(const Change &change)
{
    pending_.merge(change);
    hasPending_ = true;
    if (publishTimer_.isActive())
        return;
    const auto since = sincePublish_.isValid() ? sincePublish_.elapsed() : kPublishEveryMs;
    publishTimer_.start(since >= kPublishEveryMs ? 0 : static_cast<int>(kPublishEveryMs - since));
}

void Bridge::publish()
{
    if (!hasPending_)
        return;
    const Change change = std::move(pending_);
    pending_ = {};
    hasPending_ = false;
    sincePublish_.restart();
    Q_EMIT changed(change);
    if (!change.accounts.empty() || !change.outbounds.empty() || change.coverage || change.settings)
        refreshStatus();
}

void Bridge::refreshStatus()
{
    if (!workspace_ || statusAsked_)
        return;
    statusAsked_ = true;
    workspace_->status(stopFor(this), executor_, guarded<Result<app::Status>>(this, [this](Result<app::Status> status) {
                           statusAsked_ = false;
                           if (!status || !workspace_)
                               return;
                           status_ = std::move(*status);
                           Q_EMIT statusChanged(status_);
                       }));
}

} // namespace vigie::ui
