// SPDX-License-Identifier: GPL-3.0-or-later
// The publish machine: the only place that sends. Claims a due row, walks the connector's steps, and settles what is not
// known by reading back - never by sending again.
// Thread: runDue() on one engine thread at a time. Errors: Storage..., Cancelled; failures of single rows are states of
// those rows, not errors of the run.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/store/outbox.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace vigie::plan {

struct PublishReport {
    int sent = 0, held = 0, failed = 0, unknown = 0, missed = 0, settled = 0;
    int paused = 0;                   ///< kept back by a pause when their hour came
    std::optional<Instant> next;      ///< when the next row is due or the next read-back is
};

struct PublisherParts {
    store::Store &store;
    const connect::Catalogue &catalogue;
    connect::Courier &courier;
    const Clock &clock;
    /// Runs in a transaction of its own once a row is Sent, Accepted or Failed; what it fails at cannot reopen the row.
    std::function<Result<void>(store::Tx &, const Outbound &)> settled = {};
    /// Runs before the first byte leaves: the files as this network takes them. What it fails at was not sent.
    std::function<Result<void>(Outbound &, const Account &)> makeReady = {};
};

class Publisher {
public:
    explicit Publisher(PublisherParts parts);
    ~Publisher();
    /// Rows found in Sending belong to a process that died: they become Unknown. Call once, under the workspace lock.
    Result<int> recover();
    /// Sends what is due and settles what is unknown, until nothing more can be done now.
    Result<PublishReport> runDue(std::stop_token stop = {});

    /// For tests: called at each step that leaves a trace ("claimed", "sending", "answered", "recorded").
    void onStep(std::function<void(std::string_view)> probe);
    /// How the wait a network asks for between two steps is spent; the default waits on the stop token.
    void onWait(std::function<void(std::chrono::seconds, std::stop_token)> wait);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::plan
