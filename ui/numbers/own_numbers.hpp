// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that figures rest on and that nobody can read on a network: which they are, what they are for, how one is written. A kind more is
// one entry in own_numbers.cpp; where they are kept is the core's.
// Thread: the window's; read and keep inside a store job. Errors: Storage..., InvalidInput (out of range, no site).
#pragma once

#include <vigie/store/store.hpp>

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::ui {

struct OwnNumbers {
    enum class Kind : std::uint8_t { ViewRates, SiteVisits, SourceWeights, Goals, Surveys };
    using Values = std::map<std::string, double>; ///< by connector id or site; only those that somebody entered

    Kind kind;
    bool bySite;                       ///< named by a site that is typed; else by a network that is chosen
    std::optional<double> assumed;     ///< of what nobody entered; none: nothing is known
    double shownTimes;                 ///< what a person sees is the value times this: 100 for shares in percent
    double least, most;                ///< as shown
    int decimals;
    std::vector<std::string> figures;  ///< keys of the catalogue that use it
    Result<Values> (*read)(store::Tx &); ///< none: more than a number by name; it has a page of its own
    Result<void> (*keep)(store::Tx &, const std::string &name, std::optional<double> value); ///< none: as assumed

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString purpose() const;
    [[nodiscard]] QString named() const;     ///< "Network", "Site"
    [[nodiscard]] QString number() const;    ///< "View rate", "Visits a month"
    [[nodiscard]] QString suffix() const;
    [[nodiscard]] QString written(double value) const;
    [[nodiscard]] QStringList emptyWords() const; ///< a title and what to do; of those that are never empty, nothing

    [[nodiscard]] static const std::vector<OwnNumbers> &all();
    /// The kind without which a figure has no value at all, or that it can be made better by; none: it needs nothing of the person.
    [[nodiscard]] static const OwnNumbers *of(std::string_view figure);
    /// What offers the way to enter them: "Enter visits...".
    [[nodiscard]] QString offer() const;
};

} // namespace vigie::ui
