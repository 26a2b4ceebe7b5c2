// SPDX-License-Identifier: GPL-3.0-or-later
// What a formula is worth over a period. No data stays no data: a missing figure or a zero below a fraction gives none, never 0.
// Thread: that of the source (of the workspace: inside a store job). Errors: the source's; InvalidInput (empty period, more reads than kMaxFormulaReads).
#pragma once

#include <vigie/insight/formula.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

/// Figures that one evaluation reads at most: functions over days read one a day.
inline constexpr std::size_t kMaxFormulaReads = 8000;

/// Where figures come from.
class FigureSource {
public:
    virtual ~FigureSource() = default;
    virtual Result<Figure> figure(const std::string &key, const FigureScope &scope, const Period &period) = 0;
    /// The same for each day of the period.
    virtual Result<std::vector<Figure>> days(const std::string &key, const FigureScope &scope, const Period &period);
};

/// Of the workspace. `columns` as FigureReader wants them.
class WorkspaceFigures final : public FigureSource {
public:
    WorkspaceFigures(store::Tx &tx, Columns &columns) : reader_(tx, columns) {}
    Result<Figure> figure(const std::string &key, const FigureScope &scope, const Period &period) override;
    Result<std::vector<Figure>> days(const std::string &key, const FigureScope &scope, const Period &period) override;

private:
    FigureReader reader_;
};

/// How the interval came about; all are of 95 %.
enum class IntervalMethod : std::uint8_t {
    None,      ///< there is none: no method is sound for this formula
    Metric,    ///< that of the one figure in it, moved or stretched by numbers
    Wilson,    ///< a share of counts, the part of the whole by more filters (Wilson 1927)
    CountRatio, ///< two counts of periods of the same length that do not overlap (exact conditional, Clopper and Pearson 1934)
    Recovered  ///< sum or difference of figures of periods that do not overlap (variance estimates recovery, Zou and Donner 2008)
};
[[nodiscard]] const char *toString(IntervalMethod method) noexcept; ///< "none", "metric", "wilson" ...

/// A figure that was read on the way: what opens its rows.
struct FormulaRead {
    FigureScope scope;
    Period period;
    Figure figure;
};
struct FormulaValue {
    std::optional<double> value; ///< none: no data
    FormulaUnit unit;            ///< percentages from 0 to 100
    std::optional<Interval> interval;
    IntervalMethod method = IntervalMethod::None;
    std::int64_t n = 0;          ///< rows behind the figures of the period itself; those of earlier ones are not added
    std::vector<Note> notes;     ///< of all that was read, those of one kind summed up
    std::vector<FormulaRead> reads; ///< each figure once; those of single days are left out
};
/// `scope`: narrows every metric of the formula; a filter query= takes the place of its query.
[[nodiscard]] Result<FormulaValue> evaluate(const TypedFormula &formula, const FigureScope &scope, const Period &period, FigureSource &source);
/// A number as people write it, in that unit: "1500", "30%", "2h" (seconds); without a unit it is taken for what is meant.
/// Errors: InvalidInput.
[[nodiscard]] Result<double> constantIn(std::string_view source, const FormulaUnit &unit);

} // namespace vigie::insight
