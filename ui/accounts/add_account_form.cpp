// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/add_account_form.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/net/http.hpp>
#include <vigie/store/members.hpp>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

namespace vigie::ui {

AddAccountForm::AddAccountForm(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(roleLabel(QStringLiteral("title"), {}, this)), networkLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      verified_(roleLabel(QStringLiteral("small"), {}, this)), wayLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      progress_(roleLabel(QStringLiteral("muted"), {}, this)), codeHelp_(roleLabel(QStringLiteral("small"), {}, this)),
      tokenHelp_(roleLabel(QStringLiteral("small"), {}, this)), networks_(new QComboBox(this)), layout_(new QVBoxLayout(this)), wayBox_(new QWidget(this)),
      ways_(new QButtonGroup(this)), token_(new QLineEdit(this)), code_(new QLineEdit(this)), private_(new QCheckBox(this)),
      privateHelp_(roleLabel(QStringLiteral("small"), {}, this)), connect_(roleButton(QStringLiteral("primary"), this)),
      cancel_(roleButton({}, this)), giveCode_(roleButton({}, this)), error_(new ErrorBar(this))
{
    layout_->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout_->setSpacing(kGap);
    for (auto *label : {verified_, progress_, codeHelp_, tokenHelp_, privateHelp_})
        label->setWordWrap(true);
    progress_->setTextFormat(Qt::PlainText);
    progress_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    token_->setEchoMode(QLineEdit::Password);
    auto *wayLayout = new QVBoxLayout(wayBox_);
    wayLayout->setContentsMargins(0, kGrid, 0, 0);
    wayLayout->addWidget(wayLabel_);
    for (const auto way : {Way::Browser, Way::Paste, Way::Token}) {
        auto *button = new QRadioButton(wayBox_);
        ways_->addButton(button, static_cast<int>(way));
        wayLayout->addWidget(button);
    }
    ways_->button(static_cast<int>(Way::Browser))->setChecked(true);
    auto *codeLine = new QHBoxLayout;
    codeLine->addWidget(code_, 1);
    codeLine->addWidget(giveCode_);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(connect_);
    buttons->addWidget(cancel_);
    buttons->addStretch(1);
    layout_->addWidget(title_);
    layout_->addWidget(networkLabel_);
    layout_->addWidget(networks_);
    layout_->addWidget(verified_);
    layout_->addWidget(private_);
    layout_->addWidget(privateHelp_);
    layout_->addWidget(wayBox_);
    layout_->addWidget(token_);
    layout_->addWidget(tokenHelp_);
    layout_->addWidget(error_);
    layout_->addWidget(progress_);
    layout_->addLayout(codeLine);
    layout_->addWidget(codeHelp_);
    layout_->addLayout(buttons);
    layout_->addStretch(1);
    connect(networks_, &QComboBox::currentIndexChanged, this, &AddAccountForm::buildFields);
    connect(ways_, &QButtonGroup::idClicked, this, &AddAccountForm::updateWays);
    connect(connect_, &QPushButton::clicked, this, &AddAccountForm::connectNow);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        const bool was = busy_;
        stop();
        if (!was)
            Q_EMIT cancelled();
    });
    const auto give = [this] {
        if (signIn_ && !code_->text().trimmed().isEmpty()) {
            progress_->setText(tr("Checking the code..."));
            signIn_->giveCode(utf8(code_->text()));
        }
    };
    connect(giveCode_, &QPushButton::clicked, this, give);
    connect(code_, &QLineEdit::returnPressed, this, give);
    connect(token_, &QLineEdit::returnPressed, this, &AddAccountForm::connectNow);
    shell_.bridge.whenOpen(this, [this] { fillNetworks(); });
    retranslate();
    setBusy(false);
}

AddAccountForm::~AddAccountForm()
{
    stop_.request_stop();
}

const connect::Descriptor *AddAccountForm::network() const
{
    const auto *workspace = shell_.bridge.workspace();
    const auto *connector = workspace != nullptr ? workspace->catalogue().find(utf8(networks_->currentData().toString())) : nullptr;
    return connector != nullptr ? &connector->describe() : nullptr;
}

AddAccountForm::Way AddAccountForm::way() const
{
    const auto *chosen = network();
    if (chosen == nullptr || chosen->way(connect::AuthKind::OAuthCode) != nullptr)
        return static_cast<Way>(ways_->checkedId());
    return Way::Token;
}

