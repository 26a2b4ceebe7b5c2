// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/mail_form.hpp"

#include "ui/accounts/field_editor.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QPushButton>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

using Kind = connect::FieldSpec::Kind;

constexpr int kSubmissionTls = 465, kSubmissionStartTls = 587, kImapTls = 993, kImapStartTls = 143;

std::vector<connect::FieldSpec> mailFields()
{
    return {{"mail_address", Kind::Text, true, "questions@maison.example"}, {"mail_name", Kind::Text, false, "Maison Dubreuil"},
            {"mail_outgoing", Kind::Text, true, "smtp.maison.example"},     {"mail_outgoing_security", Kind::Choice, true, {}, {"tls", "starttls"}},
            {"mail_incoming", Kind::Text, true, "imap.maison.example"},     {"mail_incoming_security", Kind::Choice, true, {}, {"tls", "starttls"}},
            {"mail_user", Kind::Text, false},                               {"password", Kind::Secret, false}};
}

/// "mail.example", "mail.example:465".
net::MailServer serverOf(const QString &typed, const QString &security, int tlsPort, int startTlsPort)
{
    net::MailServer server;
    server.security = net::mailSecurityFrom(utf8(security)).value_or(net::MailSecurity::Tls);
    server.port = server.security == net::MailSecurity::Tls ? tlsPort : startTlsPort;
    const auto text = typed.trimmed();
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    server.host = utf8(colon > 0 ? text.left(colon) : text);
    if (colon > 0)
        server.port = text.mid(colon + 1).toInt(); // what is no number is refused with the ports that are none
    return server;
}

QString written(const net::MailServer &server, int tlsPort, int startTlsPort)
{
    const int usual = server.security == net::MailSecurity::Tls ? tlsPort : startTlsPort;
    return server.port == usual ? qs(server.host) : QStringLiteral("%1:%2").arg(qs(server.host)).arg(server.port);
}

} // namespace

