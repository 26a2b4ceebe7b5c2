// SPDX-License-Identifier: GPL-3.0-or-later
// What the page answers that stands in the window while no workspace is open.
#include "ui/app/main_window.hpp"

#include "ui/app/secret_place.hpp"
#include "ui/bridge/text.hpp"

namespace vigie::ui {

void MainWindow::connectStart()
{
    connect(start_, &StartPage::retryPressed, this, [this] { openWorkspace(wanted_); });
    connect(start_, &StartPage::practicePressed, this, &MainWindow::openPractice);
    connect(start_, &StartPage::openAnotherPressed, this, [this] { commands_.run(QStringLiteral("window.openWorkspace")); });
    connect(start_, &StartPage::restorePressed, this, [this] { commands_.run(QStringLiteral("window.restoreBackup")); });
    connect(start_, &StartPage::memoryChosen, this, [this] {
        wanted_.secrets = net::makeMemorySecretStore();
        openWorkspace(wanted_);
    });
    connect(start_, &StartPage::passphraseGiven, this, &MainWindow::openSealed);
}

void MainWindow::openSealed(const Secret &passphrase)
{
    using Store = std::shared_ptr<net::SecretStore>;
    bridge_.work<Store>(this, [passphrase] { return openSealedSecrets(passphrase); },
                        [this](Result<Store> store) {
                            if (store) {
                                wanted_.secrets = std::move(*store);
                                openWorkspace(wanted_);
                            } else if (store.error().code == Errc::InvalidInput) {
                                start_->wrongPassphrase();
                            } else {
                                start_->showError(store.error(), sealedFilePath());
                            }
                        });
}

QString MainWindow::usualWorkspace()
{
    const auto folder = app::dataFolder();
    return folder ? qs(*folder) + QStringLiteral("/workspace.vigie") : QString();
}

} // namespace vigie::ui
