// SPDX-License-Identifier: GPL-3.0-or-later
// The loop: one thread, one curl multi handle. Other threads only put commands in a queue and wake it.
#include <vigie/net/http.hpp>
#include <vigie/net/websocket.hpp>

#include "net/transfer.hpp"

#include <vigie/base/log.hpp>

#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

namespace vigie::net {

namespace {

using TransferPtr = std::unique_ptr<Transfer>;

std::string environment(const char *lower, const char *upper)
{
    for (const char *name : {lower, upper})
        if (const char *value = std::getenv(name); value != nullptr && *value != '\0')
            return value;
    return {};
}

EngineSetup setupFrom(EngineOptions options)
{
    EngineSetup setup;
    setup.options = std::move(options);
    curl_slist *detours = nullptr;
    for (const auto &detour : setup.options.connectTo)
        if (curl_slist *grown = curl_slist_append(detours, detour.c_str()); grown != nullptr)
            detours = grown;
    if (detours != nullptr)
        setup.connectTo = std::shared_ptr<curl_slist>(detours, curl_slist_free_all);
    const std::string all = environment("all_proxy", "ALL_PROXY");
    setup.httpsProxy = environment("https_proxy", "HTTPS_PROXY");
    setup.httpProxy = environment("http_proxy", "http_proxy"); // its upper case could come from a CGI request header
    if (setup.httpsProxy.empty())
        setup.httpsProxy = all;
    if (setup.httpProxy.empty())
        setup.httpProxy = all;
    return setup;
}

/// With CURLOPT_NOSIGNAL set, curl leaves SIGPIPE to the program, and promises only an effort not to cause it (OpenSSL writes to
/// sockets, too): a server that hangs up must never end the program.
class QuietPipe {
public:
    QuietPipe()
    {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~QuietPipe()
    {
        if (sigismember(&before_, SIGPIPE) == 1)
            return;
        const timespec now{};
        while (sigtimedwait(&pipe_, nullptr, &now) == SIGPIPE) {
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    QuietPipe(const QuietPipe &) = delete;
    QuietPipe &operator=(const QuietPipe &) = delete;

private:
    sigset_t pipe_{}, before_{};
};

} // namespace

struct CurlEngine::Impl {
    EngineSetup setup;
    CURLM *multi = nullptr;

    std::mutex mutex;
    std::vector<TransferPtr> incoming;
    std::vector<std::uint64_t> cancelled;
    bool stopping = false;
    std::uint64_t nextId = 1;

    std::map<std::uint64_t, TransferPtr> active; // of the network thread
    std::thread thread;
    std::unique_ptr<WebSocketEngine> sockets; ///< made when the first one is wanted

    explicit Impl(EngineOptions options) : setup(setupFrom(std::move(options)))
    {
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        multi = ready == CURLE_OK ? curl_multi_init() : nullptr;
        if (multi == nullptr)
            std::abort(); // out of memory at the very start
        curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(setup.options.maxConnectionsPerHost));
        curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
        thread = std::thread([this] { run(); });
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        curl_multi_wakeup(multi);
        thread.join();
        const QuietPipe quiet; // open connections are said goodbye to
        curl_multi_cleanup(multi);
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    WebSocketEngine &webSockets()
    {
        const std::lock_guard lock(mutex);
        if (!sockets)
            sockets = std::make_unique<WebSocketEngine>(setup.options);
        return *sockets;
    }

    void submit(TransferPtr transfer)
    {
        {
            const std::lock_guard lock(mutex);
            transfer->id = nextId++;
            incoming.push_back(std::move(transfer));
        }
        curl_multi_wakeup(multi);
    }

    void run()
    {
        pthread_setname_np(pthread_self(), "vigie-net");
        const QuietPipe quiet;
        while (takeCommands()) {
            int running = 0;
            curl_multi_perform(multi, &running);
            finishDone();
            finishLate();
            curl_multi_poll(multi, nullptr, 0, pollTimeout(), nullptr);
        }
        while (!active.empty())
            finish(active.begin()->first, Errc::Cancelled, "the engine stops");
        std::vector<TransferPtr> left;
        {
            const std::lock_guard lock(mutex);
            left.swap(incoming);
        }
        for (const TransferPtr &transfer : left)
            conclude(*transfer, transfer->failed(Errc::Cancelled, "the engine stops"));
    }

    bool takeCommands()
    {
        std::vector<TransferPtr> starting;
        std::vector<std::uint64_t> stops;
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return false;
            starting.swap(incoming);
            stops.swap(cancelled);
        }
        for (TransferPtr &transfer : starting)
            start(std::move(transfer));
        for (const std::uint64_t id : stops)
            finish(id, Errc::Cancelled, "stopped");
        return true;
    }

    void start(TransferPtr transfer)
    {
        if (transfer->stop.stop_requested())
            return conclude(*transfer, transfer->failed(Errc::Cancelled, "stopped"));
        const auto prepared = transfer->prepare(setup);
        if (!prepared)
            return conclude(*transfer, transfer->failed(prepared.error().code, prepared.error().detail));
        const std::uint64_t id = transfer->id;
        Transfer &added = *transfer;
        active.emplace(id, std::move(transfer));
        curl_multi_add_handle(multi, added.easy);
        // Last: a token that is stopped at this moment calls back from inside the constructor.
        added.onStop = std::make_unique<std::stop_callback<std::function<void()>>>(added.stop, [this, id] {
            {
                const std::lock_guard lock(mutex);
                cancelled.push_back(id);
            }
            curl_multi_wakeup(multi);
        });
    }

    void finishDone()
    {
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            void *self = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
            const CURLcode code = message->data.result; // the message goes with the handle
            arrived(*static_cast<Transfer *>(self), code);
        }
    }

