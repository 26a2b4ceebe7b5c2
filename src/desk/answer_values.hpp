// SPDX-License-Identifier: GPL-3.0-or-later
// What a ticket says by itself about the variables of an answer. Rows are read when they are first asked for.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/desk/answers.hpp>
#include <vigie/model/ticket.hpp>

namespace vigie::desk {

class VariableValues {
public:
    VariableValues(store::Tx &tx, const AnswerContext &context) : tx_(tx), context_(context) {}
    /// Empty when the ticket does not say.
    Result<std::string> of(AnswerVariable::Source source, const std::string &lang);

private:
    Result<void> load();
    Result<std::string> orderNumber();

    store::Tx &tx_;
    const AnswerContext &context_;
    bool loaded_ = false;
    Ticket ticket_;
    std::string memberName_, memberHandle_, brand_;
};

/// "3 mai 2026", "1er mai 2026", "3 May 2026".
[[nodiscard]] std::string spelledDay(Instant at, const std::string &zone, const std::string &lang);
/// What follows "commande", "order", "reference" or a number sign and holds at least three digits; empty when there is none.
[[nodiscard]] std::string orderNumberIn(std::string_view text);

} // namespace vigie::desk
