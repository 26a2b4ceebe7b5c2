// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/member_desk.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/members/erase_dialog.hpp"
#include "ui/members/identities_dialog.hpp"
#include "ui/members/record_dialog.hpp"
#include "ui/members/write_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/query.hpp>

#include <QWidget>

namespace vigie::ui {

namespace {

using Facts = store::PersonFacts;

/// What is written gives its number, which nobody asks for.
Result<void> written(const Result<std::int64_t> &row)
{
    if (!row)
        return fail(row.error());
    return {};
}

} // namespace

std::string whoWrites(const Bridge &bridge)
{
    const auto person = bridge.person();
    return person.empty() ? "person" : person;
}

QString nameOf(const Member &member)
{
    return qs(member.profile.name.empty() ? member.profile.handle : member.profile.name);
}

QString reasonWords(const std::vector<SameReason> &reasons)
{
    QStringList out;
    for (const auto &reason : reasons) {
        const auto what = qs(reason.what).simplified();
        switch (reason.why) {
        case SameWhy::Link: out << MemberDesk::tr("both give the link %1").arg(what); break;
        case SameWhy::EachOther: out << MemberDesk::tr("one names the other (%1)").arg(what); break;
        case SameWhy::Email: out << MemberDesk::tr("both gave the address %1").arg(what); break;
        case SameWhy::NameAndAvatar: out << MemberDesk::tr("same name and same picture (%1)").arg(what); break;
        case SameWhy::ByHand: out << (what.isEmpty() ? MemberDesk::tr("a colleague says so") : what); break;
        }
    }
    return out.join(QStringLiteral(" \u00B7 "));
}

MemberDesk::MemberDesk(Shell &shell, QWidget *panel) : QObject(panel), shell_(shell), panel_(panel) {}

void MemberDesk::write(const char *action, Job job, const QString &said)
{
    shell_.bridge.write<ChangeSetId>(
        this,
        [action, job = std::move(job)](store::Tx &tx) -> Result<ChangeSetId> {
            VIGIE_TRY(const auto set, store::Tickets(tx).beginChangeSet(action));
            VIGIE_CHECK(job(tx));
            return set;
        },
        [this, said](Result<ChangeSetId> set) {
            if (!set)
                return static_cast<void>(shell_.toasts.showError(set.error()));
            shell_.toasts.showUndo(said, [this, only = *set] { undoIf(only); });
        });
}

void MemberDesk::undoIf(std::optional<ChangeSetId> only)
{
    shell_.bridge.write<std::optional<store::ChangeSet>>(
        this,
        [only](store::Tx &tx) -> Result<std::optional<store::ChangeSet>> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || (only && last->id != *only))
                return std::optional<store::ChangeSet>();
            VIGIE_TRY(auto undone, desk::Desk(tx).undo());
            return std::optional(std::move(undone));
        },
        [this, only](const Result<std::optional<store::ChangeSet>> &undone) {
            if (!undone)
                shell_.toasts.showError(undone.error());
            else if (*undone)
                shell_.toasts.show(DeskActions::undoneText(**undone), 3000);
            else if (only)
                shell_.toasts.show(tr("Other decisions were made since. Take them back one by one with the undo key."));
            else
                shell_.toasts.show(tr("There is nothing to take back."));
        });
}

void MemberDesk::writeNote(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Note, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write("member_note", [member, text = dialog->text(), who = whoWrites(shell_.bridge)](store::Tx &tx) { return written(Facts(tx).addNote(member, text, who)); },
              tr("Note written"));
    });
    dialog->open();
}

void MemberDesk::writeStep(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Step, panel_);
    dialog->setToday(format::local(shell_.bridge.now(), shell_.bridge.zone()).date());
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write("member_step",
              [member, text = dialog->text(), day = dialog->day(), who = whoWrites(shell_.bridge)](store::Tx &tx) { return written(Facts(tx).addStep(member, text, day, who)); },
              tr("Next step noted"));
    });
    dialog->open();
}

void MemberDesk::writeConsent(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Consent, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write("member_consent",
              [member, text = dialog->text(), granted = dialog->granted(), source = dialog->source(), who = whoWrites(shell_.bridge)](
                  store::Tx &tx) { return written(Facts(tx).addConsent(member, text, granted, source, who)); },
              tr("Consent noted, with where it was said"));
    });
    dialog->open();
}

void MemberDesk::writeFact(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Fact, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write("member_fact",
              [member, kind = dialog->factKind(), value = dialog->text(), source = dialog->source(), who = whoWrites(shell_.bridge)](
                  store::Tx &tx) { return written(Facts(tx).addFact(member, kind, value, source, who)); },
              tr("Kept, with where it comes from"));
    });
    dialog->open();
}

void MemberDesk::removeNote(const PersonNote &note)
{
    write("member_note", [id = note.id](store::Tx &tx) { return Facts(tx).removeNote(id); }, tr("Note taken away"));
}

void MemberDesk::removeFact(const GivenFact &fact)
{
    write("member_fact", [id = fact.id](store::Tx &tx) { return Facts(tx).removeFact(id); }, tr("No longer kept"));
}

void MemberDesk::finishStep(const NextStep &step)
{
    write("member_step", [id = step.id](store::Tx &tx) { return Facts(tx).finishStep(id); }, tr("Done: %1", "a next step").arg(qs(step.text).simplified()));
}

void MemberDesk::settle(PromiseId promise, PromiseState state)
{
    const auto said = state == PromiseState::Kept ? tr("Promise kept") : state == PromiseState::Broken ? tr("Promise not kept") : tr("Nobody waits for it any more");
    write("promise", [promise, state, who = whoWrites(shell_.bridge)](store::Tx &tx) { return store::Promises(tx).settle(promise, state, who); }, said);
}

void MemberDesk::showMentions(const PersonCard &card)
{
    std::string source;
    for (const auto &one : card.identities)
        source += (source.empty() ? "" : " OR ") + ("member:" + std::to_string(one.id.value));
    if (source.empty())
        return;
    Q_EMIT shell_.openRows(nameOf(card.identities.front()), [source](store::Tx &tx, const store::SearchPage &page) -> Result<std::vector<ItemId>> {
        const auto query = text::parseQuery(source);
        if (!query)
            return fail(text::toError(query.error()));
        return store::Items(tx).search(*query, page);
    });
}

void MemberDesk::showIdentities(MemberId member)
{
    (new IdentitiesDialog(shell_, member, panel_))->open();
}

void MemberDesk::showSuggestions()
{
    (new IdentitiesDialog(shell_, {}, panel_))->open();
}

void MemberDesk::showRecord(MemberId member)
{
    (new RecordDialog(shell_, member, panel_))->open();
}

void MemberDesk::askErasure(MemberId member)
{
    (new EraseDialog(shell_, member, panel_))->open();
}

} // namespace vigie::ui
