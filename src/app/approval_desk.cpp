// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/approval_desk.hpp>

#include "app/approval_page.hpp"
#include "app/mail_impl.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>
#include <vigie/net/signing.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/questions.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::size_t kCodeDigits = 20;
constexpr const char *kSealBegins = "<!-- vigie-seal ", *kSealEnds = " -->\n</body></html>\n";

std::string nameOf(const net::MailAddress &reviewer)
{
    return reviewer.name.empty() ? reviewer.address : reviewer.name;
}

Result<std::map<std::int64_t, std::string>> accountNames(store::Tx &tx, const PlanItem &plan)
{
    std::map<std::int64_t, std::string> names;
    for (const auto &variant : plan.variants) {
        VIGIE_TRY(const auto account, store::Accounts(tx).get(variant.account));
        names[account.id.value] = account.handle.empty() ? account.connector : account.handle + " (" + account.connector + ")";
    }
    return names;
}

/// Key and signature over all that stands before them.
Result<std::string> sealed(std::string html, const ApprovalRequest &request, const BundleKey &key)
{
    VIGIE_TRY(const auto signature, net::signBytes(key.seed, approvalPayload(request) + "\n" + sha256(html)));
    return html + kSealBegins + std::to_string(request.plan.value) + ' ' + std::to_string(request.version) + ' ' + request.hash + ' ' + request.code + ' ' + key.publicKey + ' '
           + signature + kSealEnds;
}

std::string spoken(const PlanItem &plan)
{
    std::string out;
    for (std::size_t at = 0; at <= plan.text.size();) {
        const auto end = std::min(plan.text.find('\n', at), plan.text.size());
        out += "| " + plan.text.substr(at, end - at) + '\n'; // no ">": it is no quotation, and must not be folded away
        at = end + 1;
    }
    return out;
}

std::string withPlaces(std::string text, const std::vector<std::pair<std::string, std::string>> &values)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) { // in one pass: what is filled in is never looked through again
        const auto found = std::find_if(values.begin(), values.end(), [&](const auto &one) { return text.compare(at, one.first.size(), one.first) == 0; });
        out += found == values.end() ? std::string(1, text[at]) : found->second;
        at += found == values.end() ? 1 : found->first.size();
    }
    return out;
}

struct Line {
    bool yes = false;
    std::string code, rest;
};

/// The first line that begins with one of the two words and a code; what follows it are the reviewer's own words.
std::optional<Line> answerIn(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto begin = line.find_first_not_of(" \t*_");
        if (begin == std::string_view::npos)
            continue;
        line.remove_prefix(begin);
        for (const bool yes : {true, false}) {
            const std::string_view word = yes ? kApprovalYes : kApprovalNo;
            if (line.size() < word.size() + 1 + kCodeDigits || line.substr(0, word.size()) != word || line[word.size()] != ' ')
                continue;
            Line found{yes, std::string(line.substr(word.size() + 1, kCodeDigits)), std::string(text)};
            found.rest.erase(0, std::min(found.rest.find_first_not_of(" \t\r\n"), found.rest.size()));
            found.rest.erase(found.rest.find_last_not_of(" \t\r\n") + 1);
            return found;
        }
    }
    return std::nullopt;
}

const char *nameOf(plan::VersionChange::What what)
{
    using What = plan::VersionChange::What;
    switch (what) {
    case What::Words: return "words";
    case What::OwnWords: return "own words of an account";
    case What::Warning: return "content warning";
    case What::Visible: return "who may see it";
    case What::FirstComment: return "first comment";
    case What::FileAdded: return "file added";
    case What::FileRemoved: return "file removed";
    case What::FileAlt: return "alternative text";
    case What::FileOrder: return "order of files";
    case What::AccountAdded: return "account added";
    case What::AccountRemoved: return "account removed";
    }
    return "";
}

/// What is other now than on the page that was read.
Result<std::string> changedSince(store::Tx &tx, const ApprovalRequest &request, const PlanItem &plan)
{
    VIGIE_TRY(const auto versions, store::Approvals(tx).versions(request.plan));
    std::string out;
    for (const auto &version : versions)
        if (version.number == request.version) {
            VIGIE_TRY(const auto shown, plan::contentOf(version));
            for (const auto &change : plan::versionChanges(shown, plan))
                out += (out.empty() ? "" : ", ") + std::string(nameOf(change.what));
        }
    return out;
}

} // namespace

