// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/sign_in_step.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/accounts/field_editor.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

QVBoxLayout *column()
{
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    return layout;
}

} // namespace

SignInStep::SignInStep(QWidget *parent)
    : QWidget(parent), title_(roleLabel(QStringLiteral("title"), {}, this)), foundLabel_(roleLabel(QStringLiteral("strong"), {}, this)),
      verified_(roleLabel(QStringLiteral("small"), {}, this)), notice_(roleLabel({}, {}, this)), wayLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      secretHelp_(roleLabel(QStringLiteral("small"), {}, this)), privateHelp_(roleLabel(QStringLiteral("small"), {}, this)), noticeBox_(new QFrame(this)),
      wayBox_(new QWidget(this)), ways_(new QButtonGroup(this)), layout_(new QVBoxLayout(this)), fieldsAt_(column()), wayFieldsAt_(column()), consent_(new QCheckBox(this)),
      private_(new QCheckBox(this)), error_(new ErrorBar(this)), connect_(roleButton(QStringLiteral("primary"), this)), back_(roleButton({}, this))
{
    for (auto *label : {title_, foundLabel_, verified_, notice_, secretHelp_, privateHelp_})
        label->setWordWrap(true);
    noticeBox_->setProperty("role", "note");
    auto *inNotice = new QVBoxLayout(noticeBox_);
    inNotice->setContentsMargins(kMargin, kGap, kMargin, kGap);
    inNotice->addWidget(notice_);
    inNotice->addWidget(consent_);
    wayBox_->setLayout(column());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(connect_);
    buttons->addWidget(back_);
    buttons->addStretch(1);
    layout_->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout_->setSpacing(kGap);
    for (auto *widget : std::initializer_list<QWidget *>{title_, foundLabel_, verified_, noticeBox_})
        layout_->addWidget(widget);
    layout_->addLayout(fieldsAt_);
    layout_->addWidget(private_);
    layout_->addWidget(privateHelp_);
    layout_->addWidget(wayLabel_);
    layout_->addWidget(wayBox_);
    layout_->addLayout(wayFieldsAt_);
    layout_->addWidget(secretHelp_);
    layout_->addWidget(error_);
    layout_->addLayout(buttons);
    layout_->addStretch(1);
    connect(ways_, &QButtonGroup::idClicked, this, &SignInStep::buildFields);
    connect(connect_, &QPushButton::clicked, this, &SignInStep::submitted);
    connect(back_, &QPushButton::clicked, this, &SignInStep::backed);
    retranslate();
}

void SignInStep::ask(const connect::Descriptor &network, Mode mode, const Account &known, const QString &found, bool allowPrivate)
{
    network_ = &network;
    mode_ = mode;
    known_ = known;
    found_ = found;
    consent_->setChecked(false);
    private_->setChecked(allowPrivate);
    for (auto *editor : editors_)
        editor->setText({}); // what was typed for another network is not carried over
    listWays();
    buildFields();
    tell({});
    retranslate();
}

void SignInStep::listWays()
{
    choices_.clear();
    if (mode_ != Mode::Edit)
        for (const auto &way : network_->ways) {
            choices_.push_back({&way, false});
            if (way.kind == connect::AuthKind::OAuthCode)
                choices_.push_back({&way, true});
        }
    for (auto *button : ways_->buttons())
        delete button;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        auto *button = new QRadioButton(wayBox_);
        ways_->addButton(button, static_cast<int>(i));
        wayBox_->layout()->addWidget(button);
    }
    if (!choices_.empty())
        ways_->button(0)->setChecked(true);
}

const connect::SignInWay *SignInStep::way() const
{
    const int chosen = ways_->checkedId();
    return chosen >= 0 && chosen < static_cast<int>(choices_.size()) ? choices_[static_cast<std::size_t>(chosen)].way : nullptr;
}

bool SignInStep::hasServer() const
{
    return network_ != nullptr && std::any_of(network_->fields.begin(), network_->fields.end(), [](const auto &field) { return field.kind == connect::FieldSpec::Kind::Url; });
}

QString SignInStep::keptText(const connect::FieldSpec &field) const
{
    if (field.kind == connect::FieldSpec::Kind::Secret)
        return {};
    return field.key == "instance" ? qs(known_.instance) : qs(known_.setting(field.key));
}

void SignInStep::addEditor(const connect::FieldSpec &field, QWidget *box)
{
    auto *editor = new FieldEditor(field, box);
    box->layout()->addWidget(editor);
    editor->setText(keptText(field));
    connect(editor, &FieldEditor::submitted, this, &SignInStep::submitted);
    editors_.push_back(editor);
}

/// What the network asks for stays while another way is looked at, as does what both ways ask for.
void SignInStep::buildFields()
{
    std::map<std::string, QString> typed;
    for (const auto *editor : editors_)
        typed[editor->key()] = editor->text();
    editors_.clear();
    delete fieldsBox_;
    delete wayFieldsBox_;
    fieldsBox_ = new QWidget(this);
    fieldsBox_->setLayout(column());
    wayFieldsBox_ = new QWidget(this);
    wayFieldsBox_->setLayout(column());
    const auto own = network_->fields.size();
    const auto all = app::fieldsOf(*network_, way());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (mode_ != Mode::Edit || all[i].key != "instance")
            addEditor(all[i], i < own ? fieldsBox_ : wayFieldsBox_);
    for (auto *editor : editors_)
        if (const auto before = typed.find(editor->key()); before != typed.end() && !before->second.isEmpty())
            editor->setText(before->second);
    fieldsAt_->addWidget(fieldsBox_);
    wayFieldsAt_->addWidget(wayFieldsBox_);
    fieldsBox_->setVisible(fieldsBox_->layout()->count() > 0);
    wayFieldsBox_->setVisible(wayFieldsBox_->layout()->count() > 0);
    orderTabs();
    retranslate();
}

