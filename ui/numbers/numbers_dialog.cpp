// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/numbers_dialog.hpp"

#include "ui/numbers/goals_page.hpp"
#include "ui/numbers/numbers_page.hpp"
#include "ui/numbers/surveys_page.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QDialogButtonBox>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWidth = 760, kHeight = 520;
} // namespace

NumbersDialog::NumbersDialog(Shell &shell, OwnNumbers::Kind first, QWidget *parent) : QDialog(parent), tabs_(new QTabWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("ownNumbers"));
    setWindowTitle(tr("Numbers entered by hand"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    tabs_->setAccessibleName(windowTitle());
    for (const auto &kind : OwnNumbers::all()) {
        auto *page = kind.read != nullptr ? addNumbers(shell, kind) : addEntered(shell, kind);
        if (kind.kind == first)
            tabs_->setCurrentWidget(page);
    }
    layout->addWidget(tabs_, 1);
    const auto turn = [this](QKeySequence::StandardKey key, int pages) { // a closed list would take the keys for a letter
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, pages] { tabs_->setCurrentIndex((tabs_->currentIndex() + pages + tabs_->count()) % tabs_->count()); });
    };
    turn(QKeySequence::NextChild, 1);
    turn(QKeySequence::PreviousChild, -1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in a field enters the number
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&shell.bridge, &Bridge::closed, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
    if (auto *simple = page(first))
        simple->takeFocus();
    else if (auto *entries = qobject_cast<EnteredPage *>(tabs_->currentWidget()))
        entries->takeFocus();
}

QWidget *NumbersDialog::addNumbers(Shell &shell, const OwnNumbers &kind)
{
    auto *page = new NumbersPage(shell, kind, tabs_);
    tabs_->addTab(page, kind.title());
    connect(page, &NumbersPage::entered, this, &NumbersDialog::entered);
    return page;
}

QWidget *NumbersDialog::addEntered(Shell &shell, const OwnNumbers &kind)
{
    EnteredPage *page = nullptr;
    if (kind.kind == OwnNumbers::Kind::Goals)
        page = goals_ = new GoalsPage(shell, tabs_);
    else
        page = surveys_ = new SurveysPage(shell, tabs_);
    tabs_->addTab(page, kind.title());
    connect(page, &EnteredPage::entered, this, &NumbersDialog::entered);
    return page;
}

NumbersPage *NumbersDialog::page(OwnNumbers::Kind kind) const
{
    for (int at = 0; at < tabs_->count(); ++at)
        if (auto *one = qobject_cast<NumbersPage *>(tabs_->widget(at)); one != nullptr && one->numbers().kind == kind)
            return one;
    return nullptr;
}

} // namespace vigie::ui
