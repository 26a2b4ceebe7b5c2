// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/answer_files.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/passing/passing_words.hpp"
#include "ui/widget/toast.hpp"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

namespace vigie::ui {

namespace {

constexpr qint64 kMostBytes = 33LL << 20;

/// Files among what is dropped that look like saved mails.
QStringList mailsIn(const QMimeData *data)
{
    QStringList out;
    if (data != nullptr)
        for (const auto &url : data->urls())
            if (url.isLocalFile() && url.fileName().endsWith(QLatin1String(".eml"), Qt::CaseInsensitive))
                out << url.toLocalFile();
    return out;
}

Result<std::shared_ptr<const net::IncomingMail>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::InvalidInput, utf8(file.errorString()));
    const auto bytes = file.read(kMostBytes);
    VIGIE_TRY(auto mail, app::readMailFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    return std::make_shared<const net::IncomingMail>(std::move(mail));
}

} // namespace

AnswerFiles::AnswerFiles(Shell &shell, ChoicePopup &popup, QWidget *place) : QObject(place), shell_(shell), popup_(popup), place_(place)
{
    qApp->installEventFilter(this); // a drop goes to whatever lies under the pointer and takes drops
    place_->setAcceptDrops(true);
    place_->window()->setAcceptDrops(true);
}

bool AnswerFiles::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    auto *drop = static_cast<QDropEvent *>(event);
    if (widget == nullptr || widget->window() != place_->window())
        return QObject::eventFilter(watched, event);
    const auto files = mailsIn(drop->mimeData());
    if (files.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        for (const auto &file : files)
            attach(file);
    return true;
}

void AnswerFiles::choose()
{
    auto *dialog = new QFileDialog(place_->window(), tr("Open an answer"), {}, tr("Saved mails") + QStringLiteral(" (*.eml);;") + tr("All files") + QStringLiteral(" (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const auto &file : files)
            attach(file);
    });
    dialog->open();
}

void AnswerFiles::attach(const QString &path)
{
    using Mail = std::shared_ptr<const net::IncomingMail>;
    shell_.bridge.work<Mail>(this, [path] { return readFile(path); }, [this, path](Result<Mail> mail) {
        if (mail)
            bring(*mail, std::nullopt);
        else
            shell_.toasts.show(tr("There is no mail that can be read in %1").arg(path));
    });
}

void AnswerFiles::bring(const std::shared_ptr<const net::IncomingMail> &mail, std::optional<QuestionId> said)
{
    shell_.bridge.write<app::Attached>(this, [mail, said](store::Tx &tx) { return app::attachMail(tx, *mail, said); }, [this, mail](Result<app::Attached> done) {
        if (!done)
            shell_.toasts.showError(done.error());
        else if (!done->question)
            askWhich(mail);
        else
            tell(*done, *mail);
    });
}

void AnswerFiles::askWhich(const std::shared_ptr<const net::IncomingMail> &mail)
{
    struct Open {
        store::PassingRow row;
        Department department;
    };
    shell_.bridge.read<std::vector<Open>>(
        this,
        [](store::Tx &tx) -> Result<std::vector<Open>> {
            store::PassingFilter filter;
            filter.openOnly = true;
            VIGIE_TRY(auto rows, store::Passings(tx).list(filter));
            std::vector<Open> out;
            for (auto &row : rows) {
                VIGIE_TRY(auto department, store::Departments(tx).get(row.passing.department));
                out.push_back({std::move(row), std::move(department)});
            }
            return out;
        },
        [this, mail](Result<std::vector<Open>> open) {
            if (!open) {
                shell_.toasts.showError(open.error());
                return;
            }
            if (open->empty()) {
                shell_.toasts.show(tr("This mail names no question of ours, and no question waits for an answer."));
                return;
            }
            Q_EMIT shell_.openPanel(QStringLiteral("inbox"));
            ChoicePopup::Question question;
            question.title = tr("Which question does \"%1\" answer?").arg(qs(mail->subject).simplified().left(60));
            question.placeholder = tr("Type words of the question");
            for (const auto &one : *open)
                question.choices.append({qs(one.row.question.subject), serviceName(one.department), QString::number(one.row.question.id.value), false});
            question.chosen = [this, mail](const QString &value, bool) { bring(mail, QuestionId{value.toLongLong()}); };
            popup_.ask(question, nullptr);
        });
}

void AnswerFiles::tell(const app::Attached &done, const net::IncomingMail &mail)
{
    const auto who = qs(mail.from.name.empty() ? mail.from.address : mail.from.name);
    const auto show = [this, ticket = done.ticket] {
        if (ticket)
            Q_EMIT shell_.openTicket(ticket);
    };
    if (!done.fresh)
        shell_.toasts.showAction(tr("This answer of %1 was here already.").arg(who), tr("Show"), show);
    else if (done.kind != net::MailKind::Person)
        shell_.toasts.show(tr("An automatic answer of %1 was kept; the question stays open.").arg(who));
    else
        shell_.toasts.showAction(tr("The answer of %1 lies on its ticket.").arg(who), tr("Show"), show);
    Q_EMIT attached(done.ticket);
}

} // namespace vigie::ui
