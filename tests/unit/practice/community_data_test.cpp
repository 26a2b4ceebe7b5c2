// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

Json community()
{
    std::ifstream file(std::string(VIGIE_SOURCE_DIR) + "/resources/practice/community.json");
    std::stringstream text;
    text << file.rdbuf();
    return Json::parse(text.str(), nullptr, false);
}

void collectTexts(const Json &node, std::vector<std::string> &out)
{
    if (node.is_object() && node.contains("text"))
        out.push_back(node["text"].get<std::string>());
    if (node.is_object() || node.is_array())
        for (const auto &child : node)
            collectTexts(child, out);
}

void collectParts(const Json &node, std::vector<std::string> &out)
{
    if (node.is_object() && node.contains("parts"))
        for (const auto &choices : node["parts"])
            for (const auto &part : choices)
                out.push_back(part.get<std::string>());
    else if (node.is_object() || node.is_array())
        for (const auto &child : node)
            collectParts(child, out);
}

std::string wordAfter(const std::string &text, std::size_t from, const char *stop)
{
    return text.substr(from, text.find_first_of(stop, from) - from);
}

} // namespace

TEST_CASE("practice community: the script is whole", "[practice][data]")
{
    auto doc = community();
    REQUIRE(doc.is_object());
    CHECK(doc["members"].size() == 60);
    std::set<std::string> handles;
    for (const auto &member : doc["members"]) {
        handles.insert(member["handle"].get<std::string>() + '@' + member["host"].get<std::string>());
        INFO(member["handle"]);
        CHECK(doc["roles"].contains(member["role"].get<std::string>()));
        CHECK(doc["temperaments"].contains(member["temperament"].get<std::string>()));
        CHECK((member["lang"] == "fr" || member["lang"] == "en"));
    }
    CHECK(handles.size() == 60);
    for (const auto &role : doc["roles"].items()) {
        int share = 0;
        for (const auto &intent : role.value()["intents"].items()) {
            CHECK(doc["templates"].contains(intent.key()));
            share += intent.value().get<int>();
        }
        INFO(role.key());
        CHECK(share == 100);
    }
    CHECK(doc["templates"].size() == 11);
    for (const auto &intent : doc["templates"].items()) {
        INFO(intent.key());
        CHECK(doc["answerBack"]["probability"].contains(intent.key()));
        for (const auto *lang : {"fr", "en"}) {
            CHECK(intent.value()[lang].size() >= 15);
            for (const auto *kind : {"thanks", "followUp", "angry", "joke"})
                CHECK_FALSE(doc["replies"][intent.key()][lang][kind].empty());
        }
    }
    for (const auto &stage : doc["rumour"]["stages"])
        for (const auto *lang : {"fr", "en"})
            CHECK(doc["rumour"]["texts"][stage["id"].get<std::string>()][lang].size() >= 3);
    CHECK(doc["rhythm"]["weekday"].size() == 24);
    CHECK(doc["rhythm"]["weekend"].size() == 24);
}

TEST_CASE("practice community: texts are distinct, fillable and lead nowhere", "[practice][data]")
{
    std::vector<std::string> texts;
    collectTexts(community(), texts);
    CHECK(std::set<std::string>(texts.begin(), texts.end()).size() >= 700);
    std::vector<std::string> parts;
    collectParts(community(), parts);
    CHECK(std::set<std::string>(parts.begin(), parts.end()).size() >= 500);
    texts.insert(texts.end(), parts.begin(), parts.end());
    const std::set<std::string> known{"product", "the_product", "a_product", "my_product", "of_product", "The_product", "My_product", "city", "order", "day"};
    for (const auto &text : texts) {
        INFO(text);
        CHECK(text.size() <= 500);
        for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
            CHECK(known.count(wordAfter(text, at + 1, "}")) == 1);
        for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at + 1)) {
            const auto host = wordAfter(text, at + 3, "/ ");
            CHECK((host.size() > 5 && host.compare(host.size() - 5, 5, ".test") == 0));
        }
    }
}
