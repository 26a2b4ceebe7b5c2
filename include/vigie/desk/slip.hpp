// SPDX-License-Identifier: GPL-3.0-or-later
// The slip that a question is passed on with: what is asked, what the member wrote, where it stands, and until when an answer
// is needed. Notes of the house are never read here, so that none can leave.
// Thread: gatherSlip() inside a store job; the rest are values and pure functions.
// Errors: NotFound (service, ticket or mention), InvalidInput (no question, a template that cannot be filled), Storage...
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

enum class SlipContext : std::uint8_t {
    None,
    Message, ///< the member's newest message
    Thread   ///< the whole conversation, our public answers too
};
[[nodiscard]] const char *toString(SlipContext context) noexcept; ///< "none", "message", "thread"
[[nodiscard]] std::optional<SlipContext> slipContextFrom(std::string_view name) noexcept;

struct SlipRequest {
    DepartmentId department;
    TicketId ticket;
    std::string subject, question; ///< subject empty: the beginning of the question
    SlipContext context = SlipContext::Message;
    std::optional<Instant> dueAt;  ///< none: the service's own deadline from now
    std::string sender;            ///< who asks, as the template may name it
    std::string actor = "person";  ///< who signs in the history of the ticket
};

struct SlipLine {
    std::string who, text;
    Instant at;
    bool ours = false;
};

struct Slip {
    Department department;
    TicketId ticket;
    std::string subject, question, sender;
    std::vector<SlipLine> lines;   ///< oldest first
    std::string permalink;         ///< of the newest message
    std::vector<std::string> media;
    Instant dueAt;
    CalendarId calendar;           ///< that it was counted on; none: every hour counted
    int calendarVersion = 0;
    std::string zone;              ///< of the workspace
};

Result<Slip> gatherSlip(store::Tx &tx, const SlipRequest &request);

/// What a template may hold: {question} {context} {link} {media} {due} {code} {service} {sender}. Empty places close up.
Result<void> checkTemplate(std::string_view text);
/// The template that a service without one of its own uses.
[[nodiscard]] std::string builtinTemplate(std::string_view lang);

/// The body of the mail; `code` as in "[Vigie #4127]".
[[nodiscard]] std::string slipText(const Slip &slip, const std::string &code);
/// The same for programs that read Markdown; nothing that a member wrote is markup in it.
[[nodiscard]] std::string slipMarkdown(const Slip &slip, const std::string &code);
[[nodiscard]] std::string slipJson(const Slip &slip, const std::string &code);

/// What is written to a service that has not answered.
[[nodiscard]] std::string reminderSubject(const Department &department, const std::string &subject);
[[nodiscard]] std::string reminderText(const Department &department, const Question &question, const Passing &passing, const std::string &zone, const std::string &code);

/// "23 novembre 2026 à 17:00", "23 November 2026, 17:00": the time on the wall of that place.
[[nodiscard]] std::string timeInWords(Instant at, std::string_view lang, const std::string &zone);

/// InvalidInput names what is wrong with a service before it is kept.
Result<void> checkDepartment(const Department &department);
/// Services that many houses have, to begin with; addresses are for the person to fill in.
[[nodiscard]] std::vector<Department> exampleDepartments();

} // namespace vigie::desk
