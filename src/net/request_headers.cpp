// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/request_headers.hpp"

#include <algorithm>

namespace vigie::net {

namespace {

bool oneLine(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

} // namespace

Result<void> checkHeaders(const Request &request)
{
    const auto sound = [](const std::string &name, std::string_view value) { return !name.empty() && name.find(':') == std::string::npos && oneLine(name) && oneLine(value); };
    for (const auto &header : request.headers)
        if (!sound(header.name, header.value))
            return fail(Errc::InvalidInput, "a header with a line break in it");
    for (const auto &header : request.secretHeaders)
        if (!sound(header.name, header.value.reveal()))
            return fail(Errc::InvalidInput, "a secret with a line break in it");
    if (!oneLine(request.bearer.reveal()))
        return fail(Errc::InvalidInput, "a token with a line break in it");
    return {};
}

} // namespace vigie::net
