// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a query, in words.
// Thread: the window's.
#pragma once

#include <vigie/text/query.hpp>

#include <QString>

namespace vigie::ui {

[[nodiscard]] QString queryFaultWords(const text::QueryError &error);

} // namespace vigie::ui