void AddAccountForm::fillNetworks()
{
    networks_->clear();
    for (const auto &connector : shell_.bridge.workspace()->catalogue().all())
        if (connector->describe().id != "file")
            networks_->addItem(qs(connector->describe().name), qs(connector->describe().id));
}

void AddAccountForm::begin()
{
    stop();
    mode_ = Mode::Add;
    account_ = {};
    networks_->setEnabled(true);
    tell({});
    token_->clear();
    private_->setChecked(false);
    buildFields();
    retranslate();
    networks_->setFocus();
}

void AddAccountForm::beginReconnect(const Account &account)
{
    begin();
    mode_ = Mode::Reconnect;
    account_ = account;
    private_->setChecked(connect::allowsPrivateNetwork(account));
    networks_->setCurrentIndex(networks_->findData(qs(account.connector)));
    networks_->setEnabled(false);
    buildFields();
    retranslate();
    connect_->setFocus();
}

void AddAccountForm::beginEdit(const Account &account)
{
    beginReconnect(account);
    mode_ = Mode::Edit;
    buildFields();
    retranslate();
    if (!fields_.empty())
        fields_.front().edit->setFocus();
}

void AddAccountForm::buildFields()
{
    delete fieldsBox_;
    fields_.clear();
    fieldsBox_ = new QWidget(this);
    auto *layout = new QVBoxLayout(fieldsBox_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    const auto *chosen = network();
    if (chosen != nullptr) {
        verified_->setText(verificationWords(chosen->verification));
        for (const auto &field : chosen->fields) {
            if (mode_ == Mode::Edit && field.key == "instance")
                continue;
            const auto words = fieldWords(field);
            layout->addSpacing(kGap);
            layout->addWidget(roleLabel(QStringLiteral("muted"), field.required ? words.label : tr("%1 (optional)").arg(words.label), fieldsBox_));
            auto *edit = new QLineEdit(fieldsBox_);
            edit->setPlaceholderText(qs(field.example));
            edit->setAccessibleName(words.label);
            edit->setAccessibleDescription(words.help);
            if (account_.id)
                edit->setText(field.key == "instance" ? qs(account_.instance) : qs(account_.setting(field.key)));
            if (field.kind == connect::FieldSpec::Kind::Secret)
                edit->setEchoMode(QLineEdit::Password);
            connect(edit, &QLineEdit::returnPressed, this, &AddAccountForm::connectNow);
            layout->addWidget(edit);
            if (!words.help.isEmpty()) {
                auto *help = roleLabel(QStringLiteral("small"), words.help, fieldsBox_);
                help->setWordWrap(true);
                layout->addWidget(help);
            }
            fields_.push_back({field.key, field.required, edit});
        }
    }
    layout_->insertWidget(4, fieldsBox_);
    orderTabs();
    updateWays();
}

/// The fields are made after the buttons, and Tab follows the making unless it is told what the eye sees.
void AddAccountForm::orderTabs()
{
    QWidget *before = networks_;
    const auto then = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (const auto &field : fields_)
        then(field.edit);
    then(private_);
    for (auto *way : ways_->buttons())
        then(way);
    for (QWidget *next : {static_cast<QWidget *>(token_), static_cast<QWidget *>(code_), static_cast<QWidget *>(giveCode_), static_cast<QWidget *>(connect_),
                          static_cast<QWidget *>(cancel_)})
        then(next);
}

void AddAccountForm::updateWays()
{
    const auto *chosen = network();
    const bool oauth = chosen != nullptr && chosen->way(connect::AuthKind::OAuthCode) != nullptr && mode_ != Mode::Edit;
    const bool token = mode_ != Mode::Edit && chosen != nullptr && chosen->needsSignIn() && way() == Way::Token;
    const bool remote = chosen != nullptr && (chosen->way(connect::AuthKind::OAuthCode) != nullptr || chosen->family == "feed");
    private_->setVisible(remote);
    privateHelp_->setVisible(remote);
    wayBox_->setVisible(oauth);
    token_->setVisible(token);
    tokenHelp_->setVisible(token);
    networkLabel_->setVisible(mode_ == Mode::Add);
    networks_->setVisible(mode_ == Mode::Add);
    verified_->setVisible(mode_ == Mode::Add);
}

std::optional<app::AddAccount> AddAccountForm::read()
{
    const auto *chosen = network();
    if (chosen == nullptr)
        return std::nullopt;
    app::AddAccount wanted;
    wanted.connector = chosen->id;
    wanted.allowPrivate = private_->isVisibleTo(this) && private_->isChecked();
    if (mode_ == Mode::Reconnect)
        wanted.settings = account_.settings;
    for (const auto &field : fields_) {
        const auto value = field.edit->text().trimmed();
        if (value.isEmpty() && field.required) {
            tell(tr("\"%1\" is needed. Nothing was connected yet.").arg(field.edit->accessibleName()), field.edit);
            return std::nullopt;
        }
        if (field.key == "instance") {
            const auto instance = connect::normaliseInstance(utf8(value), wanted.allowPrivate);
            if (!instance) {
                tell(tr("This is not the address of a server. Write it as social.example, or give your whole handle."), field.edit);
                return std::nullopt;
            }
            wanted.instance = *instance;
            continue;
        }
        std::erase_if(wanted.settings, [&](const AccountSetting &setting) { return setting.key == field.key; });
        if (!value.isEmpty())
            wanted.settings.push_back({field.key, utf8(value)});
    }
    return wanted;
}

void AddAccountForm::connectNow()
{
    if (busy_)
        return;
    tell({});
    auto wanted = read();
    if (!wanted)
        return;
    if (mode_ == Mode::Edit)
        return saveEdit();
    const bool oauth = network()->way(connect::AuthKind::OAuthCode) != nullptr;
    if (oauth && way() != Way::Token)
        return signIn(std::move(*wanted), way() == Way::Paste);
    if (network()->needsSignIn()) {
        wanted->credential.access = Secret(utf8(token_->text().trimmed()));
        if (wanted->credential.access.empty()) {
            return tell(tr("A token is needed. Nothing was connected yet."), token_);
        }
    }
    stop_ = {};
    setBusy(true, !network()->needsSignIn() ? tr("Looking at the address...") : tr("Asking the server who this is..."));
    auto &bridge = shell_.bridge;
    bridge.workspace()->addAccount(std::move(*wanted), stop_.get_token(), bridge.executor(),
                                   bridge.guarded<Result<AccountId>>(this, [this, number = generation_.next()](Result<AccountId> account) {
                                       if (generation_.is(number))
                                           done(std::move(account));
                                   }));
}

void AddAccountForm::signIn(app::AddAccount account, bool paste)
{
    stop_ = {};
    const auto number = generation_.next();
    setBusy(true, tr("Asking the server..."));
    code_->setVisible(paste);
    giveCode_->setVisible(paste);
    codeHelp_->setVisible(paste);
    code_->clear();
    auto &bridge = shell_.bridge;
    signIn_ = bridge.workspace()->signIn(
        std::move(account), paste, stop_.get_token(), bridge.executor(),
        bridge.guarded<std::string>(this, [this, number, paste](const std::string &url) {
            if (!generation_.is(number))
                return;
            signInUrl_ = qs(url);
            const bool opened = QDesktopServices::openUrl(QUrl(signInUrl_));
            QString words = paste ? tr("Allow Vigie in your browser, then paste the code it shows.") : tr("Allow Vigie in your browser; this page goes on by itself.");
            if (!opened)
                words = tr("No browser could be opened. Open this address yourself:") + QLatin1Char('\n') + qs(url);
            progress_->setText(words);
            if (paste)
                code_->setFocus();
        }),
        bridge.guarded<Result<AccountId>>(this, [this, number](Result<AccountId> result) {
            if (generation_.is(number))
                done(std::move(result));
        }));
}

void AddAccountForm::saveEdit()
{
    const auto wanted = read();
    if (!wanted)
        return;
    setBusy(true, tr("Saving..."));
    auto settings = account_.settings;
    for (const auto &field : fields_) {
        std::erase_if(settings, [&](const AccountSetting &setting) { return setting.key == field.key; });
        if (!field.edit->text().trimmed().isEmpty())
            settings.push_back({field.key, utf8(field.edit->text().trimmed())});
    }
    connect::allowPrivateNetwork(settings, wanted->allowPrivate);
    shell_.bridge.write<AccountId>(
        this,
        [id = account_.id, settings](store::Tx &tx) -> Result<AccountId> {
            VIGIE_TRY(auto account, store::Accounts(tx).get(id));
            account.settings = settings;
            return store::Accounts(tx).save(account);
        },
        [this](Result<AccountId> account) { done(std::move(account)); });
}

void AddAccountForm::done(Result<AccountId> account)
{
    signIn_.reset();
    setBusy(false);
    if (!account) {
        const auto &error = account.error();
        if (error.code == Errc::PolicyRefused && error.detail == net::kPrivateAddressRefused)
            return tell(tr("This server is in a private network, so it was not asked. If it is yours, tick \"%1\" and try again.").arg(private_->text()), private_);
        if (error.code != Errc::Cancelled)
            tell(errorSentence(error));
        return;
    }
    token_->clear();
    shell_.bridge.refreshStatus();
    Q_EMIT finished(*account);
}

void AddAccountForm::tell(const QString &sentence, QWidget *field)
{
    problem_ = sentence;
    if (sentence.isEmpty())
        error_->clear();
    else
        error_->setMessage(sentence);
    if (field != nullptr)
        field->setFocus();
}

QString AddAccountForm::problem() const
{
    return problem_;
}

void AddAccountForm::stop()
{
    stop_.request_stop();
    generation_.next();
    signIn_.reset();
    setBusy(false);
}

void AddAccountForm::setBusy(bool busy, const QString &words)
{
    busy_ = busy;
    progress_->setText(words);
    progress_->setVisible(!words.isEmpty());
    connect_->setEnabled(!busy);
    if (fieldsBox_ != nullptr)
        fieldsBox_->setEnabled(!busy);
    wayBox_->setEnabled(!busy);
    token_->setEnabled(!busy);
    private_->setEnabled(!busy);
    networks_->setEnabled(!busy && mode_ == Mode::Add);
    if (!busy)
        for (auto *widget : std::initializer_list<QWidget *>{code_, giveCode_, codeHelp_})
            widget->hide();
    cancel_->setText(busy ? tr("Stop") : tr("Close"));
    cancel_->setAccessibleName(cancel_->text());
}

void AddAccountForm::retranslate()
{
    title_->setText(mode_ == Mode::Add ? tr("Connect an account") : mode_ == Mode::Reconnect ? tr("Sign in again") : tr("What to listen to"));
    networkLabel_->setText(tr("Network"));
    networks_->setAccessibleName(tr("Network"));
    private_->setText(tr("This server is in my own network"));
    private_->setAccessibleName(private_->text());
    privateHelp_->setText(tr("For a server of your house or company, with an address that the internet cannot reach. "
                             "Left unticked, Vigie refuses such addresses, so that nobody can make it knock on doors behind your router."));
    private_->setAccessibleDescription(privateHelp_->text());
    wayLabel_->setText(tr("How to sign in"));
    ways_->button(static_cast<int>(Way::Browser))->setText(tr("In the browser"));
    ways_->button(static_cast<int>(Way::Paste))->setText(tr("In the browser, and paste a code"));
    ways_->button(static_cast<int>(Way::Token))->setText(tr("With a token I already have"));
    token_->setPlaceholderText(tr("Token"));
    token_->setAccessibleName(tr("Token"));
    tokenHelp_->setText(tr("It goes into the keyring and nowhere else."));
    code_->setPlaceholderText(tr("Code"));
    code_->setAccessibleName(tr("Code shown in the browser"));
    codeHelp_->setText(tr("The page shows a code after you allowed Vigie. Paste it here."));
    giveCode_->setText(tr("Use this code"));
    giveCode_->setAccessibleName(giveCode_->text());
    connect_->setText(mode_ == Mode::Edit ? tr("Save") : mode_ == Mode::Reconnect ? tr("Sign in") : tr("Connect"));
    connect_->setAccessibleName(connect_->text());
    cancel_->setText(busy_ ? tr("Stop") : tr("Close"));
    cancel_->setAccessibleName(cancel_->text());
}

void AddAccountForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!busy_) {
            std::vector<QString> typed;
            for (const auto &field : fields_)
                typed.push_back(field.edit->text());
            buildFields();
            for (std::size_t i = 0; i < typed.size() && i < fields_.size(); ++i)
                fields_[i].edit->setText(typed[i]);
        }
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
