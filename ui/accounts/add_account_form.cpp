// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/add_account_form.hpp"

#include "ui/accounts/done_step.hpp"
#include "ui/accounts/find_step.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/accounts/wait_step.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/store/members.hpp>

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie::ui {

AddAccountForm::AddAccountForm(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), find_(new FindStep(shell, this)), ask_(new SignInStep(this)), wait_(new WaitStep(this)), done_(new DoneStep(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (auto *step : std::initializer_list<QWidget *>{find_, ask_, wait_, done_})
        layout->addWidget(step);
    connect(find_, &FindStep::candidateChosen, this, &AddAccountForm::openCandidate);
    connect(find_, &FindStep::networkChosen, this, &AddAccountForm::choose);
    connect(find_, &FindStep::cancelled, this, &AddAccountForm::cancelled);
    connect(ask_, &SignInStep::submitted, this, &AddAccountForm::submit);
    connect(ask_, &SignInStep::backed, this, &AddAccountForm::back);
    connect(wait_, &WaitStep::stopped, this, &AddAccountForm::back);
    connect(wait_, &WaitStep::codeGiven, this, [this](const QString &code) {
        if (!signIn_)
            return;
        wait_->say(tr("Checking the code..."));
        signIn_->giveCode(utf8(code));
    });
    connect(done_, &DoneStep::closed, this, [this] { Q_EMIT finished(account_.id); });
    show(Step::Find);
}

AddAccountForm::~AddAccountForm()
{
    stop_.request_stop();
}

bool AddAccountForm::busy() const
{
    return step_ == Step::Wait || (step_ == Step::Find && find_->busy());
}

QString AddAccountForm::problem() const
{
    return step_ == Step::Find ? find_->problem() : ask_->problem();
}

QCheckBox *AddAccountForm::privateBox() const
{
    return step_ == Step::Find ? find_->privateBox() : ask_->privateBox();
}

void AddAccountForm::show(Step step)
{
    step_ = step;
    for (auto *button : findChildren<QPushButton *>())
        button->setAutoDefault(true); // Return presses it, as it does in the fields
    find_->setVisible(step == Step::Find);
    ask_->setVisible(step == Step::SignIn);
    wait_->setVisible(step == Step::Wait);
    done_->setVisible(step == Step::Done);
}

void AddAccountForm::begin()
{
    stop();
    account_ = {};
    show(Step::Find);
    find_->begin();
}

void AddAccountForm::beginReconnect(const Account &account)
{
    stop();
    account_ = account;
    const auto *connector = shell_.bridge.workspace()->catalogue().find(account.connector);
    if (connector == nullptr)
        return;
    ask_->ask(connector->describe(), SignInStep::Mode::Reconnect, account, {}, connect::allowsPrivateNetwork(account));
    show(Step::SignIn);
    ask_->focusFirst();
}

void AddAccountForm::beginEdit(const Account &account)
{
    beginReconnect(account);
    if (const auto *connector = shell_.bridge.workspace()->catalogue().find(account.connector))
        ask_->ask(connector->describe(), SignInStep::Mode::Edit, account, {}, connect::allowsPrivateNetwork(account));
    ask_->focusFirst();
}

void AddAccountForm::openCandidate(const connect::Candidate &candidate)
{
    openNetwork(qs(candidate.connector), candidate, tr("%1 (%2)").arg(qs(candidate.name), certaintyWords(candidate.certainty)));
}

/// From the list: what was typed may still be the address.
void AddAccountForm::choose(const QString &id)
{
    connect::Candidate known;
    const auto typed = utf8(find_->typed());
    const auto *connector = shell_.bridge.workspace()->catalogue().find(utf8(id));
    if (connector != nullptr && typed.find_first_of(".:@") != std::string::npos) {
        const auto guess = connector->guess(typed);
        if (guess)
            known = *guess;
        else if (const auto server = connect::normaliseInstance(typed, find_->allowPrivate()))
            known.instance = *server;
    }
    openNetwork(id, known, {});
}

void AddAccountForm::openNetwork(const QString &id, const connect::Candidate &known, const QString &found)
{
    const auto *connector = shell_.bridge.workspace()->catalogue().find(utf8(id));
    if (connector == nullptr)
        return;
    Account prefilled;
    prefilled.instance = known.instance;
    prefilled.settings = known.settings;
    ask_->ask(connector->describe(), SignInStep::Mode::Add, prefilled, found, find_->allowPrivate());
    show(Step::SignIn);
    ask_->focusFirst();
}

void AddAccountForm::back()
{
    switch (step_) {
    case Step::Find:
        if (!find_->stop())
            Q_EMIT cancelled();
        break;
    case Step::SignIn:
        if (ask_->mode() != SignInStep::Mode::Add) {
            Q_EMIT cancelled();
            break;
        }
        show(Step::Find);
        find_->resume();
        break;
    case Step::Wait:
        stop();
        show(Step::SignIn);
        ask_->focusFirst();
        break;
    case Step::Done: Q_EMIT finished(account_.id); break;
    }
}

void AddAccountForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        back();
    else
        QWidget::keyPressEvent(event);
}

void AddAccountForm::saveEdit(const app::AddAccount &wanted)
{
    auto settings = wanted.settings;
    connect::allowPrivateNetwork(settings, wanted.allowPrivate);
    shell_.bridge.write<AccountId>(
        this,
        [id = account_.id, settings](store::Tx &tx) -> Result<AccountId> {
            VIGIE_TRY(auto account, store::Accounts(tx).get(id));
            account.settings = settings;
            return store::Accounts(tx).save(account);
        },
        [this](Result<AccountId> saved) {
            if (!saved)
                return refuse(saved.error());
            shell_.bridge.refreshStatus();
            Q_EMIT finished(*saved);
        });
}

void AddAccountForm::showDone(AccountId id)
{
    wait_->clear();
    wait_->say(tr("Connected."));
    shell_.bridge.read<Account>(
        this, [id](store::Tx &tx) { return store::Accounts(tx).get(id); },
        [this, id, number = generation_.next()](Result<Account> account) {
            if (!generation_.is(number))
                return;
            const auto *connector = account ? shell_.bridge.workspace()->catalogue().find(account->connector) : nullptr;
            account_ = account ? *account : Account{};
            account_.id = id;
            if (connector == nullptr)
                return void(Q_EMIT finished(id));
            show(Step::Done);
            done_->show(account_, connector->describe());
        });
}

void AddAccountForm::stop()
{
    stop_.request_stop();
    generation_.next();
    signIn_.reset();
    find_->stop();
}

} // namespace vigie::ui
