// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement by somebody without Vigie, through Postfix and Dovecot: the page that arrives is the page that was signed, and what is
// answered to it counts for the words that it shows and for no others.
#include "house.hpp"

#include <vigie/app/approval_desk.hpp>
#include <vigie/net/signing.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace vigie::test;

namespace {

/// A post of tomorrow that one person has to agree to, and a reviewer whose mailbox stands on the server.
struct Paper {
    House house;
    connect::Catalogue networks = connect::builtinCatalogue();
    app::BundleKey key;
    PlanId id;

    Paper()
    {
        key.seed = must(net::newSigningSeed());
        key.publicKey = must(net::signingPublicKey(key.seed));
        id = house.store.write([&](store::Tx &tx) -> Result<PlanId> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma"));
            VIGIE_CHECK(store::Approvals(tx).setSteps(1));
            Account one;
            one.connector = "mastodon";
            one.instance = "https://rive.test";
            one.nativeId = one.handle = "dubreuil";
            one.limits.maxCharacters = 500;
            one.capabilities.set(Capability::Publish);
            PlanItem plan;
            VIGIE_TRY(plan.variants.emplace_back().account, store::Accounts(tx).save(one));
            plan.text = "Le marche ouvre dimanche & \xc3\xa0 dix heures.";
            plan.zone = "Europe/Paris";
            VIGIE_TRY(plan.wall, toWall(tx.now() + std::chrono::hours{24}, plan.zone));
            VIGIE_TRY(const auto made, plan::Planner(tx, networks).save(plan));
            VIGIE_CHECK(plan::Planner(tx, networks).approve(made));
            return made;
        });
    }
    /// Asks by mail and reads what arrived at the reviewer's.
    net::IncomingMail ask(const std::string &lang = "fr")
    {
        const auto question = house.store.write([&](store::Tx &tx) { return app::mailApproval(tx, {id, {"Andr\xc3\xa9", "sav@example.test"}, "Emma", lang}, key); });
        REQUIRE(house.deliver().sent == 1);
        const auto asked = house.get(question);
        std::vector<net::IncomingMail> got;
        REQUIRE(until([&] { return !(got = copiesOf("sav", asked.messageId)).empty(); }));
        REQUIRE(got.size() == 1);
        return got.front();
    }
    PlanItem plan()
    {
        return house.store.read([this](store::Tx &tx) { return store::Plans(tx).get(id); });
    }
    [[nodiscard]] std::string lastAnswer()
    {
        const auto lines = house.store.read([this](store::Tx &tx) { return store::Approvals(tx).lines(id); });
        return lines.empty() ? std::string() : toString(lines.back().act) + std::string(" by ") + lines.back().person + " via " + lines.back().via;
    }
    std::optional<ApprovalRequest> request(const std::string &code)
    {
        return house.store.read([&](store::Tx &tx) { return store::Approvals(tx).requestOf(code); });
    }
    /// Reads what came until the request has its answer.
    std::string answerTo(const std::string &code)
    {
        REQUIRE(until([&] {
            REQUIRE(house.mail.collectAndWait());
            return request(code)->answeredAt.has_value();
        }));
        return request(code)->answer;
    }
};

/// What the reviewer types: the code as it stands in the mail that arrived, not as the workspace knows it.
std::string codeIn(const net::IncomingMail &mail)
{
    constexpr std::size_t kDigits = 20;
    const std::string word = "APPROVE ";
    const auto at = mail.text.find(word);
    REQUIRE(at != std::string::npos);
    return mail.text.substr(at + word.size(), kDigits);
}

void reviewerAnswers(const net::IncomingMail &asked, const std::string &id, const std::string &text)
{
    sendRaw("From: Andr\xc3\xa9 <sav@example.test>\nTo: vigie@example.test\nMessage-ID: <" + id + "@sav.example.test>\nSubject: Re: " + asked.subject
            + "\nIn-Reply-To: <" + asked.messageId + ">\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n");
}

/// The page as it lies in the mailbox: out of its base64.
std::string pageIn(const std::string &raw)
{
    TempFolder folder;
    const auto mail = folder.file("mail"), page = folder.file("page");
    std::ofstream(mail, std::ios::binary) << raw;
    REQUIRE(std::system(("python3 -c \"import email,email.policy,sys;m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default);"
                         "open(sys.argv[2],'wb').write([p for p in m.walk() if (p.get_filename() or '').endswith('.html')][0].get_payload(decode=True))\" '"
                         + mail + "' '" + page + "'").c_str()) == 0);
    return contentOf(page);
}

} // namespace

