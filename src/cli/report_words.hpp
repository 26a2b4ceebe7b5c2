// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about reports and figures share: which days, whose mentions, which form.
// Thread: pure; scopeOf inside a store job. Errors: InvalidInput, NotFound.
#pragma once

#include "cli/context.hpp"
#include "cli/relay_choice.hpp"

#include <vigie/insight/figure.hpp>
#include <vigie/model/report.hpp>

#include <string>
#include <vector>

namespace vigie::cli {

/// Whose mentions, and which: --query, --words, --network, --lang, --tag, --tone.
struct ScopeOptions {
    std::string query, words;
    std::vector<std::string> networks, langs, tags;
    std::vector<int> tones;

    void addTo(CLI::App &command);
    Result<insight::FigureScope> scope(store::Tx &tx) const;
};

/// --from and --to (both days counted), or --days that end today; the scope and the relays.
struct FigureOptions : ScopeOptions {
    int days = 30;
    std::string from, to;
    RelayChoice relays;

    void addTo(CLI::App &command);
    Result<insight::Period> period(Instant now, const std::string &zone) const;
    Result<insight::FigureScope> scope(store::Tx &tx) const;
};

/// "pdf, html": none for a word that is no form.
Result<std::vector<ReportFormat>> formatsOf(const std::vector<std::string> &words);
/// "fr" where the shell speaks French, else "en".
[[nodiscard]] std::string shellLanguage();

} // namespace vigie::cli
