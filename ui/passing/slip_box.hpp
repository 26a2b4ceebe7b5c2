// SPDX-License-Identifier: GPL-3.0-or-later
// The slip that passes a question on: to whom, what is asked, what goes along, until when; as mail or as a file. It stands in
// the conversation's pane and stops nobody from reading. What is begun is kept for each ticket while the window is open.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/inbox/writing_frame.hpp"

#include <vigie/app/passing.hpp>

#include <QHash>

#include <vector>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace vigie::ui {

class ErrorBar;

class SlipBox final : public WritingFrame {
    Q_OBJECT
public:
    explicit SlipBox(Shell &shell, QWidget *parent = nullptr);

    void setTicket(TicketId ticket);
    /// Reads services and account anew, and puts the focus where one types the service.
    void start();
    /// As its first button does: mail where there is an account, else a file.
    void pass();
    void passAs(PassWay way, const QString &file = {});
    void showPreview(bool shown);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QComboBox &service() const { return *service_; }
    [[nodiscard]] QPlainTextEdit &editor() const { return *editor_; }
    [[nodiscard]] QPlainTextEdit &preview() const { return *preview_; }

Q_SIGNALS:
    void left();
    void passed(vigie::QuestionId question);
    void servicesRequested();

private:
    struct Begun {
        QString text;
        std::int64_t service = 0;
    };
    struct Loaded {
        std::vector<Department> services;
        std::vector<Instant> due; ///< of each, from now
        bool hasAccount = false;
        net::MailAddress sender;
    };
    static Result<Loaded> load(store::Tx &tx);
    void build();
    void loaded(const Loaded &loaded);
    void serviceChosen();
    void chooseTyped();
    void look();
    void askPreview();
    void saveAs(PassWay way);
    void done(PassWay way, const app::PassedOn &passed, const QString &file, std::chrono::milliseconds shown);
    void remember();
    [[nodiscard]] const Department *chosen() const;
    [[nodiscard]] desk::SlipRequest request() const;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

    Shell &shell_;
    TicketId ticket_;
    QHash<qint64, Begun> begun_;
    Loaded known_;
    bool ready_ = false, dueByHand_ = false, busy_ = false;
    Generation loads_, previews_;
    QLabel *title_, *never_, *fromLabel_, *dueLabel_;
    QComboBox *service_, *context_;
    QDateTimeEdit *due_;
    QLineEdit *from_;
    QPlainTextEdit *editor_, *preview_;
    ErrorBar *error_;
    QPushButton *pass_, *look_, *editServices_;
    QToolButton *more_;
    QMenu *ways_;
};

} // namespace vigie::ui
