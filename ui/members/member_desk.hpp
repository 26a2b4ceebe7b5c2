// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a person, from the inbox and from the panel of members alike: written down, taken away, put together,
// exported, forgotten. Every way out says what happened, with Undo where there is one.
// Thread: the window's. Errors: told in a toast, or in the dialog that asked.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/person.hpp>

#include <functional>

namespace vigie::ui {

class MemberDesk final : public QObject {
    Q_OBJECT
public:
    /// `panel`: over which dialogs open.
    MemberDesk(Shell &shell, QWidget *panel);
    [[nodiscard]] Shell &shell() const { return shell_; }

    void writeNote(MemberId member);
    void writeStep(MemberId member);
    void writeConsent(MemberId member);
    void writeFact(MemberId member);
    void removeNote(const PersonNote &note);
    void removeFact(const GivenFact &fact);
    void finishStep(const NextStep &step);
    void settle(PromiseId promise, PromiseState state);

    /// Everything that any of their identities said.
    void showMentions(const PersonCard &card);
    /// Who else they may be, with reasons; all identities, put together and taken apart.
    void showIdentities(MemberId member);
    /// Pairs among everybody.
    void showSuggestions();
    /// What is held of them and why; ways to give it to them.
    void showRecord(MemberId member);
    void askErasure(MemberId member);

private:
    using Job = std::function<Result<std::int64_t>(store::Tx &)>;
    /// Writes; then says so, with a way back when there is one.
    void write(Job job, const QString &said, std::function<Job(std::int64_t)> back);
    Shell &shell_;
    QWidget *panel_;
};

/// Whoever sits here, as rows name them.
[[nodiscard]] std::string whoWrites(const Bridge &bridge);
/// The name of a person, or the handle of one without a name.
[[nodiscard]] QString nameOf(const Member &member);
/// "the same link (example.org)"
[[nodiscard]] QString reasonWords(const std::vector<SameReason> &reasons);

} // namespace vigie::ui
