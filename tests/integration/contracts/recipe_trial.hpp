// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe before the judge: the very file that is shipped, but for the address of its server, which is asked for like that
// of any forum so that it can be this machine.
#pragma once

#include "judge.hpp"

#include <vigie/connect/recipe.hpp>
#include <vigie/net/url.hpp>

#include <fstream>
#include <sstream>

namespace vigie::contracts {

struct RecipeTrial : Trial {
    RecipeTrial(const std::string &vendor, const std::string &recipe, Settings settings) : Trial(vendor)
    {
        std::ifstream file(std::string(VIGIE_SOURCE_DIR) + "/resources/recipes/" + recipe + ".json", std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        auto json = must(connect::parseJson(text.str()));
        json["base"] = "{instance}";
        json["instance"] = {{"example", "code.example"}, {"en", "Server"}, {"fr", "Serveur"}};
        auto loaded = connect::recipe::load(json.dump());
        for (const auto &problem : loaded.problems)
            UNSCOPED_INFO(problem.text());
        REQUIRE(loaded.connector);
        catalogue = connect::Catalogue{};
        catalogue.add(std::move(loaded.connector));
        connect::Credential credential;
        credential.access = Secret("access-1");
        credential.set("way", Secret("token"));
        account(recipe, std::move(settings), std::move(credential));
    }
};

} // namespace vigie::contracts
