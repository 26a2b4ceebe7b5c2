// SPDX-License-Identifier: GPL-3.0-or-later
// What a column asks of the workspace, and its words.
#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/coverage_strip.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPointer>
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

void Column::fillGaps()
{
    const auto accounts = strip_->withGaps();
    auto &bridge = shell_.bridge;
    if (accounts.empty() || bridge.workspace() == nullptr) {
        shell_.toasts.show(strip_->words());
        return;
    }
    shell_.toasts.showAction(strip_->words(), tr("Fill the gaps"), [this, guard = QPointer<Column>(this), accounts] {
        if (!guard)
            return;
        auto *workspace = shell_.bridge.workspace();
        if (workspace == nullptr)
            return;
        for (const auto account : accounts)
            workspace->fillGaps(account, {}, shell_.bridge.stopFor(this), shell_.bridge.executor(),
                                shell_.bridge.guarded<Result<intake::SyncReport>>(this, [this](Result<intake::SyncReport> report) {
                                    if (!report)
                                        shell_.toasts.showError(report.error());
                                    else
                                        shell_.toasts.show(tr("Gaps read again: %n mention(s) found.", nullptr, report->inserted()));
                                }));
        shell_.toasts.show(tr("Reading the gaps again."));
    });
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
    strip_->retranslate();
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
