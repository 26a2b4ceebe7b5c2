// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/completion_list.hpp"

#include "ui/theme/theme.hpp"

#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kMostRows = 8, kLeastWidth = 160;
}

CompletionList::CompletionList(QWidget *field) : QListWidget(field->window())
{
    setObjectName(QStringLiteral("queryCompletions"));
    setFocusPolicy(Qt::NoFocus);
    setProperty("role", "overlay");
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(this, &QListWidget::itemClicked, this, [this] { Q_EMIT taken(); });
    hide();
}

QString CompletionList::kindName(text::QueryCompletion::Kind kind)
{
    using Kind = text::QueryCompletion::Kind;
    switch (kind) {
    case Kind::Field: return tr("field", "of a query");
    case Kind::Value: return tr("value", "of a field of a query");
    case Kind::Operator: return tr("operator", "of a query");
    case Kind::Function: return tr("function", "of a query");
    case Kind::Saved: return tr("saved query");
    case Kind::List: return tr("list of authors");
    }
    return {};
}

void CompletionList::offer(std::vector<QueryChoice> choices, QWidget *viewport, const QRect &at)
{
    choices_ = std::move(choices);
    clear();
    if (choices_.empty()) {
        hide();
        return;
    }
    setAccessibleName(tr("What may be typed here"));
    for (const auto &choice : choices_) {
        auto *row = new QListWidgetItem(choice.text, this);
        const auto what = choice.what.isEmpty() ? kindName(choice.kind) : choice.what;
        row->setToolTip(what);
        row->setData(Qt::AccessibleTextRole, tr("%1, %2", "a completion, what it is").arg(choice.text, what));
    }
    setCurrentRow(0);
    auto *host = parentWidget();
    if (host != viewport->window())
        setParent(host = viewport->window());
    const int rows = std::min(count(), kMostRows);
    const int width = std::max(Theme::of(this).scaled(kLeastWidth), sizeHintForColumn(0) + verticalScrollBar()->sizeHint().width() + 2 * kGap);
    resize(std::min(width, host->width()), rows * sizeHintForRow(0) + 2 * frameWidth());
    QPoint place = viewport->mapTo(host, at.bottomLeft() + QPoint(0, 2));
    if (place.y() + height() > host->height()) // no room below: above
        place.setY(viewport->mapTo(host, at.topLeft()).y() - height() - 2);
    place.setX(std::clamp(place.x(), 0, std::max(0, host->width() - this->width())));
    move(place);
    raise();
    show();
}

const QueryChoice *CompletionList::chosen() const
{
    const int row = currentRow();
    return isHidden() || row < 0 || row >= static_cast<int>(choices_.size()) ? nullptr : &choices_[static_cast<std::size_t>(row)];
}

void CompletionList::step(int by)
{
    if (count() > 0)
        setCurrentRow((currentRow() + by + count()) % count());
}

QString CompletionList::announcement() const
{
    const auto *choice = chosen();
    return choice == nullptr ? QString() : tr("%1 %2, %3 of %4", "kind of completion, its text, its number, how many there are").arg(kindName(choice->kind), choice->text).arg(currentRow() + 1).arg(count());
}

} // namespace vigie::ui
