// SPDX-License-Identifier: GPL-3.0-or-later
// Which account takes the pictures and films that another account's network fetches itself.
// Thread: inside a store job. Errors: Storage..., NotFound (no such account), Unsupported (its network takes files from us; that
// account takes none).
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>

#include <vector>

namespace vigie::app {

/// The network takes no file from programs: it fetches them at an address.
[[nodiscard]] bool fetchesMedia(const connect::Descriptor &network);
/// Accounts that can take files for others, in the order they were added.
Result<std::vector<Account>> mediaPlaces(store::Tx &tx, const connect::Catalogue &networks);
/// `place` none: nobody does. What the account can do follows at once.
Result<void> chooseMediaPlace(store::Tx &tx, const connect::Catalogue &networks, AccountId account, AccountId place);

} // namespace vigie::app
