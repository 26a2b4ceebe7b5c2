// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/passing_report.hpp>

#include <vigie/base/csv.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/departments.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace vigie::insight {

namespace {

PassingFigures figuresOf(const std::vector<store::PassingTime> &times, Instant now)
{
    PassingFigures out;
    std::vector<double> took, open;
    for (const auto &one : times) {
        ++out.asked;
        out.late += one.answeredAt.value_or(now) > one.dueAt ? 1 : 0;
        if (one.answeredAt) {
            ++out.answered;
            took.push_back(std::chrono::duration<double>(*one.answeredAt - one.askedAt).count());
            if (one.openSeconds)
                open.push_back(static_cast<double>(*one.openSeconds));
            continue;
        }
        ++out.open;
        out.oldestOpen = std::min(out.oldestOpen.value_or(one.askedAt), one.askedAt);
    }
    out.medianSeconds = quantile(took, 0.5);
    out.p90Seconds = quantile(std::move(took), 0.9);
    out.openMedianSeconds = quantile(std::move(open), 0.5);
    if (out.asked > 0)
        out.lateShare = static_cast<double>(out.late) / out.asked;
    return out;
}

} // namespace

Result<std::vector<PassingFigures>> passingReport(store::Tx &tx, Instant from, Instant to)
{
    VIGIE_TRY(const auto times, store::Passings(tx).times(from, to));
    VIGIE_TRY(const auto departments, store::Departments(tx).all(true));
    std::vector<PassingFigures> out;
    for (const auto &department : departments) {
        std::vector<store::PassingTime> own;
        std::copy_if(times.begin(), times.end(), std::back_inserter(own), [&](const auto &one) { return one.department == department.id; });
        if (own.empty())
            continue;
        out.push_back(figuresOf(own, tx.now()));
        out.back().department = department.id;
        out.back().nameFr = department.nameFr;
        out.back().nameEn = department.nameEn;
    }
    out.push_back(figuresOf(times, tx.now()));
    return out;
}

std::string passingCsv(const std::vector<PassingFigures> &rows)
{
    const auto measured = [](const std::optional<double> &value) { return value ? fmt::format("{:.6g}", *value) : ""; };
    std::string out = "service,asked,answered,open,late,late_share,median_seconds,open_median_seconds,p90_seconds,oldest_open\r\n";
    for (const auto &row : rows)
        out += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", csvCell(row.department ? row.nameEn : "all"), row.asked, row.answered, row.open, row.late,
                           measured(row.lateShare), measured(row.medianSeconds), measured(row.openMedianSeconds), measured(row.p90Seconds), row.oldestOpen ? toRfc3339(*row.oldestOpen) : "");
    return out;
}

} // namespace vigie::insight
