// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace vigie::insight {

namespace {

constexpr std::size_t kBlock = 64U << 10;

Error systemError(const std::string &path, int problem)
{
    Error error;
    error.code = problem == ENOSPC || problem == EDQUOT ? Errc::StorageFull : problem == ENOENT ? Errc::NotFound : Errc::Storage;
    error.detail = path + ": " + std::strerror(problem);
    return error;
}

struct EntryFree {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

} // namespace

struct ZipWriter::State {
    std::string path, part;
    int fd = -1;
    archive *out = nullptr;
    bool done = false;

    ~State()
    {
        if (out != nullptr) {
            if (!done)
                archive_write_fail(out); // nothing more is written
            archive_write_free(out);
        }
        if (fd >= 0)
            ::close(fd);
        if (!done && fd >= 0)
            ::unlink(part.c_str());
    }
    [[nodiscard]] Error problem() const
    {
        const int code = archive_errno(out);
        auto error = systemError(path, code == 0 ? EIO : code);
        error.detail = path + ": " + (archive_error_string(out) != nullptr ? archive_error_string(out) : "the archive could not be written");
        return error;
    }
};

ZipWriter::ZipWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipWriter::ZipWriter(ZipWriter &&) noexcept = default;
ZipWriter &ZipWriter::operator=(ZipWriter &&) noexcept = default;
ZipWriter::~ZipWriter() = default;

Result<ZipWriter> ZipWriter::create(const std::string &path)
{
    auto state = std::make_unique<State>();
    state->path = path;
    state->part = path + ".part";
    ::unlink(state->part.c_str()); // left by a program that was ended in the middle
    state->fd = ::open(state->part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (state->fd < 0)
        return fail(systemError(state->part, errno));
    state->out = archive_write_new();
    if (archive_write_set_format_zip(state->out) != ARCHIVE_OK || archive_write_set_bytes_per_block(state->out, static_cast<int>(kBlock)) != ARCHIVE_OK
        || archive_write_set_bytes_in_last_block(state->out, 1) != ARCHIVE_OK || archive_write_open_fd(state->out, state->fd) != ARCHIVE_OK)
        return fail(state->problem());
    return ZipWriter(std::move(state));
}

Result<void> ZipWriter::add(const std::string &name, std::string_view bytes)
{
    const std::unique_ptr<archive_entry, EntryFree> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    if (archive_write_header(state_->out, entry.get()) != ARCHIVE_OK)
        return fail(state_->problem());
    while (!bytes.empty()) {
        const auto wrote = archive_write_data(state_->out, bytes.data(), std::min(bytes.size(), kBlock));
        if (wrote <= 0)
            return fail(state_->problem());
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

Result<void> ZipWriter::finish()
{
    auto &state = *state_;
    if (archive_write_close(state.out) != ARCHIVE_OK)
        return fail(state.problem());
    if (::fsync(state.fd) != 0 || std::rename(state.part.c_str(), state.path.c_str()) != 0)
        return fail(systemError(state.path, errno));
    state.done = true;
    auto parent = std::filesystem::path(state.path).parent_path();
    if (const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        ::fsync(folder); // best effort: the name is on the disk as well
        ::close(folder);
    }
    return {};
}

Result<std::string> zipBytes(const std::vector<ZipPart> &parts)
{
    struct WriteFree {
        void operator()(archive *out) const { archive_write_free(out); }
    };
    std::string bytes;
    const std::unique_ptr<archive, WriteFree> out(archive_write_new());
    const auto keep = [](archive *, void *into, const void *block, std::size_t size) -> la_ssize_t {
        static_cast<std::string *>(into)->append(static_cast<const char *>(block), size);
        return static_cast<la_ssize_t>(size);
    };
    const auto problem = [&] { return fail(Errc::Internal, archive_error_string(out.get()) != nullptr ? archive_error_string(out.get()) : "the archive could not be made"); };
    if (archive_write_set_format_zip(out.get()) != ARCHIVE_OK || archive_write_set_bytes_in_last_block(out.get(), 1) != ARCHIVE_OK
        || archive_write_open(out.get(), &bytes, nullptr, keep, nullptr) != ARCHIVE_OK)
        return problem();
    for (const auto &part : parts) {
        const std::unique_ptr<archive_entry, EntryFree> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), part.name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(part.bytes.size()));
        if ((part.plain ? archive_write_zip_set_compression_store(out.get()) : archive_write_zip_set_compression_deflate(out.get())) != ARCHIVE_OK
            || archive_write_header(out.get(), entry.get()) != ARCHIVE_OK
            || archive_write_data(out.get(), part.bytes.data(), part.bytes.size()) != static_cast<la_ssize_t>(part.bytes.size()))
            return problem();
    }
    if (archive_write_close(out.get()) != ARCHIVE_OK)
        return problem();
    return bytes;
}

Result<std::string_view> ZipFile::next()
{
    auto *in = static_cast<archive *>(archive_);
    const void *block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    for (;;) {
        const int code = archive_read_data_block(in, &block, &size, &offset);
        if (code == ARCHIVE_EOF)
            return std::string_view();
        if (code != ARCHIVE_OK)
            return fail(Errc::InvalidInput, archive_error_string(in) != nullptr ? archive_error_string(in) : "the archive is damaged");
        if (size > 0)
            return std::string_view(static_cast<const char *>(block), size);
    }
}

Result<void> readZip(const std::string &path, const std::function<Result<void>(const std::string &, ZipFile &, double)> &file)
{
    struct ReadFree {
        void operator()(archive *in) const { archive_read_free(in); }
    };
    const std::unique_ptr<archive, ReadFree> in(archive_read_new());
    std::error_code none;
    if (!std::filesystem::is_regular_file(path, none))
        return fail(Errc::NotFound, path + ": no such file");
    const auto whole = static_cast<double>(std::filesystem::file_size(path, none)) + 1;
    archive_read_support_format_zip(in.get());
    const auto problem = [&] { return fail(Errc::InvalidInput, path + ": " + (archive_error_string(in.get()) != nullptr ? archive_error_string(in.get()) : "not a ZIP archive")); };
    if (archive_read_open_filename(in.get(), path.c_str(), kBlock) != ARCHIVE_OK)
        return problem();
    for (;;) {
        archive_entry *entry = nullptr;
        const int code = archive_read_next_header(in.get(), &entry);
        if (code == ARCHIVE_EOF)
            return {};
        if (code != ARCHIVE_OK)
            return problem();
        const char *name = archive_entry_pathname(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue; // made by a program that packed the files again
        ZipFile bytes(in.get());
        VIGIE_CHECK(file(name != nullptr ? name : "", bytes, static_cast<double>(archive_filter_bytes(in.get(), -1)) / whole));
    }
}

} // namespace vigie::insight
