// SPDX-License-Identifier: GPL-3.0-or-later
// What reading, series and changes share: a figure of the catalogue measured over a stretch.
// Thread: inside a store job. Errors: those of the reading; InvalidInput (unknown figure).
#pragma once

#include "insight/metrics/metric_def.hpp"

namespace vigie::insight {

Result<const MetricDef *> knownMetric(std::string_view key);
/// As much of the period as has been; what is dated now is of it.
Result<Stretch> elapsedOf(store::Tx &tx, const Period &period);
/// A stretch that ends now takes in what is dated now.
[[nodiscard]] Stretch withNow(const store::Tx &tx, Stretch stretch);
[[nodiscard]] Figure emptyFigure(const Metric &metric);
[[nodiscard]] std::chrono::hours lookBackOf(const MetricDef &def, const Stretch &stretch);
Result<Figure> measure(const MetricDef &def, const Reading &reading, const Stretch &stretch);
/// The same, with the rows of what tells its own.
Result<Figure> measure(const MetricDef &def, const Reading &reading, const Stretch &stretch, RowsTold &rows);
[[nodiscard]] Figure measure(const MetricDef &def, const Tally &sum);
/// It counts posts of others: filters of posts hold for it.
[[nodiscard]] bool ofMentions(const MetricDef &def);
/// Seen share of the time by the accounts of these networks, 0..1; 1 where there is no account that could have looked.
Result<double> seenShare(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch);
/// That less than all was looked at, as a note where it is so.
void notePartial(std::vector<Note> &notes, double share);

} // namespace vigie::insight
