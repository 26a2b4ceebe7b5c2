// SPDX-License-Identifier: GPL-3.0-or-later
// reply check: what there is to know of a text before it is sent
#include "cli/reply_commands.hpp"

#include <vigie/plan/answer_parts.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/writing.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/length_reason.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using nlohmann::json;

struct Options {
    std::int64_t account = 0;
    std::string text, lang, warning, network, address;
    bool split = false, numbered = false;
};

const char *pieceName(text::CountedPiece::What what)
{
    using What = text::CountedPiece::What;
    switch (what) {
    case What::Text: return "text";
    case What::Link: return "link";
    case What::Mention: return "mention";
    case What::Picture: return "emoji";
    case What::Letter: return "letters";
    case What::Warning: return "warning";
    }
    return "";
}

struct Checked {
    std::vector<std::string> parts;
    std::vector<text::Length> lengths;
    std::vector<std::vector<text::CountedPiece>> reasons;
    text::Proof proof;
    text::Address address = text::Address::None;
    std::string lang, detected;
};

Checked check(const connect::Catalogue &networks, const Account &account, const Options &options, const text::HouseStyle &style, const text::LengthProfile &profile)
{
    Checked checked;
    checked.detected = text::detectLanguage(options.text);
    checked.lang = options.lang.empty() ? checked.detected : options.lang;
    checked.parts = options.split ? plan::answerParts(networks, account, {}, options.text, options.numbered) : plan::threadParts(options.text);
    for (const auto &part : checked.parts) {
        checked.lengths.push_back(text::measure(part, profile, options.warning));
        checked.reasons.push_back(text::countedPieces(part, profile, options.warning));
    }
    text::Speller speller;
    checked.proof = text::proofread(options.text, checked.lang, style, speller);
    checked.address = text::addressOf(options.text);
    return checked;
}

json toJson(const Checked &checked, const std::string &text)
{
    auto parts = json::array(), findings = json::array();
    for (std::size_t i = 0; i < checked.parts.size(); ++i) {
        auto reasons = json::array();
        for (const auto &piece : checked.reasons[i])
            reasons.push_back({{"what", pieceName(piece.what)}, {"shown", piece.shown}, {"letters", piece.letters}, {"used", piece.used}, {"times", piece.times}});
        parts.push_back({{"text", checked.parts[i]}, {"used", checked.lengths[i].used}, {"limit", checked.lengths[i].limit}, {"fits", checked.lengths[i].fits()}, {"reasons", reasons}});
    }
    for (const auto &finding : checked.proof.findings)
        findings.push_back({{"fault", toString(finding.fault)}, {"begin", finding.begin}, {"end", finding.end}, {"text", text.substr(finding.begin, finding.end - finding.begin)},
                            {"fixes", finding.fixes}, {"detail", finding.detail}});
    return {{"parts", parts}, {"findings", findings}, {"spelled", checked.proof.spelled}, {"lang", checked.lang}, {"detected", checked.detected},
            {"address", toString(checked.address)}};
}

void print(const Checked &checked, const std::string &text)
{
    for (std::size_t i = 0; i < checked.parts.size(); ++i) {
        const auto &length = checked.lengths[i];
        if (length.limit > 0)
            std::printf("%d of %d%s\n", length.used, length.limit, length.fits() ? "" : ": too long");
        else
            std::printf("%d, no limit\n", length.used);
        for (const auto &piece : checked.reasons[i])
            std::printf("  %4d  %s%s%s\n", piece.used, pieceName(piece.what), piece.shown.empty() ? "" : ": ", oneLine(piece.shown, 60).c_str());
        if (checked.parts.size() > 1)
            std::printf("        \"%s\"\n", oneLine(checked.parts[i], 70).c_str());
    }
    if (!checked.proof.spelled)
        std::printf("no dictionary for '%s': spelling was not checked\n", checked.lang.c_str());
    for (const auto &finding : checked.proof.findings) {
        std::printf("%s: %s", toString(finding.fault), oneLine(finding.detail.empty() ? text.substr(finding.begin, finding.end - finding.begin) : finding.detail, 60).c_str());
        for (const auto &fix : finding.fixes)
            std::printf("%s\"%s\"", &fix == &finding.fixes.front() ? " -> " : ", ", oneLine(fix, 60).c_str());
        std::printf("\n");
    }
    std::printf("address: %s\n", toString(checked.address));
}

int checkText(const Context &context, const Options &options)
{
    Checked checked;
    text::HouseStyle style;
    if (options.account != 0) {
        const auto workspace = context.open(false);
        if (!workspace)
            return context.failed(workspace.error());
        Account account;
        const auto lang = options.lang.empty() ? text::detectLanguage(options.text) : options.lang;
        const auto read = (*workspace)->store().readNow<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(account, store::Accounts(tx).get(AccountId{options.account}));
            VIGIE_TRY(style, store::WritingHabits(tx).style(lang, account.id));
            return true;
        });
        if (!read)
            return context.failed(read.error());
        checked = check((*workspace)->catalogue(), account, options, style, plan::lengthProfile((*workspace)->catalogue(), account));
    } else {
        const auto networks = connect::builtinCatalogue();
        const auto *connector = networks.find(options.network);
        if (connector == nullptr)
            return context.failed(Error{Errc::NotFound, "no such network: " + options.network, 0, {}, {}});
        Account account;
        account.connector = options.network;
        account.limits.maxCharacters = connector->describe().length.limit;
        account.limits.urlCost = connector->describe().length.urlCost;
        style.address = text::addressFrom(options.address).value_or(text::Address::None);
        checked = check(networks, account, options, style, connector->describe().length);
    }
    context.print(toJson(checked, options.text), [&] { print(checked, options.text); });
    bool fits = true;
    for (const auto &length : checked.lengths)
        fits = fits && length.fits();
    return fits && checked.proof.findings.empty() ? kOk : kPartly;
}

} // namespace

void addReplyCheckCommand(CLI::App &answer, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *check = answer.add_subcommand("check", "how long a text is and why, its spelling, typography, tu or vous; sends nothing");
    check->add_option("text", options->text)->required();
    check->add_option("--network", options->network, "as this network counts")->default_val("mastodon");
    check->add_option("--account", options->account, "as the network of this account counts, with the words and habits of the workspace");
    check->add_option("--lang", options->lang, "language of the text; told from the text when left out");
    check->add_option("--address", options->address, "how the house addresses people in French")->check(CLI::IsMember({"tu", "vous", "none"}));
    check->add_option("--warning", options->warning, "content warning");
    check->add_flag("--split", options->split, "cut into parts that fit");
    check->add_flag("--numbered", options->numbered, "with --split: (1/3) at the end of each part");
    check->callback([&code, &context, options] { code = checkText(context, *options); });
}

} // namespace vigie::cli
