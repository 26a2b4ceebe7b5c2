// SPDX-License-Identifier: GPL-3.0-or-later
// The words and the keys of the column editor.
#include "ui/feed/column_editor.hpp"

#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace vigie::ui {

void ColumnEditor::retranslate()
{
    const QSignalBlocker quiet(role_);
    header_->setTitle(query_.id ? tr("Edit the column") : tr("New column"));
    nameLabel_->setText(tr("Name"));
    name_->setAccessibleName(tr("Name of the column"));
    sourceLabel_->setText(tr("Query"));
    source_->setAccessibleName(tr("Query of the column"));
    source_->setPlaceholderText(tr("dubreuil AND (repair* OR \"second hand\") NOT is:ours"));
    help_->setText(tr("Words, \"phrases\", beginnings (repair*), AND, OR, NOT, parentheses, and fields: network: author: lang: sentiment: has: is: tag: status:"));
    mixed_->setText(tr("AND binds before OR here. Add parentheses if you meant otherwise."));
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
    save_->setText(query_.id ? tr("Save") : tr("Add the column"));
    save_->setAccessibleName(save_->text());
    cancel_->setText(tr("Cancel"));
    cancel_->setAccessibleName(cancel_->text());
    remove_->setText(tr("Delete the column"));
    remove_->setAccessibleName(remove_->text());
    remove_->setVisible(static_cast<bool>(query_.id));
    setAccessibleName(tr("Column editor"));
}

void ColumnEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && (event->modifiers() & Qt::ControlModifier) != 0)
        save();
    else
        QWidget::keyPressEvent(event);
}

bool ColumnEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Enter saves: a query is one line, however many it is shown on.
    if (watched == source_ && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ColumnEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
