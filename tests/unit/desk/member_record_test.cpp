// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/member_record.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/person_facts.hpp>

#include <nlohmann/json.hpp>

#include <set>

using namespace vigie;
using namespace vigie::store;

TEST_CASE("the record of a member holds every message and every datum with its origin, and runs nothing", "[desk][record]")
{
    test::TempStore store;
    std::vector<AnalysedItem> items;
    for (int i = 0; i < 1200; ++i) // more than a page, several in one second
        items.push_back(test::analysed(test::item(std::to_string(i), "message " + std::to_string(i), test::kNoon - std::chrono::seconds(i / 3))));
    auto nasty = test::item("x", "<script>alert(1)</script> **bold** [link](javascript:x)", test::kNoon - std::chrono::hours(9));
    items.push_back(test::analysed(nasty));
    const auto first = store.write([&](Tx &tx) { return Items(tx).store(items); }).front().id;
    const auto member = store.read([&](Tx &tx) { return Items(tx).get(first); })->authorId;
    store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(PersonFacts(tx).addFact(member, "email", "ada@mail.example", "told in a message", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addConsent(member, "newsletter", true, "form of 2 March", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addNote(member, "Collects chairs", "nora"));
        return {};
    });
    const auto record = store.read([&](Tx &tx) { return desk::gatherRecord(tx, member, "Europe/Paris"); });
    CHECK(record.items.size() == 1201);
    const auto json = nlohmann::json::parse(desk::recordJson(record));
    std::set<std::string> natives;
    for (const auto &one : json["messages"])
        natives.insert(one["native_id"].get<std::string>());
    CHECK(natives.size() == 1201);
    CHECK(json["given"][0]["origin"] == "told in a message");
    CHECK(json["consents"][0]["source"] == "form of 2 March");
    CHECK(json["notes"][0]["text"] == "Collects chairs");
    for (const auto &held : json["held"])
        CHECK_FALSE((held["origin"].get<std::string>().empty() || held["why"].get<std::string>().empty() || held["since"].get<std::string>().empty()));
    for (const auto *language : {"fr", "en"}) {
        const auto text = desk::recordMarkdown(record, language);
        CHECK(text.find("<script>") == std::string::npos);
        CHECK(text.find("**bold**") == std::string::npos);
        CHECK(text.find("](javascript") == std::string::npos);
        CHECK(text.find("message 1199") != std::string::npos);
        for (const auto &section : desk::recordSections(record, language))
            CHECK_FALSE(section.title.empty());
    }
    for (const auto &held : record.card.held) { // every key is said in words of both languages
        CHECK(desk::heldWord(held.key, "fr") != held.key);
        CHECK(desk::heldWord(held.key, "en") != held.key);
    }
    const auto stopped = store->readNow<desk::MemberRecord>([&](Tx &tx) { return desk::gatherRecord(tx, member, "UTC", [](double) { return false; }); });
    CHECK(stopped.error().code == Errc::Cancelled);
}
