// SPDX-License-Identifier: GPL-3.0-or-later
// What is marked in a text that is being written: spelling, typography, tu and vous, the charter, what contradicts an earlier
// answer. Whoever knows something adds a check; all of them are drawn and listed in one way, and nothing is rewritten unasked.
// Thread: the window's; checks run inside a job of the store, where they may read the base.
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTextEdit>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

// Behind those of Qt: its moc does not read <compare> first.
#include <vigie/base/id.hpp>
#include <vigie/base/result.hpp>

class QPlainTextEdit;

namespace vigie::store {
class Tx;
}

namespace vigie::ui {

class Bridge;

/// In the order in which they are told when they stand at the same place.
enum class MarkKind { Charter, Contradiction, Language, Politeness, Spelling, Typography, Other };

struct MarkAction {
    QString text;                        ///< "Add to the dictionary"
    std::function<void()> run;           ///< on the window's thread
};

struct WritingMark {
    int begin = 0, end = 0;              ///< in UTF-16 units of the text; both 0: of the text as a whole
    MarkKind kind = MarkKind::Other;
    QString reason;                      ///< one sentence, in the person's language
    QStringList fixes = {};              ///< what could stand there instead, best first; "" takes it away
    std::vector<MarkAction> actions = {};
    std::function<QStringList()> suggest = {}; ///< further fixes that take a while: asked for off the window's thread, when wanted
};

/// What is being written, for whom.
struct WritingInput {
    QString text;
    std::string lang;                    ///< of the answer; empty: not known
    AccountId account;
    TicketId ticket;
    ItemId answers;
};
using WritingCheck = std::function<Result<QList<WritingMark>>(store::Tx &, const WritingInput &)>;

class WritingMarks final : public QObject {
    Q_OBJECT
public:
    WritingMarks(Bridge &bridge, QPlainTextEdit &editor, QObject *parent);

    /// Asked each time the text rests for a moment. A check that fails marks nothing.
    void add(WritingCheck check);
    /// All but the text, which is the editor's.
    void setSituation(const WritingInput &situation);
    /// Something the checks depend on has changed (a word was added, the language of the window).
    void recheck();
    [[nodiscard]] const QList<WritingMark> &marks() const { return marks_; }
    /// The checks have judged the text as it stands.
    [[nodiscard]] bool settled() const { return !running_ && !timer_.isActive(); }

    /// Index of the mark the cursor stands in, else of the one the person went to last, else -1.
    [[nodiscard]] int current() const;
    /// Selects the next mark (the previous one), around the end; false when there is none.
    bool go(bool forward);
    /// Puts a fix in place of the mark, as one step of the editor's own undo.
    void fix(int mark, const QString &replacement);
    /// Drawn under the marks: what goes over the limit.
    void setBackground(const QList<QTextEdit::ExtraSelection> &background);

Q_SIGNALS:
    void changed();                      ///< the marks, or which one is current

private:
    void run();
    void take(QList<WritingMark> found);
    void shift(int position, int removed, int added);
    void draw();

    Bridge &bridge_;
    QPlainTextEdit &editor_;
    WritingInput situation_;
    std::shared_ptr<std::vector<WritingCheck>> checks_;
    QList<WritingMark> marks_;
    QList<QTextEdit::ExtraSelection> background_;
    QTimer timer_;
    int visited_ = -1;
    bool running_ = false, again_ = false;
};

} // namespace vigie::ui
