// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_editor.hpp"

#include "ui/app/panel.hpp"
#include "ui/command/ranking.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

KeysEditor::KeysEditor(CommandRegistry &commands, QWidget *parent)
    : QWidget(parent), commands_(commands), filter_(new QLineEdit(this)), table_(new QTableWidget(0, 3, this)), edit_(new QKeySequenceEdit(this)),
      apply_(roleButton({}, this)), clear_(roleButton({}, this)), reset_(roleButton({}, this)), error_(new ErrorBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->setMinimumHeight(280);
    auto *row = new QWidget(this);
    auto *line = new FlowLayout(row, kGap);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(edit_);
    for (auto *button : {apply_, clear_, reset_})
        line->addWidget(button);
    layout->addWidget(filter_);
    layout->addWidget(table_, 1);
    layout->addWidget(error_);
    layout->addWidget(row);
    connect(filter_, &QLineEdit::textChanged, this, &KeysEditor::refill);
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
        error_->clear();
        const auto keys = commands_.keys(currentId());
        edit_->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.first());
    });
    connect(apply_, &QPushButton::clicked, this, &KeysEditor::apply);
    connect(clear_, &QPushButton::clicked, this, [this] {
        commands_.setKeys(currentId(), {});
        refill();
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        commands_.resetKeys(currentId());
        refill();
    });
    retranslate();
}

QString KeysEditor::currentId() const
{
    const auto *item = table_->item(table_->currentRow(), 0);
    return item != nullptr ? item->data(Qt::UserRole).toString() : QString();
}

void KeysEditor::apply()
{
    const auto id = currentId();
    if (id.isEmpty())
        return error_->setMessage(tr("Choose a command first."));
    const auto key = edit_->keySequence();
    const auto refused = commands_.setKeys(id, key.isEmpty() ? QList<QKeySequence>{} : QList<QKeySequence>{key});
    if (refused) {
        const auto *other = commands_.find(refused->id);
        return error_->setMessage(tr("%1 already belongs to \"%2\". Nothing was changed.")
                                      .arg(refused->key.toString(QKeySequence::NativeText), other != nullptr ? other->text() : refused->id));
    }
    error_->clear();
    refill();
}

void KeysEditor::refill()
{
    const auto chosen = currentId();
    const auto typed = filter_->text();
    table_->setRowCount(0);
    for (const auto *command : commands_.all()) {
        const auto text = command->text();
        if (!paletteRank(typed, text))
            continue;
        const int row = table_->rowCount();
        table_->insertRow(row);
        auto *words = new QTableWidgetItem(text);
        words->setData(Qt::UserRole, command->id);
        table_->setItem(row, 0, words);
        const auto *panel = qobject_cast<const Panel *>(command->context);
        table_->setItem(row, 1, new QTableWidgetItem(panel != nullptr ? panel->title() : tr("Everywhere")));
        QStringList keys;
        for (const auto &key : commands_.keys(command->id))
            keys << key.toString(QKeySequence::NativeText);
        table_->setItem(row, 2, new QTableWidgetItem(keys.join(QStringLiteral(", ")) + (commands_.isRemapped(command->id) ? QStringLiteral(" *") : QString())));
        if (command->id == chosen)
            table_->setCurrentCell(row, 0);
    }
}

void KeysEditor::retranslate()
{
    filter_->setPlaceholderText(tr("Find a command"));
    filter_->setAccessibleName(filter_->placeholderText());
    table_->setHorizontalHeaderLabels({tr("Command"), tr("Where"), tr("Key")});
    table_->setAccessibleName(tr("Commands and their keys"));
    edit_->setAccessibleName(tr("New key"));
    for (auto *field : edit_->findChildren<QLineEdit *>())
        field->setAccessibleName(tr("New key"));
    apply_->setText(tr("Set the key"));
    clear_->setText(tr("No key"));
    reset_->setText(tr("As delivered"));
    for (auto *button : {apply_, clear_, reset_})
        button->setAccessibleName(button->text());
    refill();
}

void KeysEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
