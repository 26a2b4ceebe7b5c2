// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting that is kept in a workspace and travels with it (those of a machine: ui/settings/settings_table.hpp).
// Thread: constants. Errors: none.
#pragma once

namespace vigie::app {

struct WorkspaceSetting {
    const char *key;
    const char *fallback; ///< "": none, or what the machine says
};

inline constexpr WorkspaceSetting kWorkspaceName{"workspace.name", ""};
inline constexpr WorkspaceSetting kWorkspaceZone{"workspace.zone", ""};     ///< IANA name; days and plans are of this place
inline constexpr WorkspaceSetting kWorkspacePerson{"workspace.person", ""}; ///< who sits here: notes, owners
inline constexpr WorkspaceSetting kPracticeUrl{"practice.url", ""};         ///< under which the practice posts were stored
inline constexpr WorkspaceSetting kPracticePlans{"practice.plans", ""};     ///< "1" once the practice calendar was begun
inline constexpr WorkspaceSetting kPollSeconds{"sync.pollSeconds", ""};     ///< accounts are read this often; "": as each network advises, never oftener
inline constexpr WorkspaceSetting kCalendarKept{"calendar.kept", ""};       ///< JSON: changes to planned posts that are not planned yet
inline constexpr WorkspaceSetting kCalendarRegions{"calendar.regions", ""}; ///< "FR,CH-GE": whose holidays and days of the year; "": of the language; "none"
inline constexpr WorkspaceSetting kCalendarSecondZone{"calendar.secondZone", ""}; ///< IANA name, shown beside the hours; "": none
inline constexpr WorkspaceSetting kAltRequired{"calendar.altRequired", "1"}; ///< "0": a picture without alternative text may be planned
inline constexpr WorkspaceSetting kTracking{"calendar.tracking", ""};       ///< JSON of plan::Tracking
inline constexpr WorkspaceSetting kNotesBegun{"inbox.notes", ""};           ///< JSON: notes that are being written, by ticket
inline constexpr WorkspaceSetting kAuthorityFile{"network.authorityFile", ""}; ///< PEM: a certificate authority of one's own, beside the system's
inline constexpr WorkspaceSetting kAnswerHours{"desk.answerHours", "24"};   ///< a member who waits longer is late: sla:late
inline constexpr WorkspaceSetting kAuthorLists{"query.lists", ""};          ///< JSON: authors by name of the list, for list:
inline constexpr WorkspaceSetting kQueueWeights{"queue.weights", ""};       ///< JSON of desk::QueueWeights
inline constexpr WorkspaceSetting kImportMappings{"import.mappings", ""};   ///< JSON, by name
inline constexpr WorkspaceSetting kEvidenceYears{"evidence.years", ""};     ///< for which evidence is kept; "": not asked yet
inline constexpr WorkspaceSetting kEvidenceGround{"evidence.ground", ""};   ///< on which it is kept, in the person's words
inline constexpr WorkspaceSetting kMailAccount{"mail.account", ""};         ///< JSON: servers, sender, folder; never the password
inline constexpr WorkspaceSetting kMailState{"mail.state", ""};             ///< JSON: how far the folder was read
inline constexpr WorkspaceSetting kPassingSender{"passing.sender", ""};     ///< JSON: who writes to services, where there is no mail account
inline constexpr WorkspaceSetting kQuietHours{"alerts.quiet", ""};           ///< JSON of insight::QuietHours

} // namespace vigie::app
