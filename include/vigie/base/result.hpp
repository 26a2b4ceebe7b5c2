// SPDX-License-Identifier: GPL-3.0-or-later
// A value or an Error. No exception crosses a room: what throws inside (SOCI, nlohmann) is caught where it arises.
// Thread: values. Errors: any Errc.
#pragma once

#include <vigie/base/error.hpp>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace vigie {

template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result() = default;
    Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) {}
};

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), 0, std::nullopt, std::nullopt});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace vigie

// Leave the function with the error, or bind the value: VIGIE_TRY(auto page, parse(body));
#define VIGIE_CONCAT_2(a, b) a##b
#define VIGIE_CONCAT(a, b) VIGIE_CONCAT_2(a, b)
#define VIGIE_TRY_2(temp, declaration, expression)                                                                    \
    auto temp = (expression);                                                                                         \
    if (!temp)                                                                                                        \
        return ::vigie::fail(std::move(temp.error()));                                                                \
    declaration = std::move(*temp)
#define VIGIE_TRY(declaration, expression) VIGIE_TRY_2(VIGIE_CONCAT(vigieTry_, __COUNTER__), declaration, expression)
// The same where there is no value to bind. Each use has a name of its own: one may stand inside a lambda of another.
#define VIGIE_CHECK_2(temp, expression)                                                                               \
    do {                                                                                                              \
        auto temp = (expression);                                                                                     \
        if (!temp)                                                                                                    \
            return ::vigie::fail(std::move(temp.error()));                                                            \
    } while (false)
#define VIGIE_CHECK(expression) VIGIE_CHECK_2(VIGIE_CONCAT(vigieCheck_, __COUNTER__), expression)
