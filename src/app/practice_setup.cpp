// SPDX-License-Identifier: GPL-3.0-or-later
// The practice workspace: a loopback network, its account, and the columns one starts with.
#include "app/practice_calendar.hpp"
#include "app/practice_objectives.hpp"
#include "app/practice_reviews.hpp"
#include "app/workspace_impl.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/desk/business_time.hpp>
#include <vigie/desk/slip.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/assets.hpp>
#include <vigie/store/answers.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sla.hpp>

#include <array>
#include <filesystem>
#include <fstream>

namespace vigie::app {

namespace {

constexpr const char *kUrlKey = kPracticeUrl.key, *kPlansKey = kPracticePlans.key;
constexpr const char *kPracticeHouse = "Maison Dubreuil", *kPracticeZone = "Europe/Paris";
constexpr const char *kPracticeAuthor = "practice"; ///< who wrote what one begins with

struct FirstQuery {
    const char *name, *source;
    QueryRole role;
};
constexpr std::array<FirstQuery, 3> kQueries{{
    {"Maison Dubreuil", "dubreuil OR is:review", QueryRole::Brand},
    {"Verger", "verger", QueryRole::Competitor},
    {"R\xc3\xa9paration", "repar* OR repair* OR atelier", QueryRole::Subject},
}};

int portOf(const std::string &url)
{
    const auto colon = url.rfind(':');
    if (colon == std::string::npos)
        return 0;
    int port = 0;
    for (const char c : url.substr(colon + 1)) {
        if (c < '0' || c > '9' || port > 65535)
            return 0;
        port = port * 10 + (c - '0');
    }
    return port;
}

Result<void> writePicture(const std::string &path, const std::string &bytes)
{
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
        return fail(Errc::Storage, "a picture of the practice workspace cannot be written");
    return {};
}

Result<PlanItem> planFrom(const practice::FirstPlan &seed, const std::map<std::string, AccountId> &accounts, Instant now, const std::string &folder)
{
    PlanItem plan;
    plan.text = seed.text;
    plan.warning = seed.warning;
    plan.lang = seed.lang;
    plan.zone = seed.zone;
    plan.lateBy = std::chrono::minutes(seed.lateBy);
    if (seed.day > 0) {
        VIGIE_TRY(const auto today, toWall(now, seed.zone));
        auto wall = plusDays(today, seed.day);
        wall.hour = static_cast<std::uint8_t>(seed.hour);
        wall.minute = static_cast<std::uint8_t>(seed.minute);
        wall.second = 0;
        plan.wall = wall;
    }
    for (const auto &handle : seed.accounts) {
        const auto found = accounts.find(handle);
        if (found == accounts.end())
            continue;
        PlanVariant variant;
        variant.account = found->second;
        for (const auto &[owner, text] : seed.ownTexts)
            if (owner == handle) {
                variant.overridden = true;
                variant.text = text;
            }
        plan.variants.push_back(std::move(variant));
    }
    if (!seed.picture.empty()) {
        OutboundMedia media;
        media.path = folder + "/" + seed.pictureName;
        media.mime = "image/png";
        media.alt = seed.alt;
        VIGIE_CHECK(writePicture(media.path, seed.picture));
        plan.media.push_back(std::move(media));
    }
    return plan;
}

/// The hours of the house, and the services that questions can be passed on to: by a file, since there is nobody to write to.
Result<void> firstServices(store::Tx &tx, const std::string &zone)
{
    auto hours = desk::usualCalendar(zone, "FR");
    hours.name = kPracticeHouse;
    VIGIE_CHECK(store::Sla(tx).save(hours));
    for (auto department : desk::exampleDepartments()) {
        department.calendar = hours.name;
        for (const auto &tag : department.tags)
            department.colleagues.push_back({department.nameFr, tag + "@dubreuil.test"});
        VIGIE_CHECK(store::Departments(tx).save(department));
    }
    return {};
}

} // namespace

Result<void> Workspace::Impl::startPractice()
{
    // Identities hold the network's address, so the address of the first start is kept for ever. When its port is taken
    // today, the server listens elsewhere and the engine connects there in its name.
    VIGIE_TRY(const auto stored, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kUrlKey); }));
    practice::Options how;
    how.seed = options.practiceSeed;
    how.stateFile = options.path + ".network.json";
    if (stored) {
        how.publicUrl = *stored;
        how.port = portOf(*stored);
    }
    auto server = practice::Server::start(*clock, how);
    if (!server && stored && server.error().code == Errc::Network) {
        how.port = 0;
        server = practice::Server::start(*clock, how);
    }
    if (!server)
        return fail(std::move(server.error()));
    practice = std::move(*server);
    if (!stored && options.engines)
        return store->writeNow<void>([this](store::Tx &tx) { return store::Settings(tx).set(kUrlKey, practice->url()); });
    return {};
}

