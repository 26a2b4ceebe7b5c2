// SPDX-License-Identifier: GPL-3.0-or-later
// X, version 2 of its interface. Every call costs money, so every request carries its price at most and every page says what
// it was; replies are refused here unless their author called for us; an account begins switched off.
// Thread: the connector is immutable. Errors: as Connector.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeX();

} // namespace vigie::connect
