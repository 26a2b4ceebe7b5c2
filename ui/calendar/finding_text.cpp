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

} // namespace

QString findingText(const plan::Finding &finding, const QString &networkName)
{
    using What = plan::Finding::What;
    const auto file = QFileInfo(qs(finding.detail)).fileName();
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
    case What::AltMissing: return Words::tr("%1 has no alternative text: people who cannot see it will not know what it shows.").arg(file);
    case What::TooManyMedia:
        return Words::tr("%1 takes %2 files at most; this post has %3.")
            .arg(networkName, format::number(finding.limit), format::number(finding.used));
    case What::MediaMissing: return Words::tr("%1 can no longer be read. Put it back, or remove it from the post.").arg(file);
    case What::MediaTooLarge:
        return Words::tr("%1 is too large: %2, and %3 takes %4.").arg(file, size(finding.used), networkName, size(finding.limit));
    case What::MediaKind: return Words::tr("%1 does not take files of the kind %2.").arg(networkName, qs(finding.detail));
    case What::InPast: return Words::tr("This time has passed. Choose a later one, or publish now.");
    case What::GapHour: return Words::tr("This hour does not exist that night: the clocks go forward. It leaves right after.");
    case What::DoubleHour: return Words::tr("This hour comes twice that night: the clocks go back. It leaves the first time.");
    case What::NotOffered: return Words::tr("%1 does not let Vigie publish with this account.").arg(networkName);
    case What::SameTextAlready: return Words::tr("The same text was already published there.");
    }
    return {};
}

} // namespace vigie::ui
