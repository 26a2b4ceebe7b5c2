// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/wire.hpp"

#include "practice/faults.hpp"
#include "practice/wire_stream.hpp"

#include <vigie/base/log.hpp>

#include <sys/socket.h>
#include <unistd.h>

namespace vigie::practice {

namespace {

constexpr std::chrono::milliseconds kIdle{30'000};
constexpr std::chrono::seconds kThump{15};
constexpr std::size_t kThreads = 64; // one per open connection; a stream keeps its own
constexpr const char *kFaultHeader = "X-Practice-Fault";
constexpr const char *kWaitHeader = "X-Practice-Wait";

void flatten(const std::string &prefix, const Json &value, net::QueryPairs &out)
{
    if (value.is_object()) {
        for (const auto &[key, inner] : value.items())
            flatten(prefix.empty() ? key : prefix + '[' + key + ']', inner, out);
    } else if (value.is_array()) {
        for (const Json &inner : value)
            flatten(prefix + "[]", inner, out);
    } else if (value.is_string()) {
        out.emplace_back(prefix, value.get<std::string>());
    } else if (!value.is_null()) {
        out.emplace_back(prefix, value.dump());
    }
}

Call callOf(const httplib::Request &request)
{
    Call call;
    call.method = request.method;
    call.body = request.body;
    call.contentType = request.get_header_value("Content-Type");
    call.userAgent = request.get_header_value("User-Agent");
    call.idempotencyKey = request.get_header_value("Idempotency-Key");
    const std::string authorization = request.get_header_value("Authorization");
    if (authorization.rfind("Bearer ", 0) == 0)
        call.bearer = authorization.substr(7);
    const std::size_t mark = request.target.find('?');
    call.path = request.target.substr(0, mark);
    if (mark != std::string::npos)
        call.query = request.target.substr(mark + 1);
    call.params = net::parseQuery(call.query);
    if (call.contentType.rfind("application/x-www-form-urlencoded", 0) == 0) {
        const net::QueryPairs form = net::parseQuery(call.body);
        call.params.insert(call.params.end(), form.begin(), form.end());
    } else if (call.contentType.rfind("application/json", 0) == 0) {
        const Json body = Json::parse(call.body, nullptr, false);
        if (body.is_object())
            flatten("", body, call.params);
    }
    for (const auto &[name, file] : request.files) {
        if (file.filename.empty())
            call.params.emplace_back(name, file.content);
        else
            call.files.push_back({name, file.filename, file.content_type, file.content});
    }
    // Mastodon's streaming server also takes the token from the query.
    if (call.bearer.empty() && call.path.rfind("/api/v1/streaming", 0) == 0)
        call.bearer = call.param("access_token");
    return call;
}

} // namespace

class Wire::Http final : public httplib::Server {
public:
    Http(FaultPlan &faults, StreamHub &hub, Wire::Handler handler) : faults_(faults), hub_(hub), handler_(std::move(handler))
    {
        new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
        set_payload_max_length(64U << 20);
        set_keep_alive_max_count(1000);
        set_keep_alive_timeout(kIdle.count() / 1000);
        set_tcp_nodelay(true);
        const auto answer = [this](const httplib::Request &request, httplib::Response &response) { serve(request, response); };
        Get(".*", answer).Post(".*", answer).Put(".*", answer).Patch(".*", answer).Delete(".*", answer);
        set_exception_handler([](const httplib::Request &, httplib::Response &response, const std::exception_ptr &) {
            response.status = 500;
            response.set_content("{\"error\":\"This is not your fault\"}", "application/json");
        });
    }

    std::atomic<bool> stopping{false};
    std::atomic<std::int64_t> count{0};

private:
    bool process_and_close_socket(socket_t socket) override
    {
        WireStream stream(socket, stopping);
        bool closed = false;
        while (!closed && !stopping) {
            std::string line;
            if (!stream.peekRequestLine(kIdle, &line))
                break;
            ++count;
            const std::size_t space = line.find(' ');
            const std::string method = line.substr(0, space);
            const std::string target = space == std::string::npos ? "" : line.substr(space + 1, line.find_first_of(" ?", space + 1) - space - 1);
            std::chrono::milliseconds wait{0};
            const Fault fault = faults_.take(method, target, &wait);
            if (fault == Fault::CutBeforeRequest || !exchange(stream, fault, wait, &closed))
                break;
        }
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        return true;
    }