    void arrived(Transfer &transfer, CURLcode code)
    {
        curl_multi_remove_handle(multi, transfer.easy);
        if (code == CURLE_OK) {
            const auto again = transfer.nextHop(setup);
            if (!again)
                return end(transfer.id, transfer.failed(again.error().code, again.error().detail));
            if (*again) {
                curl_multi_add_handle(multi, transfer.easy);
                return;
            }
        }
        if (transfer.isStream())
            return end(transfer.id, transfer.streamEnd(code));
        const TransferPtr owned = take(transfer.id);
        owned->answer(owned->answerOf(code));
    }

    void finishLate()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        std::vector<std::uint64_t> late;
        for (const auto &[id, transfer] : active)
            if (transfer->deadline() <= now)
                late.push_back(id);
        for (const std::uint64_t id : late)
            finish(id, Errc::Timeout, "no answer in time");
    }

    int pollTimeout() const
    {
        constexpr std::int64_t kIdle = 600'000; // only a wake-up ends it sooner
        std::int64_t wait = kIdle;
        const SteadyTime now = std::chrono::steady_clock::now();
        for (const auto &[id, transfer] : active) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(transfer->deadline() - now).count();
            wait = std::min<std::int64_t>(wait, left);
        }
        return static_cast<int>(std::clamp<std::int64_t>(wait, 0, kIdle));
    }

    /// Ends an exchange that curl has not ended.
    void finish(std::uint64_t id, Errc code, const char *why)
    {
        const auto found = active.find(id);
        if (found == active.end())
            return; // answered meanwhile
        curl_multi_remove_handle(multi, found->second->easy);
        end(id, found->second->failed(code, why));
    }

    void end(std::uint64_t id, Failure failure)
    {
        const TransferPtr owned = take(id);
        conclude(*owned, std::move(failure));
    }

    TransferPtr take(std::uint64_t id)
    {
        const auto found = active.find(id);
        TransferPtr owned = std::move(found->second);
        active.erase(found);
        return owned;
    }

    static void conclude(Transfer &transfer, Failure failure)
    {
        if (transfer.isStream())
            transfer.close(std::move(failure));
        else
            transfer.answer(tl::unexpected<Failure>(std::move(failure)));
    }
};

CurlEngine::CurlEngine(EngineOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

CurlEngine::~CurlEngine() = default;

void CurlEngine::send(Request request, std::stop_token stop, Executor &reply, std::function<void(Answer)> done)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->request = std::move(request);
    transfer->stop = std::move(stop);
    transfer->reply = &reply;
    transfer->done = std::move(done);
    impl_->submit(std::move(transfer));
}

void CurlEngine::open(Request request, std::stop_token stop, Executor &reply, StreamHandlers handlers)
{
    if (isWebSocketAddress(request.url))
        return impl_->webSockets().open(std::move(request), std::move(stop), reply, std::move(handlers));
    auto transfer = std::make_unique<Transfer>();
    transfer->request = std::move(request);
    transfer->stop = std::move(stop);
    transfer->reply = &reply;
    transfer->handlers = std::make_shared<StreamHandlers>(std::move(handlers));
    impl_->submit(std::move(transfer));
}

} // namespace vigie::net
