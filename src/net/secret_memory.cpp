// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_checks.hpp"

#include <map>
#include <mutex>

namespace vigie::net {

namespace {

class MemorySecretStore final : public SecretStore {
public:
    Result<Secret> get(std::string_view key) override
    {
        const std::lock_guard lock(mutex_);
        const auto found = entries_.find(key);
        if (found == entries_.end())
            return fail(Errc::NoSecret, "no such entry");
        return found->second;
    }
    Result<void> set(std::string_view key, const Secret &value) override
    {
        VIGIE_CHECK(checkEntry(key, value));
        const std::lock_guard lock(mutex_);
        entries_.insert_or_assign(std::string(key), value);
        return {};
    }
    Result<void> erase(std::string_view key) override
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = entries_.find(key); found != entries_.end())
            entries_.erase(found);
        return {};
    }
    [[nodiscard]] std::string kind() const override { return "memory"; }

private:
    std::mutex mutex_;
    std::map<std::string, Secret, std::less<>> entries_;
};

} // namespace

std::unique_ptr<SecretStore> makeMemorySecretStore()
{
    return std::make_unique<MemorySecretStore>();
}

} // namespace vigie::net
