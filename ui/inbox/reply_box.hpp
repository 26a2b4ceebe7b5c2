// SPDX-License-Identifier: GPL-3.0-or-later
// Where an answer is written: as whom, who will see it, in which language, how long it is as the network counts, and what
// came in meanwhile. It only asks to send; the text it asks with is of a type that a note cannot have.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/inbox/draft_saver.hpp"
#include "ui/inbox/writing_frame.hpp"
#include "ui/inbox/writing_marks.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/desk/answering.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/text/spelling.hpp>

#include <QPlainTextEdit>

namespace vigie::ui {

/// What a person wrote for the member. Nothing makes one from a note.
struct ReplyText {
    QString text;
};

class MeanwhileBar;
class WritingStrip;

class ReplyBox final : public WritingFrame {
    Q_OBJECT
public:
    explicit ReplyBox(Bridge &bridge, QWidget *parent = nullptr);

    /// Another ticket: its draft comes into the editor. The same ticket again: only what surrounds the text follows.
    void setConversation(const std::shared_ptr<const Conversation> &conversation);
    void clearConversation();
    [[nodiscard]] TicketId ticket() const;
    [[nodiscard]] ReplyText reply() const { return {editor_->toPlainText()}; }
    /// Puts a text in as if it had been typed: it is saved as the draft.
    void setText(const QString &text);
    void discardText();                       ///< it was sent: the draft went with it
    [[nodiscard]] plan::ReplyDraft draft() const;
    [[nodiscard]] QPlainTextEdit &editor() const { return *editor_; }
    [[nodiscard]] bool fits() const;
    /// "214 / 500": of what is really sent.
    [[nodiscard]] QString counterText() const;
    /// That answers.
    [[nodiscard]] const Account &account() const;
    void applyFrenchSpaces();
    /// What the person had seen of the conversation when the text was begun, or when they were last told.
    [[nodiscard]] const store::AnswerKnown &known() const { return known_; }
    /// Send was refused because of `what`; the person is told, and the next press sends.
    void refuse(const std::vector<desk::Meanwhile> &what, const store::AnswerKnown &now);
    /// An answer of this window is in the outbox: it is no news to its writer.
    void noteOwn(OutboundId outbound) { known_.outbound = std::max(known_.outbound, outbound); }
    [[nodiscard]] bool meanwhileIsShown() const;
    [[nodiscard]] QString meanwhileText() const;
    /// Cuts the text into parts that fit, as one step of the editor's own undo.
    void split(bool numbered);
    [[nodiscard]] QString partsText() const;
    /// Why the counter says what it says, as a menu.
    void explainLength();
    /// The other language of the desk (the member's, where it is a third one, comes round, too).
    void nextLanguage();
    [[nodiscard]] const std::string &lang() const { return lang_; }
    /// Writes what has not been written yet.
    void flush();
    /// What is marked in the answer; whoever knows something adds a check of their own.
    [[nodiscard]] WritingMarks &marks() const { return *marks_; }
    [[nodiscard]] WritingStrip &strip() const { return *strip_; }
    /// A line of somebody else's (a hint, a promise, a picker) directly over the editor; it hides itself when it has nothing to say.
    void addBar(QWidget *bar);

Q_SIGNALS:
    void sendRequested();
    void left();
    void noteRequested();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void buildHead();
    void retranslate() override;
    void count();
    void say();
    void accountMenu();
    void visibilityMenu();
    void languageMenu();
    void addressMenu();
    void splitMenu();
    void setLanguage(const std::string &lang);
    void setAccount(std::size_t index);
    [[nodiscard]] std::vector<std::string> languages() const;
    [[nodiscard]] store::AnswerDraft answerDraft() const;
    [[nodiscard]] DraftSaver::Write draftWrite() const;
    void openDraft();
    void lookMeanwhile();
    void learn(const QString &word, const std::string &lang);
    void sayAddress();
    void sayParts();
    /// The network's rule against answering this message, in words; empty: there is none.
    [[nodiscard]] QString refusal() const;
    /// Handle of whoever is answered.
    [[nodiscard]] std::string answered() const;

    Bridge &bridge_;
    std::shared_ptr<const Conversation> conversation_;
    store::AnswerKnown known_;
    std::shared_ptr<text::Speller> speller_;
    Generation looks_;
    std::size_t account_ = 0;
    Visibility visibility_ = Visibility::Public;
    std::string lang_;
    QLabel *title_, *counter_, *saved_, *parts_, *refusedText_;
    QPushButton *as_, *seen_, *language_, *address_, *why_, *split_, *spaces_, *note_, *send_;
    MeanwhileBar *meanwhile_;
    QFrame *refused_;
    QPlainTextEdit *editor_;
    DraftSaver *saver_;
    WritingMarks *marks_;
    WritingStrip *strip_;
};

} // namespace vigie::ui