    bool exchange(WireStream &stream, Fault fault, std::chrono::milliseconds wait, bool *closed)
    {
        stream.hold = cutsConnection(fault);
        const bool ok = process_request(stream, cutsConnection(fault) && fault != Fault::CutAfterRequest, *closed,
                                        [&](httplib::Request &request) {
                                            // Nothing a client sends may look like our own mark; and plain bytes are
                                            // what the faults know how to cut.
                                            request.headers.erase(kFaultHeader);
                                            request.headers.erase(kWaitHeader);
                                            request.headers.erase("Accept-Encoding");
                                            request.headers.emplace(kFaultHeader, std::to_string(static_cast<int>(fault)));
                                            request.headers.emplace(kWaitHeader, std::to_string(wait.count()));
                                        });
        if (!stream.hold)
            return ok;
        if (fault == Fault::HugeBody)
            sendHuge(stream);
        else
            stream.send(spoilBytes(fault, stream.held));
        return false;
    }

    static void sendHuge(WireStream &stream)
    {
        std::string chunk;
        while (chunk.size() < 1U << 16)
            chunk += R"({"id":"1","content":"<p>again</p>","media_attachments":[{"meta":{"a":[)";
        if (!stream.send("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
                         + std::to_string(kHugeBody) + "\r\n\r\n["))
            return;
        for (std::size_t sent = 1; sent < kHugeBody;) {
            const std::size_t n = std::min(chunk.size(), kHugeBody - sent);
            if (!stream.send(std::string_view(chunk).substr(0, n)))
                return;
            sent += n;
        }
    }

    void serve(const httplib::Request &request, httplib::Response &response)
    {
        const auto fault = static_cast<Fault>(std::atoi(request.get_header_value(kFaultHeader).c_str()));
        const std::chrono::milliseconds wait(std::atoll(request.get_header_value(kWaitHeader).c_str()));
        Call call = callOf(request);
        Reply reply = handler_(call, fault, wait);
        if (fault == Fault::Delay)
            for (auto left = wait; left.count() > 0 && !stopping; left -= std::chrono::milliseconds(10))
                std::this_thread::sleep_for(std::min(left, std::chrono::milliseconds(10)));
        response.status = reply.status;
        for (const net::Header &header : reply.headers)
            response.set_header(header.name, header.value);
        if (reply.channel.empty())
            response.set_content(reply.body, reply.type);
        else
            stream(reply, response);
    }

    void stream(const Reply &reply, httplib::Response &response)
    {
        const StreamHub::Handle listener = hub_.open(reply.channel);
        const auto thumped = std::make_shared<std::chrono::steady_clock::time_point>(std::chrono::steady_clock::now());
        response.set_chunked_content_provider(
            reply.type,
            [this, listener, thumped, first = true](std::size_t, httplib::DataSink &sink) mutable {
                if (std::exchange(first, false))
                    return sink.write(":)\n", 3);
                bool ended = false;
                std::string bytes = hub_.take(listener, std::chrono::milliseconds(200), &ended);
                if (std::chrono::steady_clock::now() - *thumped >= kThump) {
                    *thumped = std::chrono::steady_clock::now();
                    bytes += ":thump\n";
                }
                if (!bytes.empty() && !sink.write(bytes.data(), bytes.size()))
                    return false;
                if (ended || stopping) {
                    sink.done();
                    return true;
                }
                return sink.is_writable();
            },
            [this, listener](bool) { hub_.close(listener); });
    }

    FaultPlan &faults_;
    StreamHub &hub_;
    Wire::Handler handler_;
};

Wire::Wire(FaultPlan &faults, StreamHub &hub, Handler handler)
    : http_(std::make_unique<Http>(faults, hub, std::move(handler)))
{
}

Wire::~Wire() { stop(); }

Result<int> Wire::listen(int port)
{
    int bound = port;
    if (port == 0)
        bound = http_->bind_to_any_port("127.0.0.1");
    else if (!http_->bind_to_port("127.0.0.1", port))
        bound = -1;
    if (bound <= 0)
        return fail(Errc::Network, "port " + std::to_string(port) + " of 127.0.0.1 cannot be used");
    thread_ = std::thread([this] { http_->listen_after_bind(); });
    return bound;
}

void Wire::stop()
{
    http_->stopping = true;
    if (!thread_.joinable())
        return;
    // stop() does nothing before the listening thread is there.
    for (int i = 0; i < 2000 && !http_->is_running(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    http_->stop();
    thread_.join();
}

std::int64_t Wire::requestCount() const { return http_->count; }

} // namespace vigie::practice
