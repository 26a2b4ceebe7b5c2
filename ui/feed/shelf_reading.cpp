// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/shelf_reading.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vigie::ui {

ShelfReading::ShelfReading(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), header_(new PaneHeader(this)), empty_(new EmptyState(this)), scroll_(new QScrollArea(this)),
      notice_(roleLabel(QStringLiteral("small"), {}, this)), handle_(roleLabel(QStringLiteral("muted"), {}, this)), veil_(roleLabel(QStringLiteral("warn"), {}, this)),
      title_(roleLabel(QStringLiteral("title"), {}, this)), facts_(roleLabel(QStringLiteral("muted"), {}, this)), reveal_(roleButton(QStringLiteral("link"), this)),
      text_(new TextBlock(this)), foot_(new QWidget(this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(reveal_, &QPushButton::clicked, this, [this] {
        unveiled_ = !unveiled_;
        present();
    });
    connect(text_, &TextBlock::linkPressed, this, [](const QString &target) { openPage(target); });
    connect(&shell_.theme, &Theme::changed, this, &ShelfReading::present);
    retranslate();
}

void ShelfReading::build()
{
    auto *banner = new QFrame(this);
    banner->setProperty("role", "note");
    auto *inBanner = new QVBoxLayout(banner);
    inBanner->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    inBanner->addWidget(notice_);
    auto *content = new QWidget(scroll_);
    content->setProperty("role", "pane");
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    inside->setSpacing(kGap);
    for (auto *label : {notice_, handle_, veil_, title_, facts_})
        label->setWordWrap(true);
    for (auto *widget : std::initializer_list<QWidget *>{handle_, veil_, reveal_, title_, text_, facts_})
        inside->addWidget(widget, 0, widget == reveal_ ? Qt::AlignLeft : Qt::Alignment());
    inside->addStretch(1);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto *actions = new FlowLayout(foot_, kGap);
    actions->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(banner);
    layout->addWidget(scroll_, 1);
    layout->addWidget(empty_, 1);
    layout->addWidget(foot_);
}

void ShelfReading::addActions(const QStringList &commands)
{
    for (const auto &id : commands) {
        auto *button = roleButton(foot_->layout()->isEmpty() ? QStringLiteral("primary") : QString(), foot_);
        shell_.commands.bind(button, id);
        foot_->layout()->addWidget(button);
    }
}

void ShelfReading::show(const CardPtr &card)
{
    if (card == card_)
        return;
    const bool same = card && card_ && card->row.item.nativeId == card_->row.item.nativeId && card->row.item.instance == card_->row.item.instance;
    card_ = card;
    if (!same) {
        unveiled_ = false;
        scroll_->verticalScrollBar()->setValue(0);
    }
    present();
}

void ShelfReading::present()
{
    const bool any = card_ != nullptr;
    empty_->setVisible(!any);
    scroll_->setVisible(any);
    foot_->setVisible(any);
    header_->setTitle(any ? card_->name : QString());
    header_->setCount({});
    if (!any)
        return;
    const auto &item = card_->row.item;
    header_->setCount(tr("%1, %2", "name of a network, time").arg(shell_.bridge.networkName(item.connector), format::ago(item.publishedAt, shell_.bridge.now())));
    handle_->setText(card_->handle);
    handle_->setVisible(!card_->handle.isEmpty());
    const auto veil = veilOf(item);
    const bool warned = !item.warning.empty(), open = veil.isEmpty() || (warned && unveiled_);
    veil_->setText(veil);
    veil_->setVisible(!veil.isEmpty());
    reveal_->setVisible(warned && item.state == ItemState::Visible);
    reveal_->setText(unveiled_ ? tr("Hide the text") : tr("Show the text"));
    reveal_->setAccessibleName(reveal_->text());
    title_->setText(qs(item.title));
    title_->setVisible(open && !item.title.empty());
    text_->showPlain(qs(item.text));
    text_->setVisible(open && !item.text.empty());
    const auto facts = factsOf(*card_);
    facts_->setText(facts);
    facts_->setVisible(!facts.isEmpty());
}

void ShelfReading::focusText()
{
    if (card_)
        (reveal_->isVisible() && !unveiled_ ? static_cast<QWidget *>(reveal_) : text_)->setFocus(Qt::ShortcutFocusReason);
}

void ShelfReading::retranslate()
{
    setAccessibleName(tr("Reading pane"));
    notice_->setText(tr("%1 It is gone from here when Vigie is closed; it cannot be tagged, sent to the inbox or searched for. Answer on the network's own page.").arg(shownOnlyWords()));
    empty_->setContent(QStringLiteral("eye"), tr("No mention chosen"), tr("Choose a card to read the whole text."));
    text_->setAccessibleName(tr("Text of the mention"));
    present();
}

void ShelfReading::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void ShelfReading::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
