// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the calendar and leaves by itself: planned through the planner, sent by the publish machine, read back from the network.
#include "integration/bluesky/crew.hpp"

#include <vigie/plan/planner.hpp>

#include <fstream>
#include <set>

using namespace vigie;
using namespace vigie::bsky;

namespace {

/// 70 bytes: one pixel.
const std::string kPixel("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xda" "cd\xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xae" "B`\x82", 70);

OutboundMedia picture(Crew &crew, const std::string &alt)
{
    OutboundMedia media;
    media.path = crew.folder.file("pixel.png");
    std::ofstream(media.path, std::ios::binary) << kPixel;
    media.mime = "image/png";
    media.alt = alt;
    return media;
}

/// For a minute of the wall clock that is still to come.
PlanId planned(Crew &crew, PlanItem plan, std::chrono::minutes in)
{
    plan.lang = "fr";
    plan.zone = "Europe/Paris";
    plan.wall = must(toWall(crew.clock.now() + in, plan.zone));
    plan.variants.push_back(PlanVariant{crew.account, {}, false, {}, OutboundState::Draft, {}, {}});
    return crew.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
        plan::Planner planner(tx, crew.catalogue);
        VIGIE_TRY(const auto id, planner.save(plan));
        VIGIE_CHECK(planner.approve(id));
        return id;
    });
}

/// The rows of a plan: the post, and what is said under it.
std::vector<Outbound> rowsOf(Crew &crew, PlanId plan)
{
    return crew.read<std::vector<Outbound>>([plan](store::Tx &tx) -> Result<std::vector<Outbound>> {
        store::Outbox outbox(tx);
        VIGIE_TRY(const auto ids, outbox.ofPlan(plan));
        std::vector<Outbound> rows;
        for (const auto id : ids) {
            VIGIE_TRY(auto row, outbox.get(id));
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Json valueOf(const Person &person, const std::string &uri)
{
    const auto reply = person.record(uri);
    INFO(reply.raw);
    REQUIRE(reply.status == 200);
    return at(reply.body, "value");
}

std::string parentOf(const Person &person, const std::string &uri)
{
    return textAt(at(at(valueOf(person, uri), "reply"), "parent"), "uri");
}

std::multiset<std::string> textsOf(const Person &person)
{
    std::multiset<std::string> texts;
    for (const auto &post : person.posts())
        texts.insert(textAt(at(post, "value"), "text"));
    return texts;
}

} // namespace

TEST_CASE("bluesky 41: what the calendar holds leaves at its hour: a picture, a thread of three, a first comment - and nothing else")
{
    Person brand("brand");
    Crew crew(brand);
    PlanItem shown, thread, commented;
    shown.text = "Le four est ouvert";
    shown.media.push_back(picture(crew, "Un four en briques"));
    thread.text = "Premier pas\n---\nDeuxieme pas\n---\nTroisieme pas";
    commented.text = "Portes ouvertes samedi";
    commented.firstComment = "De dix a dix-huit heures";
    const auto one = planned(crew, shown, std::chrono::minutes{2});
    const auto three = planned(crew, thread, std::chrono::minutes{4});
    const auto under = planned(crew, commented, std::chrono::minutes{6});

    crew.publish();
    CHECK(textsOf(brand).empty()); // nothing before its hour
    for (int turn = 0; turn < 30; ++turn) {
        crew.clock.advance(std::chrono::seconds{20});
        crew.publish();
    }

    const auto post = rowsOf(crew, one);
    REQUIRE(post.size() == 1);
    REQUIRE(post[0].state == OutboundState::Sent);
    const auto images = arrayAt(at(valueOf(brand, post[0].parts[0].nativeId), "embed"), "images");
    REQUIRE(images.size() == 1);
    CHECK(textAt(images[0], "alt") == "Un four en briques");

    const auto parts = rowsOf(crew, three);
    REQUIRE(parts.size() == 1);
    REQUIRE(parts[0].state == OutboundState::Sent);
    REQUIRE(parts[0].parts.size() == 3);
    CHECK(parentOf(brand, parts[0].parts[1].nativeId) == parts[0].parts[0].nativeId);
    CHECK(parentOf(brand, parts[0].parts[2].nativeId) == parts[0].parts[1].nativeId);

    const auto both = rowsOf(crew, under);
    REQUIRE(both.size() == 2);
    REQUIRE(both[0].state == OutboundState::Sent);
    REQUIRE(both[1].state == OutboundState::Sent);
    CHECK(both[1].after == both[0].id);
    CHECK(parentOf(brand, both[1].parts[0].nativeId) == both[0].parts[0].nativeId);

    CHECK(textsOf(brand)
          == std::multiset<std::string>{"De dix a dix-huit heures", "Deuxieme pas", "Le four est ouvert", "Portes ouvertes samedi", "Premier pas", "Troisieme pas"});
    CHECK_FALSE(crew.publish().next); // and nothing is left to be sent
}
