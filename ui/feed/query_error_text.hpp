// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a query, as a sentence, where, and what to write instead.
// Thread: the window's.
#pragma once

#include <vigie/text/query.hpp>

#include <QString>

namespace vigie::ui {

struct QueryErrorText {
    QString sentence;
    int begin = 0, length = 0; ///< in UTF-16 units of the source, for marking; length at least 1 where there is text
    QString replacement;       ///< for that stretch; empty when there is nothing to suggest
    int fixBegin = 0, fixLength = 0; ///< what the fix replaces, in UTF-16 units of the source
    QString fixText, fixLabel; ///< label: what a button says; empty when nothing can be offered
};

[[nodiscard]] QueryErrorText queryErrorText(const text::QueryError &error, const QString &source);

} // namespace vigie::ui
