// SPDX-License-Identifier: GPL-3.0-or-later
// The Secret Service, asked through the simple password calls of libsecret. They wait for D-Bus, so each call carries a
// cancellable that a timer pulls: a desktop without a keyring must not hang the program.
#include "net/secret_checks.hpp"

#include <libsecret/secret.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace vigie::net {

namespace {

constexpr std::chrono::seconds kProbe{3};
constexpr std::chrono::seconds kPatience{120}; // the desktop may be asking the person to unlock

const SecretSchema &schema()
{
    static const SecretSchema value = [] {
        SecretSchema made{};
        made.name = "org.vigie.Vigie";
        made.flags = SECRET_SCHEMA_NONE;
        made.attributes[0] = {"key", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return made;
    }();
    return value;
}

/// Pulls the cancellable when the time is over.
class Watch {
public:
    explicit Watch(std::chrono::seconds patience) : cancellable_(g_cancellable_new())
    {
        thread_ = std::thread([this, patience] {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_for(lock, patience, [this] { return over_; }))
                g_cancellable_cancel(cancellable_);
        });
    }
    ~Watch()
    {
        {
            const std::lock_guard lock(mutex_);
            over_ = true;
        }
        wake_.notify_all();
        thread_.join();
        g_object_unref(cancellable_);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    [[nodiscard]] GCancellable *get() const { return cancellable_; }

private:
    GCancellable *cancellable_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool over_ = false;
    std::thread thread_;
};

tl::unexpected<Error> takeError(GError *error)
{
    std::string detail = error->message != nullptr ? error->message : "the keyring does not answer";
    g_error_free(error);
    return fail(Errc::NoSecret, std::move(detail));
}

class KeyringStore final : public SecretStore {
public:
    explicit KeyringStore(std::chrono::seconds patience) : patience_(patience) {}

    Result<Secret> get(std::string_view key) override
    {
        const std::lock_guard lock(mutex_);
        const Watch watch(patience_);
        GError *error = nullptr;
        gchar *text = secret_password_lookup_sync(&schema(), watch.get(), &error, "key", std::string(key).c_str(), nullptr);
        if (error != nullptr)
            return takeError(error);
        if (text == nullptr)
            return fail(Errc::NoSecret, "no such entry");
        Secret value{std::string(text)};
        secret_password_free(text); // wipes
        return value;
    }
    Result<void> set(std::string_view key, const Secret &value) override
    {
        VIGIE_CHECK(checkEntry(key, value));
        const std::lock_guard lock(mutex_);
        const Watch watch(patience_);
        GError *error = nullptr;
        const std::string name(key), label = "Vigie: " + name;
        const Secret terminated = value; // a std::string inside, so it ends with a zero
        secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, label.c_str(), terminated.reveal().data(),
                                   watch.get(), &error, "key", name.c_str(), nullptr);
        if (error != nullptr)
            return takeError(error);
        return {};
    }
    Result<void> erase(std::string_view key) override
    {
        const std::lock_guard lock(mutex_);
        const Watch watch(patience_);
        GError *error = nullptr;
        secret_password_clear_sync(&schema(), watch.get(), &error, "key", std::string(key).c_str(), nullptr);
        if (error != nullptr)
            return takeError(error);
        return {};
    }
    [[nodiscard]] std::string kind() const override { return "keyring"; }

private:
    std::mutex mutex_;
    std::chrono::seconds patience_;
};

} // namespace

Result<std::unique_ptr<SecretStore>> openKeyring()
{
    // Without an address GLib would start a bus of its own, which serves nobody.
    const char *bus = std::getenv("DBUS_SESSION_BUS_ADDRESS");
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    const bool hasBus = (bus != nullptr && *bus != '\0') || (runtime != nullptr && *runtime != '\0');
    if (!hasBus)
        return fail(Errc::NoSecret, "no session bus");
    KeyringStore probe(kProbe);
    const auto found = probe.get("vigie.probe");
    if (!found && found.error().detail != "no such entry")
        return fail(found.error());
    return std::unique_ptr<SecretStore>(std::make_unique<KeyringStore>(kPatience));
}

} // namespace vigie::net
