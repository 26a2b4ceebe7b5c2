// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/connector.hpp>

#include <algorithm>

namespace vigie::connect {

const Connector *Catalogue::find(std::string_view id) const
{
    const auto found = std::find_if(connectors_.begin(), connectors_.end(), [&](const auto &one) { return one->describe().id == id; });
    return found == connectors_.end() ? nullptr : found->get();
}

Result<SignInProgress> Connector::signIn(const SignInForm &form, std::span<const net::Response>) const
{
    SignedIn done;
    const auto *way = describe().way(form.way);
    if (way == nullptr)
        return fail(Errc::Unsupported, "this network has no such sign-in");
    bool first = true;
    for (const auto &field : way->fields) {
        if (field.kind != FieldSpec::Kind::Secret)
            continue;
        const auto &value = form.typed.field(field.key);
        if (value.empty() && field.required)
            return fail(Errc::InvalidInput, "missing: " + field.key);
        if (first)
            done.credential.access = value;
        else if (!value.empty())
            done.credential.set(field.key, value);
        first = false;
    }
    return SignInProgress{std::move(done)};
}

} // namespace vigie::connect
