// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reply_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/charter_check.hpp"
#include "ui/charter/review_site_check.hpp"
#include "ui/inbox/meanwhile_bar.hpp"
#include "ui/inbox/proof_check.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/inbox/reply_length.hpp"
#include "ui/inbox/writing_strip.hpp"
#include "ui/widget/flow_layout.hpp"

#include <vigie/text/typography.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMenu>
#include <QPointer>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
const Account kNoAccount{};
} // namespace

ReplyBox::ReplyBox(Bridge &bridge, QWidget *parent)
    : WritingFrame(parent), bridge_(bridge), speller_(std::make_shared<text::Speller>()), title_(roleLabel(QStringLiteral("strong"), {}, this)), counter_(roleLabel(QStringLiteral("strong"), {}, this)),
      saved_(roleLabel(QStringLiteral("small"), {}, this)), parts_(wrappedLabel(QStringLiteral("small"), {}, this)),
      refusedText_(roleLabel(QStringLiteral("warn"), {}, this)),
      as_(roleButton(QStringLiteral("chip"), this)), seen_(roleButton(QStringLiteral("chip"), this)), language_(roleButton(QStringLiteral("chip"), this)),
      address_(roleButton(QStringLiteral("chip"), this)), why_(roleButton(QStringLiteral("link"), this)), split_(roleButton(QStringLiteral("link"), this)),
      spaces_(roleButton(QStringLiteral("link"), this)), note_(roleButton(QStringLiteral("link"), this)), send_(roleButton(QStringLiteral("primary"), this)),
      meanwhile_(new MeanwhileBar(this)), refused_(new QFrame(this)), editor_(new QPlainTextEdit(this)),
      saver_(new DraftSaver(bridge, *editor_, [this] { return draftWrite(); }, this)),
      marks_(new WritingMarks(bridge, *editor_, this)), strip_(new WritingStrip(bridge, *marks_, *editor_, this))
{
    setProperty("role", "footer");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, kMargin, 18, kMargin);
    layout->setSpacing(6);
    buildHead();
    layout->addWidget(meanwhile_);
    refused_->setProperty("role", "banner");
    refused_->setAttribute(Qt::WA_StyledBackground);
    auto *bar = new QHBoxLayout(refused_);
    bar->setContentsMargins(kMargin, 6, kMargin, 6);
    refusedText_->setWordWrap(true);
    refusedText_->setTextFormat(Qt::PlainText);
    bar->addWidget(refusedText_);
    refused_->hide();
    layout->addWidget(refused_);
    editor_->setTabChangesFocus(true);
    growWith(*editor_);
    editor_->setObjectName(QStringLiteral("replyEditor"));
    editor_->installEventFilter(this);
    layout->addWidget(editor_, 1);
    layout->addWidget(parts_);
    layout->addWidget(strip_);
    marks_->add(charterCheck(bridge_, marks_));
    marks_->add(reviewSiteCheck());
    marks_->add(proofCheck(speller_, [box = QPointer<ReplyBox>(this)](const QString &word, const std::string &lang) {
        if (box)
            box->learn(word, lang);
    }));
    editor_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(editor_, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        strip_->openContextMenu(editor_->viewport()->mapToGlobal(at), editor_->cursorForPosition(at).position());
    });
    auto *foot = new QHBoxLayout;
    foot->setSpacing(kGap);
    auto *others = new FlowLayout(nullptr, kGap); // large letters take another row instead of a wider window
    others->addWidget(note_);
    others->addWidget(split_);
    others->addWidget(spaces_);
    others->addWidget(saved_);
    foot->addLayout(others, 1);
    foot->addWidget(send_, 0, Qt::AlignBottom);
    layout->addLayout(foot);
    connect(editor_, &QPlainTextEdit::textChanged, this, &ReplyBox::count);
    connect(saver_, &DraftSaver::stateChanged, this, &ReplyBox::say);
    connect(send_, &QPushButton::clicked, this, &ReplyBox::sendRequested);
    connect(note_, &QPushButton::clicked, this, &ReplyBox::noteRequested);
    connect(spaces_, &QPushButton::clicked, this, &ReplyBox::applyFrenchSpaces);
    connect(&Theme::of(this), &Theme::changed, this, &ReplyBox::count);
    retranslate();
}

void ReplyBox::addBar(QWidget *bar)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(editor_), bar);
}

void ReplyBox::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    title_->setTextFormat(Qt::PlainText);
    auto *who = new FlowLayout(nullptr, 6);
    for (auto *widget : {static_cast<QWidget *>(title_), static_cast<QWidget *>(as_), static_cast<QWidget *>(seen_), static_cast<QWidget *>(language_),
                         static_cast<QWidget *>(address_)})
        who->addWidget(widget);
    head->addLayout(who, 1);
    head->addWidget(counter_, 0, Qt::AlignTop);
    head->addWidget(why_, 0, Qt::AlignTop);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(as_, &QPushButton::clicked, this, &ReplyBox::accountMenu);
    connect(seen_, &QPushButton::clicked, this, &ReplyBox::visibilityMenu);
    connect(language_, &QPushButton::clicked, this, &ReplyBox::languageMenu);
    connect(address_, &QPushButton::clicked, this, &ReplyBox::addressMenu);
    connect(why_, &QPushButton::clicked, this, &ReplyBox::explainLength);
    connect(split_, &QPushButton::clicked, this, &ReplyBox::splitMenu);
}

TicketId ReplyBox::ticket() const
{
    return conversation_ ? conversation_->ticket.ticket.id : TicketId{};
}

const Account &ReplyBox::account() const
{
    return conversation_ && account_ < conversation_->accounts.size() ? conversation_->accounts[account_] : kNoAccount;
}

