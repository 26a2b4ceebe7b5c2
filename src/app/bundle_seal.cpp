// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/bundle_seal.hpp>

#include <vigie/net/signing.hpp>
#include <vigie/store/exchange_peers.hpp>

#include <nlohmann/json.hpp>

namespace vigie::app {

namespace {

using Json = nlohmann::json;

constexpr const char *kPurpose = "vigie-bundle-1\n"; // a signature over a bundle is none over anything else

std::string text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Json> outerOf(std::string_view bytes)
{
    auto outer = Json::parse(bytes, nullptr, false);
    if (!outer.is_object() || text(outer, "payload").empty())
        return fail(Errc::InvalidInput, "the file is no bundle");
    return outer;
}

} // namespace

Result<BundleKey> bundleKey(net::SecretStore &secrets, const desk::Exchanger &here)
{
    const auto name = "bundle-key/" + here.machine;
    BundleKey out;
    auto kept = secrets.get(name);
    if (kept) {
        out.seed = std::move(*kept);
    } else {
        VIGIE_TRY(out.seed, net::newSigningSeed());
        VIGIE_CHECK(secrets.set(name, out.seed));
    }
    VIGIE_TRY(out.publicKey, net::signingPublicKey(out.seed));
    return out;
}

Result<std::string> sealBundle(const std::string &bytes, const BundleKey &key)
{
    VIGIE_TRY(auto outer, outerOf(bytes));
    VIGIE_TRY(const auto signature, net::signBytes(key.seed, kPurpose + text(outer, "payload")));
    outer["key"] = key.publicKey;
    outer["signature"] = signature;
    return outer.dump(1) + "\n";
}

Result<BundleOrigin> bundleOrigin(store::Tx &tx, std::string_view bytes, const std::string &ownKey)
{
    VIGIE_TRY(const auto outer, outerOf(bytes));
    const auto payload = text(outer, "payload");
    const auto inner = Json::parse(payload, nullptr, false);
    BundleOrigin out;
    if (inner.is_object()) {
        out.person = text(inner, "person");
        if (const auto at = inner.find("at"); at != inner.end() && at->is_number_integer())
            out.madeAt = fromMicros(at->get<std::int64_t>());
        if (const auto fields = inner.find("fields"); fields != inner.end() && fields->is_array())
            out.fields = static_cast<int>(fields->size());
    }
    out.publicKey = text(outer, "key");
    if (out.publicKey.empty())
        return out;
    out.fingerprint = net::keyFingerprint(out.publicKey);
    if (!net::signatureHolds(out.publicKey, kPurpose + payload, text(outer, "signature"))) {
        out.seal = BundleSeal::Broken;
        return out;
    }
    VIGIE_TRY(const auto peer, store::ExchangePeers(tx).get(out.publicKey));
    out.seal = peer || out.publicKey == ownKey ? BundleSeal::Trusted : BundleSeal::Unknown;
    return out;
}

Result<desk::BundleOutcome> takeBundle(store::Tx &tx, std::string_view bytes, const desk::Exchanger &here, const std::string &ownKey, BundleAccept accept)
{
    VIGIE_TRY(const auto origin, bundleOrigin(tx, bytes, ownKey));
    if (origin.seal == BundleSeal::Broken)
        return fail(Errc::Protocol, "the bundle was changed after it was signed");
    if (accept == BundleAccept::Trusted && origin.seal == BundleSeal::None)
        return fail(Errc::PolicyRefused, "the bundle is not signed: nobody can say which machine made it");
    if (accept == BundleAccept::Trusted && origin.seal == BundleSeal::Unknown)
        return fail(Errc::PolicyRefused, "nobody here said to trust the machine that signed it: " + origin.fingerprint);
    VIGIE_TRY(auto done, desk::importBundle(tx, bytes, here));
    if (accept == BundleAccept::AndTrust && origin.seal == BundleSeal::Unknown)
        VIGIE_CHECK(store::ExchangePeers(tx).trust(origin.publicKey, origin.person));
    return done;
}

} // namespace vigie::app
