// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed becomes an account, or the entry that is wrong is named; secrets never among the settings.
#include <vigie/app/sign_in_form.hpp>

#include "support/temp_store.hpp"

#include <sys/stat.h>

#include <fstream>

using namespace vigie;
using namespace vigie::test;
using connect::AuthKind;
using connect::FieldSpec;
using What = app::FieldProblem::What;

namespace {

connect::Descriptor network()
{
    connect::Descriptor all;
    all.id = "reviews";
    all.fields = {{"instance", FieldSpec::Kind::Url, true, "reviews.example"}, {"region", FieldSpec::Kind::Choice, true, {}, {"eu", "us"}}, {"budget", FieldSpec::Kind::Money, false}};
    all.ways = {{AuthKind::SignedKey, {{"user", FieldSpec::Kind::Text}, {"key", FieldSpec::Kind::Secret}, {"certificate", FieldSpec::Kind::File, false}}}};
    return all;
}

using Typed = std::map<std::string, Secret>;
Typed good()
{
    return {{"instance", Secret(" Reviews.example/brand ")}, {"region", Secret("us")}, {"user", Secret(" brand ")}, {"key", Secret("s3cret")}, {"budget", Secret("12,50")}};
}

app::FieldProblem problem(const Typed &typed)
{
    const auto all = network();
    const auto account = app::composed(all, &all.ways.front(), typed, false);
    REQUIRE_FALSE(account);
    return account.error();
}

} // namespace

TEST_CASE("sign-in form: values go where they belong", "[form]")
{
    const auto all = network();
    const auto account = app::composed(all, &all.ways.front(), good(), false, {{"region", "eu"}, {"since", "2024"}, {"budget", "3"}});
    REQUIRE(account);
    CHECK(account->connector == "reviews");
    CHECK(account->instance == "https://reviews.example");
    CHECK(account->way == AuthKind::SignedKey);
    CHECK(account->typed.field("key").reveal() == "s3cret");
    CHECK(account->typed.field("user").reveal() == "brand");
    Account kept;
    kept.settings = account->settings;
    CHECK(kept.setting("region") == "us");
    CHECK(kept.setting("since") == "2024"); // what the form does not know stays
    CHECK(kept.setting("budget") == "12,50");
    CHECK(kept.setting("user") == "brand");
    for (const auto &setting : account->settings)
        CHECK(setting.value.find("s3cret") == std::string::npos);
    CHECK(app::fieldsOf(all, &all.ways.front()).size() == 6);
    CHECK(app::fieldsOf(all, nullptr).size() == 3);
}

TEST_CASE("sign-in form: the entry that is wrong is named", "[form]")
{
    for (const auto *key : {"instance", "region", "user", "key"}) {
        INFO(key);
        auto typed = good();
        typed[key] = Secret("   ");
        CHECK(problem(typed).key == key);
        CHECK(problem(typed).what == What::Missing);
        typed.erase(key);
        CHECK(problem(typed).key == key);
    }
    const std::vector<std::tuple<std::string, std::string, What>> wrong{{"instance", "not an address", What::NoAddress}, {"instance", "https://ada:x@reviews.example", What::NoAddress},
                                                                        {"region", "moon", What::NoChoice}, {"budget", "a lot", What::NoMoney}, {"budget", "-3", What::NoMoney}};
    for (const auto &[key, value, what] : wrong) {
        INFO(key << " = " << value);
        auto typed = good();
        typed[key] = Secret(value);
        CHECK(problem(typed).key == key);
        CHECK(problem(typed).what == what);
    }
}

TEST_CASE("sign-in form: a key file is read, an empty or a huge one is none", "[form]")
{
    const TempFolder folder;
    const auto all = network();
    const auto withFile = [&](std::size_t bytes) {
        std::ofstream(folder.file("key.p8"), std::ios::binary) << std::string(bytes, 'k');
        auto typed = good();
        typed["certificate"] = Secret(folder.file("key.p8"));
        const auto composed = app::composed(all, &all.ways.front(), typed, false);
        REQUIRE(composed); // the disk is not looked at yet
        CHECK(composed->typed.field("certificate").empty());
        return app::readKeyFiles(*composed);
    };
    const auto read = withFile(300);
    REQUIRE(read);
    CHECK(read->typed.field("certificate").reveal() == std::string(300, 'k'));
    for (const auto &setting : read->settings)
        CHECK(setting.key != "certificate"); // neither contents nor path
    CHECK(read->keyFiles.empty());
    CHECK(withFile(64 * 1024));
    const auto empty = withFile(0), large = withFile(64 * 1024 + 1);
    REQUIRE_FALSE(empty);
    REQUIRE_FALSE(large);
    CHECK(empty.error().what == What::EmptyFile);
    CHECK(large.error().what == What::LargeFile);
    CHECK(large.error().key == "certificate");
    // What is no file is not waited for.
    REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    for (const auto &path : {folder.file("pipe"), folder.file("nowhere"), folder.file("")}) {
        app::AddAccount wanted;
        wanted.keyFiles = {{"certificate", path}};
        const auto refused = app::readKeyFiles(wanted);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().what == What::NoFile);
    }
}