TEST_CASE("AGREE 1: the page goes through the servers as it was signed, and a yes to it lets the post leave", "[agree]")
{
    Paper paper;
    const auto mail = paper.ask();
    CHECK(mail.text.find("| Le marche ouvre dimanche & \xc3\xa0 dix heures.") != std::string::npos);
    REQUIRE(mail.attachments.size() == 1);
    std::string raw;
    for (const auto &file : filesOf("sav"))
        if (contentOf(file).find(mail.messageId) != std::string::npos)
            raw = contentOf(file);
    auto page = pageIn(raw);
    CHECK(page.find("Le marche ouvre dimanche &amp;") != std::string::npos);
    CHECK(app::approvalPageHolds(page)); // byte for byte: another program wrote it into the mailbox, and another read it there
    page.replace(page.find("dimanche"), 8, "samedi  ");
    CHECK_FALSE(app::approvalPageHolds(page));
    CHECK(paper.plan().variants.front().state == OutboundState::WaitingApproval);

    const auto code = codeIn(mail);
    reviewerAnswers(mail, "agree1", "Bonjour,\n\nAPPROVE " + code + "\n\nBien \xc3\xa0 vous");
    CHECK(paper.answerTo(code) == "approved");
    CHECK(paper.plan().variants.front().state == OutboundState::Planned);
    CHECK(paper.lastAnswer() == "approved by Andr\xc3\xa9 via mail");
    // The same answer once more, as impatient programs send it: nothing is agreed to twice.
    reviewerAnswers(mail, "agree1b", "APPROVE " + code);
    REQUIRE(paper.house.replied(paper.request(code)->question, 2));
    CHECK(paper.house.store.read([&](store::Tx &tx) { return store::Approvals(tx).lines(paper.id); }).size() == 2); // asked, approved
}

TEST_CASE("AGREE 2: a yes to words that were changed meanwhile counts for nothing, and the new words are asked about again", "[agree]")
{
    Paper paper;
    const auto first = paper.ask();
    const auto old = codeIn(first);
    auto changed = paper.plan();
    changed.text = "Le marche ouvre lundi.";
    paper.house.store.write([&](store::Tx &tx) { return plan::Planner(tx, paper.networks).save(changed); });
    reviewerAnswers(first, "agree2", "APPROVE " + old);
    CHECK(paper.answerTo(old) == "outdated");
    CHECK(paper.plan().variants.front().state == OutboundState::WaitingApproval);
    CHECK(paper.lastAnswer().rfind("approved", 0) == std::string::npos);

    const auto second = paper.ask("en");
    CHECK(second.text.find("lundi") != std::string::npos);
    const auto fresh = codeIn(second);
    CHECK(fresh != old);
    reviewerAnswers(second, "agree2b", "APPROVE " + fresh);
    CHECK(paper.answerTo(fresh) == "approved");
    CHECK(paper.plan().variants.front().state == OutboundState::Planned);
}

TEST_CASE("AGREE 3: a no brings the post back with the reviewer's words, and what repeats the question below is no answer of theirs", "[agree]")
{
    Paper paper;
    const auto mail = paper.ask();
    const auto code = codeIn(mail);
    // Both lines stand in what is quoted: only what was written above counts.
    reviewerAnswers(mail, "agree3", "REFUSE " + code + "\nPas dimanche : lundi.\n\nLe 3 mars 2026, L'\xc3\xa9quipe <vigie@example.test> a \xc3\xa9" "crit :\n> APPROVE " + code + "\n> REFUSE " + code);
    CHECK(paper.answerTo(code) == "refused");
    CHECK_FALSE(paper.plan().approved);
    const auto lines = paper.house.store.read([&](store::Tx &tx) { return store::Approvals(tx).lines(paper.id); });
    CHECK(lines.back().reason == "Pas dimanche : lundi.");
    CHECK(lines.back().via == "mail");
}

TEST_CASE("AGREE 4: a mail with words and without a code agrees to nothing, and is kept as an answer to read", "[agree]")
{
    Paper paper;
    const auto mail = paper.ask();
    const auto code = codeIn(mail);
    reviewerAnswers(mail, "agree4", "Oui, bien s\xc3\xbbr !");
    REQUIRE(paper.house.replied(paper.request(code)->question));
    CHECK_FALSE(paper.request(code)->answeredAt);
    CHECK(paper.plan().variants.front().state == OutboundState::WaitingApproval);
    reviewerAnswers(mail, "agree4b", "APPROVE 00000000000000000000");
    REQUIRE(paper.house.replied(paper.request(code)->question, 2));
    CHECK_FALSE(paper.request(code)->answeredAt);
    CHECK(paper.plan().variants.front().state == OutboundState::WaitingApproval);
}
