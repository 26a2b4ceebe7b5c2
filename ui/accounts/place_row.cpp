// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/place_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/media_place.hpp>
#include <vigie/connect/extensions.hpp>

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vigie::ui {

PlaceRow::PlaceRow(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(wrappedLabel(QStringLiteral("strong"), {}, this)), hint_(wrappedLabel(QStringLiteral("muted"), {}, this)), places_(new QComboBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(title_);
    layout->addWidget(places_);
    layout->addWidget(hint_);
    title_->setBuddy(places_);
    places_->setFocusPolicy(Qt::StrongFocus);
    places_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(places_, &QComboBox::activated, this, [this](int index) { choose(AccountId{places_->itemData(index).toLongLong()}); });
    setVisible(false);
    retranslate();
}

void PlaceRow::setAccount(const Account &account)
{
    account_ = account;
    const auto *workspace = shell_.bridge.workspace();
    const auto *connector = workspace != nullptr ? workspace->catalogue().find(account.connector) : nullptr;
    setVisible(connector != nullptr && app::fetchesMedia(connector->describe()));
    if (isHidden())
        return;
    shell_.bridge.read<std::vector<Account>>(
        this, [&networks = workspace->catalogue()](store::Tx &tx) { return app::mediaPlaces(tx, networks); },
        [this, number = generation_.next()](const Result<std::vector<Account>> &places) {
            if (places && generation_.is(number))
                fill(*places);
        });
}

void PlaceRow::fill(const std::vector<Account> &places)
{
    const QSignalBlocker quiet(places_);
    places_->clear();
    places_->addItem(account_.setting("media_base").empty() ? tr("Nowhere: only texts are published") : tr("I put them there myself"), qlonglong{0});
    for (const auto &place : places)
        places_->addItem(tr("%1: %2", "network, account").arg(shell_.bridge.networkName(place.connector), qs(place.name.empty() ? place.handle : place.name)),
                         static_cast<qlonglong>(place.id.value));
    const auto chosen = places_->findData(static_cast<qlonglong>(connect::placeOf(account_).value));
    places_->setCurrentIndex(std::max(0, chosen));
    hint_->setText(places.empty() ? tr("This network fetches pictures and films itself, from an address that everybody can read. Connect a WebDAV folder, an S3 bucket or your WordPress site, then choose it here.")
                                  : tr("This network fetches pictures and films itself. Vigie puts them there before a post leaves, and takes them away afterwards."));
}

void PlaceRow::choose(AccountId place)
{
    const auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr)
        return;
    shell_.bridge.write<void>(
        this, [&networks = workspace->catalogue(), account = account_.id, place](store::Tx &tx) { return app::chooseMediaPlace(tx, networks, account, place); },
        [this](const Result<void> &done) {
            if (!done)
                shell_.toasts.showError(done.error());
            shell_.bridge.refreshStatus();
        });
}

void PlaceRow::retranslate()
{
    title_->setText(tr("Pictures and films are put at"));
    places_->setAccessibleName(title_->text());
}

void PlaceRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (account_.id)
            setAccount(account_);
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
