// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a person, from the inbox and from the panel of members alike: written down, taken away, put together,
// exported, forgotten. Every way out says what happened, with Undo where there is one.
// Thread: the window's. Errors: told in a toast, or in the dialog that asked.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/person.hpp>

#include <functional>
#include <optional>

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
    /// The one undo: the last decision, whichever panel it was made in.
    void undo() { undoIf({}); }

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
    using Job = std::function<Result<void>(store::Tx &)>;
    /// Writes as one undoable action; then says so, with the way back.
    void write(const char *action, Job job, const QString &said);
    void undoIf(std::optional<ChangeSetId> only);
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
