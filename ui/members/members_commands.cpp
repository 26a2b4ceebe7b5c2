// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the panel of members, and by which key.
#include "ui/members/members_panel.hpp"

#include "ui/command/registry.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/members_model.hpp"

#include <QLineEdit>
#include <QTableView>

namespace vigie::ui {

void MembersPanel::registerCommands(CommandRegistry &commands)
{
    using View = store::PersonView;
    const auto one = [this] { return static_cast<bool>(chosen()); };
    const auto add = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, std::function<void()> run, std::function<bool()> when) {
        commands.add({QStringLiteral("members.") + QLatin1String(verb), std::move(text), QLatin1String(icon), keys, this, std::move(run), std::move(when)});
    };
    add("note", [] { return tr("Write a note about the person..."); }, "note", {Qt::Key_N}, [this] { desk_->writeNote(chosen()); }, one);
    add("step", [] { return tr("Note the next step with the person..."); }, "clock", {Qt::Key_S}, [this] { desk_->writeStep(chosen()); }, one);
    add("consent", [] { return tr("Note what the person agreed to..."); }, "done", {Qt::Key_C}, [this] { desk_->writeConsent(chosen()); }, one);
    add("fact", [] { return tr("Note something the person gave us..."); }, "add", {Qt::Key_D}, [this] { desk_->writeFact(chosen()); }, one);
    add("identities", [] { return tr("Identities of the person..."); }, "link", {Qt::Key_I}, [this] { desk_->showIdentities(chosen()); }, one);
    add("suggestions", [] { return tr("Who may be one person..."); }, "members", {Qt::Key_G}, [this] { desk_->showSuggestions(); }, {});
    add("record", [] { return tr("What is held of the person, and export..."); }, "export", {Qt::Key_E}, [this] { desk_->showRecord(chosen()); }, one);
    add("erase", [] { return tr("Forget the person..."); }, "delete", {Qt::Key_Delete}, [this] { desk_->askErasure(chosen()); }, one);
    add("undo", [] { return tr("Take back the last decision"); }, "undo", {Qt::Key_Z, QKeySequence(QStringLiteral("Ctrl+Z"))}, [this] { desk_->undo(); }, {});
    add("card", [] { return tr("Go to the card of the person"); }, "person", {Qt::Key_M}, [this] { card_->focusCard(); }, one);
    add("list", [] { return tr("Go to the list of people"); }, "menu", {Qt::Key_Q}, [this] { table_->setFocus(); }, {});
    add("find", [] { return tr("Find a person"); }, "search", {QKeySequence(QStringLiteral("/"))}, [this] { words_->setFocus(); }, {});
    const auto view = [&](const char *verb, std::function<QString()> text, Qt::Key key, View to) {
        add(verb, std::move(text), "filter", {QKeySequence(Qt::SHIFT | key)}, [this, to] { setView(to); }, {});
    };
    view("everybody", [] { return tr("Show everybody"); }, Qt::Key_A, View::All);
    view("newcomers", [] { return tr("Show newcomers"); }, Qt::Key_N, View::Newcomers);
    view("silent", [] { return tr("Show who went silent"); }, Qt::Key_G, View::Silent);
    view("promised", [] { return tr("Show to whom something is promised"); }, Qt::Key_P, View::Promised);
    view("steps", [] { return tr("Show with whom something is planned"); }, Qt::Key_S, View::Steps);
    commands.bind(suggestions_, QStringLiteral("members.suggestions"));
}

} // namespace vigie::ui
