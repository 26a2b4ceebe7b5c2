// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/finding.hpp>

namespace vigie::plan {

const char *toString(Finding::What what) noexcept
{
    using What = Finding::What;
    switch (what) {
    case What::Empty: return "nothing to say";
    case What::TooLong: return "too long";
    case What::NoAccount: return "no account";
    case What::AccountPaused: return "the account is paused";
    case What::ReconnectNeeded: return "the account must be signed in again";
    case What::AltMissing: return "a picture has no alternative text";
    case What::TooManyMedia: return "too many pictures";
    case What::MediaMissing: return "a file is not there";
    case What::MediaTooLarge: return "a file is too large";
    case What::MediaKind: return "a file of a kind the network does not take";
    case What::InPast: return "that time has passed";
    case What::GapHour: return "that hour does not exist on that night: the next one is taken";
    case What::DoubleHour: return "that hour comes twice on that night: the first one is taken";
    case What::NotOffered: return "the network does not offer it";
    case What::SameTextAlready: return "the same text was used already";
    case What::AltTooLong: return "an alternative text is too long";
    case What::MediaShape: return "a picture is too wide or too high";
    case What::MediaTooSmall: return "a picture is too small";
    case What::MediaDuration: return "a film is too long";
    case What::MediaMixed: return "pictures and films in one post";
    case What::MediaAdapted: return "a picture leaves smaller or as another kind";
    case What::MediaExpired: return "the right to use a file ends before";
    case What::PublicPlaceNeeded: return "the network fetches files from a public address, and none was chosen";
    case What::SignInEnds: return "the sign-in ends before";
    case What::Embargoed: return "it would leave before its embargo ends";
    case What::UnseenCharacters: return "characters that nobody sees";
    case What::NarrowSpaces: return "narrow no-break spaces count twice";
    case What::TooManyLinks: return "too many links";
    case What::TooManyTags: return "too many tags";
    case What::TooManyMentions: return "too many names";
    case What::TrackingConflict: return "a link carries another campaign already";
    case What::LinkGone: return "a link leads nowhere";
    case What::LinkSilent: return "a link does not answer";
    case What::LinkPrivate: return "a link leads into a private network";
    case What::MentionUnknown: return "nobody of that name";
    case What::MentionUnchecked: return "a name was not checked";
    }
    return "";
}

} // namespace vigie::plan
