// SPDX-License-Identifier: GPL-3.0-or-later
// Rules in their panel: made, tried with the table before and after, applied and taken back, put in order.
#include "gui/support/own_desk.hpp"

#include "ui/query/query_edit.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/rules/rule_form.hpp"
#include "ui/rules/rules_panel.hpp"

#include <vigie/store/departments.hpp>
#include <vigie/store/rule_stops.hpp>

#include <QComboBox>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>

using namespace vigie;
using namespace vigie::gui;

namespace {

std::vector<Rule> rules(OwnDesk &desk)
{
    return desk.harness.read<std::vector<Rule>>([](store::Tx &tx) { return store::Rules(tx).all(); }).value();
}

ui::RulesPanel *open(OwnDesk &desk)
{
    auto *panel = desk.harness.show<ui::RulesPanel>(QStringLiteral("rules"));
    REQUIRE(panel != nullptr);
    return panel;
}

Rule tagging(const std::string &name, const std::string &source)
{
    Rule rule;
    rule.name = name;
    rule.source = source;
    rule.actions = {{RuleAction::Kind::Tag, name, {}, 0}};
    return rule;
}

} // namespace

TEST_CASE("a rule is made, tried without changing anything, applied, and taken back", "[rules]")
{
    OwnDesk desk({"le bus", "le tram", "le bus encore"});
    auto *panel = open(desk);
    CHECK(withoutAccessibleName(panel).isEmpty());
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_N));
    panel->form().name().setText(QStringLiteral("Bus"));
    panel->form().query().field().setPlainText(QStringLiteral("bus"));
    auto *row = panel->form().actions().front();
    row->findChild<QLineEdit *>()->setText(QStringLiteral("Transport"));
    REQUIRE(waitFor([&] { return panel->form().isValid() && panel->form().rule().source == "bus"; }));
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_S));
    REQUIRE(waitFor([&] { return rules(desk).size() == 1 && panel->list().count() == 1 && panel->form().rule().id; }));
    CHECK(rules(desk).front().actions == std::vector<RuleAction>{{RuleAction::Kind::Tag, "Transport", TicketStatus::Open, 0}});

    REQUIRE(waitFor([&] { return panel->form().isValid(); })); // the rule that was kept is read into the form again
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_T));
    REQUIRE(waitFor([&] { return panel->trial().done && !panel->isTrying(); }));
    CHECK(panel->trial().matched == 2);
    CHECK(panel->table().rowCount() == 2);
    REQUIRE(waitFor([&] { return panel->table().item(0, 0)->text().contains(QStringLiteral("bus")); }));
    CHECK(panel->table().item(0, 3)->text() == QStringLiteral("Transport"));
    const auto tagged = [&] {
        int count = 0;
        const auto subjects = desk.harness.read<std::vector<store::RuleSubject>>([&](store::Tx &tx) { return store::Rules(tx).subjects(desk.items); }).value();
        for (const auto &subject : subjects)
            count += subject.tags.empty() ? 0 : 1;
        return count;
    };
    CHECK(tagged() == 0);
    const auto trial = panel->trial();
    const auto kept = rules(desk).front();
    REQUIRE(desk.harness.write<int>([&](store::Tx &tx) { return desk::applyRule(tx, kept, trial.toChange); }));
    CHECK(tagged() == 2);
    panel->list().setFocus();
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_Z));
    REQUIRE(waitFor([&] { return tagged() == 0; }));
}

TEST_CASE("rules are put in order and switched off by keys", "[rules]")
{
    OwnDesk desk({"le bus"});
    for (const auto *name : {"un", "deux"})
        REQUIRE(desk.harness.write<RuleId>([&](store::Tx &tx) { return store::Rules(tx).save(tagging(name, "bus")); }));
    auto *panel = open(desk);
    REQUIRE(waitFor([&] { return panel->list().count() == 2 && panel->list().hasFocus(); }));
    panel->list().setCurrentRow(0);
    desk.key(QKeySequence(Qt::ALT | Qt::Key_Down));
    REQUIRE(waitFor([&] { return rules(desk).front().name == "deux" && panel->list().currentRow() == 1 && panel->list().item(1)->text().startsWith(QStringLiteral("un")); }));
    panel->list().setFocus();
    desk.key(Qt::Key_Space);
    REQUIRE(waitFor([&] { return !rules(desk).back().on; }));
}

TEST_CASE("a rule that would close everything asks first", "[rules]")
{
    OwnDesk desk({"le bus"});
    auto *panel = open(desk);
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_N));
    panel->form().name().setText(QStringLiteral("Tout"));
    auto *row = panel->form().actions().front();
    const auto boxes = row->findChildren<QComboBox *>();
    boxes[0]->setCurrentIndex(static_cast<int>(RuleAction::Kind::Status));
    boxes[1]->setCurrentIndex(boxes[1]->count() - 1); // ignored
    REQUIRE(waitFor([&] { return panel->form().isValid(); }));
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_S));
    QMessageBox *box = nullptr;
    REQUIRE(waitFor([&] { return (box = panel->findChild<QMessageBox *>()) != nullptr && box->isVisible(); }));
    CHECK(rules(desk).empty());
    box->defaultButton()->click();
    CHECK(rules(desk).empty());
}

TEST_CASE("a rule passes on to a service that is chosen by name", "[rules]")
{
    OwnDesk desk({"le four"});
    const auto service = desk.harness.write<DepartmentId>([](store::Tx &tx) {
        Department sav;
        sav.nameFr = sav.nameEn = "Atelier";
        return store::Departments(tx).save(sav);
    });
    REQUIRE(service);
    auto *panel = open(desk);
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_N));
    panel->form().name().setText(QStringLiteral("Fours"));
    panel->form().query().field().setPlainText(QStringLiteral("four"));
    auto *row = panel->form().actions().front();
    row->findChildren<QComboBox *>().front()->setCurrentIndex(static_cast<int>(RuleAction::Kind::PassOn));
    REQUIRE(waitFor([&] { return row->action().department == *service; }));
    row->findChild<QLineEdit *>()->setText(QStringLiteral("Sous garantie ?"));
    CHECK(withoutAccessibleName(row).isEmpty());
    REQUIRE(waitFor([&] { return panel->form().isValid() && panel->form().rule().source == "four"; }));
    desk.key(QKeySequence(Qt::CTRL | Qt::Key_S));
    REQUIRE(waitFor([&] { return rules(desk).size() == 1; }));
    CHECK(rules(desk).front().actions == std::vector<RuleAction>{{RuleAction::Kind::PassOn, "Sous garantie ?", TicketStatus::Open, kLeastDelay, *service}});
}

TEST_CASE("a stop of the rules is told once, with the rule that was stopped", "[rules]")
{
    OwnDesk desk({"le bus"});
    const auto words = [&] { return visibleWords(&desk.harness.window()).filter(QStringLiteral("Boucle")).size(); };
    CHECK(words() == 0);
    REQUIRE(desk.harness.write<bool>([](store::Tx &tx) -> Result<bool> {
        RuleLogLine line;
        line.name = "Boucle";
        line.moment = "arrives";
        line.outcome = "capped";
        line.done = "2000";
        VIGIE_CHECK(store::Rules(tx).log(line));
        tx.change().settings = true;
        return true;
    }));
    REQUIRE(waitFor([&] { return words() > 0; }));
    const auto untold = [&] { return desk.harness.read<std::vector<RuleLogLine>>([](store::Tx &tx) { return store::untoldStops(tx); })->size(); };
    REQUIRE(waitFor([&] { return untold() == 0; }));
}
