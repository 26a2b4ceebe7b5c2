// SPDX-License-Identifier: GPL-3.0-or-later
// Cursors, windows and gaps. A cursor is saved in the same transaction as the page it stands for.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/sync.hpp>
#include <vigie/store/store.hpp>

#include <span>
#include <utility>

namespace vigie::store {

class Sync {
public:
    explicit Sync(Tx &tx) : tx_(tx) {}
    Result<std::optional<SyncCursor>> cursor(const StreamKey &key);
    Result<std::vector<SyncCursor>> cursors(AccountId account);
    Result<void> saveCursor(const SyncCursor &cursor);
    /// Adds a seen stretch, merges it with its neighbours and closes the parts of gaps that it covers.
    Result<void> addSeen(const StreamKey &key, Instant from, Instant to);
    Result<void> addGap(const StreamKey &key, Instant from, Instant to, const std::string &reason, MissCause cause = MissCause::None);
    /// The network was asked and gives nothing older than `oldest`: what is missing of [from, oldest) stays missing, and says so.
    Result<void> giveUp(const StreamKey &key, Instant from, Instant oldest);
    /// Where the stretches seen of a stream begin and end; none before the first page.
    Result<std::optional<std::pair<Instant, Instant>>> extent(const StreamKey &key);
    Result<std::vector<SyncWindow>> openGaps(std::optional<AccountId> account = {});
    /// Of all streams of these accounts (all active ones when empty) over [from, to).
    Result<Coverage> coverage(std::span<const AccountId> accounts, Instant from, Instant to);
    /// What these accounts (all active ones when empty) did not see of [from, to): gaps, what is not read yet, and what was never
    /// asked for, by stream and time. Together with the seen stretches it fills the whole of every stream.
    Result<std::vector<Unseen>> unseen(std::span<const AccountId> accounts, Instant from, Instant to);
    /// When others wrote there since `from`: starts of the stretches of ten minutes that hold a mention, ascending.
    Result<std::vector<Instant>> pulse(const std::string &connector, const std::string &instance, Instant from);

private:
    std::vector<StreamKey> streamsOf(const std::string &accounts);
    std::vector<AccountId> asked(std::span<const AccountId> accounts);
    Tx &tx_;
};

} // namespace vigie::store
