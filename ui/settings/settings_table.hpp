// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting of this machine (those of the workspace: vigie/app/settings_table.hpp). One row is all a setting needs.
// Thread: constants.
#pragma once

namespace vigie::ui {

struct MachineSetting {
    const char *key;
    const char *fallback;
};

inline constexpr MachineSetting kLanguage{"window.language", ""};       // "", "en", "fr"; empty: the desktop's
inline constexpr MachineSetting kThemeChoice{"window.theme", "system"}; // "system", "light", "dark"
inline constexpr MachineSetting kTextScale{"window.textScale", "100"};  // percent, 100 to 200
inline constexpr MachineSetting kGeometry{"window.geometry", ""};       // as Qt writes it
inline constexpr MachineSetting kPanel{"window.panel", ""};             // id of the panel seen last
inline constexpr MachineSetting kPanelStates{"window.panelStates", "{}"}; // JSON, by panel id
inline constexpr MachineSetting kKeys{"window.keys", "{}"};             // JSON, command id to keys, only what was changed
inline constexpr MachineSetting kRecentCommands{"palette.recent", ""};  // ids, newest first, separated by spaces
inline constexpr MachineSetting kUndoSeconds{"desk.undoSeconds", "10"}; // how long a reply is held
inline constexpr MachineSetting kReportChoices{"report.choices", "{}"}; // JSON: folder and formats of the last report
inline constexpr MachineSetting kWorkspace{"workspace.last", ""};       // path of the workspace opened last

} // namespace vigie::ui