/// Once, as a newcomer's own hands would: through the planner, in the zones of those who wrote them, tomorrow at the earliest.
namespace {

/// The pictures of a post as the media library keeps them, with the words and the credit that a newcomer finds there.
Result<void> intoLibrary(store::Store &store, Composing &composing, PlanItem &plan)
{
    for (auto &media : plan.media) {
        VIGIE_TRY(auto taken, composing.takeAndWait({media.path}));
        if (taken.front().error)
            return fail(*taken.front().error);
        auto asset = std::move(taken.front().asset);
        (plan.lang == "en" ? asset.altEn : asset.altFr) = media.alt;
        asset.credit = kPracticeHouse;
        VIGIE_CHECK(store.writeNow<void>([&](store::Tx &tx) { return store::Assets(tx).describe(asset); }));
        media.path = composing.shelf().pathOf(asset);
        media.mime = asset.mime;
        media.sha256 = asset.sha256;
        media.asset = asset.id;
    }
    return {};
}

} // namespace

Result<void> Workspace::Impl::firstPracticeWork(const std::map<std::string, AccountId> &accounts)
{
    const auto folder = options.path + ".pictures";
    std::vector<PlanItem> plans;
    const auto seeds = practice->firstPlans();
    for (const auto &seed : seeds) {
        VIGIE_TRY(auto plan, planFrom(seed, accounts, clock->now(), folder));
        plans.push_back(std::move(plan));
    }
    VIGIE_TRY(const auto begun, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kPlansKey); }));
    if (begun)
        return {};
    for (auto &plan : plans)
        VIGIE_CHECK(intoLibrary(*store, *composing, plan));
    if (!accounts.empty()) {
        VIGIE_TRY(const auto house, store->readNow<Account>([id = accounts.at(practice->brandHandle())](store::Tx &tx) { return store::Accounts(tx).get(id); }));
        VIGIE_CHECK(firstPracticeReviews(*store, analysis, house));
    }
    return store->writeNow<void>([&](store::Tx &tx) -> Result<void> {
        store::Settings settings(tx);
        VIGIE_TRY(const auto known, settings.get(kPlansKey));
        if (known)
            return {};
        VIGIE_CHECK(settings.set(kPlansKey, "1"));
        std::vector<PlanId> made;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            VIGIE_TRY(const auto id, plan::Planner(tx, catalogue).save(plans[i]));
            made.push_back(id);
            if (seeds[i].planned)
                VIGIE_CHECK(plan::Planner(tx, catalogue).approve(id));
        }
        VIGIE_CHECK(firstPracticeEvents(tx, catalogue, made));
        VIGIE_CHECK(firstPracticeObjectives(tx, kPracticeZone));
        for (auto &answer : practice->firstAnswers()) {
            AnswerText text;
            text.keyword = std::move(answer.keyword);
            text.title = std::move(answer.title);
            text.french = std::move(answer.french);
            text.english = std::move(answer.english);
            VIGIE_CHECK(store::Answers(tx).save({}, text, kPracticeAuthor));
        }
        return firstServices(tx, kPracticeZone);
    });
}

Result<void> Workspace::Impl::preparePracticeAccount()
{
    VIGIE_TRY(const auto url, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kUrlKey); }));
    // Each start may have a fresh token; adding the same account again only renews it.
    std::map<std::string, AccountId> accounts;
    for (const auto &own : practice->ownAccounts()) {
        AddAccount account;
        account.connector = "mastodon";
        account.instance = url.value_or(practice->url());
        account.credential.access = Secret(own.token);
        // The brand listens for all; its second voice only hears what is said to it.
        const bool first = accounts.empty();
        account.settings = {{"tags", first ? "dubreuil, verger, reparation, meubles, repair" : ""}, {"keywords", ""}};
        VIGIE_TRY(accounts[own.handle], add(account, {}));
    }
    VIGIE_CHECK(firstPracticeWork(accounts));
    return store->writeNow<void>([this](store::Tx &tx) -> Result<void> {
        store::Settings settings(tx);
        VIGIE_TRY(const auto name, settings.get("workspace.name"));
        if (!name)
            VIGIE_CHECK(settings.set("workspace.name", kPracticeHouse));
        store::Queries queries(tx);
        VIGIE_TRY(const auto existing, queries.all());
        if (!existing.empty())
            return {};
        int order = 0;
        for (const auto &first : kQueries) {
            SavedQuery query;
            query.name = first.name;
            query.source = first.source;
            query.role = first.role;
            query.order = order++;
            VIGIE_CHECK(queries.save(query));
        }
        return {};
    });
}

} // namespace vigie::app
