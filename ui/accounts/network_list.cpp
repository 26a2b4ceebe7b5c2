// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/network_list.hpp"

#include "ui/accounts/network_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace vigie::ui {

namespace {

enum Role { kId = Qt::UserRole + 1, kBadge, kSecond, kFound };
constexpr int kLeastRows = 6; ///< are seen at once

int lineHeight(const Theme &theme, TextSize size)
{
    return QFontMetrics(theme.font(size)).height();
}

class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const auto &theme = Theme::of(option.widget);
        return {0, lineHeight(theme, TextSize::Body) + lineHeight(theme, TextSize::Small) + kGap + kGrid};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.widget);
        const auto &colors = theme.colors();
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->fillRect(option.rect, selected ? colors.accentBg : colors.pane);
        if (selected && option.widget->hasFocus())
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colors.accent);
        const auto inside = option.rect.adjusted(kGap, kGrid, -kGap, -kGrid);
        const int side = theme.scaled(28);
        const QRect badge(inside.left(), inside.center().y() - side / 2, side, side);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        const bool found = index.data(kFound).toInt() >= 0;
        painter->setBrush(found ? colors.accent : colors.chip);
        painter->drawRoundedRect(badge, kRadius, kRadius);
        painter->setFont(theme.font(TextSize::Small, QFont::Bold));
        painter->setPen(found ? colors.onAccent : colors.fg);
        painter->drawText(badge, Qt::AlignCenter, index.data(kBadge).toString());
        QRect line(badge.right() + kMargin, inside.top(), inside.right() - badge.right() - kMargin, lineHeight(theme, TextSize::Body));
        painter->setFont(theme.font(TextSize::Body, QFont::DemiBold));
        painter->setPen(colors.fg);
        paint::elided(*painter, line, index.data(Qt::DisplayRole).toString());
        line = QRect(line.left(), line.bottom() + 1, line.width(), lineHeight(theme, TextSize::Small));
        painter->setFont(theme.font(TextSize::Small));
        painter->setPen(colors.muted);
        paint::elided(*painter, line, index.data(kSecond).toString());
        painter->restore();
    }
};

} // namespace

NetworkList::NetworkList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new RowDelegate(this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemClicked, this, &NetworkList::choose);
    connect(&Theme::of(this), &Theme::changed, this, &NetworkList::refill);
    refill();
}

void NetworkList::setNetworks(const connect::Catalogue *catalogue)
{
    catalogue_ = catalogue;
    refill();
}

void NetworkList::setFound(std::vector<connect::Candidate> found)
{
    found_ = std::move(found);
    refill();
}

void NetworkList::narrow(const QString &words)
{
    // Whoever types an address looks for no name.
    const bool address = words.contains(QLatin1Char('.')) || words.contains(QLatin1Char('@')) || words.contains(QLatin1Char(':'));
    words_ = address ? QString() : words.trimmed();
    found_.clear();
    refill();
}

void NetworkList::addRow(const connect::Descriptor &network, const QString &name, const QString &second, int found)
{
    auto *item = new QListWidgetItem(name, this);
    item->setData(kId, qs(network.id));
    item->setData(kBadge, qs(network.badge));
    item->setData(kSecond, second);
    item->setData(kFound, found);
    item->setData(Qt::AccessibleTextRole, name + QStringLiteral(", ") + second);
    item->setToolTip(second);
}

void NetworkList::refill()
{
    setAccessibleName(tr("Networks"));
    const auto &theme = Theme::of(this);
    setMinimumHeight(kLeastRows * (lineHeight(theme, TextSize::Body) + lineHeight(theme, TextSize::Small) + kGap + kGrid));
    clear();
    if (catalogue_ == nullptr)
        return;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const auto *connector = catalogue_->find(found_[i].connector);
        if (connector == nullptr)
            continue;
        const auto &network = connector->describe();
        const auto where = found_[i].instance.empty() ? (found_[i].settings.empty() ? std::string() : found_[i].settings.front().value) : found_[i].instance;
        QStringList second{qs(network.name), certaintyWords(found_[i].certainty)};
        if (!where.empty())
            second.insert(1, qs(where));
        addRow(network, found_[i].name.empty() ? qs(network.name) : qs(found_[i].name), second.join(QStringLiteral(" \u00B7 ")), static_cast<int>(i));
    }
    for (const auto &connector : catalogue_->all()) {
        const auto &network = connector->describe();
        const auto second = familyWords(network.family);
        const bool wanted = words_.isEmpty() || qs(network.name).contains(words_, Qt::CaseInsensitive) || qs(network.id).contains(words_, Qt::CaseInsensitive)
                            || second.contains(words_, Qt::CaseInsensitive);
        if (wanted && network.id != "file")
            addRow(network, qs(network.name), second, -1);
    }
    if (count() > 0 && hasFocus())
        setCurrentRow(0);
}

void NetworkList::choose(QListWidgetItem *item)
{
    if (item == nullptr)
        return;
    const int found = item->data(kFound).toInt();
    if (found >= 0 && found < static_cast<int>(found_.size())) {
        const auto candidate = found_[static_cast<std::size_t>(found)]; // the list may be filled anew meanwhile
        Q_EMIT candidateChosen(candidate);
    } else {
        Q_EMIT networkChosen(item->data(kId).toString());
    }
}

void NetworkList::focusInEvent(QFocusEvent *event)
{
    if (currentRow() < 0 && count() > 0)
        setCurrentRow(0);
    QListWidget::focusInEvent(event);
}

void NetworkList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: choose(currentItem()); break;
    case Qt::Key_Escape: event->ignore(); break;
    default: QListWidget::keyPressEvent(event);
    }
}

void NetworkList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QListWidget::changeEvent(event);
}

} // namespace vigie::ui
