// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of authors that list: asks for, kept as one setting.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/text/query_library.hpp>

#include <vector>

namespace vigie::store {

[[nodiscard]] std::vector<text::QueryLibrary::AuthorList> readAuthorLists(Session &session);
void writeAuthorLists(Session &session, const std::vector<text::QueryLibrary::AuthorList> &lists);

} // namespace vigie::store
