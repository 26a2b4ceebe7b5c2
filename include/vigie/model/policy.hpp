// SPDX-License-Identifier: GPL-3.0-or-later
// What a network's terms let Vigie keep and give away. Enforced by the rooms that write and export (store, intake,
// insight), never by the window alone.
// Thread: values. Errors: none.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// Ordered from the freest to the strictest.
enum class PersistRule : std::uint8_t {
    Full,
    IdsOnly,    ///< ids, times and counts; words, names and pictures stay in memory
    DisplayOnly ///< nothing reaches the workspace; shown while the program runs
};
enum class ExportRule : std::uint8_t {
    Yes,
    Capped,       ///< at most `exportPerDay` items a day
    NoMemberData, ///< without names, handles, profiles and words
    No
};

struct Policy {
    PersistRule persist = PersistRule::Full;
    ExportRule exports = ExportRule::Yes;
    int exportPerDay = 0;                             ///< Capped only
    std::optional<std::chrono::hours> keepFor;        ///< words older than this (since fetched) are dropped, ids and counts stay
    std::optional<std::chrono::hours> refreshOrDrop;  ///< words not seen again for so long are dropped
    std::optional<std::chrono::hours> deletionSync;   ///< how soon a deletion there must be one here
    bool crossNetworkMatch = true;                    ///< may its members be linked with members elsewhere, when they say so themselves
    std::string attribution;                          ///< to be shown with its items ("CC BY-SA 4.0"); empty: none asked

    friend bool operator==(const Policy &, const Policy &) = default;
};

[[nodiscard]] const char *toString(PersistRule rule) noexcept;
[[nodiscard]] const char *toString(ExportRule rule) noexcept;
[[nodiscard]] std::optional<PersistRule> persistRuleFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<ExportRule> exportRuleFrom(std::string_view name) noexcept;
/// The stricter of both in every respect.
[[nodiscard]] Policy strictest(const Policy &a, const Policy &b);

} // namespace vigie
