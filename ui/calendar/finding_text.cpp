// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/finding_text.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QFileInfo>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

QString size(int kilobytes)
{
    return format::bytes(static_cast<std::int64_t>(kilobytes) * 1000);
}

QString ratio(int hundredths)
{
    return format::number(hundredths / 100.0, 2);
}

QString date(const std::string &rfc3339)
{
    const auto at = parseRfc3339(rfc3339);
    return at ? format::date(*at, systemZone()) : QString();
}

using What = plan::Finding::What;

/// Of pictures and films; empty for the others.
QString mediaText(const plan::Finding &finding, const QString &networkName)
{
    const auto file = QFileInfo(qs(finding.detail)).fileName();
    switch (finding.what) {
    case What::AltMissing:
        return finding.blocking ? Words::tr("%1 has no alternative text: people who cannot see it will not know what it shows. Write it, or say that it needs none.").arg(file)
                                : Words::tr("%1 has no alternative text: people who cannot see it will not know what it shows.").arg(file);
    case What::AltTooLong:
        return Words::tr("The alternative text is too long: %1 characters, and %2 takes %3.").arg(format::number(finding.used), networkName, format::number(finding.limit));
    case What::TooManyMedia:
        return Words::tr("%1 takes %2 files at most; this post has %3.").arg(networkName, format::number(finding.limit), format::number(finding.used));
    case What::MediaMissing: return Words::tr("%1 can no longer be read. Put it back, or remove it from the post.").arg(file);
    case What::MediaTooLarge:
        return Words::tr("%1 is too large: %2, and %3 takes %4.").arg(file, size(finding.used), networkName, size(finding.limit));
    case What::MediaKind: return Words::tr("%1 does not take files of the kind %2.").arg(networkName, qs(finding.detail));
    case What::MediaShape:
        return finding.used < finding.limit
                   ? Words::tr("A picture is too high for %1: width by height is %2, and it takes %3 at least. Cut it first.").arg(networkName, ratio(finding.used), ratio(finding.limit))
                   : Words::tr("A picture is too wide for %1: width by height is %2, and it takes %3 at most. Cut it first.").arg(networkName, ratio(finding.used), ratio(finding.limit));
    case What::MediaTooSmall:
        return Words::tr("A picture is too small for %1: %2 pixels wide, and it takes %3 at least.").arg(networkName, format::number(finding.used), format::number(finding.limit));
    case What::MediaDuration:
        return Words::tr("A film is too long for %1: %2, and it takes %3.")
            .arg(networkName, format::duration(std::chrono::seconds(finding.used)), format::duration(std::chrono::seconds(finding.limit)));
    case What::MediaMixed: return Words::tr("%1 takes pictures or a film in one post, not both.").arg(networkName);
    case What::MediaAdapted: return Words::tr("%1 leaves in the size and kind that %2 takes; the original stays as it is.").arg(file, networkName);
    case What::MediaExpired: return Words::tr("The right to use %1 ends before this post leaves. Take another picture, or change its last day in the library.").arg(file);
    case What::PublicPlaceNeeded:
        return Words::tr("%1 fetches pictures from a public address. Choose a place for them in the settings, or take this account out of the post.").arg(networkName);
    default: return {};
    }
}

/// Of the words; empty for the others.
QString wordsText(const plan::Finding &finding, const QString &networkName)
{
    const auto limit = format::number(finding.limit), used = format::number(finding.used), detail = qs(finding.detail);
    switch (finding.what) {
    case What::UnseenCharacters: return Words::tr("%n character(s) that nobody sees: %1.", nullptr, finding.used).arg(detail);
    case What::NarrowSpaces:
        return Words::tr("%1 counts each narrow no-break space twice: %n here. An ordinary no-break space counts once.", nullptr, finding.used).arg(networkName);
    case What::TooManyLinks: return Words::tr("%1 takes %2 links at most; this post has %3.").arg(networkName, limit, used);
    case What::TooManyTags: return Words::tr("%1 takes %2 tags at most; this post has %3.").arg(networkName, limit, used);
    case What::TooManyMentions: return Words::tr("%1 takes %2 mentions at most; this post has %3.").arg(networkName, limit, used);
    case What::TrackingConflict: return Words::tr("A link carries another campaign already (%1). It stays as it is.").arg(detail);
    case What::LinkGone: return Words::tr("The page is not there (%1): %2").arg(QString::number(finding.used), detail);
    case What::LinkSilent: return Words::tr("Nobody answers at %1").arg(detail);
    case What::LinkPrivate: return Words::tr("Readers cannot open this address, it leads into a private network: %1").arg(detail);
    case What::MentionUnknown: return Words::tr("There is nobody called %1 there.").arg(detail);
    case What::MentionUnchecked: return Words::tr("Whether %1 exists was not checked.").arg(detail);
    default: return {};
    }
}

} // namespace

QString findingText(const plan::Finding &finding, const QString &networkName)
{
    switch (finding.what) {
    case What::Empty: return Words::tr("There is no text and no picture yet.");
    case What::TooLong:
        if (finding.detail == plan::kInBytes)
            return Words::tr("%n byte(s) too long: this network counts them as well. Shorten it, or part it into a thread with a line of three hyphens.", nullptr, finding.used - finding.limit);
        return Words::tr("%n character(s) too long. Shorten it, or part it into a thread with a line of three hyphens.", nullptr, finding.used - finding.limit);
    case What::NoAccount:
        return finding.account ? Words::tr("This account was disconnected. Connect it again, or take it out of this post.")
                               : Words::tr("No account is chosen. Choose where it is to be published.");
    case What::AccountPaused: return Words::tr("This account is paused. Resume it in the accounts before planning.");
    case What::ReconnectNeeded: return Words::tr("%1 asks you to sign in again before anything can be sent.").arg(networkName);
    case What::SignInEnds: return Words::tr("The sign-in to %1 ends on %2, before this post leaves. Sign in again before then.").arg(networkName, date(finding.detail));
    case What::InPast: return Words::tr("This time has passed. Choose a later one, or publish now.");
    case What::GapHour: return Words::tr("This hour does not exist that night: the clocks go forward. It leaves right after.");
    case What::DoubleHour: return Words::tr("This hour comes twice that night: the clocks go back. It leaves the first time.");
    case What::Embargoed: return Words::tr("It would leave before its embargo ends.");
    case What::NotOffered: return Words::tr("%1 does not let Vigie publish with this account.").arg(networkName);
    case What::SameTextAlready:
        return finding.used > 0 ? Words::tr("The same text was already published there, on %1.").arg(date(finding.detail))
                                : Words::tr("The same text is already planned there, for %1.").arg(date(finding.detail));
    default: break;
    }
    const auto media = mediaText(finding, networkName);
    return media.isEmpty() ? wordsText(finding, networkName) : media;
}

} // namespace vigie::ui
