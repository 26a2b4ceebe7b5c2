// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/random.hpp>
#include <vigie/net/secret_store.hpp>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::net;

namespace {

void behaves(SecretStore &store)
{
    CHECK(store.get("a").error().code == Errc::NoSecret);
    REQUIRE(store.set("a", Secret("one")));
    REQUIRE(store.set("b", Secret("deux \xc3\xa9t\xc3\xa9s \"q\"")));
    CHECK(store.get("a")->reveal() == "one");
    REQUIRE(store.set("a", Secret("three")));
    CHECK(store.set("a", Secret()).error().code == Errc::InvalidInput);
    CHECK(store.get("a")->reveal() == "three");
    CHECK(store.get("b")->reveal() == "deux \xc3\xa9t\xc3\xa9s \"q\"");
    REQUIRE(store.erase("b"));
    REQUIRE(store.erase("never"));
    CHECK(store.get("b").error().code == Errc::NoSecret);
}

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("vigie-seal-" + randomKey());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string file() const { return (path / "secrets").string(); }
};

std::string read(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

void write(const std::string &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

} // namespace

TEST_CASE("The memory store keeps and forgets", "[secret]")
{
    const auto store = makeMemorySecretStore();
    CHECK(store->kind() == "memory");
    behaves(*store);
}

TEST_CASE("The sealed file keeps over restarts and shows nothing", "[secret]")
{
    const Folder folder;
    {
        auto store = openSealedFile(folder.file(), Secret("correct horse"));
        REQUIRE(store);
        CHECK((*store)->kind() == "sealed-file");
        behaves(**store);
    }
    struct stat info {};
    REQUIRE(::stat(folder.file().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK_FALSE(std::filesystem::exists(folder.file() + ".new"));
    CHECK(read(folder.file()).find("three") == std::string::npos);
    auto again = openSealedFile(folder.file(), Secret("correct horse"));
    REQUIRE(again);
    CHECK((*again)->get("a")->reveal() == "three");
    CHECK(openSealedFile(folder.file(), Secret("wrong")).error().code == Errc::InvalidInput);
    CHECK(openSealedFile(folder.file(), Secret()).error().code == Errc::InvalidInput);
}

TEST_CASE("A damaged sealed file is said to be damaged, and kept", "[secret]")
{
    const Folder folder;
    {
        auto store = openSealedFile(folder.file(), Secret("p"));
        REQUIRE(store);
        REQUIRE((*store)->set("k", Secret("value")));
    }
    const std::string good = read(folder.file());
    std::string bad = good;
    SECTION("one bit") { bad.back() = static_cast<char>(bad.back() ^ 1); }
    SECTION("cut") { bad.resize(bad.size() - 10); }
    SECTION("another file") { bad = "hello"; }
    SECTION("empty") { bad.clear(); }
    write(folder.file(), bad);
    CHECK(openSealedFile(folder.file(), Secret("p")).error().code == Errc::StorageDamaged);
    CHECK(read(folder.file()) == bad);
}

TEST_CASE("A sealed file that cannot be written says so and forgets nothing", "[secret]")
{
    CHECK(openSealedFile("/proc/nowhere/secrets", Secret("p")).error().code == Errc::Storage);
    const Folder folder;
    auto store = openSealedFile(folder.file(), Secret("p"));
    REQUIRE(store);
    REQUIRE((*store)->set("k", Secret("old")));
    std::filesystem::remove_all(folder.path);
    CHECK((*store)->set("k", Secret("new")).error().code == Errc::Storage);
    CHECK((*store)->get("k")->reveal() == "old");
}

TEST_CASE("Without a keyring the answer is NoSecret, soon", "[secret]")
{
    const Folder folder;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", ("unix:path=" + folder.file()).c_str(), 1);
    const auto begin = std::chrono::steady_clock::now();
    const auto store = openKeyring();
    REQUIRE_FALSE(store);
    CHECK(store.error().code == Errc::NoSecret);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::unsetenv("XDG_RUNTIME_DIR");
    CHECK(openKeyring().error().code == Errc::NoSecret);
}

TEST_CASE("where there is no place for secrets, every question is answered with the reason")
{
    const auto store = net::makeAbsentSecretStore("no keyring answers here");
    CHECK(store->kind() == "none");
    CHECK(store->get("a").error().code == Errc::NoSecret);
    CHECK(store->set("a", Secret("b")).error().detail == "no keyring answers here");
    CHECK(store->erase("a").error().code == Errc::NoSecret);
}

// integration.keyring starts a Secret Service and runs the two cases below; alone there is none.
TEST_CASE("The desktop's keyring keeps and forgets", "[.keyring]")
{
    {
        auto store = openKeyring();
        REQUIRE(store);
        CHECK((*store)->kind() == "keyring");
        behaves(**store);
        REQUIRE((*store)->set("vigie-test-stays", Secret("a secret that stays")));
        REQUIRE((*store)->set("mastodon|https://a.example|1", Secret("one account")));
        REQUIRE((*store)->set("mastodon|https://a.example|1|app", Secret("client\nsecret")));
    }
    auto again = openKeyring();
    REQUIRE(again);
    CHECK((*again)->get("vigie-test-stays")->reveal() == "a secret that stays");
    // The application of an account is an entry of its own: taking one away leaves the other.
    REQUIRE((*again)->erase("mastodon|https://a.example|1|app"));
    CHECK((*again)->get("mastodon|https://a.example|1|app").error().code == Errc::NoSecret);
    CHECK((*again)->get("mastodon|https://a.example|1")->reveal() == "one account");
    CHECK((*again)->set("", Secret("x")).error().code == Errc::InvalidInput);
}

TEST_CASE("A locked keyring that nobody unlocks is NoSecret, and nothing waits for ever", "[.keyring_locked]")
{
    const auto begin = std::chrono::steady_clock::now();
    auto store = openKeyring();
    if (store) {
        const auto secret = (*store)->get("vigie-test-stays");
        REQUIRE_FALSE(secret);
        CHECK(secret.error().code == Errc::NoSecret);
    } else {
        CHECK(store.error().code == Errc::NoSecret);
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(150));
}
