// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/reading_pane.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/pieces.hpp"

#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kAskAgainMs = 200, kFetchAfterMs = 900;
} // namespace

ReadingPane::ReadingPane(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell)
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    askTimer_.setSingleShot(true);
    askTimer_.setInterval(kAskAgainMs);
    connect(&askTimer_, &QTimer::timeout, this, &ReadingPane::ask);
    fetchTimer_.setSingleShot(true);
    fetchTimer_.setInterval(kFetchAfterMs);
    connect(&fetchTimer_, &QTimer::timeout, this, &ReadingPane::fetchThread);
    // The lexicons are unpacked once, behind.
    shell_.bridge.read<text::ToneAnalyser>(
        this, [](store::Tx &) -> Result<text::ToneAnalyser> { return text::ToneAnalyser::builtin(); },
        [this](Result<text::ToneAnalyser> tone) {
            if (!tone)
                return;
            tone_ = std::move(*tone);
            ask();
        });
    connect(&shell_.theme, &Theme::changed, this, [this] {
        placeFoot();
        if (reading_)
            present(Reading(*reading_));
    });
    connect(&shell_.commands, &CommandRegistry::keysChanged, this, &ReadingPane::labelActions);
    retranslate();
    clear();
}

void ReadingPane::showItem(ItemId id, QueryId via)
{
    if (id == item_ && via == via_)
        return;
    item_ = id;
    via_ = via;
    unveiled_ = allThread_ = allRelays_ = revisionsOpen_ = false;
    tagEdit_->hide();
    fetchTimer_.stop();
    threadNote_->clear();
    if (!id) {
        clear();
        return;
    }
    scroll_->verticalScrollBar()->setValue(0);
    ask();
}

void ReadingPane::clear()
{
    item_ = {};
    reading_.reset();
    generation_.next();
    error_->clear();
    header_->setTitle({});
    header_->setCount({});
    stack_->setCurrentIndex(0);
}

void ReadingPane::ask()
{
    if (!item_)
        return;
    const auto number = generation_.next();
    shell_.bridge.read<Reading>(
        this, [id = item_, via = via_, tone = tone_](store::Tx &tx) { return readReading(tx, id, via, tone); },
        [this, number](Result<Reading> reading) {
            if (!generation_.is(number))
                return;
            if (!reading) {
                error_->setError(reading.error());
                error_->show();
                return;
            }
            error_->clear();
            present(std::move(*reading));
            scheduleFetch();
        });
}

void ReadingPane::apply(const Change &change)
{
    if (!item_)
        return;
    const auto has = [this](const std::vector<ItemId> &ids) {
        return std::any_of(ids.begin(), ids.end(), [this](ItemId id) {
            if (id == item_)
                return true;
            return reading_ && std::any_of(reading_->thread.begin(), reading_->thread.end(), [id](const ThreadLine &entry) { return entry.id == id; });
        });
    };
    if (has(change.itemsChanged) || has(change.itemsAdded) || change.tags || change.queries || !change.tickets.empty())
        askTimer_.start();
}

void ReadingPane::focusText()
{
    if (reading_)
        (warningRow_->isVisible() && !unveiled_ ? static_cast<QWidget *>(reveal_) : text_)->setFocus(Qt::ShortcutFocusReason);
}

void ReadingPane::focusTag()
{
    if (!reading_)
        return;
    QStringList known;
    for (const auto &tag : reading_->knownTags)
        known << qs(tag);
    auto *completer = new QCompleter(known, tagEdit_);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    delete tagEdit_->completer();
    tagEdit_->setCompleter(completer);
    tagEdit_->setMinimumWidth(shell_.theme.scaled(140));
    tagEdit_->show();
    scroll_->ensureWidgetVisible(tagsBox_);
    tagEdit_->setFocus(Qt::ShortcutFocusReason);
}

void ReadingPane::addActions(const QStringList &commands)
{
    commands_ = commands;
    for (const auto &id : commands) {
        auto *button = roleButton(buttons_.isEmpty() ? QStringLiteral("primary") : QString(), foot_);
        const auto *command = shell_.commands.find(id);
        if (buttons_.isEmpty() && command != nullptr)
            button->setIcon(shell_.theme.icon(command->icon, &Colors::onAccent));
        shell_.commands.bind(button, id, false);
        actions_->addWidget(button);
        buttons_.append(button);
    }
    labelActions();
}

void ReadingPane::labelActions()
{
    for (qsizetype i = 0; i < buttons_.size(); ++i) {
        const auto *command = shell_.commands.find(commands_[i]);
        if (command == nullptr || !buttons_[i])
            continue;
        const auto key = shell_.commands.keyText(commands_[i]);
        buttons_[i]->setText(key.isEmpty() ? command->text() : tr("%1  %2", "text of a button and its key").arg(command->text(), key));
        buttons_[i]->setToolTip(command->text());
    }
}

void ReadingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFoot();
}

void ReadingPane::placeFoot()
{
    // Large text in a low window: the actions then follow the thread instead of hiding it.
    const bool inside = actions_->heightForWidth(width()) > height() / 3;
    (inside ? pageLayout_ : contentLayout_)->removeWidget(foot_);
    (inside ? contentLayout_ : pageLayout_)->addWidget(foot_);
}

void ReadingPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    tagEdit_->clear();
    tagEdit_->hide();
    Q_EMIT left();
}

void ReadingPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
