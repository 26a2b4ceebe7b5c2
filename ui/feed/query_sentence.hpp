// SPDX-License-Identifier: GPL-3.0-or-later
// A query in plain words, in the person's language: "Mentions that say "rupture" near "stock" (at most 5 words between),
// in French, but not those by ourselves". And why it is dear.
// Thread: the window's.
#pragma once

#include <vigie/text/query.hpp>
#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_translate.hpp>

#include <QString>
#include <QStringList>

namespace vigie::ui {

[[nodiscard]] QString querySentence(const text::Query &query);
/// "Light", "May take a moment" ...: the mark itself, and a sentence for each reason.
[[nodiscard]] QString queryCostMark(const text::QueryCost &cost);
[[nodiscard]] QStringList queryCostReasons(const text::QueryCost &cost, const text::Query &query);
/// What could not be translated, or only nearly.
[[nodiscard]] QStringList translationNotes(const text::QueryTranslation &translation);

} // namespace vigie::ui
