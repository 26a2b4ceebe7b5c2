// SPDX-License-Identifier: GPL-3.0-or-later
// Whether relays are counted: one decision of the workspace, for columns, trends, alerts, figures and searches alike. Whoever
// shows or judges such numbers makes an AsCounted first; what is then asked in the same job keeps to the decision.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

namespace vigie::store {

class RelayCounting {
public:
    explicit RelayCounting(Tx &tx) : tx_(tx) {}
    /// Counted until somebody decides otherwise.
    Result<bool> counted();
    Result<void> set(bool counted);

private:
    Tx &tx_;
};

/// While it lives, what this job searches, lists and counts are originals only, if so decided (or told). Not for conversations
/// and clusters, which are shown whole.
class AsCounted {
public:
    explicit AsCounted(Tx &tx);
    AsCounted(Tx &tx, bool withRelays);
    ~AsCounted();
    AsCounted(const AsCounted &) = delete;
    AsCounted &operator=(const AsCounted &) = delete;
    [[nodiscard]] bool withRelays() const;

private:
    Tx &tx_;
    const Session *before_;
};

} // namespace vigie::store
