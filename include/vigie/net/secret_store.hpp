// SPDX-License-Identifier: GPL-3.0-or-later
// Where tokens live: the desktop's keyring, a file sealed with a passphrase, or memory. Never the workspace, never a log.
// Thread: safe; calls may wait for the keyring, so never from the thread of a window.
// Errors: NoSecret (no such entry, or the store is locked or absent), InvalidInput (wrong passphrase), Storage.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace vigie::net {

class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual Result<Secret> get(std::string_view key) = 0;
    /// An empty secret never replaces a stored one: InvalidInput.
    virtual Result<void> set(std::string_view key, const Secret &value) = 0;
    virtual Result<void> erase(std::string_view key) = 0;
    /// "keyring", "sealed-file", "memory", "none": for the settings page, which says where secrets are.
    [[nodiscard]] virtual std::string kind() const = 0;
};

/// Until the program ends; for the practice network and for "keep until quit".
[[nodiscard]] std::unique_ptr<SecretStore> makeMemorySecretStore();
/// Where there is no place for secrets: feeds and files need none, and all the rest is answered with NoSecret and this reason.
[[nodiscard]] std::unique_ptr<SecretStore> makeAbsentSecretStore(std::string why);
/// The Secret Service of the desktop through libsecret; NoSecret when no service answers.
Result<std::unique_ptr<SecretStore>> openKeyring();
/// A file of mode 0600, XChaCha20-Poly1305 under a key derived from the passphrase with Argon2id (libsodium). Written
/// whole to a temporary file and renamed. A wrong passphrase is InvalidInput, a damaged file StorageDamaged.
Result<std::unique_ptr<SecretStore>> openSealedFile(const std::string &path, const Secret &passphrase);

} // namespace vigie::net
