// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_panel.hpp"

#include "ui/accounts/account_card.hpp"
#include "ui/accounts/account_details.hpp"
#include "ui/accounts/add_account_form.hpp"
#include "ui/accounts/health_words.hpp"
#include "ui/accounts/import_form.hpp"
#include "ui/accounts/mail_form.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/members.hpp>

#include <QEvent>
#include <QMessageBox>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <map>

namespace vigie::ui {

namespace {

constexpr int kRightWidth = 470;

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

AccountsPanel::AccountsPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), left_(new QStackedWidget(this)), right_(new QStackedWidget(this)),
      empty_(new EmptyState(this)), shared_(new ErrorBar(this)), details_(new AccountDetails(shell, this)), add_(new AddAccountForm(shell, this)), import_(new ImportForm(shell, this)), mail_(new MailForm(shell, this)),
      blank_(new QWidget(this)), addButton_(roleButton(QStringLiteral("primary"), this)), importButton_(roleButton({}, this)), mailButton_(roleButton({}, this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    header_->setFixedHeight(Theme::of(this).scaled(kTopHeight));
    header_->addRight(mailButton_);
    header_->addRight(importButton_);
    header_->addRight(addButton_);
    auto *inside = new QWidget(this);
    rows_ = new QVBoxLayout(inside);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    rows_->addWidget(shared_);
    rows_->addStretch(1);
    list_ = scrolled(inside, this);
    left_->addWidget(new Skeleton(64, this));
    left_->addWidget(empty_);
    left_->addWidget(list_);
    for (auto *page : std::initializer_list<QWidget *>{blank_, details_, add_, import_, mail_})
        right_->addWidget(scrolled(page, this));
    lay();
    connect(&Theme::of(this), &Theme::changed, this, &AccountsPanel::lay);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(left_);
    split->addWidget(right_);
    split->setStretchFactor(0, 1);
    split->setSizes({900, kRightWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(split, 1);
    connect(empty_, &EmptyState::actionPressed, this, &AccountsPanel::openAdd);
    connect(add_, &AddAccountForm::cancelled, this, &AccountsPanel::showDetails);
    connect(import_, &ImportForm::cancelled, this, &AccountsPanel::showDetails);
    connect(mail_, &MailForm::closed, this, &AccountsPanel::showDetails);
    connect(add_, &AddAccountForm::connected, this, [this] { this->shell().toasts.show(tr("Connected. Its history is being read now.")); });
    connect(add_, &AddAccountForm::finished, this, [this](AccountId account) { showAccount(account); });
    connect(&bridge(), &Bridge::statusChanged, this, &AccountsPanel::show);
    retranslate();
}

void AccountsPanel::registerCommands(CommandRegistry &commands)
{
    const auto any = [this] { return current() != nullptr; };
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon, QKeySequence key, std::function<void()> run, std::function<bool()> when) {
        commands.add({QString::fromLatin1(id), std::move(text), QString::fromLatin1(icon), {key}, this, std::move(run), std::move(when)});
    };
    add("accounts.add", [] { return tr("Connect an account"); }, "add", Qt::Key_N, [this] { openAdd(); }, {});
    add("accounts.import", [] { return tr("Import mentions from a file"); }, "import", Qt::Key_I, [this] { openImport(); }, {});
    add("accounts.mail", [] { return tr("Mail"); }, "send", Qt::Key_M, [this] { openMail(); }, {});
    add("accounts.next", [] { return tr("Next account"); }, "chevron-down", Qt::Key_J, [this] { move(1); }, any);
    add("accounts.previous", [] { return tr("Previous account"); }, "chevron-up", Qt::Key_K, [this] { move(-1); }, any);
    add("accounts.test", [] { return tr("Test the connection"); }, "test", Qt::Key_T, [this] { test(); }, any);
    add("accounts.sync", [] { return tr("Read it now"); }, "sync", Qt::Key_S, [this] { syncNow(); }, any);
    add("accounts.pause", [this] {
        const auto *card = current();
        return card != nullptr && card->status().account.state == AccountState::Paused ? tr("Resume") : tr("Pause");
    }, "pause", Qt::Key_P, [this] { pauseOrResume(); }, any);
    add("accounts.fill", [] { return tr("Read the gaps again"); }, "gap", Qt::Key_G, [this] { fill(); },
        [this] { return current() != nullptr && current()->status().openGaps > 0; });
    add("accounts.edit", [] { return tr("Change what is listened to"); }, "edit", Qt::Key_E,
        [this] {
            add_->beginEdit(current()->status().account);
            right_->setCurrentIndex(2);
        }, any);
    add("accounts.reconnect", [] { return tr("Sign in again"); }, "key", Qt::Key_R,
        [this] {
            add_->beginReconnect(current()->status().account);
            right_->setCurrentIndex(2);
        }, [this] { return current() != nullptr && !current()->status().account.practice; });
    add("accounts.remove", [] { return tr("Remove the account..."); }, "delete", Qt::Key_Delete, [this] { remove(); }, any);
    details_->bindCommands();
    commands.bind(addButton_, QStringLiteral("accounts.add"));
    commands.bind(importButton_, QStringLiteral("accounts.import"));
    commands.bind(mailButton_, QStringLiteral("accounts.mail"));
}

void AccountsPanel::activated()
{
    bridge().refreshStatus();
    if (auto *card = current())
        card->setFocus();
    else
        addButton_->setFocus();
}

AccountCard *AccountsPanel::current() const
{
    return selected_ >= 0 && selected_ < static_cast<int>(cards_.size()) ? cards_[static_cast<std::size_t>(selected_)] : nullptr;
}

void AccountsPanel::show(const app::Status &status)
{
    told_ = true;
    std::vector<app::AccountStatus> shown;
    for (const auto &account : status.accounts)
        if (account.account.state != AccountState::Removed)
            shown.push_back(account);
    while (cards_.size() > shown.size()) {
        delete cards_.back();
        cards_.pop_back();
    }
    while (cards_.size() < shown.size()) {
        auto *card = new AccountCard(bridge(), list_->widget());
        connect(card, &AccountCard::chosen, this, [this, card] { select(static_cast<int>(std::find(cards_.begin(), cards_.end(), card) - cards_.begin())); });
        connect(card, &AccountCard::fillPressed, this, &AccountsPanel::fill);
        connect(card, &AccountCard::reconnectPressed, this, [this] { this->shell().commands.run(QStringLiteral("accounts.reconnect")); });
        rows_->insertWidget(rows_->count() - 1, card);
        cards_.push_back(card);
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
        cards_[i]->setStatus(shown[i]);
    showNotices(status);
    left_->setCurrentIndex(shown.empty() ? 1 : 2);
    header_->setCount(shown.empty() ? QString() : format::number(static_cast<double>(shown.size())));
    if (selected_ >= static_cast<int>(cards_.size()) || selected_ < 0)
        selected_ = cards_.empty() ? -1 : 0;
    select(selected_);
}

/// What strikes several accounts is said once, above them.
void AccountsPanel::showNotices(const app::Status &status)
{
    QStringList lines;
    std::map<AccountId, std::vector<Errc>> told;
    for (const auto &notice : status.notices) {
        if (notice.accounts.size() < 2)
            continue;
        lines << sharedNoticeWords(notice);
        for (const auto account : notice.accounts)
            told[account].push_back(notice.error.code);
    }
    for (auto *card : cards_)
        card->setTold(told[card->status().account.id]);
    if (lines.isEmpty())
        shared_->clear();
    else
        shared_->setMessage(lines.join(QLatin1Char('\n')));
}

/// The account that was just connected, once its card is there.
void AccountsPanel::showAccount(AccountId account)
{
    for (std::size_t i = 0; i < cards_.size(); ++i)
        if (cards_[i]->status().account.id == account)
            select(static_cast<int>(i));
    showDetails();
}

void AccountsPanel::select(int index)
{
    const bool other = index != selected_;
    selected_ = index;
    for (std::size_t i = 0; i < cards_.size(); ++i)
        cards_[i]->setSelected(static_cast<int>(i) == index);
    if (auto *card = current()) {
        const auto before = details_->property("account").toLongLong();
        if (other || before != card->status().account.id.value || right_->currentIndex() == 0) {
            details_->setProperty("account", QVariant::fromValue<qlonglong>(card->status().account.id.value));
            details_->setStatus(card->status());
        } else {
            details_->follow(card->status());
        }
        if (right_->currentIndex() == 0 || (other && right_->currentIndex() == 1))
            right_->setCurrentIndex(1);
    } else if (right_->currentIndex() == 1) {
        right_->setCurrentIndex(0);
    }
    if (other)
        shell().commands.setActiveContext(shell().commands.activeContext()); // buttons follow the selection
}

void AccountsPanel::move(int by)
{
    const int count = static_cast<int>(cards_.size());
    if (count == 0)
        return;
    select(std::clamp(selected_ + by, 0, count - 1));
    current()->setFocus();
    list_->ensureWidgetVisible(current());
}

void AccountsPanel::openAdd()
{
    right_->setCurrentIndex(2);
    add_->begin();
}

void AccountsPanel::openImport()
{
    right_->setCurrentIndex(3);
    import_->begin();
}

void AccountsPanel::openMail()
{
    right_->setCurrentIndex(4);
    mail_->begin();
}

void AccountsPanel::showDetails()
{
    right_->setCurrentIndex(current() != nullptr ? 1 : 0);
    activated();
}

void AccountsPanel::pauseOrResume()
{
    const auto &account = current()->status().account;
    const bool pause = account.state == AccountState::Active;
    const auto set = [this, id = account.id](AccountState state) {
        bridge().write<bool>(
            this,
            [id, state](store::Tx &tx) -> Result<bool> {
                VIGIE_CHECK(store::Accounts(tx).setState(id, state));
                return true;
            },
            [this](Result<bool> done) {
                if (!done)
                    shell().toasts.showError(done.error());
                bridge().refreshStatus();
            });
    };
    set(pause ? AccountState::Paused : AccountState::Active);
    if (pause)
        shell().toasts.showUndo(tr("Paused: nothing is read from or sent by %1.").arg(qs(account.name)), [set] { set(AccountState::Active); });
}

void AccountsPanel::test()
{
    auto *card = current();
    card->setBusy(tr("testing"));
    const QPointer<AccountCard> guard(card);
    bridge().workspace()->testAccount(card->status().account.id, bridge().stopFor(this), bridge().executor(),
                                      bridge().guarded<Result<connect::WhoAmI>>(this, [this, guard](Result<connect::WhoAmI> who) {
                                          if (guard)
                                              guard->setBusy({});
                                          bridge().refreshStatus();
                                          if (who)
                                              shell().toasts.show(tr("The connection works: the network knows you as @%1.").arg(qs(who->author.handle)));
                                          else
                                              shell().toasts.showError(who.error());
                                      }));
}

void AccountsPanel::syncNow()
{
    auto *card = current();
    const QPointer<AccountCard> guard(card);
    card->setBusy(tr("reading"));
    bridge().workspace()->syncNow(card->status().account.id, bridge().stopFor(this), bridge().executor(),
                                  bridge().guarded<Result<intake::SyncReport>>(this, [this, guard](Result<intake::SyncReport> report) {
                                      if (guard)
                                          guard->setBusy({});
                                      bridge().refreshStatus();
                                      if (!report)
                                          return void(shell().toasts.showError(report.error()));
                                      for (const auto &stream : report->streams)
                                          if (stream.error)
                                              return void(shell().toasts.showError(*stream.error));
                                      shell().toasts.show(tr("%Ln new", nullptr, report->inserted()));
                                  }));
}

void AccountsPanel::fill()
{
    auto *card = current();
    if (card == nullptr)
        return;
    const int before = card->status().openGaps;
    const auto id = card->status().account.id;
    const QPointer<AccountCard> guard(card);
    card->setBusy(tr("reading the gaps"));
    bridge().workspace()->fillGaps(id, {}, bridge().stopFor(this), bridge().executor(),
                                   bridge().guarded<Result<intake::SyncReport>>(this, [this, guard, before](Result<intake::SyncReport> report) {
                                       if (guard)
                                           guard->setBusy({});
                                       bridge().refreshStatus();
                                       if (!report)
                                           shell().toasts.showError(report.error());
                                       else
                                           shell().toasts.show(tr("The gaps were asked for again: %Ln new mention(s). What the network no longer gives stays marked.", nullptr,
                                                                  before > 0 ? report->inserted() : 0));
                                   }));
}

void AccountsPanel::remove()
{
    const auto &account = current()->status().account;
    const auto name = qs(account.name.empty() ? account.handle : account.name);
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove the account"), tr("Remove %1?").arg(name), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Vigie forgets the sign-in and stops reading. Everything collected and every answer given stays."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, id = account.id, name](QAbstractButton *button) {
        if (button == yes)
            removeNow(id, name);
    });
    box->open();
}

/// Words of the right side stay whole as they grow, as long as the list keeps its place.
void AccountsPanel::lay()
{
    right_->setMinimumWidth(std::min(Theme::of(this).scaled(kRightWidth), width() * 3 / 5));
}

void AccountsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    lay();
}

void AccountsPanel::removeNow(AccountId account, const QString &name)
{
    bridge().workspace()->removeAccount(account, bridge().stopFor(this), bridge().executor(), bridge().guarded<Result<app::Removal>>(this, [this, name](Result<app::Removal> done) {
        bridge().refreshStatus();
        if (!done) {
            shell().toasts.showError(done.error());
            return;
        }
        shell().toasts.show(tr("%1 was removed. Its history stays.").arg(name));
        if (done->stillValid)
            tellStillValid(qs(done->instance));
    }));
}

void AccountsPanel::tellStillValid(const QString &instance)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove the account"),
                                tr("The token could not be revoked at %1; revoke it in the network's settings.").arg(instance), QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void AccountsPanel::retranslate()
{
    header_->setTitle(tr("Accounts"));
    empty_->setContent(QStringLiteral("accounts"), tr("No account yet"),
                       tr("Connect a network and Vigie collects what is said to you and about you, and answers in your name."), tr("Connect an account"));
}

void AccountsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
