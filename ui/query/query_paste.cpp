// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_paste.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/query_sentence.hpp"
#include "ui/widget/pieces.hpp"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kFieldHeight = 72, kMostPasted = 40'000, kMostNotes = 12;
}

QueryPaste::QueryPaste(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), title_(wrappedLabel(QStringLiteral("strong"), {}, this)), from_(wrappedLabel(QStringLiteral("muted"), {}, this)),
      result_(wrappedLabel({}, {}, this)), notes_(wrappedLabel(QStringLiteral("warn"), {}, this)), pasted_(new QPlainTextEdit(this)), tool_(new QComboBox(this)),
      use_(roleButton(QStringLiteral("primary"), this)), cancel_(roleButton({}, this))
{
    setProperty("role", "card");
    setObjectName(QStringLiteral("queryPaste"));
    pasted_->setTabChangesFocus(true);
    pasted_->setFixedHeight(Theme::of(this).scaled(kFieldHeight));
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *foot = new QHBoxLayout;
    foot->addWidget(use_);
    foot->addWidget(cancel_);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGap);
    layout->setSpacing(kGrid);
    for (auto *widget : {static_cast<QWidget *>(title_), static_cast<QWidget *>(pasted_), static_cast<QWidget *>(tool_), static_cast<QWidget *>(from_), static_cast<QWidget *>(result_),
                         static_cast<QWidget *>(notes_)})
        layout->addWidget(widget);
    layout->addLayout(foot);
    retranslate();
    connect(pasted_, &QPlainTextEdit::textChanged, this, &QueryPaste::translate);
    connect(tool_, &QComboBox::currentIndexChanged, this, &QueryPaste::translate);
    connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT translated(source_); });
    connect(cancel_, &QPushButton::clicked, this, &QueryPaste::closed);
    translate();
}

void QueryPaste::open()
{
    pasted_->setPlainText(QGuiApplication::clipboard()->text().left(kMostPasted));
    pasted_->setFocus();
    pasted_->selectAll();
}

void QueryPaste::translate()
{
    const auto number = asked_.next();
    const auto typed = utf8(pasted_->toPlainText().left(kMostPasted).trimmed());
    use_->setEnabled(false);
    if (typed.empty()) {
        showTranslation({});
        return;
    }
    const auto from = tool_->currentIndex() <= 0 ? std::nullopt : std::optional(static_cast<text::QueryDialect>(tool_->currentIndex()));
    bridge_.work<text::QueryTranslation>(
        this, [typed, from]() -> Result<text::QueryTranslation> { return text::translateQuery(typed, from); },
        [this, number](const Result<text::QueryTranslation> &translation) {
            if (asked_.is(number) && translation)
                showTranslation(*translation);
        });
}

void QueryPaste::showTranslation(const text::QueryTranslation &translation)
{
    source_ = qs(translation.source);
    result_->setText(source_);
    result_->setVisible(!source_.isEmpty());
    use_->setEnabled(!source_.isEmpty());
    const auto index = static_cast<int>(translation.dialect);
    from_->setVisible(!source_.isEmpty());
    from_->setText(index <= 0 ? tr("It reads here as it is:") : tr("Read as a query of %1:").arg(tool_->itemText(index)));
    auto notes = translationNotes(translation);
    const auto more = notes.size() - kMostNotes;
    if (more > 0) {
        notes = notes.mid(0, kMostNotes);
        notes.append(tr("... and %n more", nullptr, static_cast<int>(more)));
    }
    notes_->setText(notes.join(QLatin1Char('\n')));
    notes_->setVisible(!notes.isEmpty());
}

void QueryPaste::retranslate()
{
    title_->setText(tr("Paste a query of another tool"));
    pasted_->setAccessibleName(tr("Query of another tool"));
    const QSignalBlocker quiet(tool_);
    const int index = std::max(0, tool_->currentIndex());
    tool_->clear();
    // In the order of text::QueryDialect; the first is: whichever it looks like.
    tool_->addItems({tr("Find out of which tool"), QStringLiteral("Brandwatch"), QStringLiteral("Talkwalker"), QStringLiteral("Meltwater")});
    tool_->setCurrentIndex(index);
    tool_->setAccessibleName(tr("Tool the query comes from"));
    use_->setText(tr("Use this query"));
    use_->setAccessibleName(use_->text());
    cancel_->setText(tr("Cancel"));
    cancel_->setAccessibleName(cancel_->text());
}

void QueryPaste::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        translate();
    }
    QFrame::changeEvent(event);
}

void QueryPaste::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier) && use_->isEnabled())
        Q_EMIT translated(source_);
    else
        QFrame::keyPressEvent(event);
}

} // namespace vigie::ui