/// The fields are made after the buttons, and Tab follows the making unless it is told what the eye sees.
void SignInStep::orderTabs()
{
    QWidget *before = consent_;
    const auto then = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (const auto *box : {fieldsBox_, wayFieldsBox_}) {
        for (auto *editor : editors_)
            if (editor->parentWidget() == box) {
                then(editor->editor());
                if (editor->browseButton() != nullptr)
                    then(editor->browseButton());
            }
        if (box == fieldsBox_) {
            then(private_);
            for (auto *button : ways_->buttons())
                then(button);
        }
    }
    then(connect_);
    then(back_);
}

FieldEditor *SignInStep::editor(const std::string &key) const
{
    for (auto *editor : editors_)
        if (editor->key() == key)
            return editor;
    return nullptr;
}

std::optional<SignInStep::Wanted> SignInStep::read()
{
    tell({});
    std::map<std::string, Secret> typed;
    for (auto *editor : editors_) {
        typed[editor->key()] = editor->value();
        editor->setProblem({});
    }
    if (mode_ == Mode::Edit && !known_.instance.empty())
        typed.try_emplace("instance", Secret(known_.instance));
    auto account = app::composed(*network_, way(), typed, hasServer() && private_->isChecked(), mode_ == Mode::Add ? std::vector<AccountSetting>{} : known_.settings);
    if (!account) {
        point(account.error());
        return std::nullopt;
    }
    if (consent_->isVisibleTo(this) && !consent_->isChecked()) {
        tell(tr("Tick \"%1\" first. Nothing was connected yet.").arg(consent_->text()));
        consent_->setFocus();
        return std::nullopt;
    }
    const int chosen = ways_->checkedId();
    return Wanted{std::move(*account), chosen >= 0 && choices_[static_cast<std::size_t>(chosen)].paste};
}

void SignInStep::point(const app::FieldProblem &problem)
{
    auto *wrong = editor(problem.key);
    problem_ = fieldProblemWords(problem, wrong != nullptr ? wrong->label() : qs(problem.key));
    if (wrong != nullptr)
        wrong->setProblem(problem_);
    else
        tell(problem_);
}

void SignInStep::tell(const QString &sentence)
{
    problem_ = sentence;
    if (sentence.isEmpty())
        error_->clear();
    else
        error_->setMessage(sentence);
}

void SignInStep::tellPrivate()
{
    tell(tr("This server is in a private network, so it was not asked. If it is yours, tick \"%1\" and try again.").arg(private_->text()));
    private_->setFocus();
}

void SignInStep::clearSecrets()
{
    for (auto *editor : editors_)
        if (editor->field().kind == connect::FieldSpec::Kind::Secret)
            editor->setText({});
}

/// The first entry that is still empty, else the button.
void SignInStep::focusFirst()
{
    for (auto *editor : editors_)
        if (editor->field().required && editor->text().isEmpty())
            return editor->editor()->setFocus();
    if (mode_ == Mode::Edit && !editors_.empty())
        return editors_.front()->editor()->setFocus();
    if (consent_->isVisibleTo(this) && !consent_->isChecked())
        return consent_->setFocus();
    connect_->setFocus();
}

void SignInStep::retranslate()
{
    const auto name = network_ != nullptr ? qs(network_->name) : QString();
    title_->setText(mode_ == Mode::Add ? tr("Connect to %1").arg(name) : mode_ == Mode::Reconnect ? tr("Sign in again") : tr("What to listen to"));
    foundLabel_->setText(found_);
    foundLabel_->setVisible(!found_.isEmpty());
    verified_->setText(network_ != nullptr ? verificationWords(network_->verification) : QString());
    verified_->setVisible(mode_ == Mode::Add);
    const auto notice = network_ != nullptr && mode_ != Mode::Edit ? network_->notice : connect::Notice::None;
    notice_->setText(noticeWords(notice));
    noticeBox_->setVisible(notice != connect::Notice::None);
    consent_->setText(tr("I have read this and may connect"));
    consent_->setAccessibleName(consent_->text());
    consent_->setAccessibleDescription(notice_->text());
    consent_->setVisible(noticeAsksConsent(notice));
    private_->setText(tr("This server is in my own network"));
    private_->setAccessibleName(private_->text());
    privateHelp_->setText(tr("For a server of your house or company, with an address that the internet cannot reach. "
                             "Left unticked, Vigie refuses such addresses, so that nobody can make it knock on doors behind your router."));
    private_->setAccessibleDescription(privateHelp_->text());
    private_->setVisible(hasServer());
    privateHelp_->setVisible(hasServer());
    wayLabel_->setText(tr("How to sign in"));
    wayLabel_->setVisible(choices_.size() > 1);
    wayBox_->setVisible(choices_.size() > 1);
    for (std::size_t i = 0; i < choices_.size(); ++i)
        ways_->button(static_cast<int>(i))->setText(wayWords(choices_[i].way->kind, choices_[i].paste));
    const bool secrets = std::any_of(editors_.begin(), editors_.end(), [](const auto *editor) { return editor->field().kind == connect::FieldSpec::Kind::Secret; });
    secretHelp_->setText(tr("What is secret goes into the keyring and nowhere else."));
    secretHelp_->setVisible(secrets);
    connect_->setText(mode_ == Mode::Edit ? tr("Save") : mode_ == Mode::Reconnect ? tr("Sign in") : tr("Connect"));
    connect_->setAccessibleName(connect_->text());
    back_->setText(mode_ == Mode::Add ? tr("Back") : tr("Close"));
    back_->setAccessibleName(back_->text());
}

void SignInStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
