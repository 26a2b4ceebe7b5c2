// SPDX-License-Identifier: GPL-3.0-or-later
// The file that holds sign-ins where the desktop has no keyring.
// Thread: any; openSealedSecrets() takes a moment (key derivation), so not the window's.
#pragma once

#include <vigie/net/secret_store.hpp>

#include <QString>

namespace vigie::ui {

[[nodiscard]] QString sealedFilePath();
[[nodiscard]] bool sealedFileExists();
Result<std::shared_ptr<net::SecretStore>> openSealedSecrets(const Secret &passphrase);

} // namespace vigie::ui
