// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/network_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkWords)
};

QString days(std::chrono::hours time)
{
    const auto count = static_cast<int>(time.count() / 24);
    return count >= 1 ? Words::tr("%n day(s)", nullptr, count) : Words::tr("%n hour(s)", nullptr, static_cast<int>(time.count()));
}

} // namespace

QString familyWords(const std::string &family)
{
    if (family == "social")
        return Words::tr("social network");
    if (family == "feed")
        return Words::tr("feeds");
    if (family == "forum")
        return Words::tr("forum");
    if (family == "reviews")
        return Words::tr("reviews");
    if (family == "chat")
        return Words::tr("chat");
    if (family == "blog")
        return Words::tr("blog and its comments");
    if (family == "video")
        return Words::tr("videos and their comments");
    if (family == "code")
        return Words::tr("code and its discussions");
    if (family == "enterprise")
        return Words::tr("network of a company");
    if (family == "place")
        return Words::tr("a place for pictures that networks fetch");
    return qs(family);
}

QString wayWords(connect::AuthKind way, bool paste)
{
    switch (way) {
    case connect::AuthKind::None: return Words::tr("Without signing in");
    case connect::AuthKind::OAuthCode: return paste ? Words::tr("In the browser, and paste a code") : Words::tr("In the browser");
    case connect::AuthKind::DeviceCode: return Words::tr("With a code, here or on another device");
    case connect::AuthKind::Token: return Words::tr("With a token I already have");
    case connect::AuthKind::AppPassword: return Words::tr("With an application password");
    case connect::AuthKind::Basic: return Words::tr("With a user name and a password");
    case connect::AuthKind::ApiKey: return Words::tr("With a key of the network");
    case connect::AuthKind::SignedKey: return Words::tr("With a private key that signs for me");
    }
    return {};
}

QString noticeWords(connect::Notice notice)
{
    switch (notice) {
    case connect::Notice::None: return {};
    case connect::Notice::XTerms:
        return Words::tr("X charges for each call: reading a post, reading a profile and, most of all, publishing a link. You need an application of your own at X, and "
                         "X's terms do not allow a program to ask its users for one in order to use it: connect only if your agreement with X permits it. "
                         "Through the interface one may only answer people who have named your account or quoted one of its posts. "
                         "The account stays switched off until you switch it on, and Vigie stops at the monthly budget you set.");
    case connect::Notice::MetaApp:
        return Words::tr("Meta asks for an application of your own, reviewed by Meta, with a page or a professional account behind it. Before the review it only reaches "
                         "accounts that have a role in that application. Pictures and videos are fetched by Meta from a public address that you choose.");
    case connect::Notice::GoogleProject:
        return Words::tr("Google asks for a project of your own with this interface switched on, and gives each project an allowance per day that all its users share. "
                         "For reviews, access must be requested from Google first; until it is granted the allowance is zero.");
    case connect::Notice::RedditApproval:
        return Words::tr("Reddit approves each application by hand since November 2025, and asks for a contract where the use is commercial. "
                         "Without that approval the sign-in is refused. What is deleted there is deleted here.");
    case connect::Notice::BotOnly:
        return Words::tr("Vigie comes as a bot here: it sees only the places that somebody has let it into, and everybody there can see that it is one.");
    case connect::Notice::PaidApi:
        return Words::tr("This network sells the access to its interface with some of its plans. Without such a plan the sign-in works and the calls are refused.");
    }
    return {};
}

bool noticeAsksConsent(connect::Notice notice)
{
    return notice == connect::Notice::XTerms || notice == connect::Notice::PaidApi;
}

QStringList policyWords(const Policy &policy)
{
    QStringList lines;
    switch (policy.persist) {
    case PersistRule::Full: lines << Words::tr("What is read may be kept."); break;
    case PersistRule::IdsOnly: lines << Words::tr("Only ids, times and counts are kept; words and names are shown while Vigie runs."); break;
    case PersistRule::DisplayOnly: lines << Words::tr("Nothing is kept: it is shown while Vigie runs."); break;
    }
    if (policy.keepFor)
        lines << Words::tr("Words are dropped after %1.").arg(days(*policy.keepFor));
    if (policy.refreshOrDrop)
        lines << Words::tr("Words that were not seen again for %1 are dropped.").arg(days(*policy.refreshOrDrop));
    if (policy.deletionSync)
        lines << Words::tr("What is deleted there is deleted here within %1.").arg(days(*policy.deletionSync));
    switch (policy.exports) {
    case ExportRule::Yes: lines << Words::tr("It may leave in files and reports."); break;
    case ExportRule::Capped: lines << Words::tr("At most %Ln item(s) a day may leave in files.", nullptr, policy.exportPerDay); break;
    case ExportRule::NoMemberData: lines << Words::tr("Files are written without names, handles and words."); break;
    case ExportRule::No: lines << Words::tr("Nothing of it may leave in files."); break;
    }
    if (!policy.crossNetworkMatch)
        lines << Words::tr("Its members are never linked with members elsewhere.");
    if (!policy.attribution.empty())
        lines << Words::tr("To be named with it: %1.").arg(qs(policy.attribution));
    return lines;
}

QString certaintyWords(int certainty)
{
    return certainty >= 85 ? Words::tr("found there") : certainty >= 50 ? Words::tr("probably this") : Words::tr("perhaps this; nobody confirmed it");
}

QString triedWords(connect::Verification verification)
{
    switch (verification) {
    case connect::Verification::RealServer: return Words::tr("tried on a real server");
    case connect::Verification::ThirdPartyClient: return Words::tr("tried with another program");
    case connect::Verification::Schema: return Words::tr("checked by schema");
    case connect::Verification::DocumentsOnly: return Words::tr("from documents, not tried");
    }
    return {};
}

QString fieldProblemWords(const app::FieldProblem &problem, const QString &label)
{
    switch (problem.what) {
    case app::FieldProblem::What::Missing: return Words::tr("\"%1\" is needed. Nothing was connected yet.").arg(label);
    case app::FieldProblem::What::NoAddress: return Words::tr("This is not the address of a server. Write it as social.example, or give your whole handle.");
    case app::FieldProblem::What::NoChoice: return Words::tr("\"%1\" has no such value.").arg(label);
    case app::FieldProblem::What::NoMoney: return Words::tr("This is no amount. Write it as 20 or 12.50, in US dollars a month.");
    case app::FieldProblem::What::NoFile: return Words::tr("This file cannot be read. Is it still there, and may you read it?");
    case app::FieldProblem::What::EmptyFile: return Words::tr("This file is empty.");
    case app::FieldProblem::What::LargeFile: return Words::tr("This file is too large for a key: it is probably another one.");
    }
    return {};
}

QString choiceWords(const std::string &key, const std::string &value)
{
    if (key == "live" && value == "off")
        return Words::tr("off: ask now and then");
    if (key == "live" && value == "v1")
        return Words::tr("on (Jetstream 1)");
    if (key == "live" && value == "v2")
        return Words::tr("on (Jetstream 2)");
    if (value == "tls")
        return QStringLiteral("TLS");
    if (value == "starttls")
        return QStringLiteral("STARTTLS");
    if (value == "facebook")
        return QStringLiteral("Facebook");
    if (value == "instagram")
        return QStringLiteral("Instagram");
    return qs(value);
}

} // namespace vigie::ui
