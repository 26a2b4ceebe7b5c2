// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace vigie::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};
} // namespace

namespace {

/// What sign-ins ask for, whatever the network.
FieldWords signInWords(const std::string &key)
{
    if (key == "user")
        return {Words::tr("User name"), {}};
    if (key == "password")
        return {Words::tr("Password"), Words::tr("One made for Vigie alone, where the network offers application passwords.")};
    if (key == "token")
        return {Words::tr("Token"), Words::tr("Made by you on the network's own page.")};
    if (key == "key" || key == "api_key")
        return {Words::tr("Key"), {}};
    if (key == "secret")
        return {Words::tr("Secret"), {}};
    if (key == "client_id")
        return {Words::tr("Client ID"), Words::tr("Of your own application at the network.")};
    if (key == "client_secret")
        return {Words::tr("Client secret"), Words::tr("Of your own application at the network.")};
    if (key == "issuer" || key == "issuer_id")
        return {Words::tr("Issuer ID"), {}};
    if (key == "key_id")
        return {Words::tr("Key ID"), {}};
    if (key == "private_key")
        return {Words::tr("Private key"), Words::tr("The file that the network gave you once.")};
    return {};
}

FieldWords mailWords(const std::string &key)
{
    if (key == "mail_address")
        return {Words::tr("Mail address"), Words::tr("Questions leave from it, and answers come back to it.")};
    if (key == "mail_name")
        return {Words::tr("Name of the sender"), {}};
    if (key == "mail_outgoing")
        return {Words::tr("Server for sending"), Words::tr("With its port when it is not the usual one: smtp.example:2465.")};
    if (key == "mail_incoming")
        return {Words::tr("Server for reading"), {}};
    if (key == "mail_outgoing_security")
        return {Words::tr("Encryption for sending"), {}};
    if (key == "mail_incoming_security")
        return {Words::tr("Encryption for reading"), {}};
    return {Words::tr("User name"), Words::tr("When it is not the mail address.")};
}

FieldWords ownWords(const connect::FieldSpec &field)
{
    if (field.key == "instance")
        return {Words::tr("Server"), Words::tr("The address of your server, or your whole handle.")};
    if (field.key == "url")
        return {Words::tr("Address"), Words::tr("Of the feed, or of a page that names one: Vigie finds it.")};
    if (field.key == "tags")
        return {Words::tr("Hashtags to listen to"), Words::tr("Separated by commas, without the #.")};
    if (field.key == "keywords")
        return {Words::tr("Words to listen to"), Words::tr("Separated by commas. The server decides how far its search reaches.")};
    if (field.key == "file")
        return {Words::tr("File"), {}};
    if (field.key == "budget")
        return {Words::tr("Budget per month, in US dollars"), Words::tr("Vigie asks for nothing that would go beyond. Without a budget nothing that costs is asked.")};
    if (field.key == "page")
        return {Words::tr("Page"), Words::tr("Its name, when your account holds more than one.")};
    if (field.key == "login")
        return {Words::tr("Sign in with"), {}};
    if (field.key == "media_base")
        return {Words::tr("Public address of your media"), Words::tr("Where the network can fetch pictures and videos that you put there. Without it only texts are published.")};
    if (field.key == "live")
        return {Words::tr("Live stream"), {}};
    if (field.key == "live_address")
        return {Words::tr("Address of the live stream"), {}};
    if (field.key.rfind("mail_", 0) == 0)
        return mailWords(field.key);
    return signInWords(field.key);
}

/// "page_id" of a network that has no words for it: better than nothing.
QString readable(const std::string &key)
{
    auto text = qs(key).replace(QLatin1Char('_'), QLatin1Char(' '));
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

} // namespace

FieldWords fieldWords(const connect::FieldSpec &field)
{
    const bool french = QLocale().language() == QLocale::French;
    const auto given = [french](const std::string &en, const std::string &fr) { return qs(french && !fr.empty() ? fr : en); };
    auto words = ownWords(field);
    if (const auto label = given(field.en, field.fr); !label.isEmpty())
        words = {label, {}};
    if (const auto help = given(field.helpEn, field.helpFr); !help.isEmpty())
        words.help = help;
    if (words.label.isEmpty())
        words.label = readable(field.key);
    return words;
}

QString accountStateWords(const app::AccountStatus &status)
{
    switch (status.account.state) {
    case AccountState::Active: break;
    case AccountState::Paused: return Words::tr("paused");
    case AccountState::ReconnectNeeded: return Words::tr("sign in again");
    case AccountState::Removed: return Words::tr("removed");
    }
    if (status.syncing)
        return Words::tr("reading");
    return status.live ? Words::tr("live") : Words::tr("polling");
}

QString accountRhythmWords(const app::AccountStatus &status, Instant now, const std::string &zone)
{
    QStringList parts;
    parts << (status.seenUpTo ? Words::tr("seen up to %1").arg(format::time(*status.seenUpTo, zone)) : Words::tr("nothing read yet"));
    if (status.account.state == AccountState::Active) {
        if (status.waitUntil && *status.waitUntil > now)
            parts << Words::tr("the network asks to wait until %1").arg(format::time(*status.waitUntil, zone));
        else if (status.nextSync && *status.nextSync > now)
            parts << Words::tr("next reading in %1").arg(format::duration(std::chrono::ceil<std::chrono::seconds>(*status.nextSync - now)));
    }
    return parts.join(QString::fromUtf8(" \xC2\xB7 "));
}

QString verificationWords(connect::Verification verification)
{
    switch (verification) {
    case connect::Verification::RealServer: return Words::tr("Tried against real servers.");
    case connect::Verification::ThirdPartyClient: return Words::tr("Tried with another program's implementation.");
    case connect::Verification::Schema: return Words::tr("Checked against the network's published schema only.");
    case connect::Verification::DocumentsOnly: return Words::tr("Written from the network's documents, not yet tried.");
    }
    return {};
}

QString capabilityWords(Capability capability)
{
    switch (capability) {
    case Capability::ListenTag: return Words::tr("Listen to hashtags");
    case Capability::ListenKeyword: return Words::tr("Listen to words");
    case Capability::Inbox: return Words::tr("Mentions and replies to you");
    case Capability::DirectMessages: return Words::tr("Direct messages");
    case Capability::Reply: return Words::tr("Reply");
    case Capability::Publish: return Words::tr("Publish");
    case Capability::Threads: return Words::tr("Threads of several posts");
    case Capability::Images: return Words::tr("Images");
    case Capability::Video: return Words::tr("Video");
    case Capability::AltText: return Words::tr("Alternative texts");
    case Capability::ContentWarning: return Words::tr("Content warnings");
    case Capability::Edit: return Words::tr("Edit posts");
    case Capability::Delete: return Words::tr("Delete posts");
    case Capability::Favourite: return Words::tr("Favourite");
    case Capability::Boost: return Words::tr("Boost");
    case Capability::Mute: return Words::tr("Mute");
    case Capability::Block: return Words::tr("Block");
    case Capability::Report: return Words::tr("Report to moderators");
    case Capability::PostCounts: return Words::tr("Counts of posts");
    case Capability::AccountCounts: return Words::tr("Counts of the account");
    case Capability::Stream: return Words::tr("Live stream");
    case Capability::Lookup: return Words::tr("Look a post up again");
    case Capability::Quote: return Words::tr("Quote a post");
    case Capability::LinkCard: return Words::tr("Link previews");
    case Capability::Reviews: return Words::tr("Reviews with stars");
    case Capability::ServerSchedule: return Words::tr("Handing planned posts over to the network (Vigie sends them itself, at their hour)");
    case Capability::HideReply: return Words::tr("Hide replies");
    case Capability::Moderate: return Words::tr("Approve, hold, mark as spam");
    case Capability::RemoveOthers: return Words::tr("Remove what others wrote");
    case Capability::BanMember: return Words::tr("Ban members");
    case Capability::Insights: return Words::tr("Views and reach");
    }
    return {};
}

QString reasonWords(CapabilityReason reason)
{
    switch (reason) {
    case CapabilityReason::Offered: return Words::tr("yes");
    case CapabilityReason::NotOffered: return Words::tr("this network does not offer it");
    case CapabilityReason::ScopeMissing: return Words::tr("the sign-in lacks the permission");
    case CapabilityReason::ApprovalNeeded: return Words::tr("the network must approve it first");
    case CapabilityReason::SearchScopeLimited: return Words::tr("yes, as far as the server's search reaches");
    case CapabilityReason::ServerTooOld: return Words::tr("the server is too old");
    case CapabilityReason::NotImplemented: return Words::tr("Vigie does not do it yet");
    case CapabilityReason::SignInNeeded: return Words::tr("after signing in");
    case CapabilityReason::ReadOnlySource: return Words::tr("this source can only be read");
    case CapabilityReason::PlanNeeded: return Words::tr("only with a paid plan of the network");
    case CapabilityReason::PaidCall: return Words::tr("yes, each call is charged by the network");
    case CapabilityReason::ReplyNeedsSummon: return Words::tr("only where the author has named or quoted you");
    case CapabilityReason::ReplyWindowClosed: return Words::tr("the time in which the network allows an answer is over");
    case CapabilityReason::OwnPostsOnlyUntilApproved: return Words::tr("only among your own posts until the network approves more");
    case CapabilityReason::PublicMediaUrlNeeded: return Words::tr("the network fetches media from a public address, which is not set up");
    case CapabilityReason::LastWeekOnly: return Words::tr("yes, of the last week only");
    case CapabilityReason::LastFiveOnly: return Words::tr("yes, of the last five only");
    case CapabilityReason::BotMemberNeeded: return Words::tr("yes, where the bot is a member");
    case CapabilityReason::AdminNeeded: return Words::tr("only for administrators");
    case CapabilityReason::EncryptedRoom: return Words::tr("not in encrypted rooms");
    case CapabilityReason::ApiVersionSunset: return Words::tr("the network has switched this version of its interface off");
    case CapabilityReason::QuotaDayExhausted: return Words::tr("today's allowance is used up");
    case CapabilityReason::BudgetReached: return Words::tr("your budget for it is reached");
    case CapabilityReason::OneReplyOnly: return Words::tr("yes, one answer each; a second one replaces it");
    case CapabilityReason::SwitchedOff: return Words::tr("switched off");
    }
    return {};
}

QString importFieldWords(connect::ImportField field)
{
    switch (field) {
    case connect::ImportField::Ignore: return Words::tr("(not used)");
    case connect::ImportField::NativeId: return Words::tr("Identifier");
    case connect::ImportField::Permalink: return Words::tr("Link");
    case connect::ImportField::Author: return Words::tr("Author's handle");
    case connect::ImportField::AuthorName: return Words::tr("Author's name");
    case connect::ImportField::Title: return Words::tr("Title");
    case connect::ImportField::Text: return Words::tr("Text");
    case connect::ImportField::PublishedAt: return Words::tr("Date");
    case connect::ImportField::Lang: return Words::tr("Language");
    case connect::ImportField::Likes: return Words::tr("Likes");
    case connect::ImportField::Reposts: return Words::tr("Reposts");
    case connect::ImportField::Replies: return Words::tr("Replies");
    case connect::ImportField::Rating: return Words::tr("Rating");
    case connect::ImportField::Container: return Words::tr("Place or forum");
    case connect::ImportField::Network: return Words::tr("Network");
    }
    return {};
}

QString badLineWords(const std::string &reason)
{
    if (reason == "unclosed-quote")
        return Words::tr("a quotation mark is never closed");
    if (reason == "columns")
        return Words::tr("not as many columns as the others");
    if (reason == "no-text")
        return Words::tr("no text");
    if (reason == "date")
        return Words::tr("the date cannot be read");
    if (reason == "json")
        return Words::tr("not valid JSON");
    if (reason == "utf8")
        return Words::tr("letters in an unknown encoding");
    if (reason == "too-long")
        return Words::tr("too long");
    if (reason == "rating")
        return Words::tr("a rating beyond the scale of the file");
    return qs(reason);
}

} // namespace vigie::ui
