// SPDX-License-Identifier: GPL-3.0-or-later
// How promises were kept: times to the first and the next answer and to the resolution, by whatever they are split by. A
// time is what the clock on the wall says, as in the dashboard's first response time; open time is beside it. What is still
// open is counted apart and never as zero. Formulas: docs/service-levels.md
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/sla.hpp>
#include <vigie/store/sla.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

enum class ServiceSplit : std::uint8_t {
    None,
    Account,
    Language,
    Network,
    Policy,
    Department, ///< the service of the house that was asked first about the conversation; "0": nobody was
    Week,       ///< by the Monday it begins with, as the split's zone has it: "2026-03-02"
    Month       ///< "2026-03"
};
[[nodiscard]] std::optional<ServiceSplit> serviceSplitFrom(std::string_view name) noexcept; ///< "none", "account", "language", ...

struct ServiceQuestion {
    Instant from, to;            ///< half-open
    bool byEnd = false;          ///< what ended in it; else what began in it
    ServiceSplit split = ServiceSplit::None;
    std::string zone = "UTC";    ///< of weeks and months
};

enum class ServiceMeasure : std::uint8_t { First, Next, FirstResolution, FullResolution };
[[nodiscard]] const char *toString(ServiceMeasure measure) noexcept; ///< "first", "next", "first_resolution", "full_resolution"

struct ServiceFigure {
    std::string key;             ///< of the split: number of an account, policy or department, language, connector, week, month; empty: all
    ServiceMeasure measure = ServiceMeasure::First;
    std::int64_t n = 0;          ///< that ended
    std::optional<double> median, p90, mean;   ///< seconds by the clock
    std::optional<double> openMedian;          ///< open seconds, of those with a promise
    std::int64_t open = 0, late = 0;           ///< not ended yet; of them past their due time
    std::optional<Instant> oldest;             ///< of the open ones
    std::int64_t hits = 0, misses = 0;         ///< of promises
    std::int64_t unanswered = 0;               ///< closed without an answer
    std::int64_t skewed = 0;                   ///< answers dated before their question

    /// None when no promise ended.
    [[nodiscard]] std::optional<double> hitRate() const
    {
        return hits + misses > 0 ? std::optional(static_cast<double>(hits) / static_cast<double>(hits + misses)) : std::nullopt;
    }
};

/// By key, then by measure.
Result<std::vector<ServiceFigure>> serviceFigures(store::Tx &tx, const ServiceQuestion &question);
/// The conversations behind one of them, in the order in which they began.
Result<std::vector<store::SlaResult>> serviceRows(store::Tx &tx, const ServiceQuestion &question, ServiceMeasure measure, const std::string &key);

/// The figures as a table for a spreadsheet, durations in seconds.
[[nodiscard]] std::string serviceCsv(const std::vector<ServiceFigure> &figures);

} // namespace vigie::insight
