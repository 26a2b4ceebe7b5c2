// SPDX-License-Identifier: GPL-3.0-or-later
// What figures that can be explained are summed from: each row with what it brings to both parts.
// Thread: inside a store job. Errors: as include/vigie/insight/explain.hpp.
#pragma once

#include "insight/scope_rows.hpp"

#include <vigie/insight/explain.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

struct ExplainedMeasure {
    std::string_view key;
    Unit unit = Unit::Count;
    enum class From : std::uint8_t { Mentions, Panel, OwnPosts, Conversations, Waits, Index } from = From::Mentions;
    bool ratio = false;
    double (*over)(const store::MentionFact &) = nullptr;  ///< of mentions; the other sources say it themselves
    double (*under)(const store::MentionFact &) = nullptr; ///< of ratios
    double scale = 1;                   ///< 100 for percent
    double quantile = 0;                ///< of waits: `over` is how long, `under` 1 once it was answered
};
[[nodiscard]] const std::vector<ExplainedMeasure> &explainedMeasures();
[[nodiscard]] const ExplainedMeasure *explainedMeasure(std::string_view key);

/// One row: what it brings, and to what.
struct Brought {
    store::MentionFact fact;
    double over = 0, under = 0;
};

class Material {
public:
    Material(store::Tx &tx, const ExplainedMeasure &measure, const FigureScope &scope) : tx_(tx), measure_(measure), scope_(scope) {}
    /// `roots`: the clusters are asked for. `each` answers false to stop: Cancelled.
    Result<void> read(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each);
    /// Source of the query that finds these rows, for their words.
    Result<std::string> source();

private:
    Result<void> readMentions(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each);
    Result<void> readPanel(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each);
    Result<void> readOwnPosts(const Stretch &stretch, const std::function<bool(const Brought &)> &each);
    Result<void> readConversations(const Stretch &stretch, const std::function<bool(const Brought &)> &each);
    Result<std::vector<SavedQuery>> panel();

    store::Tx &tx_;
    const ExplainedMeasure &measure_;
    const FigureScope &scope_;
};

} // namespace vigie::insight
