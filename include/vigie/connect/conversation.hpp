// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with a server: as many exchanges as it takes, each request built from the answers before it.
// Thread: that of the caller, whose `send` waits. Errors: Protocol when it comes to no end, what the steps and `send` say.
#pragma once

#include <vigie/connect/connector.hpp>

#include <utility>
#include <variant>
#include <vector>

namespace vigie::connect {

inline constexpr int kMostExchanges = 8;

/// `step(answers)` is the next request or the end; `send(request)` the answer to one.
template <class End, class Step, class Send>
[[nodiscard]] Result<End> converse(Step step, Send send)
{
    std::vector<net::Response> answers;
    for (int exchange = 0; exchange < kMostExchanges; ++exchange) {
        Result<std::variant<net::Request, End>> next = step(answers);
        if (!next)
            return fail(std::move(next.error()));
        if (auto *end = std::get_if<End>(&*next))
            return std::move(*end);
        Result<net::Response> answer = send(std::move(std::get<net::Request>(*next)));
        if (!answer)
            return fail(std::move(answer.error()));
        answers.push_back(std::move(*answer));
    }
    return fail(Errc::Protocol, "the server keeps pointing elsewhere");
}

/// Who the account is.
template <class Send>
[[nodiscard]] Result<WhoAmI> askWhoAmI(const Connector &connector, const Context &context, Send send)
{
    const auto step = [&](const std::vector<net::Response> &answers) -> Result<std::variant<net::Request, WhoAmI>> {
        VIGIE_TRY(auto request, connector.buildWhoAmI(context, answers));
        if (request)
            return std::move(*request);
        VIGIE_TRY(auto who, connector.parseWhoAmI(context, answers));
        return who;
    };
    return converse<WhoAmI>(step, std::move(send));
}

} // namespace vigie::connect
