// SPDX-License-Identifier: GPL-3.0-or-later
// One stream, one run: forward from where the last one ended, then a little way back into history.
#pragma once

#include "intake/page_commit.hpp"

namespace vigie::intake {

struct StreamJob {
    const connect::Connector &connector;
    const Account &account;
    std::span<const Account> accounts;   ///< all of ours, for echoes
    connect::StreamSpec stream;
};

/// Asks for one page, within what the network allows.
class PageReader {
public:
    PageReader(EngineParts &parts, const StreamJob &job, std::stop_token stop) : parts_(parts), job_(job), stop_(std::move(stop)) {}
    [[nodiscard]] Result<connect::FetchPage> fetch(const connect::FetchSpec &spec);

private:
    EngineParts &parts_;
    const StreamJob &job_;
    std::stop_token stop_;
};

/// Goes back through a stream once more until the far end of its gaps; what is covered closes them, and what the network gives
/// no more is written down as such.
class GapRun {
public:
    GapRun(EngineParts &parts, EarlyDeletions &early, StreamJob job, Instant farEnd, std::stop_token stop);
    /// `reached`: told after each page how far back it is.
    Result<StreamReport> run(const std::function<void(Instant reached)> &reached = {});

private:
    Result<Instant> commit(connect::FetchPage &page, Instant reached, bool &atEnd);

    EngineParts &parts_;
    EarlyDeletions &early_;
    StreamJob job_;
    Instant farEnd_;
    PageReader reader_;
    StreamReport report_;
};

class StreamRun {
public:
    StreamRun(EngineParts &parts, EarlyDeletions &early, StreamJob job, const RunOptions &options, std::stop_token stop);
    /// Only Storage... and Cancelled are errors of the run; what the network did is in the report.
    Result<StreamReport> run();

private:
    Result<void> forward();
    Result<void> backfill();
    Result<void> commitForward(connect::FetchPage &page, bool last, bool pageLimit);
    Result<void> recordError(const Error &error);
    [[nodiscard]] std::vector<store::AnalysedItem> analyse(connect::FetchPage &page);

    EngineParts &parts_;
    EarlyDeletions &early_;
    StreamJob job_;
    const RunOptions &options_;
    PageReader reader_;
    SyncCursor cursor_;
    StreamReport report_;
    Instant startedAt_;
    MissCause kept_ = MissCause::None;        ///< what kept the last run from reading, or from being
    std::optional<Instant> oldest_, newest_;  ///< of what this forward run brought
    bool cursorMoved_ = false;
};

} // namespace vigie::intake
