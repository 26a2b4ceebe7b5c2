// SPDX-License-Identifier: GPL-3.0-or-later
// What the variables of a recipe stand for during one call.
// Thread: belongs to one call. Errors: none; a name without a value is absent.
#pragma once

#include "connect/recipe/model.hpp"

namespace vigie::connect::recipe {

class CallVariables {
public:
    explicit CallVariables(const Context &context) : CallVariables(context.account, context.credential, context.token, context.now) {}
    CallVariables(const Account &account, const Credential *credential, const Secret &token, Instant now)
        : account_(account), credential_(credential), token_(token), now_(now)
    {
    }
    CallVariables(const CallVariables &) = delete;
    CallVariables &operator=(const CallVariables &) = delete;

    void set(std::string name, Value value) { own_.insert_or_assign(std::move(name), std::move(value)); }
    void setText(std::string name, std::string value)
    {
        if (!value.empty())
            set(std::move(name), Value::text(std::move(value)));
    }
    [[nodiscard]] Value get(std::string_view name) const;
    [[nodiscard]] const Variables &function() const { return function_; }
    [[nodiscard]] const Account &account() const { return account_; }
    [[nodiscard]] Instant now() const { return now_; }

private:
    const Account &account_;
    const Credential *credential_;
    const Secret &token_;
    Instant now_;
    std::map<std::string, Value, std::less<>> own_;
    Variables function_ = [this](std::string_view name) { return get(name); };
};

/// Values of a setting that is a list: "velo, cyclisme".
[[nodiscard]] std::vector<std::string> listOf(const std::string &setting);

} // namespace vigie::connect::recipe
