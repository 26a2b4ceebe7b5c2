// SPDX-License-Identifier: GPL-3.0-or-later
// What composing a post needs beside the store: links and mentions asked for on the network, files put on the shelf of the media
// library, and pictures made ready for a network.
// Thread: from any thread; functions with a reply executor answer there, once. Those called ...AndWait wait and are for engine threads
// and programs without a window. Errors: those of plan/outside.hpp, plan/media_shelf.hpp and the store.
#pragma once

#include <vigie/base/executor.hpp>
#include <vigie/model/asset.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/plan/media_shelf.hpp>
#include <vigie/plan/outside.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::app {

/// A file that was put into the library, or was there already.
struct TakenFile {
    std::string path;                      ///< as the person named it
    Asset asset;
    bool known = false;                    ///< these very bytes were there
    std::vector<Asset> alike;              ///< pictures of the library that look the same
    std::optional<Error> error;            ///< why it was not taken; then the asset has no id
};

class Composing {
public:
    Composing(store::Store &store, plan::OutsideParts parts, const std::string &workspacePath);
    ~Composing(); ///< stops what runs
    Composing(const Composing &) = delete;
    Composing &operator=(const Composing &) = delete;

    /// Asks for the links and mentions of the post as it would leave.
    void look(PlanItem plan, std::stop_token stop, Executor &reply, std::function<void(Result<plan::OutsideAnswer>)> done);
    Result<plan::OutsideAnswer> lookAndWait(const PlanItem &plan, const std::stop_token &stop = {});

    /// One answer for each path, in their order; a file that cannot be taken does not keep the others out. `progress`: 0..1 of all.
    void take(std::vector<std::string> paths, std::stop_token stop, Executor &reply, std::function<void(double)> progress,
              std::function<void(Result<std::vector<TakenFile>>)> done);
    Result<std::vector<TakenFile>> takeAndWait(const std::vector<std::string> &paths, const std::function<void(double)> &progress = {}, const std::stop_token &stop = {});
    [[nodiscard]] const plan::MediaShelf &shelf() const;

    /// The files of a post as this account's network takes them; what is not of the library leaves as it is.
    Result<void> makeReady(Outbound &outbound, const Account &account);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::app
