// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/secret_place.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/app/workspace.hpp>

#include <QFileInfo>

namespace vigie::ui {

QString sealedFilePath()
{
    const auto folder = app::dataFolder();
    return folder ? qs(*folder) + QStringLiteral("/secrets.sealed") : QString();
}

bool sealedFileExists()
{
    return QFileInfo::exists(sealedFilePath());
}

Result<std::shared_ptr<net::SecretStore>> openSealedSecrets(const Secret &passphrase)
{
    VIGIE_TRY(auto store, net::openSealedFile(utf8(sealedFilePath()), passphrase));
    return std::shared_ptr<net::SecretStore>(std::move(store));
}

} // namespace vigie::ui
