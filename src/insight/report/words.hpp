// SPDX-License-Identifier: GPL-3.0-or-later
// Words, numbers and dates of a report in its language: the words are data (resources/report/words.json), numbers and dates are ICU's.
// Thread: one at a time. Errors: create: InvalidInput (no such language).
#pragma once

#include <vigie/insight/report.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vigie::insight {

class ReportWords {
public:
    static Result<ReportWords> create(const std::string &language);
    ReportWords(ReportWords &&) noexcept;
    ReportWords &operator=(ReportWords &&) noexcept;
    ~ReportWords();

    [[nodiscard]] const std::string &language() const;
    /// "%1", "%2" take the values in their order.
    [[nodiscard]] std::string word(const char *key, const std::vector<std::string> &values = {}) const;
    /// The form for `count`, which is the value "%1" where none is given.
    [[nodiscard]] std::string plural(const char *key, std::int64_t count, std::vector<std::string> values = {}) const;

    [[nodiscard]] std::string number(double value, int decimals = 0) const;
    [[nodiscard]] std::string signedNumber(double value, int decimals) const;
    [[nodiscard]] std::string percent(double share, int decimals) const; ///< of 0..1
    [[nodiscard]] std::string duration(double seconds) const;
    [[nodiscard]] std::string day(std::int32_t day) const;               ///< "22 November 2026"
    [[nodiscard]] std::string shortDay(std::int32_t day) const;          ///< "22 Nov"
    [[nodiscard]] std::string moment(Instant at, const std::string &zone) const;

    [[nodiscard]] std::string name(const std::string &figure) const;
    [[nodiscard]] std::string definition(const std::string &figure) const;
    /// How it is counted, as a line of the report's language.
    [[nodiscard]] std::string formula(const std::string &figure) const;
    [[nodiscard]] std::string value(const std::optional<double> &value, Unit unit) const;
    [[nodiscard]] std::string value(const Figure &figure) const; ///< with its currency, where it has one
    [[nodiscard]] std::string change(const ReportFigure &figure) const;
    [[nodiscard]] std::string lastYear(const ReportFigure &figure) const;
    [[nodiscard]] std::string basis(const Figure &figure) const;
    [[nodiscard]] std::string note(const Note &note, const std::string &zone) const;
    [[nodiscard]] std::string coverage(const Coverage &coverage) const;
    [[nodiscard]] std::string period(const Period &period) const;        ///< "From 1 November 2026 to 30 November 2026"
    [[nodiscard]] std::string periodBefore(const Period &period) const;
    [[nodiscard]] std::string unitName(Unit unit) const;
    [[nodiscard]] std::string size(double change, bool relative, Unit unit) const;
    [[nodiscard]] std::string depthTitle(const Report &report) const;
    /// What stands under the title: sentences about what was counted and what was not.
    [[nodiscard]] std::vector<std::string> notes(const Report &report) const;

private:
    struct State;
    explicit ReportWords(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace vigie::insight
