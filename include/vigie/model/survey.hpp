// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to a survey: one question, one whole number on its scale.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

enum class SurveyKind : std::uint8_t {
    Csat, ///< how satisfied: 1 to 5
    Nps   ///< would you recommend us: 0 to 10
};
[[nodiscard]] const char *toString(SurveyKind kind) noexcept; ///< "csat", "nps"
[[nodiscard]] std::optional<SurveyKind> surveyKindFrom(std::string_view name) noexcept;
[[nodiscard]] bool isSurveyScore(SurveyKind kind, int score) noexcept;

struct SurveyAnswer {
    std::int64_t id = 0, batch = 0;      ///< batch 0: entered one by one
    SurveyKind kind = SurveyKind::Csat;
    int score = 0;
    Instant at;
    std::string network;                 ///< connector id; empty: of none, or of that of the conversation when it is kept
    TicketId ticket;                     ///< the conversation it is about, or none
    std::string mark;                    ///< out of a file: what it is known by when the file comes again
    friend bool operator==(const SurveyAnswer &, const SurveyAnswer &) = default;
};

} // namespace vigie
