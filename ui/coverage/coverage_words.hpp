// SPDX-License-Identifier: GPL-3.0-or-later
// How much was seen, what was not, why, and what can be done about it: as sentences.
// Thread: the window's.
#pragma once

#include <vigie/app/coverage.hpp>

#include <QCoreApplication>
#include <QString>

namespace vigie::ui {

class CoverageWords {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::CoverageWords)
public:
    /// "97.4 % of the period seen, 3 gaps, 41 min"
    [[nodiscard]] static QString sentence(const Coverage &coverage);
    /// The same with what it is of, and up to when everything is seen, a sentence a line.
    [[nodiscard]] static QString sentences(const Coverage &coverage, const std::string &zone);
    /// "Sat 21 Nov 10:00 - 10:41 (41 min)"
    [[nodiscard]] static QString when(const Unseen &unseen, const std::string &zone);
    /// Why it was not seen.
    [[nodiscard]] static QString why(const Unseen &unseen);
    /// Why it cannot be read now; empty: it can.
    [[nodiscard]] static QString refusal(app::Filling filling);
};

} // namespace vigie::ui