Result<ApprovalPaper> makeApprovalPage(store::Tx &tx, const ApprovalAsk &ask, const BundleKey &key)
{
    if (nameOf(ask.reviewer).find_first_not_of(" \t") == std::string::npos)
        return fail(Errc::InvalidInput, "who is asked was not said");
    VIGIE_TRY(auto plan, store::Plans(tx).get(ask.plan));
    if (plan.deletedAt)
        return fail(Errc::Gone, "the post was deleted from the calendar");
    VIGIE_CHECK(plan::fillDigests(plan));
    const auto words = approvalWords(ask.lang);
    ApprovalPaper paper;
    auto &request = paper.request;
    request.plan = ask.plan;
    request.hash = plan::contentHash(plan);
    request.reviewer = nameOf(ask.reviewer);
    request.asker = ask.asker;
    request.askedAt = tx.now();
    request.code = sha256(randomKey() + randomKey()).substr(0, kCodeDigits);
    VIGIE_TRY(request.version, store::Approvals(tx).addVersion({plan.id, 0, request.hash, plan::versionContent(plan), ask.asker, tx.now()}));
    VIGIE_TRY(const auto account, mailSettings(tx));
    VIGIE_TRY(auto names, accountNames(tx, plan));
    paper.subject = words.at("subject");
    VIGIE_TRY(paper.html, sealed(approvalHtml({plan, request, std::move(names), ask.lang, account ? account->sender.address : std::string(), paper.subject, key.publicKey}), request, key));
    paper.text = withPlaces(words.at("mail"), {{"{asker}", ask.asker}, {"{hour}", approvalHour(plan, ask.lang)}, {"{words}", spoken(plan)},
                                               {"{yes}", kApprovalYes + (" " + request.code)}, {"{no}", kApprovalNo + (" " + request.code)}});
    request.page = paper.html;
    VIGIE_TRY(request.id, store::Approvals(tx).addRequest(request));
    return paper;
}

Result<QuestionId> mailApproval(store::Tx &tx, const ApprovalAsk &ask, const BundleKey &key)
{
    VIGIE_TRY(const auto account, mailSettings(tx));
    if (!account)
        return fail(Errc::NotFound, "no mail account was entered yet");
    if (!net::isMailAddress(ask.reviewer.address))
        return fail(Errc::InvalidInput, "not a mail address: " + ask.reviewer.address);
    VIGIE_TRY(const auto paper, makeApprovalPage(tx, ask, key));
    Question question;
    question.subject = paper.subject;
    question.createdAt = question.changedAt = tx.now();
    question.dueAt = tx.now();
    question.recipients.push_back({ask.reviewer.name, ask.reviewer.address, QuestionRecipient::State::Waiting, 0, {}});
    VIGIE_TRY(const auto written, writeQuestion(tx, question, account->sender.address, [&](const std::string &) { return paper.text; }));
    VIGIE_CHECK(store::Approvals(tx).carriedBy(paper.request.id, written.id));
    return written.id;
}

bool approvalPageHolds(std::string_view html)
{
    const auto begin = html.rfind(kSealBegins);
    if (begin == std::string_view::npos)
        return false;
    auto seal = html.substr(begin + std::string_view(kSealBegins).size());
    std::vector<std::string> fields;
    while (fields.size() < 6) {
        const auto end = seal.find_first_of(" \n");
        if (end == std::string_view::npos)
            return false;
        fields.emplace_back(seal.substr(0, end));
        seal.remove_prefix(end + 1);
    }
    const auto payload = "vigie-approval-1\n" + fields[0] + "\n" + fields[1] + "\n" + fields[2] + "\n" + fields[3];
    return net::signatureHolds(fields[4], payload + "\n" + sha256(html.substr(0, begin)), fields[5]);
}

Result<ApprovalAnswer> takeApprovalAnswer(store::Tx &tx, const connect::Catalogue &networks, std::string_view text, const std::string &via)
{
    const auto line = answerIn(text);
    if (!line)
        return fail(Errc::InvalidInput, std::string("no line says ") + kApprovalYes + " or " + kApprovalNo + " and a code");
    store::Approvals approvals(tx);
    VIGIE_TRY(auto request, approvals.requestOf(line->code));
    if (!request)
        return fail(Errc::NotFound, "this code belongs to no post of this workspace");
    if (request->answeredAt)
        return fail(Errc::Duplicate, "this was answered already: " + request->answer);
    ApprovalAnswer out{*request, line->yes, false, line->rest};
    VIGIE_TRY(const auto plan, store::Plans(tx).get(request->plan));
    if (plan::contentHash(plan) != request->hash) {
        VIGIE_TRY(const auto changed, changedSince(tx, *request, plan));
        return fail(Errc::Conflict, std::string(plan::kWordsChanged) + ": " + changed);
    }
    const plan::ApprovalWords said{request->reviewer, request->hash, line->yes ? std::string() : line->rest.empty() ? std::string("-") : line->rest, via};
    if (line->yes) {
        VIGIE_TRY(const auto standing, plan::approvePost(tx, request->plan, said));
        out.complete = standing.complete();
    } else {
        VIGIE_CHECK(plan::refusePost(tx, networks, request->plan, said));
    }
    VIGIE_CHECK(approvals.answerRequest(request->id, line->yes ? "approved" : "refused"));
    return out;
}

Result<ApprovalAnswer> takeApprovalFile(store::Tx &tx, const connect::Catalogue &networks, std::string_view bytes)
{
    if (const auto mail = net::parseMail(bytes); mail && (!mail->text.empty() || !mail->html.empty()) && !mail->from.address.empty()) {
        auto readable = *mail;
        readHtml(readable);
        return takeApprovalAnswer(tx, networks, readable.text, "file");
    }
    return takeApprovalAnswer(tx, networks, bytes, "file");
}

} // namespace vigie::app
