// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP written and read as a stream. The same files give the same bytes: no date, no owner.
// Thread: one at a time. Errors: Storage, StorageFull, InvalidInput (not a ZIP), TooLarge, NotFound.
#pragma once

#include <vigie/base/result.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

class ZipWriter {
public:
    /// Writes to "<path>.part" until finish() gives it its name; what is not finished is taken away.
    static Result<ZipWriter> create(const std::string &path);
    ZipWriter(ZipWriter &&) noexcept;
    ZipWriter &operator=(ZipWriter &&) noexcept;
    ~ZipWriter();
    Result<void> add(const std::string &name, std::string_view bytes);
    /// On the disk under its name when this returns.
    Result<void> finish();

private:
    struct State;
    explicit ZipWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A small archive in memory, with the same promise. `plain`: stored as it is, for what must be read without unpacking.
struct ZipPart {
    std::string name, bytes;
    bool plain = false;
};
Result<std::string> zipBytes(const std::vector<ZipPart> &parts);

/// One file of an archive that is being read.
class ZipFile {
public:
    explicit ZipFile(void *archive) : archive_(archive) {}
    /// The next bytes; empty at the end.
    Result<std::string_view> next();

private:
    void *archive_;
};

/// Gives each file in turn; `share`: how far the archive was read. `file` fails to stop.
Result<void> readZip(const std::string &path, const std::function<Result<void>(const std::string &name, ZipFile &bytes, double share)> &file);

} // namespace vigie::insight
