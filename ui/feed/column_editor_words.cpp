// SPDX-License-Identifier: GPL-3.0-or-later
// The words and the keys of the column editor.
#include "ui/feed/column_editor.hpp"

#include "ui/query/query_editor.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace vigie::ui {

void ColumnEditor::retranslate()
{
    const QSignalBlocker quiet(role_);
    header_->setTitle(query_.id ? tr("Edit the column") : tr("New column"));
    nameLabel_->setText(tr("Name"));
    name_->setAccessibleName(tr("Name of the column"));
    sourceLabel_->setText(tr("Query"));
    roleLabel_->setText(tr("What it is for"));
    role_->setAccessibleName(roleLabel_->text());
    orderLabel_->setText(tr("Order"));
    order_->setAccessibleName(orderLabel_->text());
    const int order = order_->currentIndex();
    const int role = role_->currentData().isValid() ? role_->currentData().toInt() : static_cast<int>(query_.role);
    role_->clear();
    role_->addItem(tr("A column to look at"), static_cast<int>(QueryRole::Column));
    role_->addItem(tr("Our brand"), static_cast<int>(QueryRole::Brand));
    role_->addItem(tr("A competitor"), static_cast<int>(QueryRole::Competitor));
    role_->addItem(tr("A subject"), static_cast<int>(QueryRole::Subject));
    role_->setCurrentIndex(role_->findData(role));
    order_->clear();
    order_->addItem(tr("Newest first"));
    order_->addItem(tr("Oldest first"));
    order_->setCurrentIndex(order < 0 ? (query_.newestFirst ? 0 : 1) : order);
    nameSave();
    cancel_->setText(tr("Cancel"));
    cancel_->setAccessibleName(cancel_->text());
    remove_->setText(tr("Delete the column"));
    remove_->setAccessibleName(remove_->text());
    remove_->setVisible(static_cast<bool>(query_.id));
    setAccessibleName(tr("Column editor"));
}

void ColumnEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (enter && ((event->modifiers() & Qt::ControlModifier) != 0 || save_->hasFocus()))
        save();
    else
        QWidget::keyPressEvent(event);
}

void ColumnEditor::nameSave()
{
    save_->setText(warned_ ? tr("Save all the same") : query_.id ? tr("Save") : tr("Add the column"));
    save_->setAccessibleName(save_->text());
}

void ColumnEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