std::string ReplyBox::answered() const
{
    if (!conversation_)
        return {};
    for (const auto &entry : conversation_->entries) // not the newest one while that has not been seen
        if (entry.kind == Entry::Kind::Message && entry.item.item.id == known_.target)
            return entry.item.item.author.handle;
    return conversation_->latest.item.author.handle;
}

void ReplyBox::setConversation(const std::shared_ptr<const Conversation> &conversation)
{
    const bool same = ticket() == conversation->ticket.ticket.id;
    const auto before = account().id;
    if (!same)
        saver_->flush(); // as the account of before
    conversation_ = conversation;
    for (std::size_t i = 0; same && i < conversation_->accounts.size(); ++i)
        if (conversation_->accounts[i].id == before)
            account_ = i;
    if (!same)
        openDraft();
    else if (editor_->toPlainText().trimmed().isEmpty())
        known_ = conversation->now;
    lookMeanwhile();
    retranslate();
}

void ReplyBox::clearConversation()
{
    saver_->close(); // as what it was written as
    conversation_.reset();
    meanwhile_->clear();
    retranslate();
}

QString ReplyBox::refusal() const
{
    if (!conversation_ || conversation_->accounts.empty() || bridge_.workspace() == nullptr)
        return {};
    const auto *connector = bridge_.workspace()->catalogue().find(account().connector);
    const auto reason = connector != nullptr ? connector->replyRefusal(account(), conversation_->latest.item) : std::nullopt;
    return reason ? replyRefusalText(*reason, qs(connector->describe().name)) : QString();
}

void ReplyBox::setText(const QString &text)
{
    editor_->setPlainText(text);
    editor_->moveCursor(QTextCursor::End);
}

void ReplyBox::discardText()
{
    saver_->discard();
    meanwhile_->clear();
    if (conversation_)
        known_ = conversation_->now;
    say();
}

plan::ReplyDraft ReplyBox::draft() const
{
    plan::ReplyDraft draft;
    draft.ticket = ticket();
    draft.target = known_.target;
    draft.account = account().id;
    auto text = utf8(editor_->toPlainText());
    if (lang_ == "fr") {
        auto spaced = text::frenchSpaces(text);
        if (replyLength(bridge_.networks(), spaced, account(), answered()).fits())
            text = std::move(spaced);
    }
    draft.text = std::move(text);
    draft.lang = lang_;
    draft.visibility = visibility_;
    return draft;
}

bool ReplyBox::fits() const
{
    return replyLength(bridge_.networks(), utf8(editor_->toPlainText()), account(), answered()).fits();
}

QString ReplyBox::counterText() const
{
    return counter_->text();
}

void ReplyBox::applyFrenchSpaces()
{
    const auto before = editor_->toPlainText();
    const auto after = qs(text::frenchSpaces(utf8(before)));
    if (after == before)
        return;
    const int fromEnd = static_cast<int>(before.size()) - editor_->textCursor().position();
    QTextCursor all(editor_->document());
    all.select(QTextCursor::Document);
    all.insertText(after); // one step of the editor's own undo
    auto cursor = editor_->textCursor();
    cursor.setPosition(std::max(0, static_cast<int>(after.size()) - fromEnd));
    editor_->setTextCursor(cursor);
}

void ReplyBox::flush()
{
    saver_->flush();
}

void ReplyBox::count()
{
    const auto text = utf8(editor_->toPlainText());
    const auto length = replyLength(bridge_.networks(), text, account(), answered());
    counter_->setText(lengthText(length));
    counter_->setToolTip(lengthReason(length, account(), putBefore(bridge_.networks(), text, account(), answered())));
    const auto counted = length.unit == text::LengthRule::Bytes ? tr("%1 of %2 bytes") : tr("%1 of %2 characters");
    counter_->setAccessibleName(length.limit > 0 ? counted.arg(length.used).arg(length.limit) : tr("%n character(s)", nullptr, length.used));
    const auto role = !length.fits() ? QStringLiteral("neg") : length.limit > 0 && length.used * 10 > length.limit * 9 ? QStringLiteral("warn") : QStringLiteral("pos");
    if (counter_->property("role").toString() != role)
        setRole(counter_, role);
    QList<QTextEdit::ExtraSelection> over;
    if (!length.fits() && length.overflowAt < text.size()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(editor_->document());
        selection.cursor.setPosition(static_cast<int>(utf16Offsets(text, {length.overflowAt}).front()));
        selection.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        selection.format.setBackground(Theme::of(this).colors().warnBg);
        selection.format.setForeground(Theme::of(this).colors().neg);
        over.append(selection);
    }
    marks_->setBackground(over);
    sayParts();
    send_->setEnabled(conversation_ && !conversation_->accounts.empty() && refused_->isHidden() && length.fits() && !editor_->toPlainText().trimmed().isEmpty());
}

void ReplyBox::say()
{
    switch (saver_->state()) {
    case DraftSaver::State::Nothing: saved_->clear(); break;
    case DraftSaver::State::Pending: saved_->setText(tr("Draft")); break;
    case DraftSaver::State::Saved: saved_->setText(tr("Draft saved %1").arg(format::time(saver_->savedAt(), bridge_.zone()))); break;
    case DraftSaver::State::Failed: saved_->setText(tr("The draft could not be saved")); break;
    }
    count();
}

bool ReplyBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == editor_ && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            flush();
            Q_EMIT left();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT sendRequested();
            return true;
        }
    }
    if (watched == editor_ && event->type() == QEvent::FocusOut)
        flush();
    return WritingFrame::eventFilter(watched, event);
}

} // namespace vigie::ui
