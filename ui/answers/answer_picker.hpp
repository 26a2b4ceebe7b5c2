// SPDX-License-Identifier: GPL-3.0-or-later
// The library over the composer: what is typed finds an answer, the arrows choose, Tab changes the language, Enter takes it.
// Below the library stand the past answers nearest to the open message. It only chooses; who asked puts the text in.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/desk/answers.hpp>

#include <QFrame>
#include <QPointer>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QScrollArea;

namespace vigie::ui {

class AnswerPicker final : public QFrame {
    Q_OBJECT
public:
    /// What was taken: an answer of the library with its values, or a past reply (then `answer` is none).
    struct Taken {
        AnswerId answer;
        desk::FilledAnswer filled;
    };
    struct Question {
        TicketId ticket;
        ItemId message;
        std::string text, messageLang; ///< of the message that is answered
        std::string lang;              ///< of the reply
        std::function<void(const Taken &)> taken;
    };

    AnswerPicker(Shell &shell, QWidget *parent);
    void ask(Question question, QWidget *backTo);
    void dismiss();
    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] QLineEdit &field() const { return *field_; }
    [[nodiscard]] QString previewText() const;
    /// Library and past answers have both been read.
    [[nodiscard]] bool ready() const { return libraryRead_ && nearRead_; }

Q_SIGNALS:
    void libraryRequested();

private:
    struct Library {
        std::vector<Answer> answers;
        std::unordered_map<AnswerId, AnswerRates> rates;
    };
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool keyPressed(int key, bool control);
    void build();
    void place();
    void read();
    void fillList();
    void addAnswer(std::size_t place);
    void addPast(std::size_t place);
    QListWidgetItem *addHeading(const QString &words);
    void step(int by);
    void showCurrent();
    void showAnswer(const Answer &answer);
    void showPast(const store::PastAnswer &past);
    void fillIn(const Answer &answer, const std::function<void(const desk::FilledAnswer &)> &done);
    void take();
    void openLink();
    [[nodiscard]] const Answer *currentAnswer() const;
    [[nodiscard]] const store::PastAnswer *currentPast() const;

    Shell &shell_;
    Question question_;
    QPointer<QWidget> backTo_;
    Library library_;
    std::vector<store::PastAnswer> near_;
    bool libraryRead_ = false, nearRead_ = false;
    Generation asked_, previewed_;
    QLineEdit *field_;
    QLabel *title_, *heading_, *facts_, *preview_, *keys_;
    QListWidget *list_;
    QScrollArea *scroll_;
};

} // namespace vigie::ui
