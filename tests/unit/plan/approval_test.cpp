// SPDX-License-Identifier: GPL-3.0-or-later
// Who must agree, to which words, and what undoes it.
#include "support/must.hpp"
#include "support/temp_store.hpp"
#include "support/tiny_picture.hpp"

#include <vigie/plan/approval.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <type_traits>

using namespace vigie;
using namespace vigie::test;

// A reviewer's note is no text of a part, and nothing makes it one by itself.
static_assert(!std::is_convertible_v<NoteWords, std::string>);
static_assert(!std::is_constructible_v<std::string, NoteWords>);
static_assert(!std::is_assignable_v<decltype(OutboundPart::text) &, NoteWords>);

namespace {

struct Review : TempStore {
    connect::Catalogue networks = connect::builtinCatalogue();
    AccountId account, second;
    PlanId id;

    explicit Review(int steps)
    {
        account = addAccount("one");
        second = addAccount("two");
        run<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma"));
            VIGIE_CHECK(store::Approvals(tx).setSteps(steps));
            return true;
        });
        PlanItem plan;
        plan.text = "We open on Sunday.";
        plan.zone = "Europe/Paris";
        plan.wall = test::must(toWall(clock.now() + std::chrono::hours{24}, plan.zone));
        plan.variants.push_back(PlanVariant{account, {}, false, {}, OutboundState::Draft, {}, {}});
        id = run<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto made, planner.save(plan));
            VIGIE_CHECK(planner.approve(made));
            return made;
        });
    }
    AccountId addAccount(const std::string &name)
    {
        Account one;
        one.connector = "mastodon";
        one.instance = "https://rive.test";
        one.nativeId = one.handle = name;
        one.limits.maxCharacters = 500;
        one.limits.maxMedia = 4;
        one.capabilities.set(Capability::Publish);
        return run<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(one); });
    }
    template <class T>
    T run(const std::function<Result<T>(store::Tx &)> &job) { return test::must((*this)->writeNow<T>(job, store::Durability::Full)); }
    PlanItem plan() { return test::must((*this)->readNow<PlanItem>([this](store::Tx &tx) { return store::Plans(tx).get(id); })); }
    OutboundState state() { return plan().variants.front().state; }
    Result<plan::ApprovalStanding> approve(const std::string &person, const std::string &hash)
    {
        return (*this)->writeNow<plan::ApprovalStanding>([&](store::Tx &tx) { return plan::approvePost(tx, id, {person, hash, {}, {}}); }, store::Durability::Full);
    }
    std::string hash() { return plan::contentHash(plan()); }
    void edit(const std::function<void(PlanItem &)> &change)
    {
        auto now = plan();
        change(now);
        run<PlanId>([&](store::Tx &tx) { return plan::Planner(tx, networks).save(now); });
    }
};

} // namespace

TEST_CASE("without steps a planned post is planned at once; with one it waits for one person who is not the asker")
{
    CHECK(Review(0).state() == OutboundState::Planned);
    Review review(1);
    CHECK(review.state() == OutboundState::WaitingApproval);
    const auto own = review.approve("Emma", review.hash());
    REQUIRE_FALSE(own);
    CHECK(own.error().code == Errc::PolicyRefused);
    CHECK_FALSE(review.approve("", review.hash()));
    const auto given = review.approve("Hugo", review.hash());
    REQUIRE(given);
    CHECK(given->complete());
    CHECK(review.state() == OutboundState::Planned);
}

TEST_CASE("two steps are two people")
{
    Review review(2);
    REQUIRE(review.approve("Hugo", review.hash()));
    CHECK(review.state() == OutboundState::WaitingApproval);
    const auto again = review.approve("Hugo", review.hash());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Errc::Duplicate);
    REQUIRE(review.approve("Lina", review.hash()));
    CHECK(review.state() == OutboundState::Planned);
}

TEST_CASE("any edit of what would be published returns to review; its hour, its owner and its lateness do not")
{
    Review review(1);
    const auto shown = review.hash();
    REQUIRE(review.approve("Hugo", shown));
    review.edit([](PlanItem &plan) {
        plan.owner = "Lina";
        plan.lateBy = std::chrono::minutes{40};
        plan.wall->hour = 7;
    });
    CHECK(review.state() == OutboundState::Planned);
    CHECK(review.hash() == shown);
    const auto other = review.second;
    const std::function<void(PlanItem &)> changes[] = {
        [](PlanItem &plan) { plan.text += " Come!"; }, [](PlanItem &plan) { plan.warning = "prices"; }, [](PlanItem &plan) { plan.firstComment = "More here."; },
        [](PlanItem &plan) { plan.visibility = Visibility::Followers; },
        [other](PlanItem &plan) { plan.variants.push_back(PlanVariant{other, {}, false, {}, OutboundState::Draft, {}, {}}); },
        [](PlanItem &plan) {
            plan.variants.front().overridden = true;
            plan.variants.front().text = "Something else";
        }};
    for (const auto &change : changes) {
        const auto before = review.hash();
        review.edit(change);
        CHECK(review.hash() != before);
        CHECK(review.state() == OutboundState::WaitingApproval);
        const auto outdated = review.approve("Hugo", before);
        REQUIRE_FALSE(outdated);
        CHECK(outdated.error().code == Errc::Conflict);
        CHECK(outdated.error().detail == plan::kWordsChanged);
        REQUIRE(review.approve("Hugo", review.hash()));
        CHECK(review.state() == OutboundState::Planned);
    }
}

