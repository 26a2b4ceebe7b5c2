// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement by people without Vigie: the page they get, and the answers that come back.
#include "support/must.hpp"
#include "support/temp_store.hpp"
#include "support/tiny_picture.hpp"

#include "app/mail_impl.hpp"

#include <vigie/app/approval_desk.hpp>
#include <vigie/net/signing.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/questions.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using vigie::test::TempFolder;
using vigie::test::TempStore;

namespace {

struct Paper {
    TempStore store;
    connect::Catalogue networks = connect::builtinCatalogue();
    app::BundleKey key;
    PlanId id;

    explicit Paper(const std::string &text = "We open on Sunday.", const std::vector<OutboundMedia> &media = {})
    {
        key.seed = test::must(net::newSigningSeed());
        key.publicKey = test::must(net::signingPublicKey(key.seed));
        id = store.write([&](store::Tx &tx) -> Result<PlanId> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma"));
            VIGIE_CHECK(store::Approvals(tx).setSteps(1));
            Account one;
            one.connector = "mastodon";
            one.instance = "https://rive.test";
            one.nativeId = one.handle = "dubreuil";
            one.limits.maxCharacters = 500;
            one.limits.maxMedia = 4;
            one.capabilities.set(Capability::Publish);
            VIGIE_TRY(const auto account, store::Accounts(tx).save(one));
            PlanItem plan;
            plan.text = text;
            plan.media = media;
            plan.zone = "Europe/Paris";
            VIGIE_TRY(plan.wall, toWall(tx.now() + std::chrono::hours{24}, plan.zone));
            plan.variants.push_back(PlanVariant{account, {}, false, {}, OutboundState::Draft, {}, {}});
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto made, planner.save(plan));
            VIGIE_CHECK(planner.approve(made));
            VIGIE_CHECK(plan::noteOnPost(tx, made, "Hugo", NoteWords("the mayor must not know")));
            return made;
        });
    }
    app::ApprovalPaper page(const std::string &lang = "en")
    {
        return store.write([&](store::Tx &tx) { return app::makeApprovalPage(tx, {id, {"Mme Roche", ""}, "Emma", lang}, key); });
    }
    Result<app::ApprovalAnswer> answer(const std::string &text)
    {
        return store->writeNow<app::ApprovalAnswer>([&](store::Tx &tx) { return app::takeApprovalAnswer(tx, networks, text, "file"); });
    }
    PlanItem plan()
    {
        return store.read([this](store::Tx &tx) { return store::Plans(tx).get(id); });
    }
};

} // namespace

TEST_CASE("the page stands alone: every word escaped, no script, nothing fetched, no note of a colleague")
{
    TempFolder folder;
    const auto path = folder.file("poster.png");
    test::writeTinyPicture(path);
    Paper paper("<script>alert('x')</script> \"quoted\" & more", {OutboundMedia{path, "image/png", "A \"poster\" <b>", {}, {}}});
    const auto page = paper.page();
    CHECK(page.html.find("<script") == std::string::npos);
    CHECK(page.html.find("&lt;script&gt;") != std::string::npos);
    CHECK(page.html.find("http://") == std::string::npos);
    CHECK(page.html.find("https://") == std::string::npos);
    CHECK(page.html.find("src=\"data:image/png;base64,") != std::string::npos);
    CHECK(page.html.find("A &quot;poster&quot; &lt;b&gt;") != std::string::npos);
    CHECK(page.html.find("mayor") == std::string::npos);
    CHECK(page.text.find("mayor") == std::string::npos);
    CHECK(page.html.find(page.request.code) != std::string::npos);
    CHECK(paper.page("fr").html.find("Une publication") != std::string::npos);
}

TEST_CASE("a page is signed by the machine that made it, and one changed letter shows")
{
    Paper paper;
    auto html = paper.page().html;
    CHECK(app::approvalPageHolds(html));
    const auto at = html.find("Sunday");
    REQUIRE(at != std::string::npos);
    html.replace(at, 6, "Monday");
    CHECK_FALSE(app::approvalPageHolds(html));
    CHECK_FALSE(app::approvalPageHolds("no page at all"));
}

