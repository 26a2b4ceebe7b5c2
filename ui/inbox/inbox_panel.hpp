// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox: the queue, the conversation with its composer, the person. One key per decision, and undo for all of them.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/inbox/conversation_data.hpp"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

class QSplitter;

namespace vigie::ui {

class AnswerHelper;
class ChoicePopup;
class ComposerStack;
class ConversationView;
class DeskActions;
class HandoverDesk;
class KeptBox;
class KeyFooter;
class MemberDesk;
class NoteBox;
class PassingDesk;
class PersonPane;
class PromiseKeeper;
class QueuePane;
class ReplyBox;
class ReplySender;
class WritingSplit;

class InboxPanel final : public Panel {
    Q_OBJECT
public:
    explicit InboxPanel(Shell &shell, QWidget *parent = nullptr);
    ~InboxPanel() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("inbox"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override { return QStringLiteral("inbox"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    [[nodiscard]] bool ready() const override;
    /// False while an answer is held for undo: asks the person what to do, and closes the window afterwards if so decided.
    [[nodiscard]] bool mayClose() override;

    [[nodiscard]] QueuePane &queue() const { return *queue_; }
    [[nodiscard]] ConversationView &conversation() const { return *conversation_; }
    [[nodiscard]] ReplyBox &reply() const { return *reply_; }
    [[nodiscard]] NoteBox &note() const { return *note_; }
    [[nodiscard]] AnswerHelper &answers() const { return *answers_; }
    [[nodiscard]] bool noteMode() const;
    [[nodiscard]] PassingDesk &passing() const { return *passing_; }
    [[nodiscard]] HandoverDesk &handover() const { return *handover_; }
    [[nodiscard]] PersonPane &person() const { return *person_; }
    [[nodiscard]] PromiseKeeper &promises() const { return *promises_; }

private:
    enum class Writing { None, Reply, Note, Slip };
    [[nodiscard]] bool waitsFor(Writing writing);
    void wire();
    void wireComposer();
    void onFocused(TicketId ticket);
    void onSelection(int count);
    void onChange(const Change &change);
    void loadSoon(TicketId ticket);
    void load(TicketId ticket);
    void loaded(TicketId ticket, Result<Conversation> result);
    void fetchMissing(bool again);
    void openFromElsewhere(TicketId ticket);
    void startReply();
    void startNote();
    void openAnswers();
    void startSlip();
    void sendReply();
    void backToQueue();
    void submit();
    void keepNote();
    void takenBack(TicketId ticket, const QString &text);
    void askTag();
    void askOwner();
    void askSnooze();
    void openOnNetwork();
    void copyLink();
    void copyText();
    /// The message that keys speak of: the one gone to in the conversation, else the newest.
    [[nodiscard]] const Item *itemAtHand() const;
    void closeWhenSent();
    void addMoves(CommandRegistry &commands);
    void addTriage(CommandRegistry &commands);
    void showViews();
    void showTags();
    void showView(int number);
    void addMarks(CommandRegistry &commands);
    void addModeration(CommandRegistry &commands);
    void addDecisions(CommandRegistry &commands);
    void addWriting(CommandRegistry &commands);
    void addAnswers(CommandRegistry &commands);
    void addPerson(CommandRegistry &commands);
    [[nodiscard]] bool hasTicket() const;
    [[nodiscard]] bool hasOne() const;

    std::shared_ptr<ToneSource> toneSource_;
    std::shared_ptr<const Conversation> open_;
    TicketId asked_;
    Generation generation_;
    QTimer reloadTimer_, loadTimer_;
    QElapsedTimer sinceMove_;     ///< from one ticket to another
    QSet<qint64> fetched_;        ///< tickets whose missing messages were asked for
    QSplitter *splitter_;
    QueuePane *queue_;
    ConversationView *conversation_;
    KeptBox *kept_;
    WritingSplit *writing_ = nullptr;
    ComposerStack *composer_;
    ReplyBox *reply_;
    NoteBox *note_;
    KeyFooter *footer_;
    PersonPane *person_;
    ChoicePopup *popup_;
    DeskActions *actions_;
    ReplySender *sender_;
    AnswerHelper *answers_;
    PassingDesk *passing_;
    HandoverDesk *handover_;
    MemberDesk *members_;
    PromiseKeeper *promises_;
    Writing wanted_ = Writing::None; ///< as soon as the conversation is here
    bool answered_ = false, mayClose_ = false;
};

} // namespace vigie::ui
