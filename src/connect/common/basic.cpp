// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/basic.hpp"

#include "connect/common/base64.hpp"

#include <string>

namespace vigie::connect {

Secret basicAuthorization(std::string_view user, std::string_view password)
{
    std::string plain = std::string(user) + ":" + std::string(password);
    auto coded = toBase64(plain);
    Secret wiped(std::move(plain)); // goes with its bytes
    return Secret("Basic " + std::move(coded));
}

} // namespace vigie::connect