MailForm::MailForm(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(roleLabel(QStringLiteral("title"), {}, this)), help_(roleLabel(QStringLiteral("muted"), {}, this)),
      state_(roleLabel(QStringLiteral("muted"), {}, this)), error_(new ErrorBar(this)), test_(roleButton({}, this)), save_(roleButton(QStringLiteral("primary"), this)),
      remove_(roleButton(QStringLiteral("danger"), this)), close_(roleButton({}, this))
{
    for (auto *label : {title_, help_, state_})
        label->setWordWrap(true);
    for (auto *button : {test_, save_, remove_, close_})
        button->setAutoDefault(true); // Return presses it
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    layout->addWidget(title_);
    layout->addWidget(help_);
    for (const auto &field : mailFields()) {
        auto *editor = new FieldEditor(field, this);
        layout->addWidget(editor);
        connect(editor, &FieldEditor::submitted, this, &MailForm::test);
        editors_.push_back(editor);
    }
    layout->addWidget(error_);
    layout->addWidget(state_);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    for (auto *button : {test_, save_, remove_, close_})
        flow->addWidget(button);
    layout->addWidget(buttons);
    layout->addStretch(1);
    QWidget *before = editors_.front()->editor();
    const auto then = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (std::size_t i = 1; i < editors_.size(); ++i)
        then(editors_[i]->editor());
    for (auto *button : {test_, save_, remove_, close_})
        then(button);
    connect(test_, &QPushButton::clicked, this, &MailForm::test);
    connect(save_, &QPushButton::clicked, this, &MailForm::save);
    connect(remove_, &QPushButton::clicked, this, [this] {
        setBusy(true, tr("Forgetting the mailbox..."));
        auto &bridge = shell_.bridge;
        bridge.workspace()->mail().remove(bridge.executor(), bridge.guarded<Result<void>>(this, [this](Result<void> done) {
            setBusy(false);
            if (!done)
                return tell(errorSentence(done.error()));
            begin();
            state_->setText(tr("The mailbox is forgotten. Questions and answers stay."));
        }));
    });
    connect(close_, &QPushButton::clicked, this, &MailForm::leave);
    retranslate();
}

MailForm::~MailForm()
{
    stop_.request_stop();
}

FieldEditor *MailForm::editor(const std::string &key) const
{
    for (auto *editor : editors_)
        if (editor->key() == key)
            return editor;
    return nullptr;
}

QString MailForm::words() const
{
    return state_->text();
}

void MailForm::begin()
{
    stop_.request_stop();
    setBusy(false);
    tell({});
    fill(std::nullopt);
    shell_.bridge.read<std::optional<app::MailSettings>>(
        this, [](store::Tx &tx) { return app::mailSettings(tx); },
        [this, number = generation_.next()](Result<std::optional<app::MailSettings>> settings) {
            if (!generation_.is(number))
                return;
            if (settings)
                fill(*settings);
            else
                tell(errorSentence(settings.error()));
        });
    editors_.front()->editor()->setFocus();
}

void MailForm::fill(const std::optional<app::MailSettings> &settings)
{
    known_ = settings.has_value();
    kept_ = settings.value_or(app::MailSettings{});
    editor("mail_address")->setText(qs(kept_.sender.address));
    editor("mail_name")->setText(qs(kept_.sender.name));
    editor("mail_outgoing")->setText(known_ ? written(kept_.outgoing, kSubmissionTls, kSubmissionStartTls) : QString());
    editor("mail_outgoing_security")->setText(QString::fromLatin1(net::toString(kept_.outgoing.security)));
    editor("mail_incoming")->setText(known_ ? written(kept_.incoming, kImapTls, kImapStartTls) : QString());
    editor("mail_incoming_security")->setText(QString::fromLatin1(net::toString(kept_.incoming.security)));
    editor("mail_user")->setText(kept_.outgoing.user == kept_.sender.address ? QString() : qs(kept_.outgoing.user));
    editor("password")->setText({});
    remove_->setVisible(known_);
    retranslate();
}

std::optional<app::MailSettings> MailForm::read()
{
    tell({});
    for (auto *one : editors_)
        one->setProblem({});
    for (auto *one : editors_)
        if (one->field().required && one->text().trimmed().isEmpty()) {
            one->setProblem(tr("\"%1\" is needed.").arg(one->label()));
            return std::nullopt;
        }
    auto settings = kept_;
    settings.sender = {utf8(editor("mail_name")->text().trimmed()), utf8(editor("mail_address")->text().trimmed())};
    const auto user = editor("mail_user")->text().trimmed();
    const auto place = [&](net::MailServer &server, const char *host, const char *security, int tls, int startTls) {
        auto typed = serverOf(editor(host)->text(), editor(security)->text(), tls, startTls);
        typed.user = user.isEmpty() ? settings.sender.address : utf8(user);
        typed.caFile = server.caFile;
        server = std::move(typed);
    };
    place(settings.outgoing, "mail_outgoing", "mail_outgoing_security", kSubmissionTls, kSubmissionStartTls);
    place(settings.incoming, "mail_incoming", "mail_incoming_security", kImapTls, kImapStartTls);
    if (!known_ && editor("password")->text().isEmpty()) {
        editor("password")->setProblem(tr("\"%1\" is needed.").arg(editor("password")->label()));
        return std::nullopt;
    }
    if (const auto checked = app::checkMailSettings(settings); !checked) {
        tell(tr("One of these cannot be used: the address, a server or its port. Nothing was asked."));
        return std::nullopt;
    }
    return settings;
}

void MailForm::test()
{
    const auto settings = busy_ ? std::nullopt : read();
    if (!settings)
        return;
    stop_ = {};
    setBusy(true, tr("Signing in at both servers..."));
    auto &bridge = shell_.bridge;
    bridge.workspace()->mail().test(*settings, editor("password")->value(), stop_.get_token(), bridge.executor(),
                                    bridge.guarded<Result<app::MailTest>>(this, [this, number = generation_.next()](Result<app::MailTest> done) {
                                        if (!generation_.is(number))
                                            return;
                                        setBusy(false);
                                        if (!done)
                                            return tell(errorSentence(done.error()));
                                        if (done->ok())
                                            return state_->setText(tr("Both servers let Vigie in. Nothing was sent."));
                                        QStringList lines;
                                        if (done->outgoing)
                                            lines << tr("Sending: %1").arg(errorSentence(*done->outgoing));
                                        if (done->incoming)
                                            lines << tr("Reading: %1").arg(errorSentence(*done->incoming));
                                        tell(lines.join(QLatin1Char('\n')));
                                    }));
}

void MailForm::save()
{
    const auto settings = busy_ ? std::nullopt : read();
    if (!settings)
        return;
    setBusy(true, tr("Saving..."));
    auto &bridge = shell_.bridge;
    bridge.workspace()->mail().save(*settings, editor("password")->value(), bridge.executor(),
                                    bridge.guarded<Result<void>>(this, [this, settings](Result<void> done) {
                                        setBusy(false);
                                        if (!done)
                                            return tell(errorSentence(done.error()));
                                        fill(settings);
                                        state_->setText(tr("Saved. The password is in the keyring and nowhere else."));
                                    }));
}

void MailForm::tell(const QString &sentence)
{
    state_->clear();
    if (sentence.isEmpty())
        error_->clear();
    else
        error_->setMessage(sentence);
}

void MailForm::setBusy(bool busy, const QString &words)
{
    busy_ = busy;
    state_->setText(words);
    for (auto *button : {test_, save_, remove_})
        button->setEnabled(!busy);
}

void MailForm::leave()
{
    stop_.request_stop();
    generation_.next();
    editor("password")->setText({});
    Q_EMIT closed();
}

void MailForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void MailForm::retranslate()
{
    title_->setText(tr("Mail for questions to colleagues"));
    help_->setText(tr("A mailbox of its own is best: questions leave from it, and answers are read there without marking anything as read."));
    test_->setText(tr("Test"));
    save_->setText(tr("Save"));
    remove_->setText(tr("Forget the mailbox"));
    close_->setText(tr("Close"));
    for (auto *button : {test_, save_, remove_, close_})
        button->setAccessibleName(button->text());
}

void MailForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
