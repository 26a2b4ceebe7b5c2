// SPDX-License-Identifier: GPL-3.0-or-later
// How the conversation signs in: with what was typed, through the browser, or with a code typed elsewhere; and what is said of
// the answer.
#include "ui/accounts/add_account_form.hpp"

#include "ui/accounts/wait_step.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/net/http.hpp>

#include <QDesktopServices>
#include <QUrl>

namespace vigie::ui {

void AddAccountForm::submit()
{
    auto wanted = ask_->read();
    if (!wanted)
        return;
    if (ask_->mode() == SignInStep::Mode::Edit)
        return saveEdit(wanted->account);
    stop();
    stop_ = {};
    show(Step::Wait);
    wait_->clear();
    if (wanted->account.keyFiles.empty())
        goOn(std::move(wanted->account), wanted->paste);
    else
        readKeys(std::move(wanted->account), wanted->paste);
}

/// A key may lie on a disk that takes its time.
void AddAccountForm::readKeys(app::AddAccount account, bool paste)
{
    using Read = tl::expected<app::AddAccount, app::FieldProblem>;
    wait_->say(tr("Reading the key file..."));
    shell_.bridge.work<Read>(
        this, [account = std::move(account)] { return Result<Read>(app::readKeyFiles(account)); },
        [this, paste, number = generation_.next()](Result<Read> read) {
            if (!generation_.is(number))
                return;
            if (*read)
                return goOn(std::move(**read), paste);
            show(Step::SignIn);
            ask_->point(read->error());
        });
}

void AddAccountForm::goOn(app::AddAccount account, bool paste)
{
    switch (account.way) {
    case connect::AuthKind::OAuthCode: return signIn(std::move(account), paste);
    case connect::AuthKind::DeviceCode: return signInByDevice(std::move(account));
    default: return addTyped(std::move(account));
    }
}

void AddAccountForm::addTyped(app::AddAccount account)
{
    wait_->say(account.way == connect::AuthKind::None ? tr("Looking at the address...") : tr("Asking the server who this is..."));
    auto &bridge = shell_.bridge;
    bridge.workspace()->addAccount(std::move(account), stop_.get_token(), bridge.executor(),
                                   bridge.guarded<Result<AccountId>>(this, [this, number = generation_.next()](Result<AccountId> result) {
                                       if (generation_.is(number))
                                           answered(std::move(result));
                                   }));
}

void AddAccountForm::signIn(app::AddAccount account, bool paste)
{
    const auto number = generation_.next();
    wait_->say(tr("Asking the server..."));
    auto &bridge = shell_.bridge;
    signIn_ = bridge.workspace()->signIn(
        std::move(account), paste, stop_.get_token(), bridge.executor(),
        bridge.guarded<std::string>(this, [this, number](const std::string &url) {
            if (!generation_.is(number))
                return;
            signInUrl_ = qs(url);
            const bool pasted = signIn_ && signIn_->wantsCode();
            if (!QDesktopServices::openUrl(QUrl(signInUrl_)))
                wait_->sayAddress(tr("No browser could be opened. Open this address yourself:"), signInUrl_);
            else
                wait_->say(pasted ? tr("Allow Vigie in your browser, then paste the code it shows.") : tr("Allow Vigie in your browser; this page goes on by itself."));
            if (pasted)
                wait_->askCode();
        }),
        bridge.guarded<Result<AccountId>>(this, [this, number](Result<AccountId> result) {
            if (generation_.is(number))
                answered(std::move(result));
        }));
}

void AddAccountForm::signInByDevice(app::AddAccount account)
{
    const auto number = generation_.next();
    wait_->say(tr("Asking the network for a code..."));
    auto &bridge = shell_.bridge;
    signIn_ = bridge.workspace()->signInByDevice(
        std::move(account), stop_.get_token(), bridge.executor(),
        bridge.guarded<app::DeviceCode>(this, [this, number](const app::DeviceCode &code) {
            if (!generation_.is(number))
                return;
            signInUrl_ = qs(code.verifyUrl);
            wait_->say(tr("The network waits for this code."));
            wait_->showCode(code, format::time(code.endsAt, shell_.bridge.zone()));
        }),
        bridge.guarded<Result<AccountId>>(this, [this, number](Result<AccountId> result) {
            if (generation_.is(number))
                answered(std::move(result));
        }));
}

void AddAccountForm::answered(Result<AccountId> account)
{
    signIn_.reset();
    if (!account) {
        show(Step::SignIn);
        ask_->focusFirst();
        return refuse(account.error());
    }
    ask_->clearSecrets();
    shell_.bridge.refreshStatus();
    Q_EMIT connected(*account);
    if (ask_->mode() == SignInStep::Mode::Add)
        showDone(*account);
    else
        Q_EMIT finished(*account);
}

void AddAccountForm::refuse(const Error &error)
{
    if (error.code == Errc::PolicyRefused && error.detail == net::kPrivateAddressRefused)
        ask_->tellPrivate();
    else if (error.code != Errc::Cancelled)
        ask_->tell(errorSentence(error));
}

} // namespace vigie::ui
