// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/secret_store.hpp>

#include <utility>

namespace vigie::net {

namespace {

class AbsentSecretStore final : public SecretStore {
public:
    explicit AbsentSecretStore(std::string why) : why_(std::move(why)) {}
    Result<Secret> get(std::string_view) override { return fail(Errc::NoSecret, why_); }
    Result<void> set(std::string_view, const Secret &) override { return fail(Errc::NoSecret, why_); }
    Result<void> erase(std::string_view) override { return fail(Errc::NoSecret, why_); }
    [[nodiscard]] std::string kind() const override { return "none"; }

private:
    std::string why_;
};

} // namespace

std::unique_ptr<SecretStore> makeAbsentSecretStore(std::string why)
{
    return std::make_unique<AbsentSecretStore>(std::move(why));
}

} // namespace vigie::net
