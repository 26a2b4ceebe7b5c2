// SPDX-License-Identifier: GPL-3.0-or-later
// What would fail, or not come out as meant, said before it is sent. `blocking` findings refuse planning.
// Thread: values. Errors: none; ui/calendar/finding_text.cpp has the sentences.
#pragma once

#include <vigie/base/id.hpp>

#include <cstdint>
#include <string>

namespace vigie::plan {

struct Finding {
    enum class What : std::uint8_t {
        Empty, TooLong, NoAccount, AccountPaused, ReconnectNeeded, AltMissing, TooManyMedia, MediaMissing, MediaTooLarge, MediaKind, InPast, GapHour, DoubleHour,
        NotOffered, SameTextAlready,
        AltTooLong,       ///< used, limit: characters
        MediaShape,       ///< wider or higher than the network shows; used, limit: ratio of width to height in hundredths, and the one it takes
        MediaTooSmall,    ///< used, limit: pixels of width
        MediaDuration,    ///< used, limit: seconds
        MediaMixed,       ///< pictures and films in one post
        MediaAdapted,     ///< it leaves smaller, or as another kind; detail: the file; never blocks
        MediaExpired,     ///< the right to use it ends before the hour of the post; detail: the file
        PublicPlaceNeeded,///< the network fetches files from a public address, and none was chosen
        SignInEnds,       ///< the sign-in is over by then, and cannot be renewed without the person
        Embargoed,        ///< it would leave before its embargo ends
        UnseenCharacters, ///< characters that nobody sees; used: how many; detail: their code points
        NarrowSpaces,     ///< X counts each narrow no-break space twice; used: how many
        TooManyLinks, TooManyTags, TooManyMentions, ///< used, limit
        TrackingConflict, ///< a link carries another campaign already; detail: "utm_source: newsletter"
        LinkGone,         ///< used: HTTP status; detail: the address
        LinkSilent,       ///< nobody answers there; detail: the address
        LinkPrivate,      ///< an address inside somebody's own network, which readers cannot open; detail: the address
        MentionUnknown,   ///< the network says that there is nobody of that name; detail: the handle
        MentionUnchecked  ///< nobody could be asked; detail: the handle
    } what = What::Empty;
    bool blocking = true;
    AccountId account;
    int used = 0, limit = 0;         ///< TooLong, TooManyMedia, ...; sizes of files in kilobytes
    std::string detail;              ///< file, kind or reason; TooLong: kInBytes when the numbers are bytes
};
/// In English, for the command line and the log.
[[nodiscard]] const char *toString(Finding::What what) noexcept;
inline constexpr const char *kInBytes = "bytes";

} // namespace vigie::plan
