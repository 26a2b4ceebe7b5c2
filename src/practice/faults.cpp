// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faults.hpp"

#include <fmt/format.h>

#include <array>

namespace vigie::practice {

std::string httpDate(Instant t)
{
    static constexpr std::array<const char *, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::year_month_day ymd{date};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(t - date).count();
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday{date}.c_encoding()],
                       static_cast<unsigned>(ymd.day()), kMonths[static_cast<unsigned>(ymd.month()) - 1],
                       static_cast<int>(ymd.year()), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

namespace {

Reply tooMany(std::vector<net::Header> headers)
{
    Reply reply = problem(429, "Too many requests");
    reply.headers = std::move(headers);
    return reply;
}

Reply rateReply(Fault fault, Instant now, std::chrono::seconds wait)
{
    const Instant reset = now + wait;
    std::vector<net::Header> headers = {{"X-RateLimit-Limit", "300"}, {"X-RateLimit-Remaining", "0"}};
    switch (fault) {
    case Fault::RateIso:
        headers.push_back({"X-RateLimit-Reset", isoMillis(reset).substr(0, 23) + "000Z"});
        return tooMany(std::move(headers));
    case Fault::RateEpoch:
        headers.push_back({"X-RateLimit-Reset", std::to_string((toMicros(reset) + 999'999) / 1'000'000)});
        return tooMany(std::move(headers));
    case Fault::RateDelta: return tooMany({{"Retry-After", std::to_string(wait.count())}});
    case Fault::RateHttpDate: return tooMany({{"Retry-After", httpDate(reset)}});
    default: return tooMany({});
    }
}

void twice(Json &list, bool shuffle)
{
    if (!list.is_array())
        return;
    Json out = Json::array();
    if (shuffle) {
        // Odd places first, each half backwards: never the order it had.
        for (const std::size_t start : {std::size_t{1}, std::size_t{0}})
            for (std::size_t i = list.size(); i-- > 0;)
                if (i % 2 == start)
                    out.push_back(list[i]);
        if (out == list && list.size() == 2)
            std::swap(out[0], out[1]);
    } else {
        for (const Json &entry : list) {
            out.push_back(entry);
            out.push_back(entry);
        }
    }
    list = std::move(out);
}

} // namespace

bool refusal(Fault fault, Instant now, std::chrono::milliseconds wait, Reply *reply)
{
    const auto seconds = std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(
                                                               wait.count() > 0 ? wait : std::chrono::milliseconds(30'000)));
    switch (fault) {
    case Fault::ServerError:
        *reply = problem(500, "");
        reply->type = "text/plain";
        reply->body.clear();
        return true;
    case Fault::Unavailable:
        *reply = problem(503, "There was a temporary problem serving your request, please try again");
        return true;
    case Fault::Unprocessable: *reply = problem(422, "Validation failed: Text breaks a rule of this server"); return true;
    case Fault::Unauthorized: *reply = problem(401, "The access token is invalid"); return true;
    case Fault::RateIso:
    case Fault::RateEpoch:
    case Fault::RateDelta:
    case Fault::RateHttpDate:
    case Fault::RateSilent: *reply = rateReply(fault, now, seconds); return true;
    case Fault::Garbage:
        *reply = Reply{};
        reply->body = "{\"id\": <<<<<<< HEAD\n\x01\xFF not JSON at all ]]";
        return true;
    case Fault::HugeBody: *reply = Reply{}; return true;
    default: return false;
    }
}

void spoil(Fault fault, Instant, Reply &reply)
{
    if (fault == Fault::ErrorAfterSuccess) {
        reply = Reply{};
        reply.status = 504;
        reply.type = "text/html";
        reply.body = "<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out"
                     "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
        return;
    }
    if (fault != Fault::Duplicate && fault != Fault::Reorder)
        return;
    Json body = Json::parse(reply.body, nullptr, false);
    if (body.is_discarded())
        return;
    if (body.is_object()) {
        for (auto &[key, value] : body.items())
            if (key == "statuses" || key == "accounts" || key == "descendants" || key == "ancestors")
                twice(value, fault == Fault::Reorder);
    } else {
        twice(body, fault == Fault::Reorder);
    }
    reply.body = dump(body);
}

bool cutsConnection(Fault fault)
{
    return fault == Fault::CutAfterRequest || fault == Fault::CutAfterStatus || fault == Fault::TruncatedBody
           || fault == Fault::LyingLength || fault == Fault::HugeBody;
}

std::string spoilBytes(Fault fault, const std::string &answer)
{
    const std::size_t headersEnd = answer.find("\r\n\r\n");
    if (headersEnd == std::string::npos)
        return fault == Fault::CutAfterRequest ? std::string() : answer;
    const std::size_t body = headersEnd + 4;
    switch (fault) {
    case Fault::CutAfterRequest: return {};
    case Fault::CutAfterStatus: return answer.substr(0, body);
    case Fault::TruncatedBody: return answer.substr(0, body + (answer.size() - body) / 2);
    case Fault::LyingLength: {
        const std::size_t at = answer.find("Content-Length: ");
        if (at == std::string::npos || at > headersEnd)
            return answer;
        const std::size_t end = answer.find("\r\n", at);
        return answer.substr(0, at + 16) + std::to_string(answer.size() - body + 1000) + answer.substr(end);
    }
    default: return answer;
    }
}

} // namespace vigie::practice