TEST_CASE("a yes with the code of these words lets the post leave, once")
{
    Paper paper;
    const auto code = paper.page().request.code;
    CHECK(paper.answer("I agree").error().code == Errc::InvalidInput);
    CHECK(paper.answer("APPROVE 00000000000000000000").error().code == Errc::NotFound);
    const auto yes = paper.answer("Hello,\r\n APPROVE " + code + "\r\nGreetings");
    REQUIRE(yes);
    CHECK(yes->agreed);
    CHECK(yes->complete);
    CHECK(paper.plan().variants.front().state == OutboundState::Planned);
    CHECK(paper.answer("APPROVE " + code).error().code == Errc::Duplicate);
    const auto lines = paper.store.read([&](store::Tx &tx) { return store::Approvals(tx).lines(paper.id); });
    CHECK(lines.back().person == "Mme Roche");
    CHECK(lines.back().via == "file");
}

TEST_CASE("an answer to an older version is refused and says what changed")
{
    Paper paper;
    const auto code = paper.page().request.code;
    auto plan = paper.plan();
    plan.text = "We open on Monday.";
    plan.firstComment = "Come!";
    paper.store.write([&](store::Tx &tx) { return plan::Planner(tx, paper.networks).save(plan); });
    const auto late = paper.answer("APPROVE " + code);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Errc::Conflict);
    CHECK(late.error().detail.find("words") != std::string::npos);
    CHECK(late.error().detail.find("first comment") != std::string::npos);
    CHECK(paper.plan().variants.front().state == OutboundState::WaitingApproval);
}

TEST_CASE("a no by mail brings the post back to the drafts with the reviewer's words, and an unknown mail does nothing")
{
    Paper paper;
    const auto code = paper.page().request.code;
    const auto no = paper.store->writeNow<app::ApprovalAnswer>([&](store::Tx &tx) {
        return app::takeApprovalFile(tx, paper.networks,
                                     "From: Mme Roche <roche@example.test>\r\nTo: emma@example.test\r\nSubject: Re\r\nMessage-ID: <a@b>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nREFUSE " + code
                                         + "\r\nPlease say until when.\r\n");
    });
    REQUIRE(no);
    CHECK_FALSE(no->agreed);
    CHECK(no->words == "Please say until when.");
    CHECK_FALSE(paper.plan().approved);
}

TEST_CASE("a question that carries a page is answered in its own thread")
{
    Paper paper;
    const auto sent = paper.store->writeNow<QuestionId>([&](store::Tx &tx) { return app::mailApproval(tx, {paper.id, {"Mme Roche", "roche@example.test"}, "Emma", "en"}, paper.key); });
    REQUIRE_FALSE(sent); // no mail account yet: nothing is written
    CHECK(sent.error().code == Errc::NotFound);
    app::MailSettings settings;
    settings.sender = {"Emma", "emma@example.test"};
    settings.outgoing = {"127.0.0.1", 1, net::MailSecurity::Tls, "emma", ""};
    settings.incoming = settings.outgoing;
    paper.store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(app::setMailSettings(tx, settings));
        return true;
    });
    const auto id = paper.store.write([&](store::Tx &tx) { return app::mailApproval(tx, {paper.id, {"Mme Roche", "roche@example.test"}, "Emma", "en"}, paper.key); });
    const auto request = paper.store.read([&](store::Tx &tx) { return store::Approvals(tx).requestOf(id); });
    REQUIRE(request);
    CHECK(request->page.find("We open on Sunday.") != std::string::npos);
    const auto question = paper.store.read([&](store::Tx &tx) { return store::Questions(tx).get(id); });
    CHECK(question.text.find("APPROVE " + request->code) != std::string::npos);
    net::OutgoingMail mail;
    mail.from = settings.sender;
    mail.to = {{"Mme Roche", "roche@example.test"}};
    mail.messageId = question.messageId;
    mail.subject = question.subject;
    mail.text = question.text;
    mail.page = request->page;
    mail.pageName = "page.html";
    const auto bytes = test::must(net::buildMail(mail));
    const auto read = test::must(net::parseMail(bytes));
    CHECK(read.text.find("APPROVE") != std::string::npos);
    REQUIRE(read.attachments.size() == 1);
    CHECK(read.attachments.front() == "page.html");

    net::IncomingMail reply;
    reply.messageId = "answer@example.test";
    reply.from = {"Mme Roche", "roche@example.test"};
    reply.subject = "Re: " + question.subject;
    reply.text = "APPROVE " + request->code;
    paper.store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(app::landMail(tx, reply, id));
        return true;
    });
    CHECK(paper.plan().variants.front().state == OutboundState::Planned);
}
