// SPDX-License-Identifier: GPL-3.0-or-later
// What a column asks of the workspace, and its words.
#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_dialog.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QToolButton>

namespace vigie::ui {

void Column::markRead()
{
    auto newest = current();
    if (model_->aside())
        return; // what was kept aside is no reading of the column
    if (!active_ || !newest || newest <= model_->query().readUpTo || newest <= markedUpTo_)
        return;
    markedUpTo_ = newest;
    shell_.bridge.write<bool>(
        this,
        [id = id(), newest](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Queries(tx).markRead(id, newest));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                markedUpTo_ = {}; // tried again with the next card
        },
        store::Durability::Normal);
}

void Column::showCoverage()
{
    app::CoverageScope scope;
    if (const auto parsed = model_->parsed())
        scope.networks = app::networksAsked(parsed->root);
    scope.from = shell_.bridge.now() - kCoverageSpan;
    scope.to = scope.from + 2 * kCoverageSpan; // up to now, also later
    auto *dialog = new CoverageDialog(shell_, tr("%1, last 7 days").arg(format::queryName(model_->query().name)), std::move(scope), this);
    dialog->open();
}

void Column::retranslate()
{
    const auto name = format::queryName(model_->query().name);
    setAccessibleName(tr("Column %1").arg(name));
    view_->setAccessibleName(tr("Mentions of %1").arg(name));
    menu_->setAccessibleName(tr("Menu of the column %1").arg(name));
    menu_->setToolTip(tr("Column menu"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop looking for older mentions; those found so far stay."));
    cancel_->setAccessibleName(cancel_->toolTip());
    progressRow_->setAccessibleName(tr("Looking for older mentions"));
    progressRow_->setToolTip(tr("Looking for older mentions"));
    newBar_->setText(tr("%n new", nullptr, model_->pendingCount()));
    showEmpty();
    showHeader();
}

void Column::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        Q_EMIT sideways(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QFrame::keyPressEvent(event);
}

void Column::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    grip_->place();
    fitHeader();
}

void Column::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    Q_EMIT activatedByFocus();
}

void Column::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        view_->viewport()->update();
    }
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
