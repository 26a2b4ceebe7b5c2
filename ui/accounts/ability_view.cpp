// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ability_view.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

#include <map>

namespace vigie::ui {

namespace {

/// Reasons are written to stand behind something; here they begin a line.
QString sentence(const QString &reason)
{
    return reason.left(1).toUpper() + reason.mid(1);
}

} // namespace

AbilityView::AbilityView(QWidget *parent) : QWidget(parent), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
}

void AbilityView::setAbilities(std::vector<app::Ability> abilities)
{
    abilities_ = std::move(abilities);
    refresh();
}

void AbilityView::refresh()
{
    delete table_;
    table_ = new QWidget(this);
    auto *inside = new QVBoxLayout(table_);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(kGap);
    addOffered(inside);
    addMissing(inside);
    layout_->addWidget(table_);
}

void AbilityView::addOffered(QVBoxLayout *layout)
{
    layout->addWidget(wrappedLabel(QStringLiteral("strong"), tr("What Vigie can do there"), table_));
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(kGrid);
    grid->setHorizontalSpacing(kMargin);
    int row = 0;
    for (const auto &ability : abilities_) {
        if (!ability.offered)
            continue;
        auto *what = wrappedLabel({}, capabilityWords(ability.what), table_);
        auto *tried = wrappedLabel(QStringLiteral("small"), triedWords(ability.tried), table_);
        tried->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(what, row, 0);
        grid->addWidget(tried, row++, 1);
        if (isConditional(ability.why))
            grid->addWidget(wrappedLabel(QStringLiteral("small"), reasonWords(ability.why), table_), row++, 0, 1, 2);
    }
    if (row == 0)
        grid->addWidget(wrappedLabel(QStringLiteral("muted"), tr("Nothing."), table_), 0, 0);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    layout->addLayout(grid);
}

void AbilityView::addMissing(QVBoxLayout *layout)
{
    std::vector<CapabilityReason> order;
    std::map<CapabilityReason, QStringList> missing;
    for (const auto &ability : abilities_) {
        if (ability.offered)
            continue;
        if (missing.count(ability.why) == 0)
            order.push_back(ability.why);
        missing[ability.why] << capabilityWords(ability.what);
    }
    if (order.empty())
        return;
    layout->addWidget(wrappedLabel(QStringLiteral("strong"), tr("What it cannot do there"), table_));
    for (const auto reason : order)
        layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("%1: %2").arg(sentence(reasonWords(reason)), missing[reason].join(QStringLiteral(", "))), table_));
}

void AbilityView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
