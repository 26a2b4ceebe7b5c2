// SPDX-License-Identifier: GPL-3.0-or-later
// A tag that is called otherwise from now on, in the sources of queries, views and rules that ask for it.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include <vigie/store/store.hpp>

#include <string>
#include <string_view>

namespace vigie::store {

/// tag:from becomes tag:to, the rest stays as it was typed. As it is when it does not read or does not ask for it.
[[nodiscard]] std::string renameTagIn(const std::string &source, const std::string &from, const std::string &to);
void carryTagName(Tx &tx, const std::string &from, const std::string &to);

} // namespace vigie::store
