// SPDX-License-Identifier: GPL-3.0-or-later
// A network that says what the test wrote down, in the order it was written, and remembers what it was asked.
// Thread: safe; answers are posted from the thread that calls send(). Errors: what failWith() was given; a request that
// nobody expected is answered with Errc::Internal and kept in unexpected().
#pragma once

#include <vigie/net/http.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace vigie::test {

using UrlMatcher = std::function<bool(const std::string &)>;

class FakeHttp final : public net::HttpClient {
public:
    struct Step {
        net::Method method = net::Method::Get;
        UrlMatcher matches;
        std::string shown;
        net::Answer answer;
        bool always = false;
    };

    /// Built by expect(); finish it with reply() or failWith().
    class Expectation {
    public:
        explicit Expectation(Step &step) : step_(step) {}
        Expectation &reply(int status, std::vector<net::Header> headers, std::string body)
        {
            net::Response response;
            response.status = status;
            response.headers = std::move(headers);
            response.body = std::move(body);
            step_.answer = std::move(response);
            return *this;
        }
        Expectation &json(int status, std::string body)
        {
            return reply(status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(body));
        }
        Expectation &failWith(Errc code, net::Sent sent, std::string detail = "as the test says")
        {
            step_.answer = tl::unexpected<net::Failure>(
                net::Failure{Error{code, std::move(detail), 0, std::nullopt, std::nullopt}, sent});
            return *this;
        }
        /// May be asked any number of times, zero included.
        Expectation &always()
        {
            step_.always = true;
            return *this;
        }

    private:
        Step &step_;
    };

    /// Any URL that contains `part`.
    Expectation expect(net::Method method, std::string part)
    {
        UrlMatcher matcher = [part](const std::string &url) { return url.find(part) != std::string::npos; };
        return add(method, std::move(matcher), std::move(part));
    }
    Expectation expect(net::Method method, UrlMatcher matcher) { return add(method, std::move(matcher), "(matcher)"); }
    Expectation expectExactly(net::Method method, std::string whole)
    {
        UrlMatcher matcher = [whole](const std::string &url) { return url == whole; };
        return add(method, std::move(matcher), std::move(whole));
    }

    void send(net::Request request, std::stop_token stop, Executor &reply,
              std::function<void(net::Answer)> done) override
    {
        net::Answer answer = stop.stop_requested() ? failure(Errc::Cancelled, "stopped") : take(request);
        const auto shared = std::make_shared<net::Answer>(std::move(answer));
        reply.post([shared, done = std::move(done)] { done(std::move(*shared)); });
    }

    /// Every request that was sent, in order.
    [[nodiscard]] std::vector<net::Request> requests() const
    {
        const std::lock_guard lock(mutex_);
        return requests_;
    }
    [[nodiscard]] std::size_t count() const
    {
        const std::lock_guard lock(mutex_);
        return requests_.size();
    }
    /// True when every expectation was used and nothing unexpected was asked.
    [[nodiscard]] bool nothingElse() const { return left().empty() && unexpected().empty(); }
    /// What was expected and never asked; for INFO() in a test.
    [[nodiscard]] std::vector<std::string> left() const
    {
        const std::lock_guard lock(mutex_);
        std::vector<std::string> names;
        for (const auto &step : steps_)
            if (!step->always)
                names.push_back(std::string(net::methodName(step->method)) + ' ' + step->shown);
        return names;
    }
    [[nodiscard]] std::vector<std::string> unexpected() const
    {
        const std::lock_guard lock(mutex_);
        return unexpected_;
    }

private:
    static net::Answer failure(Errc code, std::string detail)
    {
        return tl::unexpected<net::Failure>(
            net::Failure{Error{code, std::move(detail), 0, std::nullopt, std::nullopt}, net::Sent::Nothing});
    }
    Expectation add(net::Method method, UrlMatcher matcher, std::string shown)
    {
        auto step = std::make_unique<Step>();
        step->method = method;
        step->matches = std::move(matcher);
        step->shown = std::move(shown);
        step->answer = failure(Errc::Internal, "the test gave no answer to " + step->shown);
        const std::lock_guard lock(mutex_);
        steps_.push_back(std::move(step));
        return Expectation(*steps_.back());
    }
    net::Answer take(const net::Request &request)
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
        for (auto it = steps_.begin(); it != steps_.end(); ++it) {
            Step &step = **it;
            if (step.method != request.method || !step.matches(request.url))
                continue;
            net::Answer answer = step.answer;
            if (!step.always)
                steps_.erase(it);
            if (answer && answer->finalUrl.empty())
                answer->finalUrl = request.url;
            return answer;
        }
        unexpected_.push_back(std::string(net::methodName(request.method)) + ' ' + request.url);
        return failure(Errc::Internal, "nobody expected " + unexpected_.back());
    }

    mutable std::mutex mutex_;
    std::deque<std::unique_ptr<Step>> steps_;
    std::vector<net::Request> requests_;
    std::vector<std::string> unexpected_;
};

} // namespace vigie::test
