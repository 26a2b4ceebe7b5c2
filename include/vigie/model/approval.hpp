// SPDX-License-Identifier: GPL-3.0-or-later
// Who agreed to which words of a post. An agreement is bound to the digest of what would be published, so that no edit slips past it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/plan.hpp>
#include <vigie/model/question.hpp>
#include <vigie/model/ticket.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

enum class ApprovalAct : std::uint8_t { Asked, Approved, Refused, Emergency };
[[nodiscard]] const char *toString(ApprovalAct act) noexcept;
[[nodiscard]] std::optional<ApprovalAct> approvalActFrom(std::string_view name) noexcept;

struct ApprovalLine {
    PlanId plan;
    int version = 0;
    std::string hash;                  ///< of the words it is about
    ApprovalAct act = ApprovalAct::Asked;
    std::string person;                ///< for one without Vigie the name the page was made for
    std::string reason;                ///< Refused: what is asked to be changed; Emergency: why nobody was asked
    std::string via;                   ///< "": here; "mail" or "file": answered outside
    Instant at;
};

/// What a post said when somebody was asked about it; kept whatever becomes of the post.
struct PostVersion {
    PlanId plan;
    int number = 0;                    ///< from 1
    std::string hash, content;         ///< content: JSON of plan/post_version.hpp
    std::string person;
    Instant at;
};

/// A reviewer's words for colleagues. They cannot be published: nothing that sends takes NoteWords.
struct ReviewNote {
    PlanId plan;
    int version = 0;
    std::string author;
    NoteWords text;
    Instant at;
};

struct ApprovalRequest {
    std::int64_t id = 0;
    PlanId plan;
    int version = 0;
    std::string hash, code;            ///< code: what the answer is known by
    std::string reviewer;              ///< name or address of who is asked
    QuestionId question;               ///< the mail that carries it; none: a file
    std::string asker;
    Instant askedAt;
    std::optional<Instant> answeredAt;
    std::string answer;                ///< "approved", "refused", "outdated"; empty: none yet
    std::string page;                  ///< HTML of its own, as it was sent
};

} // namespace vigie
