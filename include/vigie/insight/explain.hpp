// SPDX-License-Identifier: GPL-3.0-or-later
// Why a figure moved: its change split by network, topic, author, tone, language or relay cluster, so that the parts sum to it.
// Sums: a part's change is its sum now less its sum before. Ratios X / Y: with w the part's share of Y and r its own ratio, the part
// has mix + rate = (w1 - w0) (mean of r0 and r1 - mean of both whole ratios) + (mean of w0 and w1) (r1 - r0); where it had nothing in
// one period, r of the other stands for it (Bennet 1920; the parts sum to X1/Y1 - X0/Y0 exactly). The index: reputation.hpp.
// Medians and other quantiles do not add up: a part's change is what would be missing of the change were the part left out of both
// periods, and what is left is told apart. Intervals of parts take rows as they came for themselves, not in waves.
// Topics: each mention belongs to one, the first of its terms in the order of explain_topics.hpp. Formulas: docs/measures.md
// Thread: decompose() pure; Explainer inside a store job. Errors: Storage..., InvalidInput (a figure that cannot be split so), NotFound (query), Cancelled.
#pragma once

#include <vigie/insight/figure.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

enum class Dimension : std::uint8_t { Network, Topic, Author, Tone, Language, Cluster };
[[nodiscard]] const char *toString(Dimension dimension) noexcept; ///< "network", "topic", "author", "tone", "language", "cluster"
[[nodiscard]] std::optional<Dimension> dimensionFrom(std::string_view name) noexcept;

/// What a group brings to both parts of a ratio; of a sum `under` counts for nothing.
struct PartSums {
    std::int64_t group = 0;
    double overBefore = 0, underBefore = 0, overNow = 0, underNow = 0;
};
struct PartChange {
    double change = 0;
    double mix = 0, rate = 0;           ///< of ratios: by its weight, by itself; change is their sum
};
/// In the order of `parts`. None for a ratio of which one denominator is 0: there is no change.
[[nodiscard]] std::optional<std::vector<PartChange>> decompose(std::span<const PartSums> parts, bool ratio);

struct ExplainRequest {
    std::string key;                    ///< a figure of which explains() is true
    FigureScope scope;
    Period period;
    std::optional<Period> against;      ///< none: previous(period)
    Dimension by = Dimension::Network;
    int limit = 12;                     ///< parts that are named; the others are one
    std::function<bool(double)> progress; ///< told how far it is, 0..1; false stops it
};

struct ExplainedPart {
    enum class What : std::uint8_t {
        Named,
        Nothing,                        ///< the rows that have none: no topic, nobody known, no language
        Others                          ///< all the parts that are not named
    } what = What::Named;
    std::int64_t id = 0;                ///< of the group: a source, a member, the original of a cluster, a label, the place of a topic
    std::string name;                   ///< connector, term, handle, "-1" to "1", ISO 639-1, the beginning of the original; empty: not known
    std::int64_t groups = 1;            ///< of Others: how many
    std::optional<double> before, now;  ///< the figure of the part alone; of the index: its points
    std::int64_t rowsBefore = 0, rowsNow = 0;
    double change = 0, mix = 0, rate = 0; ///< in the unit of the figure
    std::optional<Interval> interval;   ///< of `change`; none: of the index and of quantiles, and where rows are few
    FigureScope scope;                  ///< narrowed to the part, where a scope can say it; rows() is exact for every part
};

struct Explanation {
    enum class Kind : std::uint8_t { Sum, Ratio, Index, Quantile } kind = Kind::Sum;
    Figure before, now;
    Period period, against;
    Dimension by = Dimension::Network;
    std::optional<double> change;       ///< none: there was nothing to change from, or to
    std::vector<ExplainedPart> parts;   ///< largest change first, Others last; they sum to `change`, but for quantiles
    std::optional<double> together;     ///< of quantiles: what the parts make only together, `change` less their sum
};

/// Figures that can be explained: sums and ratios of sums over posts and conversations, medians of first answers, and the index.
[[nodiscard]] bool explains(std::string_view key);
/// Our own posts have no topics, and conversations are not relayed.
[[nodiscard]] bool explains(std::string_view key, Dimension by);
[[nodiscard]] std::vector<std::string> explainedFigures();

class Explainer {
public:
    explicit Explainer(store::Tx &tx) : tx_(tx) {}
    Result<Explanation> explain(const ExplainRequest &request);
    /// The posts behind a part, newest first, of the period or the one before, at most `limit`.
    Result<std::vector<ItemId>> rows(const ExplainRequest &request, const Explanation &explanation, const ExplainedPart &part, bool before, int limit);

private:
    store::Tx &tx_;
};

} // namespace vigie::insight
