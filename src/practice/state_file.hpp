// SPDX-License-Identifier: GPL-3.0-or-later
// The practice network on disk, so that it goes on where it was: one row a line, the newest line of a row counts. Changes
// are appended; the file is written anew once it has grown to twice its size, so that the cost of a change does not grow
// with the length of the session.
// Thread: under the server's mutex. Errors: Storage, StorageFull; a file that cannot be read is as good as none.
#pragma once

#include "practice/json_views.hpp"

#include <vigie/base/result.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::practice {

class StateFile {
public:
    explicit StateFile(std::string path) : path_(std::move(path)) {}
    ~StateFile() { closeFile(); }
    StateFile(const StateFile &) = delete;
    StateFile &operator=(const StateFile &) = delete;

    void read();
    /// Of the time before; 0 when there was none.
    [[nodiscard]] int port() const { return port_; }
    /// False, and the network empty, when what was read is no network.
    bool restore(Network &network, Json *community);
    /// What changed since the last time; nothing for the community when it did not move.
    Result<void> save(Network &network, const std::optional<Json> &community, int port);

private:
    void put(std::string &out, const char *kind, Key id, const Json &row);
    std::string changesOf(Network &network);
    Result<void> append(const std::string &text);
    Result<void> writeWhole(const std::string &text);
    void closeFile();

    std::string path_;
    int port_ = 0, file_ = -1;
    std::size_t size_ = 0, wholeSize_ = 0;
    std::vector<Json> lines_;
    Json community_ = Json::object();
    std::map<std::pair<char, Key>, std::size_t> written_; ///< hash of each row as it stands in the file
};

} // namespace vigie::practice