TEST_CASE("a picture is agreed to by its bytes: another file under the same name is another post")
{
    Review review(1);
    TempFolder folder;
    const auto path = folder.file("poster.png");
    writeTinyPicture(path);
    review.edit([&](PlanItem &plan) { plan.media.push_back(OutboundMedia{path, "image/png", "A poster", {}, {}}); });
    const auto first = review.hash();
    CHECK(review.plan().media.front().sha256 == must(plan::fileDigest(path)));
    REQUIRE(review.approve("Hugo", first));
    writeTinyPicture(path, "other bytes");
    review.edit([&](PlanItem &plan) { plan.media.front().sha256.clear(); });
    CHECK(review.hash() != first);
    CHECK(review.state() == OutboundState::WaitingApproval);
}

TEST_CASE("a no sends the post back to the drafts with its words, and undoes the yes before it")
{
    Review review(2);
    const auto hash = review.hash();
    REQUIRE(review.approve("Hugo", hash));
    review.run<bool>([&](store::Tx &tx) -> Result<bool> {
        CHECK(plan::refusePost(tx, review.networks, review.id, {"Lina", hash, "  ", {}}).error().code == Errc::InvalidInput);
        VIGIE_CHECK(plan::refusePost(tx, review.networks, review.id, {"Lina", hash, "Say until when.", {}}));
        return true;
    });
    CHECK_FALSE(review.plan().approved);
    const auto standing = must(review->readNow<plan::ApprovalStanding>([now = review.plan()](store::Tx &tx) { return plan::approvalOf(tx, now); }));
    CHECK(standing.by.empty());
    const auto lines = must(review->readNow<std::vector<ApprovalLine>>([&](store::Tx &tx) { return store::Approvals(tx).lines(review.id); }));
    REQUIRE(lines.size() == 3);
    CHECK(lines.back().act == ApprovalAct::Refused);
    CHECK(lines.back().reason == "Say until when.");
}

TEST_CASE("an emergency goes without agreement, with its reason on record, and for these words alone")
{
    Review review(2);
    const auto hash = review.hash();
    CHECK_FALSE(review->writeNow<void>([&](store::Tx &tx) { return plan::releasePost(tx, review.id, {"Emma", hash, "", {}}); }));
    must(review->writeNow<void>([&](store::Tx &tx) { return plan::releasePost(tx, review.id, {"Emma", hash, "recall of a toy, nobody reachable", {}}); }));
    CHECK(review.state() == OutboundState::Planned);
    review.edit([](PlanItem &plan) { plan.text = "Buy more toys."; });
    CHECK(review.state() == OutboundState::WaitingApproval);
}

TEST_CASE("a campaign may ask for more than the workspace, never for less")
{
    Review review(1);
    review.run<bool>([&](store::Tx &tx) -> Result<bool> {
        store::Approvals approvals(tx);
        VIGIE_CHECK(approvals.setStepsOf(CampaignId{3}, 2));
        VIGIE_CHECK(approvals.setStepsOf(CampaignId{4}, 0));
        CHECK(must(approvals.stepsOf(CampaignId{3})) == 2);
        CHECK(must(approvals.stepsOf(CampaignId{4})) == 1);
        CHECK(must(approvals.stepsOf({})) == 1);
        return true;
    });
}

TEST_CASE("versions are kept once each, and the difference between any two is told")
{
    Review review(1);
    review.edit([](PlanItem &plan) {
        plan.text = "We open on Monday.";
        plan.media.clear();
    });
    review.edit([&](PlanItem &plan) { plan.owner = "Hugo"; });
    const auto versions = must(review->readNow<std::vector<PostVersion>>([&](store::Tx &tx) { return store::Approvals(tx).versions(review.id); }));
    REQUIRE(versions.size() == 2);
    const auto first = must(plan::contentOf(versions[0])), second = must(plan::contentOf(versions[1]));
    CHECK(plan::contentHash(first) == versions[0].hash);
    CHECK(plan::contentHash(second) == versions[1].hash);
    const auto changes = plan::versionChanges(first, second);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].what == plan::VersionChange::What::Words);
    CHECK(changes[0].before == "We open on Sunday.");
    CHECK(changes[0].after == "We open on Monday.");
}

TEST_CASE("what is agreed to differs exactly when something that is published differs")
{
    std::mt19937 chance(4127);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
    const auto words = [&] {
        static const std::string kWords[] = {"a", "b", ""};
        return kWords[upTo(2)];
    };
    const auto make = [&] {
        PlanItem plan;
        plan.text = words();
        plan.warning = words();
        plan.firstComment = words();
        for (int account = 1; account <= 2; ++account)
            if (upTo(1) == 0)
                plan.variants.push_back(PlanVariant{AccountId{account}, words(), upTo(1) == 0, {}, OutboundState::Draft, {}, {}});
        if (upTo(1) == 0)
            plan.media.push_back(OutboundMedia{"/x/" + words(), "image/png", words(), words(), {}});
        return plan;
    };
    const auto says = [](const PlanItem &plan) {
        std::string all = plan.warning + "|" + plan.firstComment + "|";
        for (const auto &variant : plan.variants)
            all += std::to_string(variant.account.value) + ":" + plan::wordsOf(plan, variant) + "|";
        for (const auto &media : plan.media)
            all += (media.sha256.empty() ? media.path : media.sha256) + "/" + media.alt;
        return all;
    };
    int same = 0;
    for (int turn = 0; turn < 20'000; ++turn) {
        const auto a = make(), b = make();
        same += says(a) == says(b) ? 1 : 0;
        REQUIRE((plan::contentHash(a) == plan::contentHash(b)) == (says(a) == says(b)));
    }
    CHECK(same > 20);
}
