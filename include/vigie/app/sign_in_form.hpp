// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person typed to an account that can be added: which fields a network and a way to sign in ask for, what is wrong
// with an entry, and where each value belongs - the account's settings or the secret store. Shared by the window and the
// command line.
// Thread: pure, but readKeyFiles() reads the disk and so is not for the thread of a window. Errors: FieldProblem names the entry.
#pragma once

#include <vigie/app/workspace.hpp>

#include <map>
#include <string>
#include <vector>

namespace vigie::app {

struct FieldProblem {
    enum class What : std::uint8_t { Missing, NoAddress, NoChoice, NoMoney, NoFile, EmptyFile, LargeFile } what = What::Missing;
    std::string key;
};

/// Everything to ask for: of the network, then of the way (none of which it asks twice).
[[nodiscard]] std::vector<connect::FieldSpec> fieldsOf(const connect::Descriptor &network, const connect::SignInWay *way);

/// `typed` by key, spaces around it do not count. Secret fields go to `typed` of the account, File fields of the way to its
/// `keyFiles`; "instance" is normalised; the rest becomes settings, over those of `before` (an account that signs in again).
[[nodiscard]] tl::expected<AddAccount, FieldProblem> composed(const connect::Descriptor &network, const connect::SignInWay *way, const std::map<std::string, Secret> &typed,
                                                              bool allowPrivate, const std::vector<AccountSetting> &before = {});

/// A key is text of a few thousand characters: whatever is larger is another file.
inline constexpr std::size_t kMostKeyBytes = 64U << 10;
/// The account with the contents of its key files in `typed`, and their paths gone.
[[nodiscard]] tl::expected<AddAccount, FieldProblem> readKeyFiles(AddAccount account);

} // namespace vigie::app
