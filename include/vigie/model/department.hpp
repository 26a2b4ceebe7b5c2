// SPDX-License-Identifier: GPL-3.0-or-later
// A service of the house (after-sales, legal, ...) that questions are passed on to, and one question that was passed.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/business_calendar.hpp>
#include <vigie/model/question.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using DepartmentId = Id<struct DepartmentTag>;

struct Colleague {
    std::string name, address;
    friend bool operator==(const Colleague &, const Colleague &) = default;
};

struct Department {
    DepartmentId id;
    std::string nameFr, nameEn;
    std::vector<Colleague> colleagues;
    std::string calendar;                             ///< name of a business calendar; empty: every hour counts
    std::chrono::minutes deadline{std::chrono::hours{48}};
    std::string lang = "fr";                          ///< "fr" or "en": what the slip is written in
    std::string slip;                                 ///< template of the slip; empty: that of its language
    std::vector<std::string> tags;                    ///< put on what is passed to it
    int position = 0;
    bool retired = false;                             ///< offered no more; its history stays

    [[nodiscard]] const std::string &name(std::string_view language) const { return language == "fr" ? nameFr : nameEn; }
    friend bool operator==(const Department &, const Department &) = default;
};

/// How a question left.
enum class PassWay : std::uint8_t { Mail, File, Markdown, Json, Text };
[[nodiscard]] const char *toString(PassWay way) noexcept; ///< "mail", "eml", "markdown", "json", "text"
[[nodiscard]] std::optional<PassWay> passWayFrom(std::string_view name) noexcept;

struct Passing {
    QuestionId question;
    DepartmentId department;
    PassWay way = PassWay::Mail;
    std::string statusBefore;                         ///< of the ticket
    Instant askedAt, dueAt;
    std::optional<Instant> answeredAt;                ///< by the first person who answered
    QuestionId reminds;                               ///< none: a question of its own
    CalendarId calendar{};                            ///< that dueAt was counted on; none: every hour counted
    int calendarVersion = 0;
};

/// How a question stands, in the words of the desk.
enum class PassingState : std::uint8_t {
    Leaving,   ///< held or in the outbox
    Inside,    ///< the service has it
    Late,      ///< and its time has run out
    Answered,
    Failed,    ///< nobody could be reached
    Cancelled
};
[[nodiscard]] const char *toString(PassingState state) noexcept; ///< "leaving", "inside", "late", ...
[[nodiscard]] PassingState passingState(const Question &question, const Passing &passing, Instant now) noexcept;

} // namespace vigie
