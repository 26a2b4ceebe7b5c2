// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/member_desk.hpp"

#include "ui/bridge/text.hpp"
#include "ui/members/erase_dialog.hpp"
#include "ui/members/identities_dialog.hpp"
#include "ui/members/record_dialog.hpp"
#include "ui/members/write_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/text/query.hpp>

#include <QWidget>

namespace vigie::ui {

namespace {

using Facts = store::PersonFacts;
using Change = std::function<Result<void>(Facts &)>;

/// A change without a number of its own.
std::function<Result<std::int64_t>(store::Tx &)> changed(std::int64_t id, Change change)
{
    return [id, change = std::move(change)](store::Tx &tx) -> Result<std::int64_t> {
        Facts facts(tx);
        VIGIE_CHECK(change(facts));
        return id;
    };
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

void MemberDesk::write(Job job, const QString &said, std::function<Job(std::int64_t)> back)
{
    shell_.bridge.write<std::int64_t>(this, std::move(job), [this, said, back = std::move(back)](Result<std::int64_t> done) {
        if (!done)
            return static_cast<void>(shell_.toasts.showError(done.error()));
        if (!back)
            return static_cast<void>(shell_.toasts.show(said));
        shell_.toasts.showUndo(said, [this, undo = back(*done)] { write(undo, tr("Taken back"), {}); });
    });
}

void MemberDesk::writeNote(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Note, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write([member, text = dialog->text(), who = whoWrites(shell_.bridge)](store::Tx &tx) { return Facts(tx).addNote(member, text, who); }, tr("Note written"),
              [](std::int64_t id) { return changed(id, [id](Facts &facts) { return facts.removeNote(id); }); });
    });
    dialog->open();
}

void MemberDesk::writeStep(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Step, panel_);
    dialog->setToday(format::local(shell_.bridge.now(), shell_.bridge.zone()).date());
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write([member, text = dialog->text(), day = dialog->day(), who = whoWrites(shell_.bridge)](store::Tx &tx) { return Facts(tx).addStep(member, text, day, who); },
              tr("Next step noted"), [](std::int64_t id) { return changed(id, [id](Facts &facts) { return facts.removeStep(id); }); });
    });
    dialog->open();
}

void MemberDesk::writeConsent(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Consent, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write([member, text = dialog->text(), granted = dialog->granted(), source = dialog->source(), who = whoWrites(shell_.bridge)](
                  store::Tx &tx) { return Facts(tx).addConsent(member, text, granted, source, who); },
              tr("Consent noted, with where it was said"), {}); // what they said stays said: the newest counts
    });
    dialog->open();
}

void MemberDesk::writeFact(MemberId member)
{
    auto *dialog = new WriteDialog(WriteDialog::Kind::Fact, panel_);
    connect(dialog, &QDialog::accepted, this, [this, dialog, member] {
        write([member, kind = dialog->factKind(), value = dialog->text(), source = dialog->source(), who = whoWrites(shell_.bridge)](
                  store::Tx &tx) { return Facts(tx).addFact(member, kind, value, source, who); },
              tr("Kept, with where it comes from"), [](std::int64_t id) { return changed(id, [id](Facts &facts) { return facts.removeFact(id); }); });
    });
    dialog->open();
}

void MemberDesk::removeNote(const PersonNote &note)
{
    write(changed(note.id, [id = note.id](Facts &facts) { return facts.removeNote(id); }), tr("Note taken away"), [note](std::int64_t) {
        return [note](store::Tx &tx) { return Facts(tx).addNote(note.member, note.text, note.author); };
    });
}

void MemberDesk::removeFact(const GivenFact &fact)
{
    write(changed(fact.id, [id = fact.id](Facts &facts) { return facts.removeFact(id); }), tr("No longer kept"), [fact](std::int64_t) {
        return [fact](store::Tx &tx) { return Facts(tx).addFact(fact.member, fact.kind, fact.value, fact.origin, fact.who); };
    });
}

void MemberDesk::finishStep(const NextStep &step)
{
    write(changed(step.id, [id = step.id](Facts &facts) { return facts.finishStep(id); }), tr("Done: %1", "a next step").arg(qs(step.text).simplified()), [](std::int64_t id) {
        return changed(id, [id](Facts &facts) { return facts.reopenStep(id); });
    });
}

void MemberDesk::settle(PromiseId promise, PromiseState state)
{
    const auto said = state == PromiseState::Kept ? tr("Promise kept") : state == PromiseState::Broken ? tr("Promise not kept") : tr("Nobody waits for it any more");
    write(
        [promise, state, who = whoWrites(shell_.bridge)](store::Tx &tx) -> Result<std::int64_t> {
            VIGIE_CHECK(store::Promises(tx).settle(promise, state, who));
            return promise.value;
        },
        said, [](std::int64_t id) {
            return [id](store::Tx &tx) -> Result<std::int64_t> {
                VIGIE_CHECK(store::Promises(tx).reopen(PromiseId{id}));
                return id;
            };
        });
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
