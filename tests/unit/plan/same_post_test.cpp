// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/same_post.hpp"

#include <vigie/plan/planner.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using plan::comparableText;
using plan::isSamePost;
using plan::threadParts;

TEST_CASE("a post read back is known by its words, whatever the network did to links, mentions and spaces")
{
    CHECK(comparableText("Bonjour @claire@mer.test : voir https://dubreuil.test/chene !") == comparableText("@claire Bonjour\u00a0: voir https://dub.reuil/x !"));
    CHECK(comparableText("Portes ouvertes samedi") != comparableText("Portes ouvertes dimanche"));
    CHECK_FALSE(comparableText("https://dubreuil.test/a").empty());
    CHECK(comparableText("https://dubreuil.test/a") != comparableText("https://dubreuil.test/b"));
}

TEST_CASE("parent, pictures and time tell posts with the same words apart")
{
    const Instant started = fromMicros(1'795'255'200'000'000);
    const connect::OwnPost post{"7", "", "Merci !", "3", started + std::chrono::seconds{2}, 1};
    const plan::Sought sought{"Merci !", "3", 1, started};
    CHECK(isSamePost(post, sought));
    auto other = post;
    other.inReplyTo = "4";
    CHECK_FALSE(isSamePost(other, sought));
    other = post;
    other.mediaCount = 0;
    CHECK_FALSE(isSamePost(other, sought));
    other = post;
    other.at = started - std::chrono::hours{1};
    CHECK_FALSE(isSamePost(other, sought));
    other.at = started - std::chrono::minutes{10}; // the server's clock may be behind ours
    CHECK(isSamePost(other, sought));
}

TEST_CASE("lines of three hyphens part a thread")
{
    CHECK(threadParts("one") == std::vector<std::string>{"one"});
    CHECK(threadParts("one\n---\ntwo\r\n---\r\nthree\n") == std::vector<std::string>{"one", "two", "three"});
    CHECK(threadParts("a --- b\n----\nc") == std::vector<std::string>{"a --- b\n----\nc"});
    CHECK(threadParts("---\n\n---\nonly\n---") == std::vector<std::string>{"only"});
    CHECK(threadParts("") == std::vector<std::string>{""});
}
