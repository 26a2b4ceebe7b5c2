// SPDX-License-Identifier: GPL-3.0-or-later
// The device flow as a sign-in of the workspace: it waits on a thread of its own, because the person may take a quarter of an
// hour, and ends with the workspace or with the hand that let go of it.
#include "app/device_flow.hpp"
#include "app/workspace_impl.hpp"

#include <condition_variable>
#include <thread>

namespace vigie::app {

namespace {

/// What the waiting thread and the hand that started it share.
struct DeviceWait {
    std::stop_source stop;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::string url;

    bool wait(std::chrono::seconds pause)
    {
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop.get_token(), pause, [] { return false; });
        return !stop.stop_requested();
    }
};

class DeviceSignIn final : public SignIn {
public:
    explicit DeviceSignIn(std::shared_ptr<DeviceWait> wait) : wait_(std::move(wait)) {}
    ~DeviceSignIn() override { wait_->stop.request_stop(); }
    [[nodiscard]] std::string url() const override
    {
        const std::lock_guard guard(wait_->mutex);
        return wait_->url;
    }
    void giveCode(const std::string &) override {} // the code goes the other way

private:
    std::shared_ptr<DeviceWait> wait_;
};

/// Ends with the workspace, whoever still holds the sign-in.
class DeviceThread final : public PendingSignIn {
public:
    DeviceThread(std::shared_ptr<DeviceWait> wait, const std::stop_token &callers) : wait_(std::move(wait)), callers_(callers, [state = wait_] { state->stop.request_stop(); }) {}
    ~DeviceThread() override { abandon(); }
    void run(std::function<void()> work)
    {
        thread_ = std::thread([this, work = std::move(work)] {
            work();
            over = true;
        });
    }
    void abandon() override
    {
        wait_->stop.request_stop();
        if (thread_.joinable())
            thread_.join();
    }
    std::atomic<bool> over{false};

private:
    std::shared_ptr<DeviceWait> wait_;
    std::stop_callback<std::function<void()>> callers_;
    std::thread thread_;
};

} // namespace

/// The account as typed, for the questions that come before it is one.
Result<Account> Workspace::Impl::typedAccount(const AddAccount &wanted)
{
    Account account;
    account.connector = wanted.connector;
    account.settings = wanted.settings;
    account.instance = wanted.instance;
    const auto *connector = catalogue.find(wanted.connector);
    if (connector == nullptr)
        return fail(Errc::InvalidInput, "no such network: " + wanted.connector);
    const auto &fields = connector->describe().fields;
    const bool ownServer = std::any_of(fields.begin(), fields.end(), [](const auto &field) { return field.key == "instance"; });
    if (ownServer && !wanted.instance.empty()) {
        VIGIE_TRY(account.instance, connect::normaliseInstance(wanted.instance, wanted.allowPrivate));
    }
    connect::allowPrivateNetwork(account.settings, wanted.allowPrivate);
    return account;
}

std::shared_ptr<SignIn> Workspace::signInByDevice(AddAccount wanted, std::stop_token stop, Executor &reply, std::function<void(DeviceCode)> show,
                                                  std::function<void(Result<AccountId>)> done)
{
    auto *impl = impl_.get();
    const auto finish = [&reply, done = std::move(done)](Result<AccountId> result) {
        auto shared = std::make_shared<Result<AccountId>>(std::move(result));
        reply.post([done, shared] { done(std::move(*shared)); });
    };
    auto account = impl->typedAccount(wanted);
    if (!account) {
        finish(fail(account.error()));
        return nullptr;
    }
    auto wait = std::make_shared<DeviceWait>();
    auto thread = std::make_shared<DeviceThread>(wait, stop);
    {
        const std::lock_guard guard(impl->mutex);
        std::erase_if(impl->deviceSignIns, [](const auto &one) { return static_cast<const DeviceThread &>(*one).over.load(); });
        impl->deviceSignIns.push_back(thread);
    }
    thread->run([impl, wait, finish, &reply, show = std::move(show), wanted = std::move(wanted), account = std::move(*account)]() mutable {
        const auto token = wait->stop.get_token();
        const DeviceFlowParts parts{*impl->catalogue.find(wanted.connector), account, wanted.typed,
                                    [&](net::Request request) { return impl->exchange(connect::withPermission(std::move(request), account), token); },
                                    [&](std::chrono::seconds pause) { return wait->wait(pause); }, [&] { return impl->clock->now(); }};
        auto credential = signInWithDeviceCode(parts, [&](const DeviceCode &code) {
            {
                const std::lock_guard guard(wait->mutex);
                wait->url = code.verifyUrl;
            }
            reply.post([show, code] { show(code); });
        });
        if (!credential)
            return finish(token.stop_requested() ? Result<AccountId>(fail(Errc::Cancelled, "stopped")) : fail(credential.error()));
        wanted.credential = std::move(*credential);
        finish(impl->add(wanted, token));
    });
    return std::make_shared<DeviceSignIn>(std::move(wait));
}

} // namespace vigie::app
