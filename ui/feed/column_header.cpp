// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a column: its name, how many mentions, how many unread, in which languages; and the bar of new ones.
#include "ui/app/relay_count.hpp"
#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/widget/pieces.hpp"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>

#include <cmath>
#include <functional>
#include <utility>

namespace vigie::ui {

namespace {
constexpr int kLiveAtMost = 9999;
}

void Column::makeHeader()
{
    header_ = new ColumnHeader(this);
    name_ = new ElidedLabel(header_);
    total_ = roleLabel(QStringLiteral("muted"), {}, header_);
    unread_ = roleLabel(QStringLiteral("chipaccent"), {}, header_);
    name_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // a stretch would give it half of the room only
    auto *layout = headLayout(*header_, *name_);
    layout->addWidget(total_);
    layout->addWidget(unread_);
    layout->addStretch(1);
    for (auto *&label : languages_) {
        label = roleLabel(QStringLiteral("chip"), {}, header_);
        label->hide();
        layout->addWidget(label);
    }
    gathered_ = roleLabel(QStringLiteral("chip"), {}, header_);
    gathered_->hide();
    layout->addWidget(gathered_);
    unread_->hide();
    asideButton_ = roleButton(QStringLiteral("chip"), header_);
    asideButton_->setCheckable(true);
    asideButton_->setFocusPolicy(Qt::TabFocus);
    asideButton_->hide();
    connect(asideButton_, &QPushButton::clicked, this, &Column::asideWanted);
    layout->addWidget(asideButton_);
    menu_ = new QToolButton(header_);
    menu_->setPopupMode(QToolButton::InstantPopup);
    menu_->setIcon(shell_.theme.icon(QStringLiteral("more"), &Colors::muted));
    menu_->setAutoRaise(true);
    layout->addWidget(menu_);
}

void Column::setCounts(const store::QueryCounts &counts)
{
    counts_ = counts;
    haveCounts_ = true;
    showHeader();
}

void Column::setAsideCount(int count)
{
    if (std::exchange(asideCount_, count) != count)
        showHeader();
}

void Column::showEmpty()
{
    if (model_->aside())
        empty_->setContent(QStringLiteral("ignore"), tr("Nothing is kept aside"), tr("Every mention of this query is in the column."));
    else
        empty_->setContent(QStringLiteral("search"), tr("Nothing here yet"),
                           tr("No mention satisfies this query so far. New ones will appear here by themselves."), tr("Edit the query"));
}

void Column::showHeader()
{
    name_->setText(format::queryName(model_->query().name));
    name_->updateGeometry();
    const bool originals = !model_->aside() && !relaysCounted(shell_.bridge);
    gathered_->setText(originals ? tr("originals", "relays are left out") : tr("gathered", "relays stand behind their original"));
    gathered_->setToolTip(originals ? tr("Relays are not counted, and left out.") : tr("Relays are gathered behind their original."));
    gathered_->setAccessibleName(gathered_->toolTip());
    gathered_->setVisible(originals || model_->gathered());
    asideButton_->setVisible(asideCount_ > 0 || model_->aside());
    asideButton_->setChecked(model_->aside());
    asideButton_->setText(model_->aside() ? tr("Back") : tr("%n aside", "mentions that are kept aside", asideCount_));
    asideButton_->setToolTip(model_->aside() ? tr("These are kept aside as not about it, and not counted.")
                                             : tr("%n kept aside as not about it, and not counted: show", nullptr, asideCount_));
    asideButton_->setAccessibleName(asideButton_->toolTip());
    if (!haveCounts_)
        return;
    // What is searched for anew each time is not counted further.
    const bool more = model_->query().deskDependent && counts_.total > kLiveAtMost;
    total_->setText(format::number(more ? kLiveAtMost : counts_.total) + (more ? QStringLiteral("+") : QString()));
    total_->setAccessibleName(tr("%n mention(s)", nullptr, counts_.total));
    unread_->setVisible(counts_.unread > 0 && !model_->aside());
    unread_->setText(format::compact(counts_.unread));
    unread_->setToolTip(tr("%n not read yet", nullptr, counts_.unread));
    unread_->setAccessibleName(unread_->toolTip());
    for (std::size_t i = 0; i < std::size(languages_); ++i) {
        auto *label = languages_[i];
        label->clear();
        if (i >= counts_.languages.size() || counts_.languages[i].second <= 0)
            continue;
        const auto &[lang, share] = counts_.languages[i];
        label->setText(QStringLiteral("%1 %2").arg(lang == "und" ? QStringLiteral("?") : qs(lang)).arg(share));
        label->setToolTip(lang == "und" ? tr("%1 % in a language that is not known").arg(share)
                                        : tr("%1 % in %2", "share, language").arg(share).arg(QLocale(qs(lang)).nativeLanguageName()));
    }
    fitHeader();
}

void Column::fitHeader()
{
    int room = width() - 1 - kMargin - kGrid - menu_->sizeHint().width() - name_->sizeHint().width() - total_->sizeHint().width() - 4 * kGap;
    if (!unread_->isHidden())
        room -= unread_->sizeHint().width() + kGap;
    if (!gathered_->isHidden())
        room -= gathered_->sizeHint().width() + kGap;
    if (!asideButton_->isHidden())
        room -= asideButton_->sizeHint().width() + kGap;
    for (auto *label : languages_) {
        room -= label->sizeHint().width() + kGap;
        label->setVisible(!label->text().isEmpty() && room >= 0);
    }
}

void Column::aroundCards(const std::function<void()> &change)
{
    // What comes or goes above the cards takes its room from them: they are scrolled by as much. While nobody has touched the
    // column, the first card is rather shown whole.
    const bool keep = view_->verticalScrollBar()->value() != 0 || !model_->isUntouched();
    const int before = view_->mapTo(this, QPoint(0, 0)).y();
    change();
    layout()->activate();
    view_->fitRange();
    if (const int moved = view_->mapTo(this, QPoint(0, 0)).y() - before; keep && moved != 0)
        view_->shiftRows(-moved);
}

void Column::showBar(bool shown)
{
    if (newBar_->isVisibleTo(this) != shown)
        aroundCards([&] { newBar_->setVisible(shown); });
}

} // namespace vigie::ui
