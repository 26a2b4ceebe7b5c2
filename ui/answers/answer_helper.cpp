// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answer_helper.hpp"

#include "ui/answers/answer_dialog.hpp"
#include "ui/answers/hint_bar.hpp"
#include "ui/answers/open_variables.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/outbox.hpp>

#include <QKeyEvent>
#include <QTextBlock>

namespace vigie::ui {

namespace {
constexpr int kLookAfterMs = 500; ///< the person stopped typing
}

AnswerHelper::AnswerHelper(Shell &shell, ReplyBox &box, QWidget *host) : QObject(host), shell_(shell), box_(box), picker_(new AnswerPicker(shell, host)), hints_(new HintBar(shell, &box))
{
    box.addBar(hints_);
    timer_.setSingleShot(true);
    timer_.setInterval(kLookAfterMs);
    box.editor().installEventFilter(this);
    connect(&timer_, &QTimer::timeout, this, &AnswerHelper::lookForHints);
    connect(&box.editor(), &QPlainTextEdit::textChanged, &timer_, qOverload<>(&QTimer::start));
    connect(picker_, &AnswerPicker::libraryRequested, &shell, [&shell] { Q_EMIT shell.openPanel(QStringLiteral("answers")); });
}

bool AnswerHelper::atLineStart() const
{
    const auto cursor = box_.editor().textCursor();
    return !cursor.hasSelection() && cursor.block().text().left(cursor.positionInBlock()).trimmed().isEmpty();
}

bool AnswerHelper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &box_.editor() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->text() == QLatin1String(";") && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && atLineStart()) {
            Q_EMIT openRequested();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void AnswerHelper::open(const Item &message)
{
    AnswerPicker::Question question;
    question.ticket = box_.ticket();
    question.message = message.id;
    question.text = message.title.empty() ? message.text : message.title + "\n" + message.text;
    question.messageLang = message.lang;
    const auto lang = box_.draft().lang;
    question.lang = lang.empty() ? message.lang : lang;
    question.taken = [this, ticket = question.ticket](const AnswerPicker::Taken &taken) {
        if (box_.ticket() == ticket)
            insert(taken);
    };
    picker_->ask(std::move(question), &box_.editor());
}

void AnswerHelper::insert(const AnswerPicker::Taken &taken)
{
    auto &editor = box_.editor();
    auto cursor = editor.textCursor();
    const int begin = cursor.selectionStart();
    cursor.beginEditBlock(); // one step of the editor's own undo, apart from what was typed before
    cursor.insertText(qs(taken.filled.text));
    cursor.endEditBlock();
    editor.setFocus(Qt::OtherFocusReason);
    if (!taken.filled.open.empty()) {
        cursor.setPosition(begin);
        editor.setTextCursor(cursor);
        selectOpenVariable(editor);
    }
    if (!taken.answer)
        return;
    shell_.bridge.write<bool>(
        this,
        [ticket = box_.ticket(), pick = store::AnswerPick{taken.answer, taken.filled.lang, taken.filled.values, {}}](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Answers(tx).pick(ticket, pick));
            return true;
        },
        [this](Result<bool> noted) {
            if (!noted)
                shell_.toasts.showError(noted.error());
            else
                timer_.start();
        });
}

void AnswerHelper::lookForHints()
{
    const auto ticket = box_.ticket();
    const auto draft = box_.reply().text;
    const auto number = looked_.next();
    if (!ticket || draft.trimmed().isEmpty())
        return hints_->setHints({}, {});
    shell_.bridge.read<std::vector<desk::AnswerHint>>(
        this, [ticket, text = utf8(draft), lang = box_.draft().lang](store::Tx &tx) { return desk::AnswerDesk(tx).hints(ticket, text, lang); },
        [this, number, ticket, draft](Result<std::vector<desk::AnswerHint>> hints) {
            if (looked_.is(number) && box_.ticket() == ticket)
                hints_->setHints(hints ? std::move(*hints) : std::vector<desk::AnswerHint>{}, draft);
        });
}

void AnswerHelper::keepReply(TicketId ticket)
{
    shell_.bridge.read<AnswerText>(
        this,
        [ticket](store::Tx &tx) -> Result<AnswerText> {
            store::OutboxFilter filter;
            filter.ticket = ticket;
            filter.states = {OutboundState::Sent, OutboundState::Accepted};
            VIGIE_TRY(const auto rows, store::Outbox(tx).list(filter));
            const Outbound *newest = nullptr;
            for (const auto &row : rows)
                if (row.kind == OutboundKind::Reply && (newest == nullptr || newest->id < row.id))
                    newest = &row;
            if (newest == nullptr)
                return fail(Errc::NotFound, "no reply was sent here");
            return desk::AnswerDesk(tx).fromReply(newest->id);
        },
        [this](Result<AnswerText> text) {
            if (text)
                askAnswer(shell_, box_.window(), {}, *text);
            else if (text.error().code == Errc::NotFound)
                shell_.toasts.show(tr("No reply was sent in this conversation yet: there is nothing to keep."));
            else
                shell_.toasts.showError(text.error());
        });
}

} // namespace vigie::ui
