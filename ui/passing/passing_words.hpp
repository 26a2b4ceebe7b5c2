// SPDX-License-Identifier: GPL-3.0-or-later
// How questions to services stand, in words.
// Thread: the window's.
#pragma once

#include <vigie/store/departments.hpp>

#include <QString>

#include <string>

namespace vigie::ui {

/// A question with what its line shows.
struct PassedRow {
    store::PassingRow row;
    Department department;
    std::vector<QuestionReply> replies;
    std::int64_t usable = 0; ///< the newest answer of a person that lies on the ticket; 0: none
    bool used = false;       ///< it was turned into a draft already
};

[[nodiscard]] QString serviceName(const Department &department);
/// "After-sales: waiting inside, answer before 3 Mar 17:00".
[[nodiscard]] QString stateSentence(const PassedRow &row, Instant now, const std::string &zone);
/// Whom the mail did not reach, what the server said, and what can be done; empty when everybody was reached.
[[nodiscard]] QString refusedSentence(const Question &question);

} // namespace vigie::ui
