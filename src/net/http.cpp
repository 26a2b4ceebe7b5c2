// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/http.hpp>

#include "net/ascii.hpp"

#include <condition_variable>
#include <mutex>

namespace vigie::net {

const char *methodName(Method method) noexcept
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    }
    return "GET";
}

std::string_view Response::header(std::string_view name) const
{
    for (const Header &header : headers)
        if (equalsIgnoreCase(header.name, name))
            return header.value;
    return {};
}

std::vector<std::string_view> Response::allHeaders(std::string_view name) const
{
    std::vector<std::string_view> found;
    for (const Header &header : headers)
        if (equalsIgnoreCase(header.name, name))
            found.emplace_back(header.value);
    return found;
}

Answer HttpClient::sendAndWait(Request request, std::stop_token stop)
{
    struct Box {
        std::mutex mutex;
        std::condition_variable arrived;
        std::optional<Answer> answer;
    };
    // Shared with the callback: it may still be leaving notify_all() when this function has returned.
    const auto box = std::make_shared<Box>();
    InlineExecutor here;
    send(std::move(request), std::move(stop), here, [box](Answer answer) {
        const std::lock_guard lock(box->mutex);
        box->answer.emplace(std::move(answer));
        box->arrived.notify_all();
    });
    std::unique_lock lock(box->mutex);
    box->arrived.wait(lock, [&box] { return box->answer.has_value(); });
    return std::move(*box->answer);
}

} // namespace vigie::net
