// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts in words: fields to fill in, states, what a network offers.
// Thread: the window's.
#pragma once

#include <vigie/app/workspace.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/connect/file_import.hpp>

#include <QString>

namespace vigie::ui {

struct FieldWords {
    QString label, help;
};
[[nodiscard]] FieldWords fieldWords(const connect::FieldSpec &field);
[[nodiscard]] QString accountStateWords(const app::AccountStatus &status);
/// When it was last read, whether it is live, until when it waits.
[[nodiscard]] QString accountRhythmWords(const app::AccountStatus &status, Instant now, const std::string &zone);
[[nodiscard]] QString verificationWords(connect::Verification verification);
[[nodiscard]] QString capabilityWords(Capability capability);
/// Why a capability is there or not.
[[nodiscard]] QString reasonWords(CapabilityReason reason);
[[nodiscard]] QString importFieldWords(connect::ImportField field);
[[nodiscard]] QString badLineWords(const std::string &reason);

} // namespace vigie::ui
