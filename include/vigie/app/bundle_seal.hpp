// SPDX-License-Identifier: GPL-3.0-or-later
// Who made a bundle: each machine signs its bundles with a key of its own (Ed25519, the secret half in the secret store), and
// takes in without a question only what a key signed that somebody here said to trust. The digest inside a bundle shows damage;
// the signature shows the machine. It does not say who sat at it, and it hides nothing: a bundle can be read by whoever has it.
// Thread: bundleKey() may wait for the keyring, so never from a window's thread; functions with a Tx inside a store job.
// Errors: NoSecret (nowhere to keep a key), Protocol (the signature does not hold), PolicyRefused (nobody trusts that key, or it
// is not signed), and those of desk/bundle.hpp.
#pragma once

#include <vigie/base/secret.hpp>
#include <vigie/desk/bundle.hpp>
#include <vigie/net/secret_store.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::app {

struct BundleKey {
    Secret seed;
    std::string publicKey;
};
/// This machine's key for this workspace; made when there is none.
Result<BundleKey> bundleKey(net::SecretStore &secrets, const desk::Exchanger &here);
/// The bundle with the key and the signature beside its payload.
Result<std::string> sealBundle(const std::string &bytes, const BundleKey &key);

enum class BundleSeal {
    None,    ///< not signed
    Unknown, ///< signed by a key that nobody here said to trust
    Trusted, ///< by a trusted key, or by this machine's own
    Broken   ///< changed after it was signed
};
struct BundleOrigin {
    BundleSeal seal = BundleSeal::None;
    std::string publicKey, fingerprint;
    std::string person; ///< who the bundle says made it
    Instant madeAt;
    int fields = 0;
};
/// `ownKey`: empty when this machine has none. InvalidInput: no bundle.
Result<BundleOrigin> bundleOrigin(store::Tx &tx, std::string_view bytes, const std::string &ownKey);

enum class BundleAccept {
    Trusted, ///< only what a trusted key signed
    Once,    ///< this one, whoever made it
    AndTrust ///< this one, and all that its key signs from now on
};
Result<desk::BundleOutcome> takeBundle(store::Tx &tx, std::string_view bytes, const desk::Exchanger &here, const std::string &ownKey, BundleAccept accept);

} // namespace vigie::app
