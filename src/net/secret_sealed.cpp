// SPDX-License-Identifier: GPL-3.0-or-later
// File: "VIGIESEC" 1, salt, then blocks of one nonce and one ciphertext each (the check and the map). The check is a
// known text under the same key: it tells a wrong passphrase from a damaged file.
#include "net/secret_checks.hpp"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>

namespace vigie::net {

namespace {

constexpr std::string_view kMagic = "VIGIESEC1";
constexpr std::string_view kCheck = "the passphrase is right";
constexpr std::size_t kSalt = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kKey = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kCheckBlock = kNonce + kCheck.size() + kTag;
constexpr std::size_t kHead = kMagic.size() + kSalt;
constexpr std::size_t kMaxFile = 4U << 20;

const unsigned char *bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytes(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

using Key = std::array<unsigned char, kKey>;

std::string randomBytes(std::size_t size)
{
    std::string out(size, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

Result<Key> deriveKey(const Secret &passphrase, std::string_view salt)
{
    Key key{};
    const std::string_view text = passphrase.reveal();
    if (crypto_pwhash(key.data(), key.size(), text.data(), text.size(), bytes(salt),
                      crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                      crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Errc::Storage, "not enough memory to derive the key");
    return key;
}

/// The head is bound to every block, so that parts of two files cannot be mixed.
std::string seal(const Key &key, std::string_view head, std::string_view plain)
{
    const std::string nonce = randomBytes(kNonce);
    std::string cipher(plain.size() + kTag, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(cipher), &length, bytes(plain), plain.size(), bytes(head), head.size(),
                                               nullptr, bytes(nonce), key.data());
    return nonce + cipher;
}

bool unseal(const Key &key, std::string_view head, std::string_view block, std::string &plain)
{
    if (block.size() < kNonce + kTag)
        return false;
    const std::string_view cipher = block.substr(kNonce);
    plain.resize(cipher.size() - kTag);
    unsigned long long length = 0;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), &length, nullptr, bytes(cipher), cipher.size(),
                                                      bytes(head), head.size(), bytes(block), key.data())
           == 0;
}

struct Fd {
    int value;
    explicit Fd(int fd) : value(fd) {}
    Fd(const Fd &) = delete;
    Fd &operator=(const Fd &) = delete;
    ~Fd()
    {
        if (value >= 0)
            ::close(value);
    }
};

Result<std::string> readWhole(const std::string &path, bool &exists)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    exists = file.value >= 0;
    if (!exists)
        return errno == ENOENT ? Result<std::string>(std::string())
                               : Result<std::string>(fail(Errc::Storage, std::strerror(errno)));
    std::string content;
    std::array<char, 16'384> chunk{};
    for (;;) {
        const ssize_t got = ::read(file.value, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(Errc::Storage, std::strerror(errno));
        if (got == 0)
            return content;
        content.append(chunk.data(), static_cast<std::size_t>(got));
        if (content.size() > kMaxFile)
            return fail(Errc::StorageDamaged, "the sealed file is too large");
    }
}

Result<void> writeWhole(const std::string &path, std::string_view content)
{
    const std::string temporary = path + ".new";
    ::unlink(temporary.c_str());
    {
        const Fd file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (file.value < 0)
            return fail(Errc::Storage, std::strerror(errno));
        while (!content.empty()) {
            const ssize_t put = ::write(file.value, content.data(), content.size());
            if (put < 0 && errno == EINTR)
                continue;
            if (put <= 0) {
                const Errc code = errno == ENOSPC || errno == EDQUOT ? Errc::StorageFull : Errc::Storage;
                ::unlink(temporary.c_str());
                return fail(code, std::strerror(errno));
            }
            content.remove_prefix(static_cast<std::size_t>(put));
        }
        if (::fsync(file.value) != 0)
            return fail(Errc::Storage, std::strerror(errno));
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return fail(Errc::Storage, std::strerror(errno));
    const std::size_t slash = path.rfind('/');
    const Fd folder(::open(slash == std::string::npos ? "." : path.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.value >= 0)
        ::fsync(folder.value); // or a power cut may bring the old name back
    return {};
}

class SealedFileStore final : public SecretStore {
public:
    SealedFileStore(std::string path, Key key, std::string head) : path_(std::move(path)), key_(key), head_(std::move(head)) {}
    ~SealedFileStore() override { sodium_memzero(key_.data(), key_.size()); }

    Result<void> load(std::string_view file)
    {
        std::string plain;
        if (!unseal(key_, head_, file.substr(kHead, kCheckBlock), plain) || plain != kCheck)
            return fail(Errc::InvalidInput, "wrong passphrase");
        if (!unseal(key_, head_, file.substr(kHead + kCheckBlock), plain))
            return fail(Errc::StorageDamaged, "the sealed file is damaged");
        const auto json = nlohmann::json::parse(plain, nullptr, false);
        sodium_memzero(plain.data(), plain.size());
        if (!json.is_object())
            return fail(Errc::StorageDamaged, "the sealed file is damaged");
        for (const auto &[key, value] : json.items())
            if (value.is_string())
                entries_.insert_or_assign(key, Secret(value.get<std::string>()));
        return {};
    }
    Result<void> save() const
    {
        auto json = nlohmann::json::object();
        for (const auto &[key, value] : entries_)
            json[key] = std::string(value.reveal());
        // Keys and tokens that are not UTF-8 must not throw; none of ours is.
        std::string plain = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        const std::string file = head_ + seal(key_, head_, kCheck) + seal(key_, head_, plain);
        sodium_memzero(plain.data(), plain.size());
        return writeWhole(path_, file);
    }

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
        const auto before = entries_;
        entries_.insert_or_assign(std::string(key), value);
        return keepOrUndo(before);
    }
    Result<void> erase(std::string_view key) override
    {
        const std::lock_guard lock(mutex_);
        const auto found = entries_.find(key);
        if (found == entries_.end())
            return {};
        const auto before = entries_;
        entries_.erase(found);
        return keepOrUndo(before);
    }
    [[nodiscard]] std::string kind() const override { return "sealed-file"; }

private:
    using Entries = std::map<std::string, Secret, std::less<>>;

    /// What could not be written must not be believed to be kept.
    Result<void> keepOrUndo(const Entries &before)
    {
        auto saved = save();
        if (!saved)
            entries_ = before;
        return saved;
    }

    std::mutex mutex_;
    std::string path_;
    Key key_;
    std::string head_;
    Entries entries_;
};

} // namespace

Result<std::unique_ptr<SecretStore>> openSealedFile(const std::string &path, const Secret &passphrase)
{
    if (sodium_init() < 0)
        return fail(Errc::Internal, "libsodium does not start");
    if (passphrase.empty())
        return fail(Errc::InvalidInput, "an empty passphrase");
    bool exists = false;
    VIGIE_TRY(const std::string file, readWhole(path, exists));
    if (exists && (file.size() < kHead + kCheckBlock + kNonce + kTag || file.substr(0, kMagic.size()) != kMagic))
        return fail(Errc::StorageDamaged, "not a sealed file");
    const std::string head = exists ? file.substr(0, kHead) : std::string(kMagic) + randomBytes(kSalt);
    VIGIE_TRY(Key key, deriveKey(passphrase, std::string_view(head).substr(kMagic.size())));
    auto store = std::make_unique<SealedFileStore>(path, key, head);
    sodium_memzero(key.data(), key.size());
    if (exists) {
        ::chmod(path.c_str(), 0600); // a copy or a backup may have come back readable by all
        VIGIE_CHECK(store->load(file));
    } else {
        VIGIE_CHECK(store->save());
    }
    return std::unique_ptr<SecretStore>(std::move(store));
}

} // namespace vigie::net
